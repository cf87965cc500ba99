"""What the browser tests share: the real site, read once, served on loopback, and Chromium.

Nothing asks another host, and every server and browser ends with the tests.
"""

import contextlib
import functools
import http.server
import re
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect, sync_playwright

from .changed import changed_pages

PATIENCE = 600_000
"""Milliseconds after which what hangs is called a fault; no test waits for it that passes."""
expect.set_options(timeout=PATIENCE)
QUIET = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
)


@dataclass(frozen=True, slots=True)
class Document:
    """One HTML file of the site: its address below the root, and what tests ask of its text."""

    address: str
    file: Path
    language: str
    elements: tuple[tuple[str, dict[str, str]], ...] = field(repr=False)

    @property
    def html(self) -> dict[str, str]:
        """The attributes of the root element."""
        return next(attributes for name, attributes in self.elements if name == "html")

    @property
    def kind(self) -> str:
        """What kind of page, as its body says; the pages above the languages say nothing."""
        classes = next(attributes.get("class", "") for name, attributes in self.elements if name == "body")
        found = re.search(r"\bkind-(\w+)", classes)
        return "missing" if self.address.endswith("404.html") else found[1] if found else "root"

    @property
    def path(self) -> str:
        """The address below the language."""
        return self.address.partition("/")[2]

    @property
    def leads_on(self) -> bool:
        """Whether the browser leaves this page at once."""
        return any(attributes.get("http-equiv") == "refresh" for _, attributes in self.elements)

    def all(self, *names: str) -> Iterator[dict[str, str]]:
        """The attributes of every element of these names."""
        return (attributes for name, attributes in self.elements if name in names)


class _Reader(HTMLParser):
    """Collects the start tags of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))


def read_document(site: Path, file: Path) -> Document:
    """The document of one file."""
    reader = _Reader()
    reader.feed(file.read_text(encoding="utf-8"))
    path = file.relative_to(site).as_posix()
    address = path.removesuffix("index.html")
    return Document(address, file, path.split("/")[0] if "/" in path else "", tuple(reader.found))


@pytest.fixture(scope="session")
def documents(site: Path) -> dict[str, Document]:
    """Every page of the site by its address."""
    found = [read_document(site, file) for file in sorted(site.rglob("*.html"))]
    return {document.address: document for document in found}


@pytest.fixture(scope="session")
def staying(documents: dict[str, Document]) -> list[Document]:
    """Every page that one can look at: all but those that lead on to another address."""
    return [document for document in documents.values() if not document.leads_on]


Sights = set[tuple[str, ...]]


def sorts(document: Document) -> Sights:
    """What a page is built of: its kind, and each sort of element, in the direction of its text."""
    direction = document.html.get("dir", "ltr")
    elements = {(direction, name, one.get("class", ""), one.get("type", "")) for name, one in document.elements}
    return elements | {(direction, document.kind)}


def as_few_as_show(staying: list[Document], seen: Callable[[Document], Sights]) -> list[Document]:
    """As few pages as show together all that is seen on any page."""
    sights = {document.address: seen(document) for document in staying}
    missing: Sights = set().union(*sights.values())
    chosen = []
    while missing:
        richest = max(staying, key=lambda one: (len(sights[one.address] & missing), -len(one.elements), one.address))
        missing -= sights[richest.address]
        chosen.append(richest)
    return chosen


@pytest.fixture(scope="session")
def sample(staying: list[Document]) -> list[Document]:
    """As few pages as show every kind of page in every language, and every sort of element in every direction."""
    return as_few_as_show(staying, lambda one: sorts(one) | {(one.language, one.kind)})


@pytest.fixture(scope="session")
def shapes(staying: list[Document]) -> list[Document]:
    """As few pages as show every kind of page and every sort of element in every direction: where words do not matter."""
    return as_few_as_show(staying, sorts)


PARTS = 4
"""A walk over many pages is so many tests, so that every core has some to do."""
PART = [pytest.param(number, id=f"part {number + 1} of {PARTS}") for number in range(PARTS)]


@pytest.fixture(params=PART)
def some(request: pytest.FixtureRequest, sample: list[Document]) -> list[Document]:
    """Some pages of the sample; the tests that take it look at all of them together."""
    return part_of(sample, request)


@pytest.fixture(params=PART)
def some_shapes(request: pytest.FixtureRequest, shapes: list[Document]) -> list[Document]:
    """Some pages of those where words do not matter."""
    return part_of(shapes, request)


@pytest.fixture(params=PART)
def some_and_changed(request: pytest.FixtureRequest, sample: list[Document], staying: list[Document]) -> list[Document]:
    """The same, with the pages that changed lately; with `--all-pages` all the pages there are."""
    everything: bool = request.config.getoption("--all-pages")
    changed = changed_pages(request.config.getoption("--changed-since"))
    known = {document.address for document in sample}
    more = [one for one in staying if one.address not in known and (everything or one.path in changed)]
    return part_of([*sample, *more], request)


def part_of(pages: list[Document], request: pytest.FixtureRequest) -> list[Document]:
    """The part of a walk that one test goes."""
    part = pages[request.param :: PARTS]
    assert part
    return part


def headers_for(rules: str, path: str) -> dict[str, str]:
    """What a host that reads `_headers` sends with a path; a header given twice is joined by commas."""
    sent: dict[str, str] = {}
    applies = False
    for line in filter(None, rules.split("\n")):
        if not line.startswith(" "):
            applies = re.fullmatch(re.escape(line).replace(r"\*", ".*"), path) is not None
        elif applies:
            name, _, value = line.strip().partition(": ")
            sent[name] = f"{sent[name]}, {value}" if name in sent else value
    return sent


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Serves a folder with the headers of its `_headers` file and the 404 page of each language."""

    def __init__(self, *words: Any, rules: str, **options: Any) -> None:
        self.rules = rules
        super().__init__(*words, **options)

    def end_headers(self) -> None:
        for name, value in headers_for(self.rules, self.path.split("?")[0]).items():
            self.send_header(name, value)
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:  # noqa: ARG002 - so named by http.server
        folder = Path(self.directory)
        own = folder / self.path.split("/")[1] / "404.html"
        body = (own if own.is_file() else folder / "404.html").read_bytes()
        self.send_response(code, message)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


class _Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: Any) -> None:
        """A browser that leaves before it has everything is no fault."""


@pytest.fixture(scope="session")
def server(site: Path) -> Iterator[str]:
    """The address of the site on loopback, served with the headers of its `_headers` file."""
    rules = (site / "_headers").read_text(encoding="utf-8")
    handler = functools.partial(_Handler, directory=str(site), rules=rules)
    with _Server(("127.0.0.1", 0), handler) as listening:
        thread = threading.Thread(target=listening.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{listening.server_port}/"
        listening.shutdown()
        thread.join()


def launch(playwright: Playwright, program: str) -> Browser:
    """Start the system's Chromium, told to keep quiet."""
    return playwright.chromium.launch(executable_path=program, args=list(QUIET), timeout=PATIENCE)


def open_page(browser: Browser, **options: Any) -> Page:
    """A page in a fresh profile, in a language the site does not have, so that `/` stays."""
    context = browser.new_context(**{"locale": "de-DE", "viewport": {"width": 1280, "height": 800}, **options})
    context.set_default_timeout(PATIENCE)
    return context.new_page()


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """One Chromium for all tests that look at a few pages."""
    with sync_playwright() as playwright:
        started = launch(playwright, chromium)
        yield started
        started.close()


@pytest.fixture
def new_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Make a page in a profile of its own; closed after the test."""
    with contextlib.ExitStack() as stack:

        def make(**options: Any) -> Page:
            page = open_page(browser, **options)
            stack.callback(page.context.close)
            return page

        yield make


@pytest.fixture
def walk(new_page: Callable[..., Page]) -> Callable[..., list[Any]]:
    """Look at many things in one page, one after the other: `examine(page, thing)` for each."""

    def look(things: list[Any], examine: Callable[[Page, Any], Any], **options: Any) -> list[Any]:
        page = new_page(**options)
        return [examine(page, thing) for thing in things]

    return look

"""Private and safe: no page breaks its own policy, asks another host, or keeps more than the choice of colours.

The pages come with the headers of `_headers`, so both policies hold: the one on the page and the one sent.
"""

import contextlib
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from draaiboek.render.server import CSP, SECURITY
from playwright.sync_api import ConsoleMessage, Page, Request, Response

ROOT = Path(__file__).parent.parent.parent
SENT = SECURITY["Content-Security-Policy"]
DATA = ("application/ld+json", "application/json")
"""Scripts of these types are data: no browser runs them."""
PLANS = ("draaiboek-plan-1:", "draaiboek-last-1:")
"""What the planner keeps once somebody ticks a box: the plan, and which one was open last."""


def test_every_page_carries_the_policy(documents: dict[str, Any]) -> None:
    wrong = []
    for document in documents.values():
        policies = [
            meta["content"] for meta in document.all("meta") if meta.get("http-equiv") == "Content-Security-Policy"
        ]
        if policies != [CSP]:
            wrong.append(f"{document.address}: {policies}")

    assert not wrong, "\n".join(wrong)


def test_policy_allows_nothing_inline_and_nothing_from_elsewhere() -> None:
    allowed = {word for part in SENT.split("; ") for word in part.split(" ")[1:]}

    assert allowed == {"'none'", "'self'", "data:"}
    assert "default-src 'none'" in CSP


def test_scripts_and_styles_are_files_of_the_site(documents: dict[str, Any]) -> None:
    wrong = set()
    for document in documents.values():
        for name, element in document.elements:
            inline = name == "style" or (name == "script" and "src" not in element and element.get("type") not in DATA)
            acts = any(attribute.startswith("on") or attribute == "style" for attribute in element)
            if inline or acts or "://" in element.get("src", ""):
                wrong.add(f"{document.address}: <{name} {element}>")

    assert not wrong, "\n".join(sorted(wrong))


def test_headers_on_the_site_are_those_checked_in(site: Path) -> None:
    assert (site / "_headers").read_bytes() == (ROOT / "server/_headers").read_bytes()


def watch(page: Page, server: str) -> Callable[[], list[str]]:
    """Note what a page should not do; the answer gives what was noted since the last time."""
    noted: list[str] = []

    def on_console(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            noted.append(f"console: {message.text}")

    def on_request(request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme != "data" and parts.netloc != urlsplit(server).netloc:
            noted.append(f"asks another host: {request.url}")

    def on_response(response: Response) -> None:
        if response.status >= 400 or "set-cookie" in response.headers:
            noted.append(f"{response.status}, {response.headers.get('set-cookie', 'no cookie')}: {response.url}")

    page.on("console", on_console)
    page.on("request", on_request)
    page.on("response", on_response)
    page.on("pageerror", lambda error: noted.append(f"error: {error}"))

    def since() -> list[str]:
        found = list(noted)
        noted.clear()
        return found

    return since


USE = """(searches) => {
  for (const details of document.querySelectorAll("details")) details.open = true;
  for (const field of searches ? document.querySelectorAll("input[type=search]") : []) {
    field.value = "a";
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
  for (const box of document.querySelectorAll("main input[type=checkbox]")) box.click();
}"""
KEPT = "() => [document.cookie, ...Object.keys(localStorage), ...Object.keys(sessionStorage)].filter(Boolean)"


def test_no_page_breaks_the_policy_asks_elsewhere_or_keeps_anything(
    some_and_changed: list[Any], sample: list[Any], server: str, walk: Callable[..., list[Any]]
) -> None:
    searched = {document.address for document in sample}
    watched: dict[Page, Callable[[], list[str]]] = {}

    def examine(page: Page, document: Any) -> list[str]:
        since = watched.setdefault(page, watch(page, server))
        response = page.goto(server + document.address)
        assert response
        faults = [] if response.headers.get("content-security-policy") == SENT else ["no policy sent"]
        # The field in the header is the same on every page: the index is fetched and read on some of each kind.
        searches = document.address in searched and any("data-search" in form for form in document.all("form"))
        with page.expect_response("**/search.json") if searches else contextlib.nullcontext():
            page.evaluate(USE, searches)
        # Two frames later everything that this set in motion has asked for what it needs.
        page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
        faults += since()
        planner = any(script.get("id") == "planner-playbook" for script in document.all("script"))
        faults += [f"keeps {name}" for name in page.evaluate(KEPT) if not (planner and name.startswith(PLANS))]
        page.evaluate("() => localStorage.clear()")
        faults += [f"cookie {cookie['name']}" for cookie in page.context.cookies()]
        return [f"{document.address}: {fault}" for fault in faults]

    found = walk(some_and_changed, examine, color_scheme="dark")

    told = sorted(fault for faults in found for fault in faults)
    assert not told, "\n".join(told)


def test_only_the_choice_of_colours_is_kept(new_page: Callable[..., Page], server: str) -> None:
    page = new_page()
    page.goto(f"{server}nl/")
    for value in ("dark", "light", "auto"):
        page.locator(f"[data-scheme-choice] input[value={value}]").check()
        kept = page.evaluate("() => ({ ...localStorage })")

        assert kept == ({} if value == "auto" else {"draaiboek-scheme": value})
    assert page.context.cookies() == []
    assert page.evaluate("() => sessionStorage.length") == 0
    assert page.evaluate("async () => (await indexedDB.databases()).length") == 0
    assert page.evaluate("async () => (await caches.keys()).length") == 0
    assert page.evaluate("async () => (await navigator.serviceWorker.getRegistrations()).length") == 0

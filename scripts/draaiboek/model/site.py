"""What the site makes: its pages, its files to take along, their formats, and where they stand.

One table, read by the rules (what links can lead to, which addresses last) and by staging (navigation,
footer, downloads, tools). A path is one below a language's root. A name in braces stands for every
entry of that kind: `professions/{profession}.md`; whoever reads the table says which entries there are.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

Names = Mapping[str, Collection[str]]
"""Kind to the names of its entries."""

_KIND = re.compile(r"\{([\w-]+)\}")


@dataclass(frozen=True, slots=True)
class PageRow:
    """A page, or one for every entry of a kind."""

    path: str
    words: Literal["data", "chapter", "playbook"] = "data"
    """Who writes it: the build, from data; or editors, as a chapter or as the words of a playbook."""
    everywhere: bool = False
    """Whether languages that have only the visitors' section have it as well."""
    needs: tuple[str, ...] = ()
    """It is only there where there are entries of one of these kinds."""
    ids: tuple[str, ...] | None = None
    """What has an id on it that links can lead to; None where that cannot be known before it is made."""
    navigation: bool = False
    footer: bool = False
    looked_up: int = 0
    """Its place among what the first page of the book names beside the chapters, to look things up; 0: not there."""
    tool: str = ""
    """The browser's code that it carries, `web/<tool>/<tool>.js`; also the key of its title and texts."""

    @property
    def address(self) -> str:
        """The path without its ending, as rules and data write it."""
        return self.path.removesuffix(".md")


PAGES = (
    PageRow("index.md", everywhere=True),
    PageRow("book/index.md", words="chapter", navigation=True),
    PageRow("methods/index.md", words="chapter", navigation=True),
    PageRow("playbook/index.md", navigation=True),
    PageRow("events/index.md", navigation=True),
    PageRow("visitors/index.md", words="chapter", everywhere=True, navigation=True),
    PageRow("for-you.md", words="chapter", footer=True, looked_up=1),
    PageRow(
        "register.md", needs=("inventory", "register"), ids=("{inventory}", "{register}"), footer=True, looked_up=2
    ),
    PageRow("glossary.md", ids=("{glossary}",), footer=True, looked_up=3),
    PageRow("tools/templates.md", needs=("template",), ids=("{template}",), footer=True),
    PageRow("tools/tally.md", footer=True, tool="tally"),
    PageRow("professions/index.md", needs=("professions",), footer=True, looked_up=5),
    PageRow(
        "lists.md", needs=("lists",), footer=True, looked_up=6,
        ids=("{lists}", "{list-item}", "{organisations}", "role-{roles}", "partners", "roles"),
    ),
    PageRow("figures.md", ids=("{figures}", "chart-{charts}", "compared", "all"), footer=True, looked_up=4),
    PageRow("sources.md", ids=("{sources}",), footer=True, looked_up=7),
    PageRow("contribute.md", words="chapter", footer=True),
    PageRow("accessibility.md", words="chapter", footer=True),
    PageRow("privacy.md", words="chapter", footer=True),
    PageRow("search.md", everywhere=True),
    PageRow("professions/{professions}.md"),
    PageRow("playbook/{playbook}/index.md", words="playbook"),
    PageRow("playbook/{phase}.md", words="playbook"),
    PageRow("playbook/{playbook}/checklist.md", tool="planner"),
    PageRow("events/{events}/index.md"),
    PageRow("events/{scheduled-event}/checklist.md"),
    PageRow("visitors/events/{dated-event}.md", everywhere=True),
)  # fmt: skip
"""Every page but most chapters; those for navigation and footer in the order in which they stand there."""


@dataclass(frozen=True, slots=True)
class Format:
    """A format of checklists; its renderer is `render/<id>/checklist.py`."""

    id: str
    name: str
    """What people call it, in every language."""
    words: str = ""
    """The key of the interface string that says it instead, where languages differ."""
    of_playbook: bool = False
    """Whether the undated checklist of a playbook is offered in it."""
    of_event: bool = False
    """Whether the dated checklist of an event is offered in it."""
    by_date: bool = False
    """Whether its steps can also stand by date; elsewhere a reader sorts, or has a calendar."""
    binary: bool = False
    """Whether it cannot be shown on a screen of text."""


FORMATS: Mapping[str, Format] = {
    form.id: form
    for form in (
        Format("md", "Markdown", by_date=True),
        Format("json", "JSON"),
        Format("xlsx", "Excel", of_playbook=True, of_event=True, binary=True),
        Format("docx", "Word", of_playbook=True, of_event=True, binary=True),
        Format("pdf", "PDF", of_playbook=True, of_event=True, binary=True),
        Format("csv", "CSV", of_playbook=True, by_date=True),
        Format("ics", "iCalendar", "download-ics", of_event=True),
    )
}
"""The formats of checklists, in the order in which they are offered."""


@dataclass(frozen=True, slots=True)
class FileRow:
    """A file to take along, or one for every entry of a kind."""

    path: str
    everywhere: bool = False
    """Whether languages that have only the visitors' section have it as well."""


FILES = (
    *(FileRow(f"playbook/{{playbook}}/{{playbook}}.{form.id}") for form in FORMATS.values() if form.of_playbook),
    *(FileRow(f"events/{{scheduled-event}}/{{scheduled-event}}.{form.id}") for form in FORMATS.values() if form.of_event),
    FileRow("events.ics"),
    FileRow("events.atom"),
    FileRow("tools/templates/{template-file}", everywhere=True),
    FileRow("visitors/events/{dated-event}/qr.svg", everywhere=True),
)
"""The files that last. What helps to prepare one event goes when it is over, and stands in no table."""


def kinds(patterns: Iterable[str]) -> frozenset[str]:
    """The kinds that stand in braces."""
    return frozenset(kind for pattern in patterns for kind in _KIND.findall(pattern))


def expand(pattern: str, names: Names) -> Iterator[str]:
    """A pattern for every name of its kind; itself, when it has none."""
    kind = _KIND.search(pattern)
    if kind is None:
        yield pattern
    else:
        yield from (pattern.replace(kind[0], name) for name in names.get(kind[1], ()))


def pages_of(row: PageRow, names: Names) -> Iterator[str]:
    """The paths of a row's pages."""
    if not row.needs or any(names.get(kind) for kind in row.needs):
        yield from expand(row.path, names)


def url_of(path: str) -> str:
    """The address of a page's file below the language's root, ending in a slash; empty for the home page."""
    name = path.removesuffix(".md")
    return "" if name == "index" else f"{name.removesuffix('/index')}/"

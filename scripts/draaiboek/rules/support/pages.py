"""The pages of the site as rules see them: their words, their addresses and their anchors.

An address is the path of a page inside its language, without ending:
`book/channels`, `playbook/salon/invite`, `playbook/salon/index`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from draaiboek.load.entries import Located
from draaiboek.load.markdown import MarkdownFile
from draaiboek.load.project import PlaybookFiles, Project
from draaiboek.model.chapter import Words
from draaiboek.model.entries import Scope
from draaiboek.model.problem import Problem

DUTCH = "nl"
"""The source language."""

Kind = Literal["chapter", "introduction", "phase", "shared", "template"]


@dataclass(frozen=True, slots=True)
class Page:
    """One Markdown file and where its words are shown."""

    kind: Kind
    language: str
    key: str
    """The same for a text and its translations: the address, or the shared step's file."""
    addresses: tuple[str, ...]
    """Where it is shown; a shared step is shown on every phase that uses it."""
    file: MarkdownFile
    front: Located[Words] | None
    """What stands above its words, where that could be read."""


def readable(file: MarkdownFile) -> bool:
    """Tell whether the whole text could be read; if not, nothing can be said about what is missing."""
    hidden = ("front-unclosed", "code-unclosed")
    return not any(fault.kind.startswith("file-") or fault.kind in hidden for fault in file.faults)


def all_pages(project: Project) -> tuple[Page, ...]:
    """Every page in every language, also when only a part of it could be read."""
    return project.memory.kept(_settled_pages, project)


def each_page(project: Project, look: Callable[..., Iterable[Problem]], *facts: object) -> Iterator[Problem]:
    """What `look(page, *facts)` says about every page: asked again only where the page or the facts changed."""
    for page in all_pages(project):
        yield from project.memory.found(look, page, *facts)


def _settled_pages(project: Project) -> tuple[Page, ...]:
    return tuple(project.memory.same(("page", page.file.path), page) for page in _all_pages(project))


def _all_pages(project: Project) -> Iterator[Page]:
    front = project.front
    for language, chapters in project.chapters.items():
        for address, file in chapters.items():
            yield Page("chapter", language, address, (address,), file, front.get(file.path))
    for playbook in project.playbooks.values():
        for language, words in playbook.words.items():
            for name, phase in words.items():
                address = f"playbook/{playbook.id}/{name}"
                kind: Kind = "introduction" if name == "index" else "phase"
                yield Page(kind, language, address, (address,), phase.file, front.get(phase.file.path))
    used = _uses(project)
    for language, words in project.shared.words.items():
        for name, step in words.items():
            key = f"playbook/shared/{name}"
            yield Page("shared", language, key, tuple(used.get(name, (key,))), step.file, front.get(step.file.path))


def templates(project: Project) -> Iterator[Page]:
    """Every model text, in every language: no pages, but texts with translations all the same."""
    for language, texts in project.templates.items():
        for name, file in texts.items():
            page = Page("template", language, f"playbook/templates/{name}", (), file, project.front.get(file.path))
            yield project.memory.same(("page", file.path), page)


def _uses(project: Project) -> dict[str, list[str]]:
    """Shared step to the addresses of the phases that use it."""
    found: dict[str, list[str]] = {}
    for playbook in project.playbooks.values():
        for phase in playbook.plan.entry.phases if playbook.plan else ():
            for step in phase.steps:
                if use := getattr(step, "use", None):
                    found.setdefault(use, []).append(f"playbook/{playbook.id}/{phase.id}")
    return found


def scopes(project: Project) -> Mapping[str, Scope]:
    """How much of the site each language has."""
    return {row.entry.code: row.entry.scope for row in project.entries("languages")}


def site_of(project: Project) -> "Site":
    """Which pages and anchors links can point to, in this project."""
    return project.memory.kept(Site, project)


class Site:
    """Which pages and anchors links can point to, per language."""

    def __init__(self, project: Project) -> None:
        self._scopes = scopes(project)
        self._assets = project.files
        self._files: dict[str, dict[str, MarkdownFile]] = {}
        for page in all_pages(project):
            if page.kind != "shared":
                self._files.setdefault(page.language, {})[page.key] = page.file
        self._steps = _step_anchors(project)
        self._shared = {name: step.file for name, step in project.shared.words.get(DUTCH, {}).items()}
        self._unplanned = {playbook.id for playbook in project.playbooks.values() if playbook.plan is None}
        self._from_data = dict(_from_data(project))
        self._downloads = frozenset(_downloads(project))
        self._all_events = project.tables["events"].complete
        self._unread = _unread(project)
        self._dutch = frozenset(self._files.get(DUTCH, {})) | self._unread.get(DUTCH, set())
        self._anchors: dict[tuple[str, str], frozenset[str] | None] = {}

    def addresses(self, language: str) -> frozenset[str]:
        """The addresses of the pages that editors wrote and that exist in a language."""
        own = frozenset(self._files.get(language, {})) | self._unread.get(language, set())
        return own | (self._dutch if self._falls_back(language) else frozenset())

    def has_page(self, language: str, address: str) -> bool:
        """Tell whether a page exists in a language: translated, shown in Dutch, or made from data.

        A phase without words and an event that could not be read are faults of their own, not of a link.
        """
        if address in self._files.get(language, {}) or address in self._unread.get(language, ()):
            return True
        unread = not self._all_events and address.startswith("events/")
        others = (self._dutch, self._steps, self._from_data)
        return self._falls_back(language) and (unread or any(address in pages for pages in others))

    def has_file(self, language: str, path: str) -> bool:
        """Tell whether a file stands beside the chapters of a language, or beside the Dutch ones."""
        return any(f"docs/{folder}/{path}" in self._assets for folder in (language, DUTCH))

    def has_download(self, path: str) -> bool:
        """Tell whether the build makes a file to take along at this place; an event that could not be read has any."""
        return path in self._downloads or (not self._all_events and path.startswith("events/"))

    def files(self, language: str) -> set[str]:
        """The images and other files beside the chapters of a language."""
        prefixes = (f"docs/{language}/", f"docs/{DUTCH}/")
        return {path.removeprefix(prefix) for prefix in prefixes for path in self._assets if path.startswith(prefix)}

    def anchors(self, language: str, address: str) -> frozenset[str] | None:
        """The ids on a page that links can point to; None when they cannot be known.

        An id that only the Dutch text has counts as well: that is a fault of the translation, not of the link.
        """
        if (language, address) not in self._anchors:
            self._anchors[language, address] = self._look_for_anchors(language, address)
        return self._anchors[language, address]

    def _look_for_anchors(self, language: str, address: str) -> frozenset[str] | None:
        if any(address in self._unread.get(code, ()) for code in (language, DUTCH)):
            return None
        if address in self._from_data:
            return self._from_data[address]
        if address.startswith("playbook/") and address.split("/")[1] in self._unplanned:
            return None  # its steps could not be read, which is a fault of its own
        files = [self._files.get(code, {}).get(address) for code in (language, DUTCH)]
        known = [file for file in files if file is not None]
        if not known or not all(readable(file) for file in known):
            return None
        return frozenset().union(*(file.anchors() for file in known), self._steps.get(address, frozenset()))

    def section(self, address: str, anchor: str) -> str | None:
        """The Dutch text under an id, down to the next heading of its level; None where editors wrote none."""
        file = self._files.get(DUTCH, {}).get(address)
        if file is not None and anchor in file.anchors():
            return _section(file, anchor)
        shared = self._shared.get(anchor)
        return shared.body if shared and anchor in self._steps.get(address, ()) else None

    def _falls_back(self, language: str) -> bool:
        return self._scopes.get(language, Scope.FULL) is Scope.FULL


def _unread(project: Project) -> dict[str, set[str]]:
    """Language to the addresses of chapters that are there and were not read."""
    found: dict[str, set[str]] = {}
    for path in project.files:
        folder, language, *rest = path.split("/") if path.count("/") > 1 else ("", "")
        address = "/".join(rest).removesuffix(".md")
        if folder == "docs" and path.endswith(".md") and address not in project.chapters.get(language, {}):
            found.setdefault(language, set()).add(address)
    return found


def _from_data(project: Project) -> Iterator[tuple[str, frozenset[str] | None]]:
    """The pages that the build writes from data, with their ids where those are known here."""
    whole = {name for name, table in project.tables.items() if table.complete}
    for table in ("sources", "glossary"):
        yield table, project.ids(table) if table in whole else None
    charts = {f"chart-{name}" for name in project.ids("charts")} | {"compared", "all"}
    yield "figures", project.ids("figures") | charts if {"figures", "charts"} <= whole else None
    yield "tools/templates", frozenset(project.templates.get(DUTCH, {}))
    for address in ("search", "events/index", "playbook/index"):
        yield address, None
    yield from _looked_up(project, whole)
    for row in project.entries("events"):
        yield f"events/{row.entry.id}/index", None
        if row.entry.date and row.entry.date.full:
            yield f"events/{row.entry.id}/checklist", None
    for playbook in project.playbooks:
        yield f"playbook/{playbook}/checklist", None


def _downloads(project: Project) -> Iterator[str]:
    """The files to take along that the build makes: checklists, calendars and model texts."""
    yield from ("events.ics", "events.atom")
    for row in project.entries("events"):
        yield from (f"events/{row.entry.id}/{row.entry.id}.{form}" for form in ("ics", "xlsx", "docx", "pdf"))
    for playbook in project.playbooks:
        yield from (f"playbook/{playbook}/{playbook}.{form}" for form in ("xlsx", "docx", "pdf", "csv"))
    for name, file in project.templates.get(DUTCH, {}).items():
        if file.path in project.front:
            yield f"tools/templates/{name}.{project.front[file.path].entry.format}"


def _looked_up(project: Project, whole: set[str]) -> Iterator[tuple[str, frozenset[str] | None]]:
    """The register, the lists and the professions."""
    if project.entries("inventory") or project.entries("register"):
        known = project.ids("inventory") | project.ids("register")
        yield "register", known if {"inventory", "register"} <= whole else None
    if project.entries("lists"):
        items = {item.id for row in project.entries("lists") for item in row.entry.items}
        roles = {f"role-{name}" for name in project.ids("roles")}
        known = project.ids("lists") | items | project.ids("organisations") | roles | {"partners", "roles"}
        yield "lists", known if {"lists", "organisations", "roles"} <= whole else None
    for row in project.entries("professions"):
        yield f"professions/{row.entry.id}", None
        yield "professions/index", None


def _step_anchors(project: Project) -> dict[str, frozenset[str]]:
    """Address of a phase to the ids of its steps and of what its shared steps' texts hold."""
    found: dict[str, frozenset[str]] = {}
    for playbook in project.playbooks.values():
        for phase in playbook.plan.entry.phases if playbook.plan else ():
            ids = {getattr(step, "use", None) or step.id for step in phase.steps}
            texts = (_text(project.shared, name) for name in ids)
            inside = {anchor for text in texts if text for anchor in text.anchors()}
            found[f"playbook/{playbook.id}/{phase.id}"] = frozenset(ids | inside)
    return found


def _text(shared: PlaybookFiles, step: str) -> MarkdownFile | None:
    words = shared.words.get(DUTCH, {}).get(step)
    return words.file if words else None


def _section(file: MarkdownFile, anchor: str) -> str | None:
    """The lines from a heading to the next one of its level or above."""
    start = next((heading for heading in file.headings if heading.anchor == anchor), None)
    if start is None:
        return None
    later = (heading for heading in file.headings if heading.place.line > start.place.line)
    end = next((heading.place.line for heading in later if heading.level <= start.level), None)
    first = start.place.line - file.first_line
    return "\n".join(file.lines[first : end - file.first_line if end else None])

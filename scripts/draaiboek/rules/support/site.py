"""Where links can lead: the pages of the site and what has an id on them, per language.

In: a project. Pages that editors write come from their files, the others from the table of what the site makes.
"""

from draaiboek.load.markdown import MarkdownFile
from draaiboek.load.project import PlaybookFiles, Project
from draaiboek.model.entries import Scope
from draaiboek.model.site import FILES, PAGES, expand, pages_of
from draaiboek.model.source_language import SOURCE_LANGUAGE
from draaiboek.rules.support.pages import all_pages, readable, scopes
from draaiboek.rules.support.site_names import ids_on, names_of


def site_of(project: Project) -> "Site":
    """Which pages and anchors links can point to, in this project."""
    return project.memory.kept(Site, project)


_OF_EVENTS = ("events/", "visitors/events/")


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
        self._shared = {name: step.file for name, step in project.shared.words.get(SOURCE_LANGUAGE, {}).items()}
        self._unplanned = {playbook.id for playbook in project.playbooks.values() if playbook.plan is None}
        names = names_of(project, SOURCE_LANGUAGE)
        made = [(row, path.removesuffix(".md")) for row in PAGES if row.words == "data" for path in pages_of(row, names)]
        self._from_data = {address: ids_on(project, row, names) for row, address in made}
        self._downloads = frozenset(path for file in FILES for path in expand(file.path, names))
        self._all_events = project.tables["events"].complete
        self._unread = _unread(project)
        self._dutch = frozenset(self._files.get(SOURCE_LANGUAGE, {})) | self._unread.get(SOURCE_LANGUAGE, set())
        self._anchors: dict[tuple[str, str], frozenset[str] | None] = {}

    def addresses(self, language: str) -> frozenset[str]:
        """The addresses of the pages that editors wrote and that exist in a language."""
        own = frozenset(self._files.get(language, {})) | self._unread.get(language, set())
        return own | (self._dutch if self._falls_back(language) else frozenset())

    def has_page(self, language: str, address: str) -> bool:
        """Tell whether a page exists in a language: translated, shown in Dutch, or made from data.

        A phase without words and an event that could not be read are faults of their own, not of a link. In a
        language that has only the visitors' section, the pages link among themselves.
        """
        if address in self._files.get(language, {}) or address in self._unread.get(language, ()):
            return True
        unread = not self._all_events and address.startswith(_OF_EVENTS)
        others = (self._dutch, self._steps, self._from_data)
        return self._falls_back(language) and (unread or any(address in pages for pages in others))

    def page_address(self, page: str) -> str | None:
        """The address of a Dutch page as other rules know it: a folder stands for its first page."""
        return next((name for name in (page, f"{page}/index") if self.has_page(SOURCE_LANGUAGE, name)), None)

    def has_file(self, language: str, path: str) -> bool:
        """Tell whether a file stands beside the chapters of a language, or beside the Dutch ones."""
        return any(f"docs/{folder}/{path}" in self._assets for folder in (language, SOURCE_LANGUAGE))

    def has_download(self, path: str) -> bool:
        """Tell whether the build makes a file to take along at this place; an event that could not be read has any."""
        return path in self._downloads or (not self._all_events and path.startswith(_OF_EVENTS))

    def files(self, language: str) -> set[str]:
        """The images and other files beside the chapters of a language."""
        prefixes = (f"docs/{language}/", f"docs/{SOURCE_LANGUAGE}/")
        return {path.removeprefix(prefix) for prefix in prefixes for path in self._assets if path.startswith(prefix)}

    def anchors(self, language: str, address: str) -> frozenset[str] | None:
        """The ids on a page that links can point to; None when they cannot be known.

        An id that only the Dutch text has counts as well: that is a fault of the translation, not of the link.
        """
        if (language, address) not in self._anchors:
            self._anchors[language, address] = self._look_for_anchors(language, address)
        return self._anchors[language, address]

    def _look_for_anchors(self, language: str, address: str) -> frozenset[str] | None:
        if any(address in self._unread.get(code, ()) for code in (language, SOURCE_LANGUAGE)):
            return None
        files = [self._files.get(code, {}).get(address) for code in (language, SOURCE_LANGUAGE)]
        known = [file for file in files if file is not None]
        if not known:
            return self._from_data.get(address)
        if address.startswith("playbook/") and address.split("/")[1] in self._unplanned:
            return None  # its steps could not be read, which is a fault of its own
        if not all(readable(file) for file in known):
            return None
        return frozenset().union(*(file.anchors() for file in known), self._steps.get(address, frozenset()))

    def section(self, address: str, anchor: str) -> str | None:
        """The Dutch text under an id, down to the next heading of its level; None where editors wrote none."""
        file = self._files.get(SOURCE_LANGUAGE, {}).get(address)
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
    words = shared.words.get(SOURCE_LANGUAGE, {}).get(step)
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

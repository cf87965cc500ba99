"""Translations beside the Dutch texts they match. Not a rule itself."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from draaiboek.load.project import Project
from draaiboek.load.translation_hash import text_hash
from draaiboek.model.chapter import Words
from draaiboek.model.entries import Scope
from draaiboek.rules.pages import DUTCH, Page, all_pages, pages, readable, scopes


class State(StrEnum):
    """How a translation stands to the Dutch text."""

    CURRENT = "current"
    STALE = "stale"
    UNMARKED = "unmarked"
    ORPHAN = "orphan"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Translation:
    """A page in another language, the Dutch page if there is one, and how they stand."""

    page: Page
    source: Page | None
    state: State


def translations(project: Project) -> Iterator[Translation]:
    """Every page in another language that can be read whole and belongs to what its language has."""
    dutch = {page.key: page for page in pages(project) if page.language == DUTCH}
    hidden = _unreadable(project)
    for page in pages(project):
        if page.language != DUTCH and page.key not in hidden and belongs(project, page):
            source = dutch.get(page.key)
            yield Translation(page, source, _state(project, page, source))


def belongs(project: Project, page: Page) -> bool:
    """Tell whether a language has this page: languages of the visitors have the visitors' section only."""
    return scopes(project).get(page.language) is not Scope.VISITORS or for_visitors(page)


def for_visitors(page: Page) -> bool:
    """Tell whether a page is in the visitors' section, or is the home page."""
    return page.kind == "chapter" and (page.key == "index" or page.key.startswith("visitors/"))


def _unreadable(project: Project) -> set[str]:
    """Dutch pages that are there but cannot be read whole: nothing can be compared with them."""
    return {page.key for page in all_pages(project) if page.language == DUTCH and not readable(page.file)}


def _state(project: Project, page: Page, source: Page | None) -> State:
    if source is None:
        return State.ORPHAN
    front, dutch = _front(project, page), _front(project, source)
    if front is None or dutch is None:
        return State.UNKNOWN
    if front.source_hash is None:
        return State.UNMARKED
    return State.CURRENT if front.source_hash == text_hash(source.file, dutch.title, dutch.description) else State.STALE


def _front(project: Project, page: Page) -> Words | None:
    located = project.front.get(page.file.path)
    return located.entry if located else None

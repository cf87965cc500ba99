"""Translations beside the Dutch texts they match."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from draaiboek.load.markdown import MarkdownFile
from draaiboek.load.project import Project
from draaiboek.load.translation_hash import text_hash
from draaiboek.model.chapter import Words
from draaiboek.model.entries import Scope
from draaiboek.model.problem import Diagnostic, Place, Problem, Severity
from draaiboek.model.source_language import SOURCE_LANGUAGE
from draaiboek.rules.support.diagnostics import listed, shown
from draaiboek.rules.support.pages import Page, all_pages, readable, scopes, templates
from draaiboek.rules.support.task_items import task_id


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
    found = [page for page in texts(project) if readable(page.file)]
    dutch = {page.key: page for page in found if page.language == SOURCE_LANGUAGE}
    hidden = _unreadable(project)
    known = scopes(project)
    for page in found:
        scope = known.get(page.language)
        if page.language != SOURCE_LANGUAGE and scope and page.key not in hidden and belongs(scope, page):
            source = dutch.get(page.key)
            yield Translation(page, source, _state(project, page, source))


def texts(project: Project) -> Iterator[Page]:
    """Everything that can be translated: pages and model texts."""
    yield from all_pages(project)
    yield from templates(project)


def belongs(scope: Scope, page: Page) -> bool:
    """Tell whether a language has this text: some have only the visitors' section, and model texts for visitors."""
    return scope is Scope.FULL or for_visitors(page) or page.kind == "template"


def for_visitors(page: Page) -> bool:
    """Tell whether a page is in the visitors' section, or is the home page."""
    return page.kind == "chapter" and (page.key == "index" or page.key.startswith("visitors/"))


def _unreadable(project: Project) -> set[str]:
    """Dutch pages that are there but cannot be read whole: nothing can be compared with them."""
    return {page.key for page in texts(project) if page.language == SOURCE_LANGUAGE and not readable(page.file)}


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


def step_ids(file: MarkdownFile) -> list[tuple[str, Place]]:
    """The ids of the steps and tasks in the text of a phase or a shared step."""
    steps = [(heading.anchor, heading.place) for heading in file.headings if heading.level == 2 and heading.anchor]
    return steps + [(task, item.place) for item in file.items if (task := task_id(file, item))]


def same_parts(page: Page, source: Page) -> bool:
    """Tell whether two texts have the same heading levels, steps and tasks."""
    files = (page.file, source.file)
    levels = [[heading.level for heading in file.headings] for file in files]
    steps = [sorted(name for name, _ in step_ids(file)) for file in files if page.kind in ("phase", "shared")]
    return levels[0] == levels[1] and steps[:1] == steps[1:]


def compared(
    diagnostic: Diagnostic, file: MarkdownFile, found: Sequence[tuple[str, Place]],
    source: MarkdownFile, expected: Sequence[tuple[str, Place]],
) -> Iterator[Problem]:  # fmt: skip
    """One problem for all that is missing or too many, at the first that is too many; order does not matter."""
    have, want = Counter(name for name, _ in found), Counter(name for name, _ in expected)
    missing, extra = list((want - have).elements()), list((have - want).elements())
    if missing or extra:
        top = file.headings[0].place if file.headings else Place(file.path)
        place = next((place for name, place in found if name in extra), top)
        yield diagnostic.at(place, missing=_row(missing), extra=_row(extra), source=source.path)


def _row(names: Sequence[str]) -> str:
    return listed((shown(name) for name in names), 8) or "–"


def softened(translation: Translation, problems: Iterable[Problem]) -> Iterator[Problem]:
    """The same problems, as warnings while a translation is behind: an edit of the Dutch text never blocks."""
    for problem in problems:
        warning = replace(problem.diagnostic, severity=Severity.WARNING)
        yield problem if translation.state is State.CURRENT else replace(problem, diagnostic=warning)

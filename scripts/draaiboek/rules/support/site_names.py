"""The entries of a project for which the site makes pages and files, by the kinds of `model/site.py`.

In: a project. Out: names by kind, the ids that stand on pages from data, and every address that lasts.
"""

from collections.abc import Collection, Iterator

from draaiboek.load.project import Project
from draaiboek.model.entries import Event, Scope
from draaiboek.model.site import FILES, PAGES, Names, PageRow, expand, kinds, pages_of, url_of
from draaiboek.model.source_language import SOURCE_LANGUAGE
from draaiboek.rules.support.pages import scopes

_RESTS_ON = {
    "list-item": "lists",
    "dated-event": "events",
    "scheduled-event": "events",
}
"""The table that a kind of entries is taken from, where it has another name."""


def names_of(project: Project, language: str) -> Names:
    """The entries of every kind, as a language has them."""
    paths = [*(row.path for row in PAGES), *(file.path for file in FILES)]
    wanted = kinds(paths + [name for row in PAGES for name in (*(row.ids or ()), *row.needs)])
    tables = {name: project.ids(name) for name in wanted | {"professions", "lists", "inventory", "register"} if name in project.tables}
    plans = [(playbook.id, playbook.plan.entry) for playbook in project.playbooks.values() if playbook.plan]
    return {
        **tables,
        "list-item": [item.id for row in project.entries("lists") for item in row.entry.items],
        "dated-event": [event.id for event in _events(project) if _has_day(event)],
        "scheduled-event": [event.id for event in _events(project) if _has_day(event) and event.playbook in project.playbooks],
        "playbook": list(project.playbooks),
        "phase": [f"{name}/{phase.id}" for name, plan in plans for phase in plan.phases],
        "template": list(project.templates.get(SOURCE_LANGUAGE, {})),
        "template-file": list(_template_files(project, language)),
    }


def _events(project: Project) -> Iterator[Event]:
    return (row.entry for row in project.entries("events"))


def _has_day(event: Event) -> bool:
    return event.date is not None and event.date.full is not None


def _template_files(project: Project, language: str) -> Iterator[str]:
    """The model texts that a language has: all of them, or for visitors only what is translated."""
    own = project.templates.get(language, {})
    for name, dutch in project.templates.get(SOURCE_LANGUAGE, {}).items():
        file = own.get(name) or (dutch if is_full(project, language) else None)
        if file is not None and file.path in project.front:
            yield f"{name}.{project.front[file.path].entry.format}"


def is_full(project: Project, language: str) -> bool:
    """Whether a language has the whole site; a language that could not be read is taken to have it."""
    return scopes(project).get(language, Scope.FULL) is Scope.FULL


def ids_on(project: Project, row: PageRow, names: Names) -> frozenset[str] | None:
    """What has an id on a page from data; None where that cannot be known."""
    if row.ids is None or not all(_is_whole(project, kind) for kind in kinds(row.ids)):
        return None
    return frozenset(name for pattern in row.ids for name in expand(pattern, names))


def _is_whole(project: Project, kind: str) -> bool:
    table = project.tables.get(_RESTS_ON.get(kind, kind))
    return table is None or table.complete


def lasting_addresses(project: Project) -> frozenset[str]:
    """Every public address below the site's root that lasts: pages, and files to take along."""
    return frozenset(
        f"{row.entry.code}/{address}"
        for row in project.entries("languages")
        for address in _in_language(project, row.entry.code)
    )


def _in_language(project: Project, language: str) -> Iterator[str]:
    names = names_of(project, language)
    full = is_full(project, language)
    for path in _chapters(project, language, full=full):
        yield url_of(f"{path}.md")
    for row in PAGES:
        if row.words != "chapter" and (full or row.everywhere):
            yield from map(url_of, pages_of(row, names))
    for file in FILES:
        if full or file.everywhere:
            yield from expand(file.path, names)


def _chapters(project: Project, language: str, *, full: bool) -> Collection[str]:
    own = set(project.chapters.get(language, {}))
    return own | set(project.chapters.get(SOURCE_LANGUAGE, {})) if full else own

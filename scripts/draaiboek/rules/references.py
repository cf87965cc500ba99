"""An id that is referred to exists.

What: every id of a source, figure, organisation, municipality, role, event form, observance or step that is
used somewhere is defined in its own file; what an entry of the register leads to stands in it.
Why: a reference to nothing is a page without its source, or a plan without its step.

Wrong (RF101), data/events.yaml:

    events:
      - id: salon-1
        playbook: salon
        status: held
        date: 2019-05-20
        municipality: antwerp
        sources:
          - source-1

Right, data/events.yaml:

    events:
      - id: salon-1
        playbook: salon
        status: held
        date: 2019-05-20
        municipality: antwerpen
        languages:
          - uk
        sources:
          - source-1
"""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from draaiboek.load.entries import Located
from draaiboek.load.project import PlaybookFiles, Project
from draaiboek.model.fields import kebab
from draaiboek.model.plan import SharedSteps, UsedStep
from draaiboek.model.problem import Place, Problem
from draaiboek.rules.support.diagnostics import error, nearest
from draaiboek.rules.support.plan_walk import all_plans_read, plans, shared_steps, steps

UNKNOWN = error(
    "RF101",
    nl=("'{value}' bestaat niet in {file}", "Verbeter de id, of voeg '{value}' toe in {file}."),
    en=("'{value}' does not exist in {file}", "Correct the id, or add '{value}' in {file}."),
)

DIAGNOSTICS = (UNKNOWN,)
LOOKS_AT_CHAPTERS = False

_FIELDS: Mapping[str, Mapping[str, str]] = {
    "events": {
        "playbook": "forms",
        "municipality": "municipalities",
        "organisers": "organisations",
        "partners": "organisations",
        "sources": "sources",
    },
    "organisations": {"successor": "organisations", "sources": "sources"},
    "figures": {"source": "sources"},
    "observances": {"sources": "sources"},
    "observance-dates": {"observance": "observances"},
    "inventory": {"sources": "sources"},
    "professions": {"sources": "sources"},
    "glossary": {"sources": "sources"},
    "words": {"term": "glossary", "sources": "sources"},
}
"""Which field of which table refers to which table."""

_Reference = tuple[Any, Place]
"""An id and where it is used."""


def check(project: Project) -> Iterator[Problem]:
    """Report every id that refers to nothing, in the data and in the playbooks."""
    for table, fields in _FIELDS.items():
        for field, target in fields.items():
            uses = (use for row in project.entries(table) for use in _uses(row, field))
            yield from _unknown_in(project, target, uses)
    for row in project.entries("events"):
        yield from _unknown_in(project, "sources", _counted(row))
    yield from _inside(project)
    for playbook, plan in plans(project):
        yield from _in_playbook(project, playbook, plan)


def _uses(row: Located[Any], field: str) -> Iterator[_Reference]:
    """The ids in one field, a single one or a list."""
    value = getattr(row.entry, field)
    if isinstance(value, tuple):
        yield from ((name, row.place(kebab(field), index)) for index, name in enumerate(value))
    elif value is not None:
        yield value, row.place(kebab(field))


def _counted(event: Located[Any]) -> Iterator[_Reference]:
    """The sources of an event's numbers."""
    for group in ("expected", "results"):
        for name, number in getattr(event.entry, group) or ():
            if number is not None and number.source is not None:
                yield number.source, event.place(group, kebab(name), "source")


def _inside(project: Project) -> Iterator[Problem]:
    """The references in the items of lists, the bars of charts, and between entries of the register."""
    for row in project.entries("lists"):
        for index, item in enumerate(row.entry.items):
            uses = ((name, row.place("items", index, "sources", at)) for at, name in enumerate(item.sources))
            yield from _unknown_in(project, "sources", uses)
    for row in project.entries("charts"):
        bars = [(bar.figure, row.place("bars", index, "figure")) for index, bar in enumerate(row.entry.bars)]
        total = [(row.entry.total.figure, row.place("total", "figure"))] if row.entry.total else []
        yield from _unknown_in(project, "figures", iter([*bars, *total]))
    for row in project.entries("professions"):
        said = list(enumerate(row.entry.shortage))
        places = ((each.source, row.place("shortage", index, "source")) for index, each in said)
        yield from _unknown_in(project, "sources", places)
        figures = ((each.figure, row.place("shortage", index, "figure")) for index, each in said if each.figure)
        yield from _unknown_in(project, "figures", figures)
    known = project.ids("inventory") | project.ids("register")
    for table in ("inventory", "register") if _whole_register(project) else ():
        for row in project.entries(table):
            yield from _unknown(_uses(row, "see"), known, "data/register.yaml")


def _whole_register(project: Project) -> bool:
    return project.tables["inventory"].complete and project.tables["register"].complete


def _unknown_in(project: Project, table: str, uses: Iterator[_Reference]) -> Iterator[Problem]:
    """Look ids up in a table, unless a fault left some of its entries out."""
    if project.tables[table].complete:
        yield from _unknown(uses, project.ids(table), f"data/{table}.yaml")


def _unknown(uses: Iterator[_Reference] | list[_Reference], known: Collection[str], file: str) -> Iterator[Problem]:
    for name, place in uses:
        if name not in known:
            yield UNKNOWN.at(place, candidates=nearest(name, known), value=name, file=file)


def _in_playbook(project: Project, playbook: PlaybookFiles, plan: Located[Any]) -> Iterator[Problem]:
    """The references of one event form, or of the shared steps."""
    for step, keys in steps(plan):
        if step.role is not None:
            yield from _unknown_in(project, "roles", iter([(step.role, plan.place(*keys, "role"))]))
        if isinstance(step, UsedStep) and not _shared_is_broken(project):
            use = (step.use, plan.place(*keys, "use"))
            yield from _unknown([use], shared_steps(project), project.shared.path)
    if not isinstance(plan.entry, SharedSteps):
        yield from _unknown_in(project, "forms", iter([(playbook.id, plan.place("id"))]))
    yield from _needs(project, playbook.path, plan)


def _shared_is_broken(project: Project) -> bool:
    return project.shared.plan is None and project.shared.path in project.files


def _needs(project: Project, path: str, plan: Located[Any]) -> Iterator[Problem]:
    """A step needs a step that exists; whether its own event form has that step is another rule's question."""
    is_shared = isinstance(plan.entry, SharedSteps)
    if is_shared and not all_plans_read(project):
        return
    everywhere = {_name(step) for _, other in plans(project) for step, _ in steps(other)}
    known = everywhere if is_shared else {_name(step) for step, _ in steps(plan)}
    for step, keys in steps(plan):
        uses = [(name, plan.place(*keys, "needs", index)) for index, name in enumerate(step.needs or ())]
        missing = [use for use in uses if use[0] not in everywhere]
        yield from _unknown(missing, known, "playbook/" if is_shared else path)


def _name(step: Any) -> str:
    return step.use if isinstance(step, UsedStep) else step.id

"""An id names one thing.

What: ids differ within each table of `data/`; sources and figures share one set of ids, the inventory and
the register another; so do all lists and their items; steps and tasks share one set over all of
`playbook/`; an event form uses a shared step once.
Why: a reference, a footnote or a tick could otherwise mean either of two things.

Wrong (ID102), data/municipalities.yaml:

    municipalities:
      - id: antwerpen
        name:
          nl: Antwerpen
      - id: antwerpen
        name:
          nl: Antwerpen-stad

Right, data/municipalities.yaml:

    municipalities:
      - id: antwerpen
        name:
          nl: Antwerpen
      - id: brugge
        name:
          nl: Brugge
"""

from collections.abc import Iterable, Iterator

from draaiboek.load.project import Project
from draaiboek.model.fields import kebab
from draaiboek.model.plan import UsedStep
from draaiboek.model.problem import Place, Problem
from draaiboek.rules.support.diagnostics import error
from draaiboek.rules.support.plan_walk import defined_ids, plans, steps

TWICE = error(
    "ID102",
    nl=("'{id}' bestaat al: {first}", "Geef één van de twee een andere id, of verwijder de dubbele."),
    en=("'{id}' already exists: {first}", "Give one of the two another id, or remove the duplicate."),
)

DIAGNOSTICS = (TWICE,)
LOOKS_AT_CHAPTERS = False

_TOGETHER = (("sources", "figures"), ("inventory", "register"))
"""Tables that share one set of ids: footnotes refer to the first two, entries of the register to the others."""

_NAMED_BY = {"languages": "code", "redirects": "from_", "spelling": "language"}
"""Tables whose entries are named by something else than an id."""

_Named = tuple[str, Place]


def check(project: Project) -> Iterator[Problem]:
    """Report every second use of an id, with the place of the first."""
    for group in _groups(project):
        first: dict[str, Place] = {}
        for name, place in group:
            if name in first:
                yield TWICE.at(place, id=name, first=f"{first[name].path}:{first[name].line}")
            first.setdefault(name, place)


def _groups(project: Project) -> Iterator[Iterable[_Named]]:
    """The sets of ids within which each occurs once."""
    for tables in _TOGETHER:
        yield [named for table in tables for named in _table(project, table)]
    alone = [table for table in project.tables if not any(table in tables for tables in _TOGETHER)]
    yield from (_table(project, table) for table in alone if table != "lists")
    yield [*_table(project, "lists"), *_items(project)]
    for facet in project.entries("circumstances"):
        yield [(value.id, facet.place("values", index, "id")) for index, value in enumerate(facet.entry.values)]
    yield list(defined_ids(project))
    for _, plan in plans(project):
        if hasattr(plan.entry, "phases"):
            yield [(phase.id, plan.place("phases", index, "id")) for index, phase in enumerate(plan.entry.phases)]
            used = [(step.use, keys) for step, keys in steps(plan) if isinstance(step, UsedStep)]
            yield [(name, plan.place(*keys, "use")) for name, keys in used]


def _table(project: Project, table: str) -> list[_Named]:
    """What names the entries of one table."""
    field = _NAMED_BY.get(table, "id")
    rows = [row for row in project.entries(table) if hasattr(row.entry, field)]
    return [(getattr(row.entry, field), row.place(kebab(field))) for row in rows]


def _items(project: Project) -> Iterator[_Named]:
    """Everything in the lists: all of it stands on one page."""
    for row in project.entries("lists"):
        yield from ((item.id, row.place("items", index, "id")) for index, item in enumerate(row.entry.items))

"""Steps and tasks depend on circumstances that exist.

What: `applies-to` names facets of `data/circumstances.yaml`, and for each of them values it can have.
Why: a step for a circumstance that nobody can choose would never be shown.

Wrong (RF102), playbook/shared/steps.yaml:

    steps:
      - id: venue
        role: coordinator
        essential: true
        applies-to:
          organizer:
            - municipality
        tasks:
          - id: venue-visit
          - id: venue-quotes

Wrong (RF103), playbook/shared/steps.yaml:

    steps:
      - id: venue
        role: coordinator
        essential: true
        tasks:
          - id: venue-visit
          - id: venue-quotes
            applies-to:
              organiser:
                - city

Right, playbook/shared/steps.yaml:

    steps:
      - id: venue
        role: coordinator
        essential: true
        tasks:
          - id: venue-visit
          - id: venue-quotes
            applies-to:
              organiser:
                - municipality
"""

from collections.abc import Iterator, Mapping
from typing import Any

from draaiboek.load.entries import Located
from draaiboek.load.project import Project
from draaiboek.load.yaml_source import Path_
from draaiboek.model.problem import Problem
from draaiboek.rules.support.diagnostics import error, listed, nearest
from draaiboek.rules.support.plan_walk import plans, steps

FACET = error(
    "RF102",
    nl=(
        "'{value}' is geen omstandigheid die gekozen kan worden",
        "Kies uit: {choices}; de omstandigheden staan in data/circumstances.yaml.",
    ),
    en=(
        "'{value}' is not a circumstance that can be chosen",
        "Choose from: {choices}; the circumstances are in data/circumstances.yaml.",
    ),
)
VALUE = error(
    "RF103",
    nl=("'{value}' bestaat niet bij '{facet}'", "Kies uit: {choices}; de waarden staan in data/circumstances.yaml."),
    en=("'{value}' does not exist for '{facet}'", "Choose from: {choices}; the values are in data/circumstances.yaml."),
)

DIAGNOSTICS = (FACET, VALUE)
LOOKS_AT_CHAPTERS = False


def check(project: Project) -> Iterator[Problem]:
    """Look up the circumstances of every step and task."""
    if not project.tables["circumstances"].complete:
        return
    facets = {row.entry.id: [value.id for value in row.entry.values] for row in project.entries("circumstances")}
    for _, plan in plans(project):
        for conditions, keys in _conditions(plan):
            yield from _unknown(plan, keys, conditions, facets)


def _conditions(plan: Located[Any]) -> Iterator[tuple[Mapping[str, tuple[str, ...]], Path_]]:
    """Every `applies-to` of a plan with its keys."""
    for step, keys in steps(plan):
        if step.applies_to:
            yield step.applies_to, (*keys, "applies-to")
        for index, task in enumerate(getattr(step, "tasks", ())):
            if task.applies_to:
                yield task.applies_to, (*keys, "tasks", index, "applies-to")


def _unknown(
    plan: Located[Any], keys: Path_, conditions: Mapping[str, tuple[str, ...]], facets: Mapping[str, list[str]]
) -> Iterator[Problem]:
    for facet, values in conditions.items():
        if facet not in facets:
            place = plan.tree.key_place((*plan.path, *keys, facet))
            yield FACET.at(place, candidates=nearest(facet, facets), value=facet, choices=listed(facets))
            continue
        for index, value in enumerate(values):
            if value not in facets[facet]:
                place = plan.place(*keys, facet, index)
                near = nearest(value, facets[facet])
                yield VALUE.at(place, candidates=near, value=value, facet=facet, choices=listed(facets[facet]))

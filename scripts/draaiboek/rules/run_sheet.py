"""The run sheet has its own keys, and phases have steps and free names.

What: an offset in minutes says `from: opening` or `from: closing`; `from`, `day` and `duration` belong
to such steps only. A phase has at least one step, and is not called `checklist` or `index`.
Why: minutes cannot be placed without the moment they count from, a duration says nothing about a
step of weeks, an empty phase is an empty page, and those two names are addresses of the site.

Wrong (PB204), playbook/salon/playbook.yaml:

    id: salon
    phases:
      - id: day
        steps:
          - id: set-up
            offset: -90min
            role: host
            essential: true
            tasks:
              - id: set-up-route

Wrong (PB205), playbook/salon/playbook.yaml:

    id: salon
    phases:
      - id: checklist
        steps:
          - use: venue
            offset: -16w

Wrong (PB207), playbook/salon/playbook.yaml:

    id: salon
    phases:
      - id: prepare
        steps: []

Wrong (PB208), playbook/salon/playbook.yaml:

    id: salon
    phases:
      - id: prepare
        steps:
          - use: venue
            offset: -16w
            duration: 60min

Right, playbook/salon/playbook.yaml:

    id: salon
    phases:
      - id: day
        steps:
          - id: set-up
            offset: -90min
            from: opening
            duration: 60min
            role: host
            essential: true
            tasks:
              - id: set-up-route
"""

from collections.abc import Iterator
from typing import Any

from draaiboek.load.entries import Located
from draaiboek.load.project import Project
from draaiboek.model.plan import RESERVED_PHASES
from draaiboek.model.problem import Problem
from draaiboek.rules.support.diagnostics import error, listed
from draaiboek.rules.support.plan_walk import plans, steps

NO_MOMENT = error(
    "PB204",
    nl=(
        "bij 'offset: {offset}' staat niet of de minuten vanaf de opening of de sluiting tellen",
        "Zet eronder 'from: opening' of 'from: closing'.",
    ),
    en=(
        "'offset: {offset}' does not say whether its minutes count from opening or closing",
        "Put 'from: opening' or 'from: closing' below it.",
    ),
)
RESERVED = error(
    "PB205",
    nl=("een fase kan niet '{id}' heten", "Kies een andere id: {reserved} zijn al adressen van de site."),
    en=("a phase cannot be called '{id}'", "Choose another id: {reserved} are already addresses of the site."),
)
NO_STEPS = error(
    "PB207",
    nl=("de fase '{id}' heeft geen stappen", "Zet er een stap in, of haal de fase weg."),
    en=("the phase '{id}' has no steps", "Put a step in it, or remove the phase."),
)
NOT_ON_THE_DAY = error(
    "PB208",
    nl=(
        "'{key}' hoort alleen bij stappen van de dag zelf, en deze stap heeft 'offset: {offset}'",
        "Haal '{key}' weg, of schrijf de offset in minuten als de stap op de dag zelf gebeurt.",
    ),
    en=(
        "'{key}' belongs to steps of the day itself only, and this step has 'offset: {offset}'",
        "Remove '{key}', or write the offset in minutes if the step happens on the day itself.",
    ),
)

DIAGNOSTICS = (NO_MOMENT, RESERVED, NO_STEPS, NOT_ON_THE_DAY)
LOOKS_AT_CHAPTERS = False

_RUN_SHEET_KEYS = {"from": "from_", "day": "day", "duration": "duration"}


def check(project: Project) -> Iterator[Problem]:
    """Look at the phases of every event form and at the keys of their steps."""
    for playbook, plan in plans(project):
        if playbook is not project.shared:
            yield from _phases(plan)
            yield from _keys(plan)


def _phases(plan: Located[Any]) -> Iterator[Problem]:
    for index, phase in enumerate(plan.entry.phases):
        place = plan.place("phases", index, "id")
        if phase.id in RESERVED_PHASES:
            yield RESERVED.at(place, id=phase.id, reserved=listed(sorted(RESERVED_PHASES)))
        if not phase.steps:
            yield NO_STEPS.at(place, id=phase.id)


def _keys(plan: Located[Any]) -> Iterator[Problem]:
    for step, keys in steps(plan):
        if step.offset.unit == "min":
            if step.from_ is None:
                yield NO_MOMENT.at(plan.place(*keys, "offset"), offset=step.offset)
            continue
        for key, name in _RUN_SHEET_KEYS.items():
            if getattr(step, name) is not None:
                yield NOT_ON_THE_DAY.at(plan.place(*keys, key), key=key, offset=step.offset)

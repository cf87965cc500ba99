"""What a step needs can come before it.

What: the steps of an event form do not wait for each other in a circle, nor for themselves; each step
they need belongs to the same event form and is due no later. Working days and weeks are compared only
where the order is certain whatever the date.
Why: a step that is due before what it needs cannot be done on time, and a circle never starts.

Wrong (PB201), playbook/salon/playbook.yaml:

    id: salon
    phases:
      - id: prepare
        steps:
          - id: decide
            offset: -16w
            role: coordinator
            essential: true
            needs:
              - venue
            tasks:
              - id: decide-goal
          - use: venue
            offset: -16w
            needs:
              - decide

Wrong (PB202), playbook/salon/playbook.yaml:

    id: salon
    phases:
      - id: prepare
        steps:
          - id: decide
            offset: -12w
            role: coordinator
            essential: true
            tasks:
              - id: decide-goal
          - use: venue
            offset: -16w
            needs:
              - decide

Wrong (PB203), playbook/salon/playbook.yaml:

    id: salon
    phases:
      - id: prepare
        steps:
          - use: venue
            offset: -16w
            needs:
              - venue

Wrong (PB206), playbook/salon/playbook.yaml:

    id: salon
    phases:
      - id: prepare
        steps:
          - id: decide
            offset: -20w
            role: coordinator
            essential: true
            needs:
              - venue
            tasks:
              - id: decide-goal

Right, playbook/salon/playbook.yaml:

    id: salon
    phases:
      - id: prepare
        steps:
          - id: decide
            offset: -20w
            role: coordinator
            essential: true
            tasks:
              - id: decide-goal
          - use: venue
            offset: -16w
            needs:
              - decide
"""

from collections.abc import Iterator, Mapping

from draaiboek.load.project import Project
from draaiboek.model.plan import UsedStep
from draaiboek.model.problem import Problem
from draaiboek.rules.support.diagnostics import error
from draaiboek.rules.support.offset_order import certainly_later
from draaiboek.rules.support.plan_walk import plans, steps
from draaiboek.rules.support.planned_steps import PlannedStep, planned_steps

CIRCLE = error(
    "PB201",
    nl=(
        "deze stappen wachten op elkaar: {chain} (elke stap heeft de volgende nodig)",
        "Beslis welke stap eerst komt en haal daar de andere weg bij 'needs'.",
    ),
    en=(
        "these steps wait for each other: {chain} (each needs the next)",
        "Decide which step comes first and remove the other from its 'needs'.",
    ),
)
TOO_LATE = error(
    "PB202",
    nl=(
        "'{step}' ({when}) heeft '{need}' nodig, maar die stap is pas later aan de beurt ({need_when})",
        "Zet '{need}' vroeger of '{step}' later, of haal '{need}' weg bij 'needs'.",
    ),
    en=(
        "'{step}' ({when}) needs '{need}', but that step is due only later ({need_when})",
        "Put '{need}' earlier or '{step}' later, or remove '{need}' from 'needs'.",
    ),
)
ITSELF = error(
    "PB203",
    nl=("'{step}' heeft zichzelf nodig", "Haal '{step}' weg bij 'needs' van die stap."),
    en=("'{step}' needs itself", "Remove '{step}' from the 'needs' of that step."),
)
ELSEWHERE = error(
    "PB206",
    nl=(
        "'{step}' heeft '{need}' nodig, maar dit draaiboek heeft die stap niet (wel {file})",
        "Neem de stap op (een gedeelde stap met 'use: {need}'), of zet bij '{step}' een eigen 'needs' zonder '{need}'.",
    ),
    en=(
        "'{step}' needs '{need}', but this playbook does not have that step ({file} does)",
        "Add the step (a shared one with 'use: {need}'), or give '{step}' its own 'needs' without '{need}'.",
    ),
)

DIAGNOSTICS = (CIRCLE, TOO_LATE, ITSELF, ELSEWHERE)
LOOKS_AT_CHAPTERS = False

_Steps = Mapping[str, PlannedStep]


def check(project: Project) -> Iterator[Problem]:
    """Compare what the steps of every event form need with their order."""
    files = dict(_defined(project))
    for playbook, plan in plans(project):
        if playbook is not project.shared:
            planned = planned_steps(project, plan)
            yield from _itself(planned)
            yield from _circles(planned)
            yield from _too_late(planned)
            yield from _elsewhere(project, planned, files)


def _defined(project: Project) -> Iterator[tuple[str, str]]:
    """Every step with the file that defines it."""
    for playbook, plan in plans(project):
        for step, _ in steps(plan):
            if not isinstance(step, UsedStep):
                yield step.id, playbook.path


def _itself(planned: _Steps) -> Iterator[Problem]:
    for step in planned.values():
        for need in step.needs:
            if need.id == step.id:
                yield ITSELF.at(need.written, step=step.id)


def _circles(planned: _Steps) -> Iterator[Problem]:
    """Each circle once, from its first step in the file."""
    reported: set[str] = set()
    for step in planned.values():
        if step.id not in reported and (chain := _chain(planned, step.id)):
            reported |= set(chain)
            first = next(need for need in step.needs if need.id == chain[1])
            yield CIRCLE.at(first.written, chain=" → ".join(chain))


def _chain(planned: _Steps, start: str) -> list[str]:
    """The shortest way from a step over its needs back to itself; empty when there is none."""
    came_from: dict[str, str] = {}
    queue = [start]
    for name in queue:
        for need in planned[name].needs:
            if need.id == start and name != start:
                return [*_way(came_from, start, name), start]
            if need.id in planned and need.id not in came_from and need.id != start:
                came_from[need.id] = name
                queue.append(need.id)
    return []


def _way(came_from: Mapping[str, str], start: str, end: str) -> list[str]:
    way = [end]
    while way[-1] != start:
        way.append(came_from[way[-1]])
    return way[::-1]


def _too_late(planned: _Steps) -> Iterator[Problem]:
    """Steps in a circle are left out: whichever way they are turned, one is late."""
    for step in planned.values():
        for need in step.needs:
            other = planned.get(need.id)
            if other and certainly_later(other.step, step.step) and not _waits_for(planned, other.id, step.id):
                yield TOO_LATE.at(
                    need.place, step=step.id, when=step.step.offset, need=other.id, need_when=other.step.offset
                )


def _waits_for(planned: _Steps, name: str, goal: str) -> bool:
    """Whether a step needs another one, directly or through others."""
    seen = {name}
    queue = [name]
    for current in queue:
        found = {need.id for need in planned[current].needs if need.id in planned} - seen
        seen |= found
        queue.extend(found)
    return goal in seen


def _elsewhere(project: Project, planned: _Steps, files: Mapping[str, str]) -> Iterator[Problem]:
    """A misspelt `use` is reported by itself; what needs the step it meant is not wrong."""
    uses = {step.step.use for step in planned.values() if isinstance(step.step, UsedStep)}
    misspelt = project.shared.plan is None or bool(uses - files.keys())
    for step in planned.values():
        for need in step.needs:
            file = files.get(need.id)
            if need.id not in planned and file and not (misspelt and file == project.shared.path):
                yield ELSEWHERE.at(need.place, step=step.id, need=need.id, file=file)

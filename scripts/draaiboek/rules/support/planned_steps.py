"""The steps of one event form with what they need, shared steps filled in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from draaiboek.load.project import PlaybookFiles, Project
from draaiboek.load.yaml_source import Path_
from draaiboek.model.plan import SharedStep, UsedStep
from draaiboek.model.problem import Place
from draaiboek.rules.support.plan_walk import steps


@dataclass(frozen=True, slots=True)
class Need:
    """A step that comes first: `place` is in the event form, `written` where the need itself stands."""

    id: str
    place: Place
    written: Place


@dataclass(frozen=True, slots=True)
class PlannedStep:
    """A step as one event form plans it."""

    id: str
    step: Any
    """The step as it stands in the event form: a `Step` or a `UsedStep`."""
    keys: Path_
    needs: tuple[Need, ...]


def planned_steps(project: Project, playbook: PlaybookFiles) -> dict[str, PlannedStep]:
    """The steps of an event form by id, in order; of two with the same id the first."""
    shared = {step.id: (step, keys) for step, keys in _shared(project)}
    found: dict[str, PlannedStep] = {}
    for step, keys in steps(playbook.plan):
        name = step.use if isinstance(step, UsedStep) else step.id
        needs = tuple(_needs(project, playbook, step, keys, shared))
        found.setdefault(name, PlannedStep(name, step, keys, needs))
    return found


def _shared(project: Project) -> Iterator[tuple[SharedStep, Path_]]:
    if project.shared.plan is not None:
        yield from steps(project.shared.plan)


def _needs(
    project: Project, playbook: PlaybookFiles, step: Any, keys: Path_, shared: Mapping[str, tuple[SharedStep, Path_]]
) -> Iterator[Need]:
    """The step's own needs, or those it takes over from the shared step."""
    if step.needs is not None:
        for index, name in enumerate(step.needs):
            place = playbook.plan.place(*keys, "needs", index)
            yield Need(name, place, place)
    elif step.use in shared:
        origin, origin_keys = shared[step.use]
        for index, name in enumerate(origin.needs):
            written = project.shared.plan.place(*origin_keys, "needs", index)
            yield Need(name, playbook.plan.place(*keys, "use"), written)

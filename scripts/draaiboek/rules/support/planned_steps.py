"""The steps of one event form with what they need, shared steps filled in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from draaiboek.load.entries import Located
from draaiboek.load.project import Project
from draaiboek.load.yaml_source import Path_
from draaiboek.model.plan import UsedStep
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


def planned_steps(project: Project, plan: Located[Any]) -> dict[str, PlannedStep]:
    """The steps of an event form by id, in order; of two with the same id the first."""
    shared = _shared_needs(project)
    found: dict[str, PlannedStep] = {}
    for step, keys in steps(plan):
        name = step.use if isinstance(step, UsedStep) else step.id
        needs = tuple(_needs(plan, step, keys, shared))
        found.setdefault(name, PlannedStep(name, step, keys, needs))
    return found


def _shared_needs(project: Project) -> dict[str, list[tuple[str, Place]]]:
    """What each shared step needs, and where that stands."""
    plan = project.shared.plan
    return {step.id: list(_own(plan, step, keys)) for step, keys in steps(plan)} if plan is not None else {}


def _own(plan: Located[Any], step: Any, keys: Path_) -> Iterator[tuple[str, Place]]:
    for index, name in enumerate(step.needs):
        yield name, plan.place(*keys, "needs", index)


def _needs(plan: Located[Any], step: Any, keys: Path_, shared: Mapping[str, list[tuple[str, Place]]]) -> Iterator[Need]:
    """The step's own needs, or those it takes over from the shared step."""
    if step.needs is not None:
        yield from (Need(name, place, place) for name, place in _own(plan, step, keys))
    else:
        yield from (Need(name, plan.place(*keys, "use"), written) for name, written in shared.get(step.use, ()))

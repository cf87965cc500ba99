"""A plan that begins later than it should: what moves, what falls away, and whether the rest still fits.

In: the steps of a plan with their needs, the event's days and today. Out: new due dates, the steps
that are dropped, and whether what cannot be missed still fits before the event. Nothing is known
here of work already done: a step whose date has passed counts as still to do.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from draaiboek.catalogue import PlanStep
from draaiboek.derive.schedule import Occasion, is_run_sheet, step_day
from draaiboek.derive.workdays import is_working_day, working_day_after

HOURS_A_DAY = 4
"""Hours of work that one role can give the event on a working day. Half a day, because whoever organises
an event in an office has other work too; a judgement, not a measurement."""

_DAY = timedelta(days=1)

Needs = Mapping[str, tuple[str, ...]]
"""Step id to the ids of what it needs."""


@dataclass(frozen=True, slots=True)
class LateStart:
    """What starting on a day does to a plan."""

    due: Mapping[str, date]
    """New due dates of the steps that move."""
    dropped: frozenset[str]
    """Steps whose date has passed and that may be missed."""
    needs: Needs
    """The needs of what is left: a need on a dropped step passes to that step's own needs."""
    fits: bool
    """False when the essential steps no longer fit before the event."""


def late_start(steps: Mapping[str, PlanStep], needs: Needs, occasion: Occasion, today: date) -> LateStart:
    """Start a plan today; once the event has begun, nothing moves any more.

    An essential step whose date has passed falls on the first working day from today, or on the event
    day when that comes first, and never before a step it needs.
    """
    if occasion.first_day < today:
        return LateStart({}, frozenset(), needs, fits=True)
    planned = {name: step_day(steps[name], occasion) for name in needs if _is_before(steps[name])}
    late = {name for name, day in planned.items() if day < today}
    dropped = frozenset(name for name in late if not steps[name].essential)
    left = pass_on(needs, needs.keys() - dropped)
    first = min(working_day_after(today), occasion.first_day)
    moved = _moved({name: day for name, day in planned.items() if name in left}, left, first)
    due = {name: day for name, day in moved.items() if day != planned[name]}
    return LateStart(due, dropped, left, fits=not due or _fits(moved, steps, left, first, occasion.first_day))


def _is_before(step: PlanStep) -> bool:
    """Whether a step belongs before the event: not the run sheet, nor the day itself, nor what follows."""
    return not is_run_sheet(step) and not step.offset.after and step.offset.amount != 0


def pass_on(needs: Needs, kept: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The needs of the steps that are kept; a need on another step passes to that step's own needs."""
    left = set(kept)

    def through(name: str, seen: frozenset[str]) -> tuple[str, ...]:
        found: dict[str, None] = {}
        for need in needs[name]:
            if need in left:
                found[need] = None
            elif need in needs and need not in seen:
                found.update(dict.fromkeys(through(need, seen | {need})))
        return tuple(found)

    return {name: through(name, frozenset({name})) for name in needs if name in left}


def _moved(planned: Mapping[str, date], needs: Needs, first: date) -> dict[str, date]:
    """No step before the first day that is left, and none before what it needs."""
    moved: dict[str, date] = {}
    for name in in_order(needs):
        if name in planned:
            found = (need for need in needs[name] if need in moved)
            # A step that keeps its date waits only for what has moved: the plan itself set the rest.
            waits = [moved[need] for need in found if planned[name] < first or moved[need] > planned[need]]
            moved[name] = max([planned[name], first, *waits])
    return moved


def in_order(needs: Needs) -> list[str]:
    """All steps, each after what it needs; otherwise in the order they were given."""
    found: dict[str, None] = {}

    def visit(name: str, seen: frozenset[str]) -> None:
        for need in needs[name]:
            if need in needs and need not in found and need not in seen:
                visit(need, seen | {need})
        found[name] = None

    for name in needs:
        if name not in found:
            visit(name, frozenset({name}))
    return list(found)


def _fits(due: Mapping[str, date], steps: Mapping[str, PlanStep], needs: Needs, first: date, event: date) -> bool:
    """Whether the days up to the event are enough for the essential steps that are left.

    They are not when a step falls on the event day, or when one role, or one chain of steps that need
    each other, asks more hours than there are.
    """
    essential = pass_on(needs, {name for name in due if steps[name].essential})
    chains: dict[str, float] = {}
    roles: dict[str, float] = {}
    for name in in_order(essential):
        hours = _hours(steps[name])
        chains[name] = hours + max((chains[need] for need in essential[name]), default=0)
        roles[steps[name].role] = roles.get(steps[name].role, 0) + hours
    days = sum(is_working_day(first + _DAY * number) for number in range((event - first).days))
    on_time = all(due[name] < event for name in essential)
    return on_time and max([*chains.values(), *roles.values()], default=0) <= days * HOURS_A_DAY


def _hours(step: PlanStep) -> float:
    return step.effort.total_seconds() / 3600 if step.effort else 0

"""Steps by date: in one row from first to last, or by calendar week.

In: dated steps. Out: the same steps in order; steps without a date come last, or in no week.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import groupby

from draaiboek.derive.checklist_view import StepView
from draaiboek.derive.late_start import in_order


@dataclass(frozen=True, slots=True)
class Week:
    """One ISO week with its steps; the days are its Monday and its Sunday."""

    year: int
    number: int
    first_day: date
    last_day: date
    steps: tuple[StepView, ...]


def by_date(steps: Iterable[StepView]) -> tuple[StepView, ...]:
    """The steps by due date and clock time; on one day, each after what it needs."""
    given = {step.id: step for step in steps}
    needed = in_order({name: tuple(need for need in step.needs if need in given) for name, step in given.items()})
    return tuple(sorted((given[name] for name in needed), key=_moment))


def _moment(step: StepView) -> datetime:
    """When a step is due; the whole day comes before its hours."""
    if step.slot:
        return step.slot.start
    return datetime.combine(step.due or date.max, time())


def by_clock(steps: Iterable[StepView]) -> list[StepView]:
    """The steps of the run sheet, by the day, and by the clock where all times are known."""
    shown = sorted((step for step in steps if step.run_sheet), key=lambda step: step.due or date.min)
    starts = {step.id: step.slot.start for step in shown if step.slot}
    return sorted(shown, key=lambda step: starts[step.id]) if len(starts) == len(shown) else shown


def by_week(steps: Iterable[StepView]) -> tuple[Week, ...]:
    """The dated steps by ISO week, in order."""
    dated = [(step.due, step) for step in by_date(steps) if step.due]
    weeks = groupby(dated, key=lambda pair: pair[0] - timedelta(days=pair[0].weekday()))
    return tuple(
        Week(monday.isocalendar().year, monday.isocalendar().week, monday, monday + timedelta(days=6), tuple(step for _, step in pairs))
        for monday, pairs in weeks
    )

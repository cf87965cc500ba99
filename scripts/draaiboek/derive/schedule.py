"""Offsets to dates: when a step is due, and when a run-sheet step begins and ends."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from draaiboek.catalogue import PlanStep
from draaiboek.derive.workdays import add_working_days, working_day_after, working_day_before
from draaiboek.model.values import Offset


@dataclass(frozen=True, slots=True)
class Occasion:
    """When an event takes place. Clock times are Europe/Brussels; None when not known."""

    first_day: date
    last_day: date
    opens: time | None = None
    closes: time | None = None


@dataclass(frozen=True, slots=True)
class Slot:
    """A stretch of the run sheet, in Brussels time without a zone; `end` is None without a duration."""

    start: datetime
    end: datetime | None


def due_date(offset: Offset, occasion: Occasion) -> date:
    """The day a step is due.

    Counted from the first day before the event and from the last day after it. A due date before
    the event moves back to a working day, one after it forward; the event day itself never moves.
    """
    if offset.unit == "min":
        return occasion.first_day
    start = occasion.last_day if offset.after else occasion.first_day
    if offset.amount == 0:
        return start
    if offset.unit == "wd":
        return add_working_days(start, offset.amount)
    day = start + timedelta(days=offset.amount * (7 if offset.unit == "w" else 1))
    return working_day_after(day) if offset.after else working_day_before(day)


def is_run_sheet(step: PlanStep) -> bool:
    """Whether a step belongs to the run sheet of an event day."""
    return step.offset.unit == "min"


def step_day(step: PlanStep, occasion: Occasion) -> date:
    """The day on which a step is due; for the run sheet its day of the event."""
    if is_run_sheet(step):
        return occasion.first_day + timedelta(days=step.day - 1)
    return due_date(step.offset, occasion)


def run_slot(step: PlanStep, occasion: Occasion) -> Slot | None:
    """When a run-sheet step takes place; None when opening or closing time is not known."""
    clock = occasion.closes if step.anchor == "closing" else occasion.opens
    if not is_run_sheet(step) or clock is None:
        return None
    start = datetime.combine(step_day(step, occasion), clock) + step.offset.minutes
    return Slot(start, start + step.duration if step.duration else None)

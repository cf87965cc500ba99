"""The formulas of a checklist in Excel: due dates and clock times that follow the event.

In: a step. Out: a formula over the workbook's defined names, with the functions that Excel 2016 and
LibreOffice share; it gives what `derive.schedule` gives. It never looks at another row.

A late step (one whose ordinary date had passed when the list was made) cannot be worked out in a cell:
that depends on what is done already. Its formula is the later of the ordinary date and the day that the
view gives, so the cell agrees with the other formats, and the ordinary date takes over again once the
event moves far enough ahead. The `kind` column says which steps are late.
"""

from datetime import date, datetime, time

from draaiboek.derive.checklist import StepView
from draaiboek.derive.schedule import Occasion, due_date

FIRST_DAY, LAST_DAY = "event_first_day", "event_last_day"
OPENING, CLOSING = "opening_time", "closing_time"
DAYS_OFF, DAYS_OFF_NAMES = "non_working_days", "non_working_day_names"
STATUSES = "status_list"

_EPOCH = date(1899, 12, 30)
_MINUTES = 24 * 60


def serial(day: date) -> int:
    """The number that Excel keeps for a day."""
    return (day - _EPOCH).days


def day_share(moment: time) -> float:
    """The number that Excel keeps for a clock time."""
    return (moment.hour * 60 + moment.minute) / _MINUTES


def date_call(day: date) -> str:
    """A day as it stands in a formula."""
    return f"DATE({day.year},{day.month},{day.day})"


def due_formula(step: StepView, day: int, occasion: Occasion | None, words: str) -> str:
    """The day a step is due; until there is an event day, what the cell `words` says.

    `day` is the day of the event that a run-sheet step belongs to, from 1.
    """
    if step.run_sheet:
        return f"=IF(ISNUMBER({FIRST_DAY}),{_run_day(step, day)},{words})"
    start, due = _ordinary(step)
    if occasion and step.due and step.due > due_date(step.offset, occasion):
        due = f"MAX({due},{date_call(step.due)})"
    return f"=IF(ISNUMBER({start}),{due},{words})"


def _ordinary(step: StepView) -> tuple[str, str]:
    """Where the counting starts, and the day it ends at.

    WORKDAY(day+1,-1) is the day itself or the last working day before it; WORKDAY(day-1,1) likewise
    the first one from it.
    """
    offset = step.offset
    start = LAST_DAY if offset.after else FIRST_DAY
    if offset.amount == 0:
        return start, start
    if offset.unit == "wd":
        return start, f"WORKDAY({start},{offset.amount},{DAYS_OFF})"
    days = offset.amount * (7 if offset.unit == "w" else 1)
    back = "-1,1" if offset.after else "+1,-1"
    return start, f"WORKDAY({start}{days:+d}{back},{DAYS_OFF})"


def _anchor(step: StepView) -> str:
    return CLOSING if step.anchor == "closing" else OPENING


def _minutes(step: StepView, extra: int = 0) -> str:
    """Minutes from midnight; rounded, because a clock time in Excel is a broken number."""
    return f"ROUND({_anchor(step)}*{_MINUTES},0){step.offset.amount + extra:+d}"


def _run_day(step: StepView, day: int) -> str:
    """The day of the event, or a neighbour when the minutes reach over midnight."""
    shift = f"{day - 1:+d}" if day > 1 else ""
    return f"{FIRST_DAY}{shift}+IF(ISNUMBER({_anchor(step)}),INT(({_minutes(step)})/{_MINUTES}),0)"


def start_formula(step: StepView, words: str = '""') -> str:
    """The clock time a run-sheet step begins; `words` without an opening or closing time."""
    return f"=IF(ISNUMBER({_anchor(step)}),MOD({_minutes(step)},{_MINUTES})/{_MINUTES},{words})"


def end_formula(step: StepView) -> str:
    """The clock time a run-sheet step ends; for steps with a duration."""
    length = int(step.duration.total_seconds() // 60) if step.duration else 0
    return f'=IF(ISNUMBER({_anchor(step)}),MOD({_minutes(step, length)},{_MINUTES})/{_MINUTES},"")'


def due_value(step: StepView, words: str) -> int | str:
    """What the due formula gives for the view's own event."""
    return serial(step.due) if step.due else words


def clock_value(moment: datetime | None, words: str = "") -> float | str:
    """What a formula for a clock time gives for the view's own event."""
    return day_share(moment.time()) if moment else words

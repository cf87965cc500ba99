"""Which of two steps is due later, where that is certain for every date."""

import math
from typing import Any

from draaiboek.model.values import Offset

_DAYS = {"w": 7, "d": 1}


def certainly_later(one: Any, other: Any) -> bool:
    """Tell whether a step is due after another one, whatever the event's date and opening hours."""
    first, second = one.offset, other.offset
    if first.unit == second.unit == "min":
        return _later_in_run_sheet(one, other)
    if first.unit == second.unit:
        return bool(first.amount > second.amount)
    return _days(first)[0] > _days(second)[1]


def _days(offset: Offset) -> tuple[float, float]:
    """The fewest and most calendar days from the event; the run sheet lies at zero.

    Five working days are seven calendar days or more; weekends and public holidays can add a few.
    """
    if offset.unit == "min":
        return 0, 0
    if offset.unit != "wd":
        days = offset.amount * _DAYS[offset.unit]
        return days, days
    amount = abs(offset.amount)
    nearest, farthest = amount, math.ceil(amount * 1.4) + 3 if amount else 0
    return (nearest, farthest) if offset.after else (-farthest, -nearest)


def _later_in_run_sheet(one: Any, other: Any) -> bool:
    """Closing comes after opening, but how long after is known only for an event."""
    if one.from_ is None or other.from_ is None:
        return False
    days = int(one.day or 1), int(other.day or 1)
    if days[0] != days[1]:
        return days[0] > days[1]
    if one.from_ == other.from_:
        return bool(one.offset.amount > other.offset.amount)
    return bool(one.from_ == "closing" and one.offset.amount >= other.offset.amount)

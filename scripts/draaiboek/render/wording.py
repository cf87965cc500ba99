"""Dates, spans and numbers in words, in the language of a page (CLDR data through Babel)."""

from datetime import date, time, timedelta
from decimal import Decimal
from typing import Literal

from babel.dates import format_date as babel_date
from babel.dates import format_time as babel_time
from babel.dates import format_timedelta
from babel.numbers import format_decimal

from draaiboek.catalogue import Catalogue
from draaiboek.derive.checklist import StepView
from draaiboek.model.values import Offset, PartialDate


def long_date(day: date, language: str) -> str:
    """With the weekday: "donderdag 18 maart 2027"."""
    return babel_date(day, "full", locale=language)


MEDIUM_DATE = "EEE d MMM y"
"""A CLDR pattern."""


def medium_date(day: date, language: str) -> str:
    """Short enough for a list: "do 18 mrt 2027"."""
    return babel_date(day, MEDIUM_DATE, locale=language)


def clock(moment: time, language: str) -> str:
    """Hours and minutes on the 24-hour clock: "13:30"."""
    return babel_time(moment, "HH:mm", locale=language)


def number(value: Decimal | int, language: str) -> str:
    """With the separators of the language."""
    return format_decimal(value, locale=language)


def partial_date(value: PartialDate, catalogue: Catalogue, language: str) -> str:
    """As precise as it is known: a day, a month or a year, with "about" where it is approximate."""
    if value.day:
        said = long_date(value.earliest, language)
    elif value.month:
        said = babel_date(value.earliest, "LLLL y", locale=language)
    else:
        said = f"{value.year}"
    return catalogue.text(language, "about-value", value=said) if value.approximate else said


_ENDLESS = 1_000_000
"""A threshold that keeps a stretch of time in the unit it is given in."""


def _in(unit: Literal["week", "day", "hour", "minute"], stretch: timedelta, language: str) -> str:
    return format_timedelta(stretch, granularity=unit, threshold=_ENDLESS, locale=language)


def span(duration: timedelta, language: str) -> str:
    """A stretch of time: "4 uur", "1 uur 30 minuten", "45 minuten"."""
    hours, minutes = divmod(round(duration.total_seconds() / 60), 60)
    parts = [_in("hour", timedelta(hours=hours), language)] if hours else []
    parts += [_in("minute", timedelta(minutes=minutes), language)] if minutes else []
    return " ".join(parts)


def _distance(offset: Offset, catalogue: Catalogue, language: str) -> str:
    amount = abs(offset.amount)
    if offset.unit == "wd":
        key = "working-day-one" if amount == 1 else "working-day-many"
        return catalogue.text(language, key, count=amount)
    if offset.unit == "min":
        return span(timedelta(minutes=amount), language)
    if offset.unit == "w":
        return _in("week", timedelta(weeks=amount), language)
    return _in("day", timedelta(days=amount), language)


def when(step: StepView, catalogue: Catalogue, language: str) -> str:
    """How far from the event a step is: "12 weken vooraf", "30 minuten na de opening"."""
    side = "after" if step.offset.after else "before"
    if step.run_sheet:
        if step.offset.amount == 0:
            return catalogue.text(language, f"at-{step.anchor or 'opening'}")
        key = f"{side}-{step.anchor or 'opening'}"
    elif step.offset.amount == 0:
        return catalogue.text(language, "on-the-day")
    else:
        key = f"{side}-event"
    return catalogue.text(language, key, span=_distance(step.offset, catalogue, language))


def due(step: StepView, catalogue: Catalogue, language: str) -> str:
    """The due date where there is one, with clock times in the run sheet; else how far away."""
    if step.slot:
        start, end = step.slot.start, step.slot.end
        times = clock(start.time(), language) + (f"–{clock(end.time(), language)}" if end else "")
        return f"{medium_date(start.date(), language)}, {times}"
    return medium_date(step.due, language) if step.due else when(step, catalogue, language)

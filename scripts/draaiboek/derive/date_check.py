"""What there is to know about an event's date, and better days nearby.

In: catalogue, occasion, language, today. Out: warnings, each a whole sentence that names its days,
and at most three days without any warning. A warning never moves a date.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import islice
from typing import Literal

from babel.dates import format_date, format_interval

from draaiboek.catalogue import Catalogue, local
from draaiboek.derive.observances import Window, known_years, windows_touching
from draaiboek.derive.schedule import Occasion
from draaiboek.derive.school_holidays import school_holidays_touching
from draaiboek.derive.workdays import holiday_name, is_working_day

_DAY = timedelta(days=1)
NEARBY = 28
"""How many days a better date may lie from the chosen one."""
STRETCH = "yMMMd"
"""How two dates are written as one stretch (a CLDR skeleton)."""
SUGGESTIONS = 3
"""How many better days at the most."""
FLEMISH_DAY = (7, 11)
"""Month and day: 11 July, when many offices in Flanders are closed."""


WarningKind = Literal[
    "past", "public-holiday", "observance", "school-holiday", "flemish-day", "weekend", "unknown-year"
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class DateWarning:
    """Something to know about the event's date: whole sentences, and the days of the holiday or window."""

    kind: WarningKind
    text: str
    first_day: date
    last_day: date
    observance: str | None = None
    """Id of the observance."""
    estimated: bool = False
    """True when the window can lie a day earlier or later."""


def date_warnings(catalogue: Catalogue, occasion: Occasion, language: str, today: date) -> tuple[DateWarning, ...]:
    """Everything to know about the days of an event; for one that is over, only that."""
    if occasion.last_day < today:
        text = catalogue.text(language, "warning-past", day=_day(occasion.last_day, language))
        return (DateWarning("past", text, occasion.first_day, occasion.last_day),)
    return tuple(_warnings(catalogue, occasion, language))


def _warnings(catalogue: Catalogue, occasion: Occasion, language: str) -> Iterator[DateWarning]:
    first, last = occasion.first_day, occasion.last_day
    yield from _public_holidays(catalogue, _days(first, last), language)
    for window in windows_touching(catalogue, first, last):
        yield _observance(catalogue, window, language)
    for stretch in school_holidays_touching(first, last, language):
        days = days_in_words(stretch.first_day, stretch.last_day, language)
        text = catalogue.text(language, "warning-school-holiday", name=stretch.name, days=days)
        yield DateWarning("school-holiday", text, stretch.first_day, stretch.last_day)
    for day in _days(first, last):
        if (day.month, day.day) == FLEMISH_DAY:
            yield _one_day(catalogue, "flemish-day", day, language)
        if day.weekday() >= 5 and holiday_name(day, language) is None:
            yield _one_day(catalogue, "weekend", day, language)
    yield from _unknown_years(catalogue, occasion, language)


def _public_holidays(catalogue: Catalogue, days: Iterable[date], language: str) -> Iterator[DateWarning]:
    for day in days:
        name = holiday_name(day, language)
        if name:
            yield _one_day(catalogue, "public-holiday", day, language, name=name)


def _one_day(catalogue: Catalogue, kind: WarningKind, day: date, language: str, **params: str) -> DateWarning:
    text = catalogue.text(language, f"warning-{kind}", day=_day(day, language), **params)
    return DateWarning(kind, text, day, day)


def _observance(catalogue: Catalogue, window: Window, language: str) -> DateWarning:
    """The tradition, its day, whether that is sure, and what it asks of an organiser."""
    found = window.observance
    day = _day(window.day, language)
    if found.after > 1:  # longer than a day with the play after it
        day = catalogue.text(language, "warning-from-day", day=day)
    sentences = [
        catalogue.text(
            language,
            "warning-observance",
            name=local(found.name, language),
            tradition=local(found.tradition, language),
            day=day,
            expected=catalogue.text(language, "warning-expected") if window.estimated else "",
        )
    ]
    if found.evening_before:
        sentences.append(catalogue.text(language, "warning-evening-before", day=_day(window.day - _DAY, language)))
    days = days_in_words(window.first_day, window.last_day, language)
    sentences.append(catalogue.text(language, f"warning-impact-{found.impact}", days=days))
    return DateWarning(
        "observance", " ".join(sentences), window.first_day, window.last_day, found.id, window.estimated
    )


def _unknown_years(catalogue: Catalogue, occasion: Occasion, language: str) -> Iterator[DateWarning]:
    known = known_years(catalogue)
    if known and not {occasion.first_day.year, occasion.last_day.year} <= set(known):
        text = catalogue.text(language, "warning-unknown-year", first=known[0], last=known[-1])
        yield DateWarning("unknown-year", text, occasion.first_day, occasion.last_day)


def better_days(
    catalogue: Catalogue,
    occasion: Occasion,
    language: str,
    today: date,
    still_fits: Callable[[Occasion], bool] = lambda _: True,
) -> tuple[date, ...]:
    """Up to three first days within four weeks that need no warning, in order of time.

    Working days only, after today; the same weekday goes before other days, a near day before a far one.
    None for an event that is over. `still_fits` tells whether there is time to prepare for other days.
    """
    if occasion.last_day < today:
        return ()
    length = occasion.last_day - occasion.first_day
    nearby = (occasion.first_day + timedelta(days=step) for step in range(-NEARBY, NEARBY + 1))
    good = [
        day for day in nearby
        if day > today and day != occasion.first_day and _is_good(catalogue, Occasion(day, day + length), language)
    ]  # fmt: skip
    good.sort(key=lambda day: (day.weekday() != occasion.first_day.weekday(), abs(day - occasion.first_day), day))
    in_time = (day for day in good if still_fits(Occasion(day, day + length)))
    return tuple(sorted(islice(in_time, SUGGESTIONS)))


def _is_good(catalogue: Catalogue, occasion: Occasion, language: str) -> bool:
    # A working day first: that is the quickest way to say no.
    working = all(is_working_day(day) for day in _days(occasion.first_day, occasion.last_day))
    return working and next(_warnings(catalogue, occasion, language), None) is None


def _days(first_day: date, last_day: date) -> list[date]:
    return [first_day + timedelta(days=step) for step in range((last_day - first_day).days + 1)]


def _day(day: date, language: str) -> str:
    """A day in words, with its weekday."""
    return str(format_date(day, "full", locale=language))


@lru_cache(maxsize=4096)
def days_in_words(first_day: date, last_day: date, language: str) -> str:
    """A stretch of days in words, or one day."""
    if first_day == last_day:
        return str(format_date(first_day, "long", locale=language))
    return str(format_interval(first_day, last_day, STRETCH, locale=language))

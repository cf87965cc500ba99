"""Working days in Belgium: not a weekend, not a public holiday.

Public holidays come from the `holidays` library (source: the Belgian law of 4 January 1974 and
royal decree of 18 April 1974, as that library cites them), without its Easter and Pentecost
Sundays mattering: those are weekends. 11 July and school holidays are working days here.
"""

from datetime import date, timedelta
from functools import lru_cache

import holidays

FIRST_YEAR, LAST_YEAR = 2000, 2100
"""Years for which a schedule is made."""

_DAY = timedelta(days=1)
LIBRARY_LANGUAGES = {"nl": "nl", "fr": "fr", "en": "en_US", "de": "de"}
"""Languages in which the library has names, by our codes."""


@lru_cache(maxsize=512)
def public_holidays(year: int, language: str) -> dict[date, str]:
    """The public holidays of one year, with their names; `language` is the library's own code."""
    return dict(holidays.country_holidays("BE", years=year, language=language, observed=False))


def holiday_name(day: date, language: str) -> str | None:
    """The name of a public holiday; English where the library lacks the language."""
    return public_holidays(day.year, LIBRARY_LANGUAGES.get(language, "en_US")).get(day)


def is_working_day(day: date) -> bool:
    """Whether people can be reached and letters sent."""
    return day.weekday() < 5 and day not in public_holidays(day.year, "nl")


def working_day_before(day: date) -> date:
    """The day itself when it is a working day, else the last one before it."""
    while not is_working_day(day):
        day -= _DAY
    return day


def working_day_after(day: date) -> date:
    """The day itself when it is a working day, else the first one after it."""
    while not is_working_day(day):
        day += _DAY
    return day


def add_working_days(day: date, amount: int) -> date:
    """Count working days forward (positive) or back (negative); the day itself does not count."""
    step = _DAY if amount > 0 else -_DAY
    for _ in range(abs(amount)):
        day += step
        while not is_working_day(day):
            day += step
    return day

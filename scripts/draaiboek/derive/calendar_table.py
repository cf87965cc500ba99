"""Every holiday of the years that schedules are made for, as a table for programs that have no calendar library.

In: a language. Out: public and school holidays with their names. The same functions answer the
schedule and the date check, so whoever reads this table computes the same dates.
"""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from draaiboek.derive.school_holidays import SchoolHoliday, school_holidays
from draaiboek.derive.workdays import FIRST_YEAR, LAST_YEAR, LIBRARY_LANGUAGES, public_holidays


@dataclass(frozen=True, slots=True)
class CalendarTable:
    """Holidays in order of time. An event can be in the years from `first_year` to `last_year`."""

    first_year: int
    last_year: int
    public_holidays: tuple[tuple[date, str], ...]
    school_holidays: tuple[SchoolHoliday, ...]


@lru_cache(maxsize=8)
def calendar_table(language: str) -> CalendarTable:
    """The table in one language; English names where the library lacks the language."""
    years = range(FIRST_YEAR, LAST_YEAR + 1)  # the steps of an event reach into the years around it
    code = LIBRARY_LANGUAGES.get(language, "en_US")
    return CalendarTable(
        FIRST_YEAR + 1,
        LAST_YEAR - 1,
        tuple(found for year in years for found in sorted(public_holidays(year, code).items())),
        tuple(found for year in years for found in school_holidays(year, language)),
    )

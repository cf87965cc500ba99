"""School holidays of the Flemish Community, as stretches of days with a name.

From the public part of the `holidays` library, which follows the rules of the Flemish decision of
17 April 1991 (source: school-holiday-rules). Days that are public holidays anyway are left out.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

import holidays

from draaiboek.derive.workdays import LIBRARY_LANGUAGES, holiday_name


@dataclass(frozen=True, slots=True)
class SchoolHoliday:
    """One holiday, the first and the last day included."""

    name: str
    first_day: date
    last_day: date


@lru_cache(maxsize=64)
def school_holidays(year: int, language: str) -> tuple[SchoolHoliday, ...]:
    """The school holidays that begin in one year; English where the library lacks the language."""
    named = holidays.country_holidays(
        "BE",
        subdiv="Flemish",
        years=(year, year + 1),
        categories=("school",),
        language=LIBRARY_LANGUAGES.get(language, "en_US"),
    )
    found: list[SchoolHoliday] = []
    for day, name in sorted(named.items()):
        if found and found[-1].name == name and day - found[-1].last_day == timedelta(days=1):
            found[-1] = SchoolHoliday(name, found[-1].first_day, day)
        elif holiday_name(day, language) != name:
            found.append(SchoolHoliday(name, day, day))
    # The first days of January belong to the Christmas holiday of the year before.
    return tuple(stretch for stretch in found if stretch.first_day.year == year and stretch.first_day != date(year, 1, 1))


def school_holidays_touching(first_day: date, last_day: date, language: str) -> tuple[SchoolHoliday, ...]:
    """The school holidays that some day from the first to the last falls in."""
    return tuple(
        stretch
        for year in range(first_day.year - 1, last_day.year + 1)
        for stretch in school_holidays(year, language)
        if stretch.first_day <= last_day and first_day <= stretch.last_day
    )

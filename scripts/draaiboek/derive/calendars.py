"""When feasts and fasts fall, from the calendar library. The only module that knows its private parts.

In: the observances that a person chose. Out: the dates to keep for them in
`data/observance-dates.yaml`. Used when generating only: checklists read the kept dates.
The library keeps these calendars private (leading underscores), so its version is pinned and the
dates are held against published ones in the tests.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta

from holidays.calendars.chinese import _ChineseLunisolar
from holidays.calendars.hebrew import _HebrewLunisolar
from holidays.calendars.hindu import _HinduLunisolar
from holidays.calendars.islamic import _IslamicLunar
from holidays.calendars.julian import JULIAN_CALENDAR
from holidays.groups.christian import ChristianHolidays

from draaiboek.model.observances import CalendarName, Observance, ObservanceDate

FIRST_YEAR, LAST_YEAR = 2025, 2032
"""The years for which dates are kept."""

_SAME_FEAST = timedelta(days=3)
"""How far an announced day can lie from the computed one."""


class _Julian(ChristianHolidays):
    """The Christian feasts of one year in the Julian calendar."""

    def __init__(self, year: int) -> None:
        super().__init__(JULIAN_CALENDAR)
        self._year = year

    @property
    def easter(self) -> date:
        day: date = self._easter_sunday
        return day

    @property
    def christmas(self) -> date:
        day: date = self._christmas_day
        return day


_ISLAMIC = _IslamicLunar()
_HEBREW = _HebrewLunisolar()
_HINDU = _HinduLunisolar()
_CHINESE = _ChineseLunisolar()

_BY_NAME: Mapping[CalendarName, Callable[[int], Iterable[date | None]]] = {
    "eid-al-fitr": lambda year: (day for day, _ in _ISLAMIC.eid_al_fitr_dates(year)),
    "eid-al-adha": lambda year: (day for day, _ in _ISLAMIC.eid_al_adha_dates(year)),
    "ramadan": lambda year: (day for day, _ in _ISLAMIC.ramadan_beginning_dates(year)),
    "ashura": lambda year: (day for day, _ in _ISLAMIC.ashura_dates(year)),
    "rosh-hashanah": lambda year: [_HEBREW.rosh_hashanah_date(year)],
    "yom-kippur": lambda year: [_HEBREW.yom_kippur_date(year)],
    "sukkot": lambda year: [_HEBREW.sukkot_date(year)],
    "passover": lambda year: [_HEBREW.passover_date(year)],
    "shavuot": lambda year: [_HEBREW.shavuot_date(year)],
    "orthodox-easter": lambda year: [_Julian(year).easter],
    "orthodox-christmas": lambda year: [_Julian(year).christmas],
    # A fixed day: the Kurdish fires burn on its eve, the Iranian year begins on the 20th or the 21st.
    "newroz": lambda year: [date(year, 3, 21)],
    # The library's plain Diwali is another feast in some years; this one is the main day in India.
    "diwali": lambda year: [_HINDU.diwali_india_date(year)[0]],
    "holi": lambda year: [_HINDU.holi_date(year)[0]],
    "lunar-new-year": lambda year: [_CHINESE.lunar_new_year_date(year)[0]],
}


def days_in(calendar: CalendarName, year: int) -> tuple[date, ...]:
    """The first days of a feast or fast in one year: a lunar year is shorter, so there can be two."""
    # The Islamic calendar also answers with days of the year before.
    return tuple(sorted({day for day in _BY_NAME[calendar](year) if day is not None and day.year == year}))


def dates_to_keep(observances: Iterable[Observance]) -> tuple[ObservanceDate, ...]:
    """The first day of every observance in the years that are kept, in order of time."""
    found = [
        (_announced(day, observance), observance)
        for observance in observances
        for year in range(FIRST_YEAR, LAST_YEAR + 1)
        for day in days_in(observance.calendar, year)
    ]
    return tuple(
        ObservanceDate.model_construct(
            observance=observance.id, date=day, estimated=observance.estimated and day not in observance.confirmed
        )
        for day, observance in sorted(found, key=lambda pair: (pair[0], pair[1].id))
    )


def _announced(day: date, observance: Observance) -> date:
    """The announced day, where there is one near the computed one."""
    return next((known for known in observance.confirmed if abs(known - day) <= _SAME_FEAST), day)

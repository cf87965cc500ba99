"""Feasts and fasts from the calendar library, held against dates published elsewhere."""

from datetime import date, timedelta
from pathlib import Path
from typing import get_args

import pytest
from draaiboek.derive.calendars import FIRST_YEAR, LAST_YEAR, dates_to_keep, days_in
from draaiboek.derive.school_holidays import school_holidays
from draaiboek.generate import observance_dates
from draaiboek.load.project import load_project
from draaiboek.model.observances import CalendarName, Observance

ROOT = Path(__file__).parent.parent.parent

# The tabular (arithmetical) Islamic calendar, which can differ by a day from what is announced.
TABULAR = [
    ("ramadan", "2026-02-18"), ("ramadan", "2027-02-08"), ("ramadan", "2028-01-28"),
    ("eid-al-fitr", "2026-03-20"), ("eid-al-fitr", "2027-03-10"), ("eid-al-fitr", "2028-02-27"),
    ("eid-al-adha", "2026-05-27"), ("eid-al-adha", "2027-05-17"), ("eid-al-adha", "2028-05-05"),
]  # fmt: skip

# School calendars published by Flemish schools, and the rules of the decree computed by hand:
# autumn, Christmas, carnival and Easter holidays, each with its first day.
SCHOOL = [
    ("2022-10-31", "2022-12-26", "2023-02-20", "2023-04-03"),
    ("2023-10-30", "2023-12-25", "2024-02-12", "2024-04-01"),
    ("2025-10-27", "2025-12-22", "2026-02-16", "2026-04-06"),
    ("2026-11-02", "2026-12-21", "2027-02-08", "2027-03-29"),
    ("2027-11-01", "2027-12-27", "2028-02-28", "2028-04-03"),
]

ORTHODOX_EASTER = ["2023-04-16", "2024-05-05", "2026-04-12", "2027-05-02", "2028-04-16"]


@pytest.mark.parametrize(("calendar", "day"), TABULAR)
def test_islamic_dates_lie_within_a_day_of_the_tabular_calendar(calendar: CalendarName, day: str) -> None:
    expected = date.fromisoformat(day)

    assert [abs(found - expected) <= timedelta(days=1) for found in days_in(calendar, expected.year)] == [True]


@pytest.mark.parametrize("day", ORTHODOX_EASTER)
def test_orthodox_easter_is_the_published_one(day: str) -> None:
    assert days_in("orthodox-easter", int(day[:4])) == (date.fromisoformat(day),)


@pytest.mark.parametrize(("calendar", "day"), [
    ("rosh-hashanah", "2026-09-12"), ("yom-kippur", "2026-09-21"), ("passover", "2027-04-22"),
    ("shavuot", "2027-06-11"), ("sukkot", "2026-09-26"), ("lunar-new-year", "2027-02-06"),
    ("diwali", "2026-11-08"), ("holi", "2026-03-04"), ("newroz", "2028-03-21"), ("orthodox-christmas", "2029-01-07"),
])  # fmt: skip
def test_other_feasts_fall_on_their_published_day(calendar: CalendarName, day: str) -> None:
    assert days_in(calendar, int(day[:4])) == (date.fromisoformat(day),)


def test_a_lunar_feast_can_come_twice_in_a_year_or_begin_two_years_running() -> None:
    assert days_in("eid-al-fitr", 2033) == (date(2033, 1, 2), date(2033, 12, 23))
    assert days_in("ramadan", 2030) == (date(2030, 1, 5), date(2030, 12, 26))
    assert len(days_in("eid-al-adha", 2033)) == 1


@pytest.mark.parametrize("calendar", get_args(CalendarName))
def test_every_calendar_has_a_day_in_every_year_that_is_kept_and_only_in_that_year(calendar: CalendarName) -> None:
    for year in range(FIRST_YEAR, LAST_YEAR + 1):
        days = days_in(calendar, year)

        assert days
        assert {day.year for day in days} == {year}


@pytest.mark.parametrize(("autumn", "christmas", "carnival", "easter"), SCHOOL)
def test_flemish_school_holidays_begin_as_published(autumn: str, christmas: str, carnival: str, easter: str) -> None:
    year = int(autumn[:4])
    found = {
        stretch.name: stretch.first_day.isoformat()
        for stretch in (*school_holidays(year, "nl")[-2:], *school_holidays(year + 1, "nl")[:2])
    }

    assert found == {
        "Herfstvakantie": autumn, "Kerstvakantie": christmas, "Krokusvakantie": carnival, "Paasvakantie": easter
    }  # fmt: skip


@pytest.mark.parametrize("year", range(2025, 2033))
def test_a_school_year_has_its_holidays_with_their_lengths(year: int) -> None:
    lengths = {found.name: (found.last_day - found.first_day).days + 1 for found in school_holidays(year, "nl")}

    assert lengths.pop("Paasvakantie") in (14, 15)
    assert lengths == {
        "Krokusvakantie": 7, "Vrijdag na O. L. H. Hemelvaart": 1, "Zomervakantie": 62, "Herfstvakantie": 7,
        "Kerstvakantie": 14,
    }  # fmt: skip


def observance(**facts: object) -> Observance:
    given = {"id": "feast", "name": {"nl": "Feest"}, "tradition": {"nl": "islam"}, "calendar": "eid-al-fitr"}
    return Observance.model_validate({**given, "estimated": "true", "impact": "absent", **facts})


def test_an_announced_day_takes_the_place_of_the_computed_one_and_is_no_longer_estimated() -> None:
    plain = dates_to_keep([observance()])
    confirmed = dates_to_keep([observance(confirmed=["2027-03-10"])])

    changed = [(new.date, new.estimated) for old, new in zip(plain, confirmed, strict=True) if old != new]
    assert changed == [(date(2027, 3, 10), False)]
    assert {kept.estimated for kept in plain} == {True}


def test_the_dates_in_the_project_are_those_that_generating_gives() -> None:
    text = (ROOT / "data" / "observance-dates.yaml").read_text(encoding="utf-8")

    assert observance_dates(load_project(ROOT)) == text

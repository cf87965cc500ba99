"""Due dates: the vectors in `tests/vectors/` were computed by hand with a printed calendar."""

import json
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from draaiboek.catalogue import PlanStep
from draaiboek.derive.schedule import Occasion, Slot, due_date, run_slot
from draaiboek.derive.workdays import holiday_name, is_working_day
from draaiboek.model.values import parse_duration, parse_offset
from hypothesis import given
from hypothesis import strategies as st

VECTORS = json.loads((Path(__file__).parent.parent / "vectors" / "schedules.json").read_text(encoding="utf-8"))
SCHEDULES = {schedule["name"]: schedule for schedule in VECTORS["schedules"]}


def occasion_of(schedule: dict[str, Any]) -> Occasion:
    first = date.fromisoformat(schedule["first-day"])
    last = date.fromisoformat(schedule.get("last-day", schedule["first-day"]))
    clocks = (time.fromisoformat(schedule[name]) if name in schedule else None for name in ("opens", "closes"))
    return Occasion(first, last, *clocks)


def test_at_least_forty_schedules_with_names_of_their_own_were_computed_by_hand() -> None:
    assert len(SCHEDULES) == len(VECTORS["schedules"]) >= 40


@pytest.mark.parametrize("name", SCHEDULES)
def test_due_dates_are_those_computed_by_hand(name: str) -> None:
    schedule = SCHEDULES[name]
    occasion = occasion_of(schedule)

    found = {offset: due_date(parse_offset(offset), occasion).isoformat() for offset in schedule["due"]}
    assert found == schedule["due"]


@pytest.mark.parametrize("name", [name for name, schedule in SCHEDULES.items() if "run-sheet" in schedule])
def test_run_sheets_are_those_computed_by_hand(name: str) -> None:
    occasion = occasion_of(SCHEDULES[name])

    for row in SCHEDULES[name]["run-sheet"]:
        slot = run_slot(run_step(row["offset"], row["from"], row.get("duration"), row.get("day", 1)), occasion)
        end = datetime.fromisoformat(row["end"]) if "end" in row else None
        assert slot == Slot(datetime.fromisoformat(row["start"]), end), row


def run_step(offset: str, anchor: str, duration: str | None = None, day: int = 1) -> PlanStep:
    return PlanStep(
        "s", "step", parse_offset(offset), anchor, day, parse_duration(duration) if duration else None,
        "host", (), True, None, {}, (), False,
    )  # fmt: skip


def test_run_sheet_without_clock_times_has_no_slot() -> None:
    assert run_slot(run_step("-90min", "opening"), Occasion(date(2027, 3, 18), date(2027, 3, 18))) is None


DAYS = st.dates(date(2025, 1, 1), date(2032, 12, 31))
OFFSETS = st.one_of(
    st.builds("{}{}w".format, st.sampled_from("+-"), st.integers(1, 52)),
    st.builds("{}{}d".format, st.sampled_from("+-"), st.integers(1, 300)),
    st.builds("{}{}wd".format, st.sampled_from("+-"), st.integers(1, 90)),
)


@given(DAYS, OFFSETS)
def test_no_due_date_falls_on_a_day_off_or_on_the_wrong_side(day: date, offset: str) -> None:
    due = due_date(parse_offset(offset), Occasion(day, day))

    assert is_working_day(due)
    assert (due > day) == offset.startswith("+")


@given(DAYS, st.integers(1, 60), st.integers(0, 60))
def test_a_longer_offset_is_never_due_nearer_to_the_event(day: date, near: int, more: int) -> None:
    occasion = Occasion(day, day)
    for unit in ("w", "d", "wd"):
        first = due_date(parse_offset(f"-{near + more}{unit}"), occasion)

        assert first <= due_date(parse_offset(f"-{near}{unit}"), occasion)


def test_belgian_public_holidays_are_known_by_name() -> None:
    assert holiday_name(date(2027, 5, 6), "nl") == "O. L. H. Hemelvaart"
    assert holiday_name(date(2027, 7, 21), "fr") == "Fête nationale"
    assert holiday_name(date(2027, 7, 11), "nl") is None


@pytest.mark.parametrize("year", range(2025, 2033))
def test_the_years_ten_public_holidays_fall_where_the_law_puts_them(year: int) -> None:
    days = [date(year, 1, 1) + timedelta(days=count) for count in range(366)]
    off = {day.isoformat() for day in days if day.year == year and holiday_name(day, "nl") and day.weekday() < 5}
    expected = {day for day in VECTORS["public-holidays"][f"{year}"] if date.fromisoformat(day).weekday() < 5}

    assert off == expected
    assert not any(is_working_day(date.fromisoformat(day)) for day in VECTORS["public-holidays"][f"{year}"])

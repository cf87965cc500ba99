"""Due dates: the vectors were computed by hand with a printed calendar."""

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from draaiboek.catalogue import PlanStep
from draaiboek.derive.schedule import Occasion, Slot, due_date, run_slot
from draaiboek.derive.workdays import holiday_name, is_working_day
from draaiboek.model.values import parse_duration, parse_offset

DUE = [
    # A Thursday in March: no holiday near, Easter Monday is 29 March.
    ("2027-03-18", "-20w", "2026-10-29"),
    ("2027-03-18", "-12w", "2026-12-24"),
    ("2027-03-18", "-8w", "2027-01-21"),
    ("2027-03-18", "-3d", "2027-03-15"),
    ("2027-03-18", "-5wd", "2027-03-11"),
    ("2027-03-18", "-1wd", "2027-03-17"),
    ("2027-03-18", "+1wd", "2027-03-19"),
    ("2027-03-18", "+2w", "2027-04-01"),
    # Eleven days after a Thursday is Easter Monday 2027: forward to Tuesday.
    ("2027-03-18", "+11d", "2027-03-30"),
    # Working days after the event skip Easter Monday.
    ("2027-03-25", "+2wd", "2027-03-30"),
    # Before the event a weekend moves back to Friday, after it forward to Monday.
    ("2027-03-18", "-5d", "2027-03-12"),
    ("2027-03-18", "-4d", "2027-03-12"),
    ("2027-03-18", "+2d", "2027-03-22"),
    ("2027-03-18", "+3d", "2027-03-22"),
    # Christmas Day 2026 is a Friday: back to Thursday; forward over the weekend to Monday.
    ("2027-01-15", "-3w", "2026-12-24"),
    ("2026-12-11", "+2w", "2026-12-28"),
    # New Year 2027 is a Friday.
    ("2027-01-29", "-4w", "2026-12-31"),
    ("2026-12-18", "+2w", "2027-01-04"),
    # 1 November 2026 is a Sunday: Friday before, Monday after.
    ("2026-11-15", "-2w", "2026-10-30"),
    ("2026-10-18", "+2w", "2026-11-02"),
    # 11 November 2026 is a Wednesday.
    ("2026-11-25", "-2w", "2026-11-10"),
    ("2026-10-28", "+2w", "2026-11-12"),
    ("2026-11-12", "-1wd", "2026-11-10"),
    # Ascension 2027 is Thursday 6 May; 1 May 2027 a Saturday.
    ("2027-05-20", "-2w", "2027-05-05"),
    ("2027-05-07", "-1wd", "2027-05-05"),
    ("2027-04-17", "+2w", "2027-05-03"),
    # Whit Monday 2027 is 17 May.
    ("2027-05-18", "-1d", "2027-05-14"),
    ("2027-05-14", "+1wd", "2027-05-18"),
    # National day 2027 is a Wednesday; 15 August 2027 a Sunday.
    ("2027-07-22", "-1d", "2027-07-20"),
    ("2027-08-14", "+1d", "2027-08-16"),
    # 11 July 2028 is a Tuesday and a working day: it only warns.
    ("2028-07-18", "-1w", "2028-07-11"),
    # Leap days.
    ("2028-03-01", "-1d", "2028-02-29"),
    ("2028-03-14", "-2w", "2028-02-29"),
    ("2028-02-28", "+1d", "2028-02-29"),
    ("2028-02-29", "-52w", "2027-03-02"),
    # Year ends in working days: 25 December 2026 and 1 January 2027 do not count.
    ("2027-01-04", "-5wd", "2026-12-24"),
    ("2026-12-24", "+5wd", "2027-01-04"),
    # The event day itself never moves, not even from a Sunday.
    ("2027-03-21", "-0d", "2027-03-21"),
    ("2027-03-21", "+0d", "2027-03-21"),
    ("2026-12-25", "+0d", "2026-12-25"),
]


@pytest.mark.parametrize(("event", "offset", "expected"), DUE)
def test_due_date_is_the_one_computed_by_hand(event: str, offset: str, expected: str) -> None:
    day = date.fromisoformat(event)

    assert due_date(parse_offset(offset), Occasion(day, day)) == date.fromisoformat(expected)


def test_after_the_event_counts_from_its_last_day() -> None:
    occasion = Occasion(date(2027, 3, 18), date(2027, 3, 19))

    assert due_date(parse_offset("-1wd"), occasion) == date(2027, 3, 17)
    assert due_date(parse_offset("+1wd"), occasion) == date(2027, 3, 22)


def run_step(offset: str, anchor: str, duration: str | None = None, day: int = 1) -> PlanStep:
    return PlanStep(
        "s", "step", parse_offset(offset), anchor, day, parse_duration(duration) if duration else None,
        "host", (), True, None, {}, (), False,
    )  # fmt: skip


def test_run_sheet_counts_minutes_from_opening_and_closing() -> None:
    occasion = Occasion(date(2027, 3, 18), date(2027, 3, 19), time(13, 30), time(17, 0))

    assert run_slot(run_step("-90min", "opening", "60min"), occasion) == Slot(
        datetime(2027, 3, 18, 12, 0), datetime(2027, 3, 18, 13, 0)
    )
    assert run_slot(run_step("+15min", "closing", day=2), occasion) == Slot(datetime(2027, 3, 19, 17, 15), None)


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


def test_the_years_ten_public_holidays_fall_where_the_law_puts_them() -> None:
    days = {date(2026, month, day) for month, day in
            [(1, 1), (4, 6), (5, 1), (5, 14), (5, 25), (7, 21), (8, 15), (11, 1), (11, 11), (12, 25)]}  # fmt: skip

    assert {day for day in days if not is_working_day(day)} == days

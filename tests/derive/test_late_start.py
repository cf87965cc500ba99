"""Starting late: what moves, what falls away, what still fits. The days were counted by hand on a calendar."""

from collections.abc import Mapping
from datetime import date

import pytest

from draaiboek.catalogue import PlanStep
from draaiboek.derive.late_start import HOURS_A_DAY, LateStart, in_order, late_start, pass_on
from draaiboek.derive.schedule import Occasion
from draaiboek.model.values import parse_duration, parse_offset

EVENT = date(2027, 3, 18)
"""A Thursday."""


def step(
    name: str, offset: str, *needs: str, essential: bool = True, hours: int | None = None, role: str = "host"
) -> PlanStep:
    return PlanStep(
        name, "step", parse_offset(offset), "opening" if offset.endswith("min") else None, 1, None, role, needs,
        essential, parse_duration(f"{hours}h") if hours else None, {}, (), False,
    )  # fmt: skip


def start(*steps: PlanStep, event: date = EVENT, today: date) -> LateStart:
    given = {one.id: one for one in steps}
    return late_start(given, {name: one.needs for name, one in given.items()}, Occasion(event, event), today)


PLAN = (
    step("decide", "-8w"),  # 21 January
    step("partners", "-6w", "decide"),  # 4 February
    step("extra", "-6w", "decide", essential=False),  # 4 February
    step("invite", "-2w", "partners", "extra"),  # 4 March
    step("buffet", "-2w", "extra", essential=False),  # 4 March
    step("set-up", "-90min", "invite"),
    step("thanks", "+2wd", "set-up", "extra"),
)

LATE = [
    # Nothing has passed yet; on the due date itself a step is not late.
    ("2027-01-04", {}, set()),
    ("2027-01-21", {}, set()),
    ("2027-01-22", {"decide": "2027-01-22"}, set()),
    # A Saturday: on to Monday.
    ("2027-01-23", {"decide": "2027-01-25"}, set()),
    ("2027-02-05", {"decide": "2027-02-05", "partners": "2027-02-05"}, {"extra"}),
    ("2027-02-28", {"decide": "2027-03-01", "partners": "2027-03-01"}, {"extra"}),
    ("2027-03-04", {"decide": "2027-03-04", "partners": "2027-03-04"}, {"extra"}),
    (
        "2027-03-05",
        {"decide": "2027-03-05", "partners": "2027-03-05", "invite": "2027-03-05"},
        {"extra", "buffet"},
    ),
    # The event day itself: nothing lies before it any more.
    (
        "2027-03-18",
        {"decide": "2027-03-18", "partners": "2027-03-18", "invite": "2027-03-18"},
        {"extra", "buffet"},
    ),
    # Once it has begun, nothing moves.
    ("2027-03-19", {}, set()),
]


@pytest.mark.parametrize(("today", "moved", "dropped"), LATE)
def test_steps_move_and_fall_away_as_counted_by_hand(today: str, moved: dict[str, str], dropped: set[str]) -> None:
    found = start(*PLAN, today=date.fromisoformat(today))

    assert {name: day.isoformat() for name, day in found.due.items()} == moved
    assert found.dropped == dropped


# The first working day from today: event day, today, and where an essential step of eight weeks before lands.
FIRST_DAYS = [
    # Christmas Day 2026 is a Friday; New Year's Day 2027 too.
    ("2027-02-18", "2026-12-25", "2026-12-28"),
    ("2027-02-18", "2027-01-01", "2027-01-04"),
    ("2027-02-18", "2026-12-31", "2026-12-31"),
    # Easter Monday is 29 March 2027.
    ("2027-05-20", "2027-03-27", "2027-03-30"),
    # Labour Day 2027 is a Saturday, Ascension Thursday 6 May, Whit Monday 17 May.
    ("2027-06-24", "2027-05-01", "2027-05-03"),
    ("2027-06-24", "2027-05-06", "2027-05-07"),
    ("2027-06-24", "2027-05-15", "2027-05-18"),
    # 21 July 2027 is a Wednesday; 11 July only warns.
    ("2027-09-09", "2027-07-21", "2027-07-22"),
    ("2028-08-31", "2028-07-11", "2028-07-11"),
    # 1 November 2026 is a Sunday, 11 November a Wednesday.
    ("2026-12-10", "2026-11-01", "2026-11-02"),
    ("2026-12-10", "2026-11-11", "2026-11-12"),
    # A leap day, a Tuesday.
    ("2028-04-20", "2028-02-29", "2028-02-29"),
    # The event is on Monday, or on Sunday: no working day is left before it.
    ("2027-03-22", "2027-03-20", "2027-03-22"),
    ("2027-03-21", "2027-03-20", "2027-03-21"),
]


@pytest.mark.parametrize(("event", "today", "expected"), FIRST_DAYS)
def test_a_late_step_falls_on_the_first_working_day_but_never_after_the_event(
    event: str, today: str, expected: str
) -> None:
    found = start(step("a", "-8w"), event=date.fromisoformat(event), today=date.fromisoformat(today))

    assert found.due == {"a": date.fromisoformat(expected)}
    assert found.fits == (expected < event)


def test_a_need_on_a_dropped_step_passes_to_what_that_step_needs() -> None:
    found = start(*PLAN, today=date(2027, 3, 1))

    assert found.needs == {
        "decide": (), "partners": ("decide",), "invite": ("partners", "decide"), "buffet": ("decide",),
        "set-up": ("invite",), "thanks": ("set-up", "decide"),
    }  # fmt: skip


def test_run_sheet_the_day_itself_and_what_follows_are_never_late() -> None:
    steps = (step("day", "-0d", essential=False), step("desk", "-30min", essential=False), step("after", "+1w", essential=False))

    assert start(*steps, today=EVENT) == LateStart({}, frozenset(), {"day": (), "desk": (), "after": ()}, fits=True)


def test_a_late_step_also_waits_for_what_it_needs_later() -> None:
    # Five working days before Wednesday 31 March 2027 is Tuesday the 23rd, for Easter Monday lies
    # between; one week before it is Wednesday the 24th, so the need comes after the step.
    steps = (step("need", "-1w"), step("late", "-5wd", "need"))

    assert start(*steps, event=date(2027, 3, 31), today=date(2027, 3, 22)).due == {}
    assert start(*steps, event=date(2027, 3, 31), today=date(2027, 3, 24)).due == {"late": date(2027, 3, 24)}




# Today is a Monday, three working days before the event on Thursday; all steps are late.
MONDAY = date(2027, 3, 15)
ROOM = 3 * HOURS_A_DAY


@pytest.mark.parametrize(("steps", "fits"), [
    ([step("a", "-4w", hours=ROOM)], True),
    ([step("a", "-4w", hours=ROOM + 1)], False),
    # One role has one pair of hands.
    ([step("a", "-4w", hours=ROOM), step("b", "-4w", hours=1)], False),
    ([step("a", "-4w", hours=ROOM), step("b", "-4w", hours=ROOM, role="finance")], True),
    # Steps that need each other follow each other, whoever does them, also through a step that may be missed.
    ([step("a", "-4w", hours=ROOM), step("b", "-4w", "a", hours=1, role="finance")], False),
    ([step("a", "-4w", hours=ROOM - 1), step("b", "-4w", "a", hours=1, role="finance")], True),
    ([step("a", "-4w", hours=ROOM), step("b", "-2d", "a", essential=False), step("c", "-2d", "b", hours=1, role="finance")], False),
    # What is still to come counts too; what may be missed does not.
    ([step("a", "-4w", hours=ROOM), step("b", "-1d", hours=1)], False),
    ([step("a", "-4w", hours=ROOM), step("b", "-1d", hours=1, essential=False)], True),
    ([step("a", "-4w", hours=ROOM), step("b", "+1d", hours=9)], True),
    # Nothing essential is late: the plan is on schedule, whatever it asks.
    ([step("a", "-1d", hours=ROOM * 9), step("b", "-4w", hours=1, essential=False)], True),
    # Work of which the hours are not known.
    ([step("a", "-4w"), step("b", "-4w", "a")], True),
])  # fmt: skip
def test_it_fits_when_the_hours_up_to_the_event_are_enough(steps: list[PlanStep], fits: bool) -> None:
    assert start(*steps, today=MONDAY).fits is fits


def test_days_off_give_no_hours() -> None:
    # From Saturday 27 March 2027 to Wednesday the 31st only Tuesday is a working day: Monday is Easter Monday.
    event, today = date(2027, 3, 31), date(2027, 3, 27)

    assert start(step("a", "-4w", hours=HOURS_A_DAY), event=event, today=today).fits
    assert not start(step("a", "-4w", hours=HOURS_A_DAY + 1), event=event, today=today).fits


def test_steps_in_order_come_after_what_they_need_and_otherwise_stay_as_given() -> None:
    needs: Mapping[str, tuple[str, ...]] = {"d": ("b",), "a": (), "b": ("c", "elsewhere"), "c": ()}

    assert in_order(needs) == ["c", "b", "d", "a"]


def test_needs_pass_through_several_steps_that_are_not_kept() -> None:
    assert pass_on({"a": ("b", "c"), "b": ("c",), "c": ("d",), "d": ()}, ["a", "d"]) == {"a": ("d",), "d": ()}

"""Starting late: what moves, what falls away, what still fits. The days were counted by hand on a calendar."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from draaiboek.catalogue import PlanStep
from draaiboek.derive.late_start import HOURS_A_DAY, LateStart, in_order, late_start, pass_on
from draaiboek.derive.schedule import Occasion, step_day
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


VECTORS = json.loads((Path(__file__).parent.parent / "vectors" / "schedules.json").read_text(encoding="utf-8"))["late-starts"]
PLANS = {plan["name"]: plan for plan in VECTORS["plans"]}


def steps_of(plan: dict[str, Any]) -> list[PlanStep]:
    return [
        step(row["id"], row["offset"], *row["needs"], essential=row["essential"], role=row["role"])
        for row in plan["steps"]
    ]


@pytest.mark.parametrize("name", PLANS)
def test_the_plan_before_anything_moves_is_the_one_counted_by_hand(name: str) -> None:
    event = date.fromisoformat(PLANS[name]["first-day"])

    found = {one.id: step_day(one, Occasion(event, event)).isoformat() for one in steps_of(PLANS[name])}
    assert found == PLANS[name]["due"]


@pytest.mark.parametrize(("name", "started"), [(name, row) for name, plan in PLANS.items() for row in plan["starts"]])
def test_steps_move_and_fall_away_as_counted_by_hand(name: str, started: dict[str, Any]) -> None:
    event, today = (date.fromisoformat(day) for day in (PLANS[name]["first-day"], started["today"]))
    found = start(*steps_of(PLANS[name]), event=event, today=today)

    assert {step: day.isoformat() for step, day in found.due.items()} == started["moved"]
    assert sorted(found.dropped) == started["dropped"]
    assert found.fits is started["fits"]
    if "needs" in started:
        assert {step: list(needs) for step, needs in found.needs.items()} == started["needs"]


@pytest.mark.parametrize("row", VECTORS["first-days"], ids=lambda row: row["note"])
def test_a_late_step_falls_on_the_first_working_day_but_never_after_the_event(row: dict[str, Any]) -> None:
    event, today = (date.fromisoformat(row[name]) for name in ("first-day", "today"))
    found = start(step("a", "-8w"), event=event, today=today)

    assert found.due == {"a": date.fromisoformat(row["due"])}
    assert found.fits is row["fits"]


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
    needs: dict[str, tuple[str, ...]] = {"d": ("b",), "a": (), "b": ("c", "elsewhere"), "c": ()}

    assert in_order(needs) == ["c", "b", "d", "a"]


def test_needs_pass_through_several_steps_that_are_not_kept() -> None:
    assert pass_on({"a": ("b", "c"), "b": ("c",), "c": ("d",), "d": ()}, ["a", "d"]) == {"a": ("d",), "d": ()}

"""What holds for every checklist of the real playbooks, on any date from 2025 to 2032."""

from datetime import date, timedelta
from functools import lru_cache

import pytest
from draaiboek.catalogue import Catalogue
from draaiboek.derive.checklist import ChecklistView, Request, derive_checklist
from draaiboek.derive.schedule import Occasion
from draaiboek.derive.weeks import by_date, by_week
from draaiboek.derive.workdays import is_working_day, working_day_after
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

PLAYBOOKS = ("salon", "info-session", "immersion-visit", "job-lab", "idea-days")
EVENT_DAYS = st.dates(date(2025, 1, 1), date(2032, 12, 31))
CIRCUMSTANCES = st.fixed_dictionaries(
    {},
    optional={
        "organiser": st.sampled_from(["municipality", "association", "employer"]),
        "size": st.sampled_from(["small", "large"]),
        "format": st.sampled_from(["on-site", "hybrid", "online"]),
    },
)
QUICK = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
pytestmark = pytest.mark.parametrize("playbook", PLAYBOOKS)


def derive(
    catalogue: Catalogue, playbook: str, day: date, today: date, given: dict[str, str] | None = None, **more: object
) -> ChecklistView:
    occasion = Occasion(day, day + timedelta(days=catalogue.plans[playbook].days - 1))
    return derive_checklist(
        catalogue, Request(playbook, "nl", today, "https://x/", occasion, circumstances=given or {}, **more)
    )


@lru_cache(maxsize=16)
def essential(catalogue: Catalogue, playbook: str, organiser: str | None) -> frozenset[str]:
    given = {"organiser": organiser} if organiser else {}
    view = derive_checklist(catalogue, Request(playbook, "nl", date(2025, 1, 1), "", circumstances=given))
    return frozenset(step.id for step in view.steps if step.essential)


def before(view: ChecklistView) -> list[str]:
    return [step.id for step in view.steps if not step.run_sheet and step.offset.amount < 0]


@QUICK
@given(day=EVENT_DAYS, circumstances=CIRCUMSTANCES)
@example(day=date(2028, 2, 29), circumstances={})
@example(day=date(2027, 1, 1), circumstances={})
def test_no_due_date_is_a_day_off_and_none_lies_on_the_wrong_side(
    playbook: str, day: date, circumstances: dict[str, str], catalogue: Catalogue
) -> None:
    view = derive(catalogue, playbook, day, day - timedelta(days=500), circumstances)
    last_day = view.occasion.last_day
    ahead = set(before(view))

    for step in view.steps:
        if step.run_sheet or step.offset.amount == 0:
            assert day <= step.due <= last_day
        else:
            assert is_working_day(step.due), step.id
            assert step.due < day if step.id in ahead else step.due > last_day, step.id


@QUICK
@given(day=EVENT_DAYS, ahead=st.integers(0, 200), circumstances=CIRCUMSTANCES, late=st.booleans())
@example(day=date(2028, 2, 29), ahead=60, circumstances={}, late=True)
def test_no_step_is_due_before_a_step_it_needs(
    playbook: str, day: date, ahead: int, circumstances: dict[str, str], late: bool, catalogue: Catalogue
) -> None:
    view = derive(catalogue, playbook, day, day - timedelta(days=ahead), circumstances, late_start=late)
    due = {step.id: step.due for step in view.steps}

    for step in view.steps:
        assert set(step.needs) <= set(due)
        assert all(due[need] <= step.due for need in step.needs), step.id


@QUICK
@given(day=EVENT_DAYS, ahead=st.integers(0, 200), organiser=st.sampled_from([None, "municipality", "employer"]))
@example(day=date(2028, 2, 29), ahead=1, organiser=None)
@example(day=date(2027, 1, 4), ahead=4, organiser=None)
def test_late_start_keeps_every_essential_step_and_moves_none_before_today(
    playbook: str, day: date, ahead: int, organiser: str | None, catalogue: Catalogue
) -> None:
    today = day - timedelta(days=ahead)
    given = {"organiser": organiser} if organiser else {}
    view = derive(catalogue, playbook, day, today, given, late_start=True)
    plain = {step.id: step for step in derive(catalogue, playbook, day, today, given).steps}
    first = min(working_day_after(today), day)

    assert essential(catalogue, playbook, organiser) <= {step.id for step in view.steps}
    for step in view.steps:
        assert step.due == (first if step.late else plain[step.id].due)
        assert step.late == (step.essential and step.id in before(view) and plain[step.id].due < today)
    assert {step.id for step in view.dropped} == plain.keys() - {step.id for step in view.steps}
    assert all(not step.essential and step.due < today and step.why for step in view.dropped)
    assert view.fits or any(step.late for step in view.steps)


@QUICK
@given(day=EVENT_DAYS, behind=st.integers(2, 900))
def test_for_an_event_that_is_over_nothing_moves(playbook: str, day: date, behind: int, catalogue: Catalogue) -> None:
    today = day + timedelta(days=behind)
    view = derive(catalogue, playbook, day, today, late_start=True)

    assert view.phases == derive(catalogue, playbook, day, today).phases
    assert (view.dropped, view.fits, view.suggestions) == ((), True, ())
    assert [warning.kind for warning in view.warnings] == ["past"]


def test_starting_in_good_time_fits_and_starting_the_day_before_does_not(playbook: str, catalogue: Catalogue) -> None:
    day = date(2027, 3, 18)

    assert derive(catalogue, playbook, day, day - timedelta(weeks=23), late_start=True).fits
    assert not derive(catalogue, playbook, day, day - timedelta(days=1), late_start=True).fits


@QUICK
@given(day=EVENT_DAYS, ahead=st.integers(0, 60))
def test_a_suggested_day_can_still_be_prepared_for(playbook: str, day: date, ahead: int, catalogue: Catalogue) -> None:
    today = day - timedelta(days=ahead)
    view = derive(catalogue, playbook, day, today)

    assert view.warnings or not view.suggestions
    for suggested in view.suggestions:
        assert derive(catalogue, playbook, suggested, today, late_start=True).fits


def test_whether_it_fits_does_not_depend_on_the_role_that_is_shown(playbook: str, catalogue: Catalogue) -> None:
    day = date(2027, 3, 18)
    today = day - timedelta(weeks=2)
    whole = derive(catalogue, playbook, day, today, late_start=True)
    parts = [derive(catalogue, playbook, day, today, late_start=True, role=role) for role in whole.role_names]

    assert {part.fits for part in parts} == {whole.fits}
    assert {step.id for part in parts for step in part.dropped} == {step.id for step in whole.dropped}
    assert {step.id: step.due for part in parts for step in part.steps} == {step.id: step.due for step in whole.steps}


@QUICK
@given(day=EVENT_DAYS, ahead=st.integers(0, 200))
def test_by_date_and_by_week_hold_every_step_once_in_order(
    playbook: str, day: date, ahead: int, catalogue: Catalogue
) -> None:
    view = derive(catalogue, playbook, day, day - timedelta(days=ahead), late_start=True)
    order = by_date(view.steps)
    place = {step.id: number for number, step in enumerate(order)}

    assert sorted(place) == sorted(step.id for step in view.steps)
    assert [step.due for step in order] == sorted(step.due for step in view.steps)
    assert all(place[need] < place[step.id] for step in order for need in step.needs)
    assert [step for week in by_week(view.steps) for step in week.steps] == list(order)
    for week in by_week(view.steps):
        assert (week.year, week.number, 1) == tuple(week.first_day.isocalendar())
        assert week.last_day == week.first_day + timedelta(days=6)
        assert all(week.first_day <= step.due <= week.last_day for step in week.steps)

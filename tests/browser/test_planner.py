"""The planner on the checklist page: a date gives every step its day, and the plan is worked with and kept."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from draaiboek.catalogue import Catalogue
from draaiboek.derive.weeks import by_date
from playwright.sync_api import Page, expect

from .planner import (
    DATES,
    KEPT,
    ORDER,
    PHONE,
    box,
    details,
    door,
    expected_view,
    fill_in,
    make_plan,
    open_planner,
    real_catalogue,
    said,
)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """The project itself."""
    return real_catalogue()


@pytest.fixture
def planner(new_page: Callable[..., Page], server: str) -> Page:
    """The salon's planner on a phone, without any plan yet."""
    return open_planner(new_page(viewport=PHONE), server)


def iso(found: dict[str, date | None]) -> dict[str, str | None]:
    return {name: day.isoformat() if day else None for name, day in found.items()}


# ---- Date and circumstances ----


@pytest.mark.parametrize("day", ["2027-06-10", "2027-03-18", "2027-01-07", "2026-11-25"])
def test_every_step_gets_the_date_that_the_command_gives_it(planner: Page, catalogue: Catalogue, day: str) -> None:
    make_plan(planner, day, organiser="municipality", size="large")
    view = expected_view(catalogue, day, organiser="municipality", size="large")

    assert planner.evaluate(DATES) == iso({step.id: step.due for step in view.steps})
    assert planner.locator(".dropped dt").count() == len(view.dropped)
    assert planner.locator(".planner-no-fit").count() == (0 if view.fits else 1)


def test_warnings_and_better_days_show_while_one_chooses(planner: Page, catalogue: Catalogue) -> None:
    fill_in(planner, "2027-03-10")
    view = expected_view(catalogue, "2027-03-10")
    warnings = planner.locator("#planner-preview .planner-warnings > ul:not(.planner-choices) > li")

    assert warnings.all_text_contents() == [warning.text for warning in view.warnings]
    better = planner.locator("#planner-preview .planner-choices button")
    assert better.count() == len(view.suggestions) > 0
    better.first.click()
    expect(planner.get_by_label("Dag van de ontmoeting")).to_have_value(view.suggestions[0].isoformat())
    expect(planner.locator("#planner-preview .planner-good")).to_be_visible()


def test_changing_the_day_moves_every_date_and_the_name(planner: Page, catalogue: Catalogue) -> None:
    make_plan(planner, "2027-06-10")
    door(planner, "Dag en omstandigheden")
    fill_in(planner, "2027-09-16", place="own-building")
    planner.get_by_role("button", name="Pas het plan aan").click()

    expect(planner.locator("#planner-title")).to_have_text("Social-profitsalon op 16 september 2027")
    view = expected_view(catalogue, "2027-09-16", place="own-building")
    assert planner.evaluate(DATES) == iso({step.id: step.due for step in view.steps})


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "America/Los_Angeles", "Asia/Kolkata"])
def test_a_clock_elsewhere_changes_no_date(
    new_page: Callable[..., Page], server: str, catalogue: Catalogue, zone: str
) -> None:
    late = datetime(2026, 11, 22, 22, 30, tzinfo=UTC)  # half past eleven in the evening in Brussels
    page = open_planner(new_page(timezone_id=zone), server, late)
    make_plan(page, "2027-01-07")

    view = expected_view(catalogue, "2027-01-07")
    assert page.evaluate(DATES) == iso({step.id: step.due for step in view.steps})


@pytest.mark.parametrize("day", ["1900-01-01", "2100-01-01", "2000-12-31"])
def test_a_year_outside_the_calendar_is_refused_in_plain_words(planner: Page, day: str) -> None:
    fill_in(planner, day)
    planner.get_by_role("button", name="Maak mijn plan").click()

    expect(planner.locator("#planner-date-fault")).to_contain_text("van 2001 tot en met 2099")
    expect(planner.get_by_label("Dag van de ontmoeting")).to_be_focused()
    assert planner.evaluate(KEPT) == []


def test_without_a_date_nothing_is_made(planner: Page) -> None:
    planner.get_by_role("button", name="Maak mijn plan").click()

    expect(planner.locator("#planner-date-fault")).to_contain_text("volledige datum")
    assert planner.evaluate(KEPT) == []


# ---- Doing ----


def test_a_tick_counts_and_is_still_there_after_a_reload(planner: Page) -> None:
    make_plan(planner)
    box(planner, "decide-goal").check()
    tasks = planner.locator(".planner-list .planner-task").count()

    expect(planner.locator("#planner-progress > p")).to_have_text(f"1 van {tasks} taken klaar")
    expect(planner.locator("[data-progress=idea]")).to_contain_text("1 van ")
    said(planner, f"Klaar. 1 van {tasks} taken klaar.")
    planner.reload()
    expect(box(planner, "decide-goal")).to_be_checked()
    expect(planner.locator("#planner-progress progress")).to_have_attribute("value", "1")


def test_not_for_us_leaves_the_count_and_note_and_name_are_kept(planner: Page) -> None:
    make_plan(planner)
    tasks = planner.locator(".planner-list .planner-task").count()
    details(planner, "decide-exit")
    row = planner.locator(".planner-task", has=box(planner, "decide-exit"))
    row.get_by_label("Wie doet dit?").fill("An")
    row.get_by_label("Notitie").fill("Vraag <b>eerst</b> & bel")
    row.get_by_label("Niet voor ons").check()

    expect(planner.locator("#planner-progress > p")).to_have_text(f"0 van {tasks - 1} taken klaar")
    expect(row.locator(".planner-extra")).to_have_text("Niet voor ons · An · Vraag <b>eerst</b> & bel")
    planner.reload()
    expect(row.locator(".planner-extra")).to_have_text("Niet voor ons · An · Vraag <b>eerst</b> & bel")


def test_what_is_overdue_and_due_this_week_stands_on_top(planner: Page) -> None:
    make_plan(planner, "2027-06-10")
    dates = planner.evaluate(DATES)
    tuesday = datetime(2027, 1, 26, 11, tzinfo=UTC)
    planner.clock.set_fixed_time(tuesday)
    planner.reload()
    overdue = {name for name, day in dates.items() if day < "2027-01-26"}
    week = {name for name, day in dates.items() if "2027-01-26" <= day <= "2027-01-31"}
    links = "links => links.map((link) => link.hash.slice(1))"

    late = planner.locator(".planner-group-overdue .planner-now-step a").evaluate_all(links)
    soon = planner.locator(".planner-group-this-week .planner-now-step a").evaluate_all(links)
    assert (set(late), set(soon)) == (overdue, week)
    assert overdue
    for name in overdue | week:
        for task in planner.locator(f"li.step:has(#{name}) .planner-task input[type=checkbox]").all():
            task.check()
    planner.reload()
    expect(planner.locator(".planner-now")).to_contain_text("Niets is te laat")


def test_what_is_overdue_can_be_worked_out_again_from_today(planner: Page, catalogue: Catalogue) -> None:
    make_plan(planner, "2027-06-10")
    planner.clock.set_fixed_time(datetime(2027, 4, 20, 11, tzinfo=UTC))
    planner.reload()
    planner.get_by_role("button", name="Herbereken vanaf vandaag").click()

    view = expected_view(catalogue, "2027-06-10", today=date(2027, 4, 20))
    assert planner.evaluate(DATES) == iso({step.id: step.due for step in view.steps})
    assert planner.locator(".planner-group-overdue").count() == 0


def test_one_role_by_date_without_what_is_done(planner: Page, catalogue: Catalogue) -> None:
    make_plan(planner)
    view = expected_view(catalogue, "2027-03-18")
    steps = [step for step in view.steps if step.role == "communication"]
    planner.locator("#planner-role").select_option("communication")
    assert planner.evaluate(ORDER) == [step.id for step in steps]

    planner.locator("#planner-order").select_option("date")
    assert planner.evaluate(ORDER) == [step.id for step in by_date(view.steps) if step in steps]

    first, *others = planner.locator(".planner-list .step").first.locator("input[type=checkbox]").all()
    for task in (first, *others):
        task.check()
    planner.locator("#planner-show-done").uncheck()
    assert planner.evaluate(ORDER) == [step.id for step in by_date(view.steps) if step in steps][1:]


# ---- Keeping ----


def test_several_plans_stand_side_by_side(planner: Page) -> None:
    make_plan(planner, "2027-03-18")
    box(planner, "decide-goal").check()
    door(planner, "Mijn plannen")
    planner.get_by_label("Naam van dit plan").fill("Voorjaar")
    planner.get_by_role("button", name="Bewaar de naam").click()
    planner.get_by_role("button", name="Begin een nieuw plan").click()
    make_plan(planner, "2027-10-14")

    expect(box(planner, "decide-goal")).not_to_be_checked()
    door(planner, "Mijn plannen")
    planner.get_by_role("button", name="Voorjaar").click()
    expect(planner.locator("#planner-title")).to_have_text("Voorjaar")
    expect(box(planner, "decide-goal")).to_be_checked()

    door(planner, "Mijn plannen")
    planner.get_by_role("button", name="Gooi dit plan weg").click()
    assert len(planner.evaluate(KEPT)) == 2  # the first press only asks
    planner.locator("#planner-remove").click()
    expect(planner.locator("#planner-title")).to_have_text("Social-profitsalon op 14 oktober 2027")
    assert len(planner.evaluate(KEPT)) == 1


def test_two_tabs_do_not_overwrite_each_other(planner: Page) -> None:
    make_plan(planner)
    other = planner.context.new_page()
    other.clock.set_fixed_time(datetime(2026, 11, 22, 11, tzinfo=UTC))
    other.goto(planner.url)
    box(planner, "decide-goal").check()
    expect(box(other, "decide-goal")).to_be_checked()
    box(other, "decide-exit").check()
    expect(box(planner, "decide-exit")).to_be_checked()
    box(planner, "team-roles").check()

    [plan] = planner.evaluate(KEPT)
    assert {name: item["state"]["value"] for name, item in plan["items"].items()} == {
        "decide-goal": "done", "decide-exit": "done", "team-roles": "done",
    }  # fmt: skip
    door(other, "Mijn plannen")
    other.locator("#planner-remove").click()
    other.locator("#planner-remove").click()
    expect(planner.locator(".planner > .planner-fault")).to_have_text("Dit plan is weggegooid in een ander venster.")


def test_new_tasks_are_marked_and_vanished_ones_are_kept(planner: Page) -> None:
    make_plan(planner)
    [plan] = planner.evaluate(KEPT)
    plan["seen"] = [task for task in plan["seen"] if task not in ("decide-goal", "team-roles")]
    plan["items"]["old-task"] = {"step": "decide", "text": "Een taak van vroeger", "note": {"value": "bel An", "at": 1}}
    planner.evaluate("plan => localStorage.setItem(`draaiboek-plan-1:${plan.id}`, JSON.stringify(plan))", plan)
    planner.reload()

    expect(planner.locator(".planner-news")).to_contain_text("er zijn 2 taken bij gekomen")
    assert planner.locator(".planner-list .planner-badge").count() == 2
    expect(planner.locator(".planner-vanished")).to_contain_text("Een taak van vroeger")
    expect(planner.locator(".planner-vanished")).to_contain_text("bel An")
    planner.get_by_role("button", name="Gezien").click()
    expect(planner.locator(".planner-badge")).to_have_count(0)
    planner.reload()
    expect(planner.locator(".planner-news")).to_have_count(0)
    expect(planner.locator(".planner-vanished")).to_contain_text("bel An")


def test_a_full_storage_is_said_plainly_and_harms_nothing(planner: Page) -> None:
    make_plan(planner)
    box(planner, "decide-goal").check()
    before = planner.evaluate(KEPT)
    planner.evaluate("""() => {
      let size = 1 << 20;
      for (let number = 0; size > 8; number += 1) {
        try { localStorage.setItem(`filler-${number}`, "x".repeat(size)); } catch { size >>= 1; }
      }
    }""")
    box(planner, "team-roles").check()
    details(planner, "team-roles")
    row = planner.locator(".planner-task", has=box(planner, "team-roles"))
    row.get_by_label("Notitie").fill("een lange notitie " * 40)

    expect(planner.locator(".planner-kept")).to_contain_text("kan niets meer bewaren")
    expect(box(planner, "team-roles")).to_be_checked()
    [kept] = planner.evaluate(KEPT)
    assert kept["items"]["decide-goal"] == before[0]["items"]["decide-goal"]


def test_without_storage_the_planner_works_and_says_what_that_means(
    new_page: Callable[..., Page], server: str
) -> None:
    page = new_page(viewport=PHONE)
    page.add_init_script(
        'Object.defineProperty(window, "localStorage", { get() { throw new DOMException("no", "SecurityError"); } })'
    )
    open_planner(page, server)
    expect(page.locator(".planner-kept")).to_contain_text("bewaart hier niets")
    make_plan(page)
    box(page, "decide-goal").check()

    expect(page.locator("#planner-progress > p")).to_contain_text("1 van ")
    expect(page.locator(".planner-kept")).to_contain_text("bewaart hier niets")


@pytest.mark.parametrize("kept", ["{", '{"kind":"draaiboek-plan","version":9}', "null", '{"kind":"draaiboek-plan"}'])
def test_what_cannot_be_read_is_left_as_it_is(planner: Page, kept: str) -> None:
    planner.evaluate("text => localStorage.setItem('draaiboek-plan-1:old', text)", kept)
    planner.reload()
    expect(planner.locator(".planner > .planner-fault")).to_contain_text("niet kan lezen")
    make_plan(planner)

    assert planner.evaluate("() => localStorage.getItem('draaiboek-plan-1:old')") == kept


def test_a_tick_on_the_plain_list_begins_a_plan_without_a_date(planner: Page) -> None:
    box(planner, "decide-goal").check()

    expect(planner.locator(".planner-day")).to_contain_text("Nog zonder datum")
    expect(box(planner, "decide-goal")).to_be_checked()
    expect(box(planner, "decide-goal")).to_be_focused()
    planner.reload()
    expect(box(planner, "decide-goal")).to_be_checked()


def test_nothing_is_kept_before_somebody_makes_a_plan(planner: Page) -> None:
    fill_in(planner, "2027-03-18")

    kept: list[Any] = planner.evaluate("() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)]")
    assert kept == []
    assert json.dumps(planner.context.cookies()) == "[]"

"""Plans from hand to hand: files, links, calendar and CSV; and what comes in broken or with bad intentions."""

import json
import time as clock
from collections.abc import Callable
from datetime import time
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import zxingcpp
from draaiboek.catalogue import Catalogue
from draaiboek.derive.checklist import ChecklistView
from draaiboek.render.csv.checklist import render_csv
from draaiboek.render.ics.checklist import render_ics
from icalendar import Calendar
from playwright.sync_api import Page, expect

from .planner import (
    CHECKLIST,
    KEPT,
    PHONE,
    box,
    details,
    door,
    expected_view,
    make_plan,
    open_planner,
    real_catalogue,
    saved_file,
)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """The project itself."""
    return real_catalogue()


@pytest.fixture
def planner(new_page: Callable[..., Page], server: str) -> Page:
    """The salon's planner on a phone, with a plan for 18 March 2027 by a municipality."""
    page = open_planner(new_page(viewport=PHONE), server)
    make_plan(page, "2027-03-18", organiser="municipality")
    return page


def plan_file(page: Page) -> dict[str, Any]:
    """The open plan as the file that one saves."""
    door(page, "Deel of bewaar")
    found: dict[str, Any] = json.loads(saved_file(page, lambda: page.get_by_role("button", name="Bewaar als bestand").click()))
    page.get_by_role("button", name="Deel of bewaar").click()
    return found


def hand_in(page: Page, content: bytes, name: str = "plan.json") -> None:
    """Open a file on the page."""
    if page.locator("#planner-title").count():
        door(page, "Deel of bewaar")
    else:
        page.get_by_text("Ik heb een planbestand gekregen").click()
    page.get_by_label("Open een planbestand").set_input_files({"name": name, "mimeType": "application/json", "buffer": content})


# ---- Files ----


def test_a_plan_goes_to_a_colleague_as_a_file(planner: Page, new_page: Callable[..., Page], server: str) -> None:
    box(planner, "decide-goal").check()
    file = json.dumps(plan_file(planner)).encode()
    colleague = open_planner(new_page(), server)
    hand_in(colleague, file)
    expect(colleague.locator(".planner-import")).to_contain_text("Social-profitsalon op 18 maart 2027")
    assert colleague.evaluate(KEPT) == []  # only shown so far
    colleague.get_by_role("button", name="Bewaar als apart plan").click()

    expect(box(colleague, "decide-goal")).to_be_checked()
    assert colleague.evaluate(KEPT) == planner.evaluate(KEPT)


def test_two_peoples_files_become_one_and_the_newer_change_wins(planner: Page) -> None:
    box(planner, "decide-goal").check()
    details(planner, "team-roles")
    planner.locator("#task-team-roles-note").fill("mijn notitie")
    theirs = plan_file(planner)
    now = theirs["items"]["decide-goal"]["state"]["at"]
    theirs["items"]["decide-goal"]["state"] = {"value": "not-for-us", "at": now + 1000}  # newer
    theirs["items"]["team-roles"]["note"] = {"value": "oude notitie", "at": 5}  # older
    theirs["items"]["decide-exit"] = {"step": "decide", "text": "x", "who": {"value": "Bea", "at": now}}
    hand_in(planner, json.dumps(theirs).encode())

    changes = planner.locator(".planner-import .planner-changes")
    expect(planner.locator(".planner-import")).to_contain_text("2 gegevens in het bestand zijn nieuwer")
    assert changes.first.locator("li").count() == 2
    expect(changes.first).to_contain_text("Klaar → Niet voor ons")
    expect(planner.locator(".planner-import")).to_contain_text("1 gegeven in het bestand is ouder dan het uwe. Het uwe blijft")
    expect(changes.last).to_contain_text("oude notitie → mijn notitie")
    planner.get_by_role("button", name="Voeg samen met").click()

    [plan] = planner.evaluate(KEPT)
    assert plan["items"]["decide-goal"]["state"]["value"] == "not-for-us"
    assert plan["items"]["team-roles"]["note"]["value"] == "mijn notitie"
    assert plan["items"]["decide-exit"]["who"]["value"] == "Bea"


def nested(depth: int) -> bytes:
    return b"[" * depth + b"]" * depth


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"{", "beschadigd"),
        (b"", "beschadigd"),
        (b"\xff\xfe\x00", "beschadigd"),
        (b'{"a": 1}', "geen planbestand"),
        (nested(100_000), "planbestand|beschadigd"),
        (b'"' + b"x" * 3_000_000 + b'"', "te groot"),
        (b'{"kind": "draaiboek-plan", "version": 2}', "nieuwere versie"),
        (b'{"kind": "draaiboek-plan", "version": 1}', "beschadigd"),
    ],
    ids=["half", "empty", "not text", "other", "deep", "huge", "newer", "without a plan"],
)
def test_a_file_that_is_no_plan_is_refused_plainly_and_harms_nothing(planner: Page, content: bytes, told: str) -> None:
    box(planner, "decide-goal").check()
    before = planner.evaluate(KEPT)
    hand_in(planner, content)

    message = planner.locator(".planner-import .planner-fault")
    expect(message).to_be_visible()
    assert any(words in (message.text_content() or "") for words in told.split("|"))
    assert planner.evaluate(KEPT) == before
    expect(box(planner, "decide-goal")).to_be_checked()


Edit = Callable[[dict[str, Any]], None]
WRONG: dict[str, Edit] = {
    "an id that is a path": lambda plan: plan.update(id="../x"),
    "a date that does not exist": lambda plan: plan["settings"]["value"].update(date="2027-02-30"),
    "a state that does not exist": lambda plan: plan["items"].update(
        {"decide-goal": {"step": "decide", "text": "x", "state": {"value": "maybe", "at": 1}}}
    ),
    "a moment that is no number": lambda plan: plan["name"].update(at="later"),
    "an endless note": lambda plan: plan["items"].update(
        {"decide-goal": {"step": "decide", "text": "x", "note": {"value": "x" * 9000, "at": 1}}}
    ),
    "a prototype": lambda plan: plan.update(items=json.loads('{"__proto__": {"step": "a", "text": "b"}}')),
    "items in a list": lambda plan: plan.update(items=[]),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_plan_changed_by_hand_is_refused_whole(planner: Page, name: str) -> None:
    plan = plan_file(planner)
    before = planner.evaluate(KEPT)
    WRONG[name](plan)
    hand_in(planner, json.dumps(plan).encode())

    expect(planner.locator(".planner-import .planner-fault")).to_contain_text("Er is niets gewijzigd")
    assert planner.evaluate(KEPT) == before


def test_script_in_a_file_stays_text(planner: Page) -> None:
    attack = '<img src=x onerror="window.hit=1"><script>window.hit=1</script>'
    plan = plan_file(planner)
    at = plan["name"]["at"] + 1
    plan["name"] = {"value": attack, "at": at}
    plan["items"] = {
        "decide-goal": {"step": "decide", "text": attack, "note": {"value": attack, "at": at}, "who": {"value": attack, "at": at}},
        "gone-task": {"step": "decide", "text": attack, "note": {"value": f"\u202e{attack}", "at": at}},
    }
    hand_in(planner, json.dumps(plan).encode())
    expect(planner.locator(".planner-import")).to_contain_text(attack)
    planner.get_by_role("button", name="Voeg samen met").click()

    expect(planner.locator("#planner-title")).to_have_text(attack)
    expect(planner.locator(".planner-vanished")).to_contain_text(attack)
    assert planner.locator("main img, main script:not([type])").count() == 0
    assert planner.evaluate("() => window.hit") is None


def test_a_clock_that_runs_years_ahead_does_not_win_for_ever(planner: Page) -> None:
    plan = plan_file(planner)
    ahead = int(clock.time() * 1000) + 10 * 365 * 86_400_000
    plan["items"] = {"decide-goal": {"step": "decide", "text": "x", "state": {"value": "done", "at": ahead}}}
    hand_in(planner, json.dumps(plan).encode())
    planner.get_by_role("button", name="Voeg samen met").click()
    expect(box(planner, "decide-goal")).to_be_checked()
    box(planner, "decide-goal").uncheck()
    planner.reload()

    expect(box(planner, "decide-goal")).not_to_be_checked()


def test_a_plan_of_another_playbook_is_sent_to_its_own_page(planner: Page, server: str) -> None:
    plan = plan_file(planner) | {"playbook": "job-lab"}
    hand_in(planner, json.dumps(plan).encode())

    link = planner.locator(".planner-import a")
    assert link.evaluate("link => link.href") == f"{server}nl/playbook/job-lab/checklist/"


# ---- Links ----


def shared_address(page: Page) -> str:
    door(page, "Deel of bewaar")
    return page.get_by_label("Link", exact=True).input_value()


def test_a_link_carries_date_and_circumstances_and_nothing_else(
    planner: Page, new_page: Callable[..., Page], server: str
) -> None:
    box(planner, "decide-goal").check()
    address = shared_address(planner)
    assert parse_qs(urlsplit(address).fragment) == {
        "date": ["2027-03-18"], "start": ["2026-11-22"], "organiser": ["municipality"],
        "name": ["Social-profitsalon op 18 maart 2027"],
    }  # fmt: skip
    colleague = open_planner(new_page(), server, address=address.removeprefix(server))
    expect(colleague.get_by_label("Dag van de ontmoeting")).to_have_value("2027-03-18")
    expect(colleague.locator("#planner-facet-organiser")).to_have_value("municipality")
    assert colleague.evaluate(KEPT) == []
    assert "#" not in colleague.url
    colleague.get_by_role("button", name="Maak mijn plan").click()

    [plan] = colleague.evaluate(KEPT)
    assert plan["settings"]["value"] == planner.evaluate(KEPT)[0]["settings"]["value"]
    colleague.goto(address)  # the same link again opens that plan
    expect(colleague.locator("#planner-title")).to_have_text("Social-profitsalon op 18 maart 2027")
    assert len(colleague.evaluate(KEPT)) == 1


def test_the_code_to_scan_holds_the_link(planner: Page) -> None:
    address = shared_address(planner)
    path = planner.locator(".planner-qr path").get_attribute("d") or ""
    size = int((planner.locator(".planner-qr svg").get_attribute("viewBox") or "").split()[2])
    picture = memoryview(bytearray(b"\xff" * size * size)).cast("B", (size, size))
    for x, y in (map(int, part.removesuffix("h1v1h-1z").split()) for part in path.split("M")[1:]):
        picture[y, x] = 0

    assert [found.text for found in zxingcpp.read_barcodes(picture)] == [address]


@pytest.mark.parametrize(
    "fragment",
    [
        "#date=2027-13-45", "#date=1900-01-01", "#date=", "#organiser=municipality", "#date=2027-03-18&organiser=king",
        "#date=2027-03-18&opens=25:00", "#date=2027-03-18&evil=1", "#=&=&%%%", "#date=" + "9" * 5000,
    ],
)  # fmt: skip
def test_a_link_of_nonsense_is_said_to_be_one(planner: Page, server: str, fragment: str) -> None:
    before = planner.evaluate(KEPT)
    planner.goto("about:blank")
    planner.goto(server + CHECKLIST + fragment)

    expect(planner.locator(".planner > .planner-fault")).to_contain_text("Deze link klopt niet")
    expect(planner.locator("#planner-title")).to_be_visible()  # the plan that was there
    assert planner.evaluate(KEPT) == before


def test_a_link_to_a_heading_is_left_alone(planner: Page, server: str) -> None:
    planner.goto(f"{server}{CHECKLIST}#aftercare")

    expect(planner.locator(".planner > .planner-fault")).to_have_count(0)
    assert planner.url.endswith("#aftercare")


def test_an_events_own_checklist_leads_to_a_plan_with_its_date(new_page: Callable[..., Page], server: str) -> None:
    page = new_page()
    page.goto(f"{server}nl/events/example-mechelen-2027/checklist/")
    page.locator(".own-plan a").click()

    expect(page.get_by_label("Dag van de ontmoeting")).to_have_value("2027-03-18")
    expect(page.locator("#planner-opens")).to_have_value("13:30")


# ---- Taking along ----


@pytest.fixture
def timed(planner: Page, catalogue: Catalogue) -> ChecklistView:
    """The plan with clock times, as the command sees it."""
    door(planner, "Dag en omstandigheden")
    planner.locator("#planner-opens").fill("13:30")
    planner.locator("#planner-closes").fill("17:00")
    planner.get_by_role("button", name="Pas het plan aan").click()
    door(planner, "Neem mee")
    return expected_view(catalogue, "2027-03-18", (time(13, 30), time(17)), organiser="municipality")


def entries(data: bytes) -> dict[str, dict[str, Any]]:
    """The calendar's entries by UID, each as plain values."""
    found = {}
    for entry in Calendar.from_ical(data).walk("VEVENT"):
        values = {name: entry[name].to_ical() for name in entry if name not in ("DTSTART", "DTEND")}
        alarm = entry.walk("VALARM")[0]
        values |= {"starts": entry.decoded("DTSTART"), "ends": entry.decoded("DTEND"), "alarm": alarm.decoded("TRIGGER")}
        found[str(entry["UID"])] = values
    return found


def test_the_calendar_is_the_one_the_command_makes(planner: Page, timed: ChecklistView, catalogue: Catalogue) -> None:
    made = saved_file(planner, lambda: planner.get_by_role("button", name="Agenda (ICS)").click())

    assert entries(made) == entries(render_ics(timed, catalogue))
    assert all(len(line) <= 75 for line in made.split(b"\r\n"))


def test_the_calendar_of_one_role_holds_only_that_role(planner: Page, timed: ChecklistView) -> None:
    planner.locator("#planner-take-role").select_option("host")
    made = saved_file(planner, lambda: planner.get_by_role("button", name="Agenda (ICS)").click())

    wanted = {f"{step.id}.salon-2027-03-18@draaiboek" for step in timed.steps if step.role == "host"}
    assert set(entries(made)) == wanted


def test_the_csv_is_the_one_the_command_makes(planner: Page, timed: ChecklistView, catalogue: Catalogue) -> None:
    made = saved_file(planner, lambda: planner.get_by_role("button", name="CSV", exact=True).click())

    assert made.decode() == render_csv(timed, catalogue).decode()


def test_the_csv_gets_columns_for_what_was_recorded(planner: Page) -> None:
    box(planner, "decide-goal").check()
    details(planner, "decide-goal")
    planner.locator("#task-decide-goal-note").fill('=HYPERLINK("x");"y"')
    door(planner, "Neem mee")
    made = saved_file(planner, lambda: planner.get_by_role("button", name="CSV", exact=True).click()).decode()

    assert made.split("\r\n")[0].endswith(";Taak-id;Status;Wie;Notities")
    row = next(line for line in made.split("\r\n") if ";decide-goal;" in line)
    assert row.endswith(""";decide-goal;Klaar;;"'=HYPERLINK(""x"");""y""\"""")


def test_the_workbook_says_which_date_to_type(planner: Page, site: Path) -> None:
    door(planner, "Neem mee")
    expect(planner.locator(".planner-xlsx")).to_contain_text("typ 18/3/2027")
    address = planner.locator(".planner-xlsx a").evaluate("link => new URL(link.href).pathname")

    assert (site / address.lstrip("/")).is_file()


def test_one_role_comes_on_paper_with_what_was_noted(planner: Page) -> None:
    details(planner, "decide-goal")
    planner.locator("#task-decide-goal-who").fill("An")
    planner.evaluate("() => { window.print = () => { window.printed = true; }; }")
    door(planner, "Neem mee")
    planner.locator("#planner-take-role").select_option("coordinator")
    planner.locator("#planner-panel").get_by_role("button", name="Druk af").click()
    planner.emulate_media(media="print")

    assert planner.evaluate("() => window.printed")
    expect(planner.locator(".planner-list")).to_contain_text("Alleen de stappen voor deze rol: Coördinator.")
    expect(planner.locator(".planner-list .planner-extra").filter(has_text="An")).to_be_visible()
    for hidden in (".planner-toolbar", ".planner-controls", ".planner-panel", ".planner-now", ".planner-more"):
        expect(planner.locator(hidden).first).to_be_hidden()

"""The tally: counting on a phone, adding up several, offline, and a result that the project's own rules accept."""

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from ..command import call
from .look import faults_of
from .planner import NOON, PHONE, ROOT, saved_file
from .test_planner_quality import _Server, wait_until_kept

TALLY = "nl/tools/tally/"


def add_stand(page: Page, name: str, kind: str) -> None:
    if not page.get_by_label("Naam van de stand").is_visible():
        page.get_by_text("Voeg een stand toe").click()
    page.get_by_label("Naam van de stand").fill(name)
    page.get_by_label("Wat is het?").select_option(kind)
    page.get_by_role("button", name="Voeg toe", exact=True).click()


def press(page: Page, name: str, times: int = 1) -> None:
    for _ in range(times):
        page.locator(f"#tally-{name}").click()


def count_a_day(page: Page) -> None:
    """Three stands, five interviews, two trainings, one support, four visitors; one press taken back."""
    add_stand(page, "WZC De Linde", "employer")
    press(page, "count-interview", 4)
    press(page, "count-interview-less")
    add_stand(page, "School", "training")
    press(page, "count-training", 2)
    add_stand(page, "Ziekenhuis", "employer")
    press(page, "count-interview", 2)
    press(page, "count-support")
    press(page, "visitors", 4)


def totals(page: Page) -> list[list[str]]:
    rows = page.locator(".tally-table tr").all()
    return [[cell.text_content() or "" for cell in row.locator("th, td").all()] for row in rows]


@pytest.fixture
def tally(new_page: Callable[..., Page], server: str) -> Page:
    """The tally page on a phone."""
    page = new_page(viewport=PHONE)
    page.clock.set_fixed_time(NOON)
    page.goto(server + TALLY)
    return page


def test_appointments_are_counted_by_type_and_stand(tally: Page) -> None:
    count_a_day(tally)
    expected = [
        ["Stand", "Sollicitatie", "Opleiding", "Ondersteuning", "Totaal"],
        ["WZC De Linde", "3", "0", "0", "3"],
        ["School", "0", "2", "0", "2"],
        ["Ziekenhuis", "2", "0", "1", "3"],
        ["Totaal", "5", "2", "1", "8"],
    ]
    assert totals(tally) == expected
    expect(tally.locator("#tally-visitors strong")).to_have_text("4")
    expect(tally.locator("#tally [role=status]")).to_have_text("Bezoeker: 4")
    tally.reload()
    assert totals(tally) == expected


def test_nothing_goes_below_zero(tally: Page) -> None:
    tally.locator("#tally-visitors-less").focus()
    tally.keyboard.press("Enter")
    tally.keyboard.press("Enter")
    expect(tally.locator("#tally-visitors strong")).to_have_text("0")


def test_several_phones_add_up_and_twice_is_not_double(tally: Page, new_page: Callable[..., Page], server: str) -> None:
    count_a_day(tally)
    other = new_page(viewport=PHONE)
    other.goto(server + TALLY)
    add_stand(other, "wzc de linde", "employer")
    press(other, "count-interview", 10)
    other.get_by_text("Tel meerdere telefoons samen").click()
    file = saved_file(other, lambda: other.get_by_role("button", name="Bewaar de telling").click())
    for _ in range(2):
        tally.get_by_text("Tel meerdere telefoons samen").click()
        tally.locator("#tally-file").set_input_files({"name": "t.json", "mimeType": "application/json", "buffer": file})
        expect(tally.locator(".tally-sum")).to_contain_text("15")

    assert totals(tally)[1] == ["WZC De Linde", "13", "0", "0", "13"]


@pytest.mark.parametrize(
    "content",
    [
        b"{", b"null", b'{"kind": "draaiboek-tally", "version": 1, "stands": {}, "devices": {}}',
        b'{"kind": "draaiboek-tally", "version": 1, "stands": [], "devices": {"dabcdef12": {"visitors": -4}}}',
        b'{"kind": "draaiboek-tally", "version": 1, "stands": [], "devices": {"<img src=x>": {}}}',
    ],
)  # fmt: skip
def test_a_file_that_is_no_count_changes_nothing(tally: Page, content: bytes) -> None:
    count_a_day(tally)
    before = totals(tally)
    tally.get_by_text("Tel meerdere telefoons samen").click()
    tally.locator("#tally-file").set_input_files({"name": "t.json", "mimeType": "application/json", "buffer": content})

    expect(tally.locator(".tally .planner-fault")).to_contain_text("geen telling")
    assert totals(tally) == before


def test_starting_again_asks_twice(tally: Page) -> None:
    count_a_day(tally)
    tally.get_by_text("Tel meerdere telefoons samen").click()
    tally.locator("#tally-restart").click()
    expect(tally.locator(".tally-table")).to_be_visible()
    tally.locator("#tally-restart").click()
    expect(tally.locator(".tally-table")).to_have_count(0)
    expect(tally.locator("#tally-visitors strong")).to_have_text("0")


# ---- The result ----


def make_report(page: Page) -> dict[str, str]:
    """Press the button; the blocks by the name of the file they are for."""
    page.get_by_role("button", name="Maak de tekst").click()
    expect(page.locator("#tally-pull-text")).to_be_visible()
    blocks = page.locator(".tally-report pre").all()
    return {block.get_attribute("aria-label") or "": block.text_content() or "" for block in blocks}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of what editors write, to put a result in."""
    for name in ("data", "docs", "i18n", "playbook", "reference", "mkdocs.yml"):
        source = ROOT / name
        shutil.copytree(source, tmp_path / name) if source.is_dir() else shutil.copy(source, tmp_path / name)
    return tmp_path


def problems(root: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(call("check", "--root", root, "--format", "json").stdout)
    return [problem for problem in found if problem["severity"] != "info"]


@pytest.mark.parametrize("place", ["mechelen", ""], ids=["a known municipality", "a new municipality"])
def test_the_result_passes_the_projects_own_rules(tally: Page, project: Path, place: str) -> None:
    count_a_day(tally)
    tally.locator("#tally-date").fill("2026-11-20")
    tally.locator("#tally-municipality").select_option(place)
    if not place:
        tally.locator("#tally-other").fill("Sint-Gillis-bij-Dendermonde: d'Oude Kern")
    tally.locator("#tally-organiser").select_option("vivo")
    made = make_report(tally)
    assert ("data/municipalities.yaml" in made) == (not place)
    before = problems(project)
    for name, text in made.items():
        if name.startswith("data/"):
            with (project / name).open("a", encoding="utf-8") as file:
                file.write(text)

    assert problems(project) == before
    for line in ("visitors:\n        value: 4", "employers:\n        value: 2", "appointments-interview:\n        value: 5"):
        assert line in made["data/events.yaml"]
    assert "WZC" not in "".join(made.values())
    assert "Afspraken voor een sollicitatiegesprek: 5" in made["Tekst voor de pull request"]


PLANNED = """  - id: planned-here
    playbook: salon
    status: confirmed
    title:
      nl: "Kom kijken: werk in de zorg #1"
    date: 2026-11-20
    opens: 13:30
    municipality: mechelen
    venue: "Zaal 't Hof"
    accessibility:
      step-free: yes
    expected:
      visitors:
        value: 90
        source: zorgtalent-2019
    sources:
      - zorgtalent-2019
"""


@pytest.fixture
def with_planned_event(tmp_path_factory: pytest.TempPathFactory, project: Path) -> Iterator[str]:
    """A site on which one real event is still without a result."""
    with (project / "data/events.yaml").open("a", encoding="utf-8") as file:
        file.write(PLANNED)
    for name in ("theme", "web"):
        shutil.copytree(ROOT / name, project / name)
    out = tmp_path_factory.mktemp("planned") / "site"
    done = call("build", "--root", project, "--lang", "nl", "--out", out, "--today", "2026-11-22")
    assert done.returncode == 0, done.stderr
    started = _Server(out)
    yield started.address
    started.stop()


def test_an_event_that_was_planned_gets_its_result(
    with_planned_event: str, project: Path, new_page: Callable[..., Page]
) -> None:
    page = new_page()
    page.goto(with_planned_event + TALLY)
    count_a_day(page)
    made = make_report(page)
    events = project / "data/events.yaml"
    text = events.read_text(encoding="utf-8")
    assert PLANNED in text
    events.write_text(text.replace(PLANNED, made["data/events.yaml"]), encoding="utf-8")
    with (project / "data/sources.yaml").open("a", encoding="utf-8") as file:
        file.write(made["data/sources.yaml"])

    assert problems(project) == []
    assert "status: held" in made["data/events.yaml"]
    assert "nl: 'Kom kijken: werk in de zorg #1'" in made["data/events.yaml"]
    assert "expected:" not in made["data/events.yaml"]


def test_what_is_missing_is_said(tally: Page) -> None:
    tally.get_by_role("button", name="Maak de tekst").click()
    expect(tally.locator(".tally-report")).to_have_text("Er is nog niets geteld.")
    press(tally, "visitors")
    tally.get_by_role("button", name="Maak de tekst").click()
    expect(tally.locator(".tally-report")).to_have_text("Geef minstens de dag en de gemeente in.")


# ---- For everybody ----


def test_no_state_of_the_tally_has_a_fault(tally: Page) -> None:
    tally.emulate_media(reduced_motion="reduce")
    faults = faults_of(tally)
    count_a_day(tally)
    tally.get_by_text("Tel meerdere telefoons samen").click()
    tally.locator("#tally-date").fill("2026-11-20")
    tally.locator("#tally-municipality").select_option("mechelen")
    make_report(tally)
    faults += faults_of(tally)

    assert not faults, faults


def test_the_tally_counts_without_a_network(new_page: Callable[..., Page], site: Path) -> None:
    started = _Server(site)
    page = new_page(viewport=PHONE)
    page.goto(started.address + TALLY)
    wait_until_kept(page, TALLY, "nl/assets/javascripts/tally.js", "nl/assets/javascripts/planner-data.js")
    press(page, "visitors", 2)
    started.stop()
    page.reload()
    press(page, "visitors")

    expect(page.locator("#tally-visitors strong")).to_have_text("3")

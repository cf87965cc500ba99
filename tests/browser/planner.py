"""What the tests of the planner do again and again: open the page on a known day, make a plan, look at it."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from draaiboek.catalogue import Catalogue, build_catalogue
from draaiboek.derive.checklist import ChecklistView, Request, derive_checklist
from draaiboek.derive.schedule import Occasion
from draaiboek.load.project import load_project
from playwright.sync_api import Page, expect

ROOT = Path(__file__).parent.parent.parent
TODAY = date(2026, 11, 22)
NOON = datetime(2026, 11, 22, 11, tzinfo=UTC)
CHECKLIST = "nl/playbook/salon/checklist/"
Hours = tuple[time | None, time | None]
PHONE = {"width": 390, "height": 800}

DATES = """() => Object.fromEntries([...document.querySelectorAll(".planner-list .step")].map((step) =>
  [step.querySelector("h3").id, step.querySelector("time")?.getAttribute("datetime") ?? null]))"""
ORDER = """() => [...document.querySelectorAll(".planner-list .step h3")].map((heading) => heading.id)"""
KEPT = """() => Object.entries(localStorage).filter(([key]) => key.startsWith("draaiboek-plan-1:"))
  .map(([, plan]) => JSON.parse(plan))"""


def real_catalogue() -> Catalogue:
    """The project itself."""
    return build_catalogue(load_project(ROOT))


def open_planner(page: Page, server: str, now: datetime = NOON, address: str = CHECKLIST) -> Page:
    """The checklist page, on a day that does not change."""
    page.clock.set_fixed_time(now)
    page.goto(server + address)
    expect(page.locator(".planner-card")).to_be_visible()
    return page


def fill_in(page: Page, day: str, **facets: str) -> None:
    """Fill in the form: the day, and circumstances by facet."""
    page.get_by_label("Dag van de ontmoeting").fill(day)
    for facet, value in facets.items():
        page.locator(f"#planner-facet-{facet}").select_option(value)


def make_plan(page: Page, day: str = "2027-03-18", **facets: str) -> None:
    """Make a plan with the form."""
    fill_in(page, day, **facets)
    page.get_by_role("button", name="Maak mijn plan").click()
    expect(page.locator("#planner-title")).to_be_focused()


def expected_view(
    catalogue: Catalogue, day: str, hours: Hours = (None, None), today: date = TODAY, **facets: str
) -> ChecklistView:
    """What the command makes of the same date and circumstances, when the plan begins today."""
    first = date.fromisoformat(day)
    address = f"https://draaiboek.example/{CHECKLIST}"
    occasion = Occasion(first, first, *hours)
    request = Request("salon", "nl", today, address, occasion, circumstances=facets, late_start=True)
    return derive_checklist(catalogue, request)


def box(page: Page, task: str) -> Any:
    """The box of a task in the whole list."""
    return page.locator(f"#task-{task}")


def details(page: Page, task: str) -> None:
    """Open what stands behind the button of a task."""
    page.locator(f"#task-{task}-more").click()


def door(page: Page, name: str) -> None:
    """Open one of the plan's panels."""
    page.get_by_role("button", name=name, exact=True).click()
    expect(page.locator("#planner-panel")).to_be_visible()


def said(page: Page, sentence: str) -> None:
    """What was told to who cannot see the change."""
    expect(page.locator(".planner + [role=status]")).to_have_text(sentence)


def saved_file(page: Page, act: Callable[[], None]) -> bytes:
    """The file that an act makes."""
    with page.expect_download() as waiting:
        act()
    return Path(waiting.value.path()).read_bytes()

"""`draaiboek checklist` and time: late start, order by date, and the dates that are kept."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ..command import Done

ROOT = Path(__file__).parent.parent.parent
Run = Callable[..., Done]
SALON = ("checklist", "--root", ROOT, "--playbook", "salon", "--date", "2027-03-18")


def test_late_start_is_on_unless_it_is_switched_off(run: Run) -> None:
    words = (*SALON, "--today", "2027-01-05", "--format", "json")
    moved, plain = json.loads(run(*words).stdout), json.loads(run(*words, "--no-late-start").stdout)

    def steps(data: dict[str, Any]) -> dict[str, str]:
        return {step["id"]: step["due"] for phase in data["phases"] for step in phase["steps"]}

    assert steps(moved)["decide"] == "2027-01-05"
    assert steps(plain)["decide"] == "2026-10-29"
    assert {step["id"] for step in moved["dropped"]} == steps(plain).keys() - steps(moved).keys() != set()
    assert plain["dropped"] == []
    assert min(day for day in steps(moved).values()) >= "2027-01-05"


def test_an_event_form_of_two_days_takes_two_days_from_its_first(run: Run) -> None:
    words = ("checklist", "--root", ROOT, "--playbook", "idea-days", "--date", "2027-03-18", "--today", "2026-10-01")
    data = json.loads(run(*words, "--opening", "09:30", "--closing", "16:00", "--format", "json").stdout)
    steps = [step for phase in data["phases"] for step in phase["steps"]]

    assert (data["date"], data["end-date"]) == ("2027-03-18", "2027-03-19")
    assert {step["due"] for step in steps if step["at"]} == {"2027-03-18", "2027-03-19"}
    assert min(step["due"] for step in steps if step["offset"].startswith("+") and not step["from"]) > "2027-03-19"


def test_a_plan_that_no_longer_fits_says_so(run: Run) -> None:
    done = run(*SALON, "--today", "2027-03-15")

    assert done.returncode == 0
    assert "De onmisbare stappen passen niet meer" in done.stdout
    assert json.loads(run(*SALON, "--today", "2027-03-15", "--format", "json").stdout)["fits"] is False


def test_by_date_puts_the_steps_under_their_weeks(run: Run) -> None:
    text = run(*SALON, "--today", "2026-10-01", "--by", "date").stdout

    assert "## Week 44: 26 okt – 1 nov 2026" in text
    assert "## Week 11: 15–21 mrt 2027" in text


@pytest.mark.parametrize("form", ["json", "ics", "xlsx"])
def test_by_date_is_refused_where_it_does_not_exist(form: str, run: Run) -> None:
    done = run(*SALON, "--by", "date", "--format", form)

    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr == f"draaiboek: --by date bestaat niet voor {form}, wel voor md, csv\n"


def test_dates_of_observances_are_generated_and_checked(project: Callable[..., Path], run: Run) -> None:
    root = project()
    path = root / "data" / "observance-dates.yaml"
    stale = run("generate", "--check", "--root", root)
    run("generate", "--root", root)
    text = path.read_text(encoding="utf-8")

    assert "data/observance-dates.yaml" in stale.stdout
    assert text.count("observance: eid-al-fitr") == 8
    assert "data/observance-dates.yaml" not in run("generate", "--check", "--root", root).stdout
    path.write_text(text.replace("2027-03-09", "2027-03-12"), encoding="utf-8")
    assert "data/observance-dates.yaml" in run("generate", "--check", "--root", root).stdout


def test_a_date_of_an_observance_that_does_not_exist_is_reported_on_its_line(
    project: Callable[..., Path], run: Run
) -> None:
    dates = "observance-dates:\n  - observance: eid-al-fitir\n    date: 2026-03-20\n    estimated: true\n"
    done = run("check", "--root", project({"data/observance-dates.yaml": dates}), "--messages", "en")

    assert done.returncode == 1
    assert "data/observance-dates.yaml:2:17: error RF101 'eid-al-fitir' does not exist in data/observances.yaml" in done.stdout
    assert "Did you mean 'eid-al-fitr'?" in done.stdout

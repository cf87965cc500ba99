"""The planner in the browser computes what the command computes: the same dates, order, warnings, better days.

Both sides get the same requests; whole results are compared. Node runs all of them in one process.
"""

import json
import random
from collections.abc import Callable
from datetime import date, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from draaiboek.catalogue import Catalogue
from draaiboek.derive.checklist import ChecklistView, Request, derive_checklist
from draaiboek.derive.schedule import Occasion
from draaiboek.derive.weeks import by_date, by_week
from draaiboek.render.browser.planner import planner_playbook, planner_words

HERE = Path(__file__).parent
VECTORS = json.loads((HERE.parent.parent / "vectors" / "schedules.json").read_text(encoding="utf-8"))
CASES_A_PLAYBOOK = 120
TODAY = date(2026, 11, 22)
NOTHING: dict[str, list[Any]] = {"requests": [], "offsets": [], "starts": []}


def asked(catalogue: Catalogue) -> list[Request]:
    """Requests of every kind for every playbook: late, on holidays, over year ends, in many circumstances."""
    chance = random.Random(20270318)
    return [
        request(catalogue, playbook, number, chance)
        for playbook in catalogue.plans
        for number in range(CASES_A_PLAYBOOK)
    ]


def request(catalogue: Catalogue, playbook: str, number: int, chance: random.Random) -> Request:
    first = any_day(number, chance)
    days = chance.choice((catalogue.plans[playbook].days, 1, 2, 3))
    opens = time(chance.randrange(24), chance.choice((0, 15, 30))) if chance.random() < 0.7 else None
    closes = time(chance.randrange(24), chance.choice((0, 45))) if chance.random() < 0.7 else None
    given = {
        facet.id: chance.choice(facet.values).id
        for facet in catalogue.circumstances.values()
        if chance.random() < 0.6
    }
    ahead = chance.choice((-30, -1, 0, 1, 3, 8, 15, 30, 45, 60, 75, 100, 140, 200, 400))
    return Request(
        playbook,
        "nl",
        first - timedelta(days=ahead),
        f"https://draaiboek.example/nl/playbook/{playbook}/checklist/",
        occasion=None if number % 40 == 39 else Occasion(first, first + timedelta(days=days - 1), opens, closes),
        circumstances=given,
        late_start=number % 3 != 0,
    )


def any_day(number: int, chance: random.Random) -> date:
    """Mostly the years people plan in; also year ends, known feasts, and the first and last years there are."""
    if number % 4 == 0:
        return date(chance.randrange(2026, 2033), 12, 15) + timedelta(days=chance.randrange(35))
    if number % 4 == 1:
        return date(chance.randrange(2026, 2032), 3, 1) + timedelta(days=chance.randrange(140))
    if number % 20 == 2:
        return chance.choice((date(2001, 1, 1), date(2099, 12, 31), date(2033, 3, 3), date(2025, 1, 6)))
    return date(2026, 6, 1) + timedelta(days=chance.randrange(2400))


def told(view: ChecklistView) -> dict[str, Any]:
    """A view in the form that derive.js gives."""
    return {
        "phases": [[phase.id, [step.id for step in phase.steps]] for phase in view.phases],
        "steps": [
            {
                "id": step.id,
                "due": step.due.isoformat() if step.due else None,
                "start": f"{step.slot.start:%Y-%m-%dT%H:%M}" if step.slot else None,
                "end": f"{step.slot.end:%Y-%m-%dT%H:%M}" if step.slot and step.slot.end else None,
                "needs": list(step.needs),
                "condition": step.condition,
                "late": step.late,
                "tasks": [[task.id, task.condition] for task in step.tasks],
            }
            for step in view.steps
        ],
        "dropped": [step.id for step in view.dropped],
        "fits": view.fits,
        "warnings": [
            {
                "kind": found.kind,
                "text": found.text,
                "firstDay": found.first_day.isoformat(),
                "lastDay": found.last_day.isoformat(),
                "observance": found.observance,
                "estimated": found.estimated,
            }
            for found in view.warnings
        ],
        "suggestions": [day.isoformat() for day in view.suggestions],
        "byDate": [step.id for step in by_date(view.steps)],
        "byWeek": [
            [week.year, week.number, week.first_day.isoformat(), [step.id for step in week.steps]]
            for week in by_week(view.steps)
        ],
    }


def as_data(made: Request) -> dict[str, Any]:
    occasion = made.occasion
    return {
        "playbook": made.playbook,
        "circumstances": dict(made.circumstances),
        "today": made.today.isoformat(),
        "lateStart": made.late_start,
        "occasion": occasion
        and {
            "firstDay": occasion.first_day.isoformat(),
            "lastDay": occasion.last_day.isoformat(),
            "opens": f"{occasion.opens:%H:%M}" if occasion.opens else None,
            "closes": f"{occasion.closes:%H:%M}" if occasion.closes else None,
        },
    }


def handed(catalogue: Catalogue, language: str, **more: Any) -> dict[str, Any]:
    """What derive.js works with."""
    playbooks = []
    for plan in catalogue.plans.values():
        view = derive_checklist(catalogue, Request(plan.id, language, TODAY, ""))
        playbooks.append(planner_playbook(plan, view, catalogue))
    return {"shared": planner_words(catalogue, language), "playbooks": playbooks, **NOTHING, **more}


def test_browser_and_command_derive_the_same_from_six_hundred_requests(
    catalogue: Catalogue, node: Callable[..., str]
) -> None:
    requests = asked(catalogue)
    given = handed(catalogue, "nl", requests=[as_data(made) for made in requests])
    browser = json.loads(node(HERE / "derive.js", given=given))["views"]

    command = [told(derive_checklist(catalogue, made)) for made in requests]

    assert len(command) == len(catalogue.plans) * CASES_A_PLAYBOOK >= 500
    for made, expected, found in zip(requests, command, browser, strict=True):
        assert found == expected, made
    # The requests reach what they are meant to reach.
    assert {warning["kind"] for view in command for warning in view["warnings"]} == {
        "past", "public-holiday", "observance", "school-holiday", "flemish-day", "weekend", "unknown-year",
    }  # fmt: skip
    assert sum(bool(view["dropped"]) for view in command) > 20
    assert sum(not view["fits"] for view in command) > 20
    assert sum(bool(view["suggestions"]) for view in command) > 20


@pytest.mark.parametrize("language", ["fr", "en"])
def test_warnings_read_alike_in_every_language(
    catalogue: Catalogue, node: Callable[..., str], language: str
) -> None:
    days = [date(2027, 1, 1) + timedelta(days=day) for day in range(365)]
    requests = [
        Request("salon", language, TODAY, "", occasion=Occasion(day, day + timedelta(days=2))) for day in days
    ]
    given = handed(catalogue, language, requests=[as_data(made) for made in requests])
    browser = json.loads(node(HERE / "derive.js", given=given))["views"]

    assert [view["warnings"] for view in browser] == [
        told(derive_checklist(catalogue, made))["warnings"] for made in requests
    ]


def test_dates_computed_by_hand_come_out_in_the_browser_too(catalogue: Catalogue, node: Callable[..., str]) -> None:
    rows = [
        (row["first-day"], row.get("last-day", row["first-day"]), offset, due)
        for row in VECTORS["schedules"]
        for offset, due in row["due"].items()
    ]
    offsets = [{"firstDay": first, "lastDay": last, "offset": offset} for first, last, offset, _ in rows]

    found = json.loads(node(HERE / "derive.js", given=handed(catalogue, "nl", offsets=offsets)))["due"]

    assert [(*row[:3], day) for row, day in zip(rows, found, strict=True)] == rows
    assert len(rows) > 100


def test_late_starts_worked_out_by_hand_come_out_in_the_browser_too(
    catalogue: Catalogue, node: Callable[..., str]
) -> None:
    by_hand = VECTORS["late-starts"]
    rows = [(plan, start) for plan in by_hand["plans"] for start in plan["starts"]]
    starts = [{"steps": plan["steps"], "firstDay": plan["first-day"], "today": start["today"]} for plan, start in rows]
    one = [{"id": "only", "offset": "-8w", "role": "host", "needs": [], "essential": True}]
    first_days = [{"steps": one, "firstDay": row["first-day"], "today": row["today"]} for row in by_hand["first-days"]]

    found = json.loads(node(HERE / "derive.js", given=handed(catalogue, "nl", starts=starts + first_days)))["starts"]

    for (_, start), result in zip(rows, found[: len(rows)], strict=True):
        expected = {name: start[name] for name in ("moved", "dropped", "fits", "needs") if name in start}
        assert {name: result[name] for name in expected} == expected, start
    for row, result in zip(by_hand["first-days"], found[len(rows) :], strict=True):
        assert (result["moved"].get("only"), result["fits"]) == (row["due"], row["fits"]), row

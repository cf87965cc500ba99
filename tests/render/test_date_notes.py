"""Warnings, late steps and dropped steps: the same in every format of plain text, and in published JSON."""

import csv
import io
import json
import re
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest
from draaiboek.catalogue import Catalogue, build_catalogue
from draaiboek.derive.checklist import ChecklistView, Request, derive_checklist
from draaiboek.derive.schedule import Occasion
from draaiboek.generate import generated_files
from draaiboek.load.project import load_project
from draaiboek.render.date_notes import date_notes, dropped_notes
from draaiboek.render.formats import RENDERERS
from draaiboek.render.html.blocks import render_html
from icalendar import Calendar

ROOT = Path(__file__).parent.parent.parent
EID = date(2027, 3, 10)
"""In the window of Eid al-Fitr."""


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return build_catalogue(load_project(ROOT))


def derive(catalogue: Catalogue, today: date, language: str = "nl", **more: Any) -> ChecklistView:
    occasion = Occasion(EID, EID, time(13, 30), time(17, 0))
    return derive_checklist(
        catalogue, Request("salon", language, today, "https://draaiboek.example/nl/", occasion, late_start=True, **more)
    )


@pytest.fixture(scope="module")
def late(catalogue: Catalogue) -> ChecklistView:
    view = derive(catalogue, date(2026, 12, 20))
    assert view.dropped
    assert view.warnings
    assert view.suggestions
    assert view.fits
    return view


@pytest.fixture(scope="module")
def too_late(catalogue: Catalogue) -> ChecklistView:
    view = derive(catalogue, date(2027, 3, 8))
    assert not view.fits
    return view


# -- the published schema ----------------------------------------------------------------------

_KNOWN = {
    "$comment", "$defs", "$ref", "$schema", "additionalProperties", "anyOf", "const", "description", "enum", "format",
    "items", "pattern", "properties", "required", "title", "type",
}  # fmt: skip
_TYPES = {"string": str, "boolean": bool, "array": list, "object": dict, "null": type(None), "number": (int, float)}


def faults(value: Any, schema: dict[str, Any], root: dict[str, Any], place: str = "$") -> list[str]:
    """A small reader of JSON Schema, which refuses a keyword that it does not check."""
    assert schema.keys() <= _KNOWN, schema.keys() - _KNOWN
    if "$ref" in schema:
        return faults(value, root["$defs"][schema["$ref"].rpartition("/")[2]], root, place)
    if "anyOf" in schema:
        found = [faults(value, choice, root, place) for choice in schema["anyOf"]]
        return [] if [] in found else [f"{place}: none of anyOf {found}"]
    kind = schema.get("type")
    if kind and (not isinstance(value, _TYPES[kind]) or (kind == "number" and isinstance(value, bool))):
        return [f"{place}: not a {kind}: {value!r}"]
    wrong = [f"{place}: {value!r} not in enum"] if value not in schema.get("enum", [value]) else []
    if "pattern" in schema and not re.search(schema["pattern"], value):
        wrong.append(f"{place}: {value!r} does not match")
    if schema.get("format") == "date":
        assert date.fromisoformat(value).isoformat() == value
    for number, item in enumerate(value if kind == "array" else ()):
        wrong += faults(item, schema["items"], root, f"{place}[{number}]")
    return wrong + (_members(value, schema, root, place) if kind == "object" else [])


def _members(value: dict[str, Any], schema: dict[str, Any], root: dict[str, Any], place: str) -> list[str]:
    properties, more = schema.get("properties", {}), schema.get("additionalProperties", True)
    wrong = [f"{place}: {name} is missing" for name in schema.get("required", []) if name not in value]
    for name, member in value.items():
        if name in properties or isinstance(more, dict):
            wrong += faults(member, properties.get(name, more), root, f"{place}.{name}")
        elif not more:
            wrong.append(f"{place}: {name} is unknown")
    return wrong


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    return json.loads((ROOT / "schemas" / "checklist.json").read_text(encoding="utf-8"))


def published(view: ChecklistView, catalogue: Catalogue) -> dict[str, Any]:
    return json.loads(RENDERERS["json"](view, catalogue))


def test_the_published_schema_is_the_generated_one() -> None:
    made = dict(generated_files(load_project(ROOT)))

    assert (ROOT / "schemas" / "checklist.json").read_text(encoding="utf-8") == made["schemas/checklist.json"]


@pytest.mark.parametrize("playbook", ["salon", "info-session", "immersion-visit"])
@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_real_checklists_keep_to_the_published_schema(
    playbook: str, language: str, catalogue: Catalogue, schema: dict[str, Any]
) -> None:
    for today in (date(2026, 1, 5), date(2026, 12, 20), date(2027, 3, 8), date(2027, 3, 12)):
        occasion = Occasion(EID, EID, time(13, 30), time(17, 0))
        request = Request(playbook, language, today, "https://x/", occasion, circumstances={"size": "large"}, late_start=True)

        assert faults(published(derive_checklist(catalogue, request), catalogue), schema, schema) == []
    undated = derive_checklist(catalogue, Request(playbook, language, EID, "https://x/"))
    assert faults(published(undated, catalogue), schema, schema) == []


def test_the_schema_refuses_what_is_missing_unknown_or_of_another_form(
    late: ChecklistView, catalogue: Catalogue, schema: dict[str, Any]
) -> None:
    good = published(late, catalogue)
    step = good["phases"][0]["steps"][0]
    changed = [
        {**good, "extra": 1},
        {key: value for key, value in good.items() if key != "fits"},
        {**good, "opens": "1:30"},
        {**good, "warnings": [{**good["warnings"][0], "kind": "nonsense"}]},
        {**good, "dropped": [{**step, "late": "no"}]},
    ]

    assert [bool(faults(data, schema, schema)) for data in changed] == [True] * len(changed)


def test_json_says_what_is_late_dropped_and_to_know(late: ChecklistView, catalogue: Catalogue) -> None:
    data = published(late, catalogue)
    steps = [step for phase in data["phases"] for step in phase["steps"]]

    assert {step["id"] for step in steps if step["late"]} == {step.id for step in late.steps if step.late}
    assert [(step["id"], step["why"]) for step in data["dropped"]] == [(step.id, step.why) for step in late.dropped]
    assert [(found["kind"], found["observance"], found["first-day"], found["last-day"], found["estimated"])
            for found in data["warnings"]] == [("observance", "eid-al-fitr", "2027-03-08", "2027-03-12", True)]  # fmt: skip
    assert data["suggestions"] == [day.isoformat() for day in late.suggestions]
    assert data["fits"] is True


# -- the other formats -------------------------------------------------------------------------


def plain_text(name: str, view: ChecklistView, catalogue: Catalogue) -> str:
    data = RENDERERS[name](view, catalogue)
    if name == "ics":
        written = str(Calendar.from_ical(data).get("x-wr-caldesc", ""))
        return written.replace("\\n", "\n").replace("\\,", ",").replace("\\;", ";")
    return data.decode("utf-8-sig").replace("\\", "").replace('""', '"')


@pytest.mark.parametrize("name", ["md", "csv", "ics"])
def test_every_warning_and_every_dropped_step_with_what_is_at_stake_is_said(
    name: str, late: ChecklistView, too_late: ChecklistView, catalogue: Catalogue
) -> None:
    for view in (late, too_late):
        text = plain_text(name, view, catalogue)

        assert all(note in text for note in (*date_notes(view, catalogue), *dropped_notes(view)))
    assert catalogue.text("nl", "document-no-fit-text") in plain_text(name, too_late, catalogue)
    assert catalogue.text("nl", "document-no-fit-text") not in plain_text(name, late, catalogue)


@pytest.mark.parametrize("name", ["md", "csv", "ics"])
def test_a_date_without_anything_to_know_has_no_notes(name: str, catalogue: Catalogue) -> None:
    day = date(2027, 3, 18)
    view = derive_checklist(
        catalogue, Request("salon", "nl", date(2026, 1, 5), "https://x/", Occasion(day, day), late_start=True)
    )
    text = plain_text(name, view, catalogue)

    assert catalogue.text("nl", "document-warnings") not in text
    assert catalogue.text("nl", "document-dropped") not in text


def test_a_dropped_step_has_no_task_to_tick_and_no_calendar_entry(late: ChecklistView, catalogue: Catalogue) -> None:
    tasks = {task.text for step in late.dropped for task in step.tasks} - {
        task.text for step in late.steps for task in step.tasks
    }
    boxes = set(re.findall(r"^- \[ \] (.*)$", RENDERERS["md"](late, catalogue).decode().replace("\\", ""), re.MULTILINE))
    uids = {str(event["uid"]) for event in Calendar.from_ical(RENDERERS["ics"](late, catalogue)).walk("VEVENT")}

    assert boxes.isdisjoint(tasks)
    assert {uid.partition(".")[0] for uid in uids} == {step.id for step in late.steps}


def test_a_late_step_is_marked_in_markdown_and_explained_in_the_calendar(late: ChecklistView, catalogue: Catalogue) -> None:
    marked = RENDERERS["md"](late, catalogue).decode().count(catalogue.text("nl", "document-late"))
    events = Calendar.from_ical(RENDERERS["ics"](late, catalogue)).walk("VEVENT")
    explained = [event for event in events if catalogue.text("nl", "late-explained") in str(event["description"])]

    assert marked == len(explained) == sum(step.late for step in late.steps) > 0


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_the_page_warns_above_the_steps_and_lists_what_was_dropped_below(language: str, catalogue: Catalogue) -> None:
    view = derive(catalogue, date(2026, 12, 20), language)
    html = render_html(
        "checklist.html", catalogue, language,
        {"view": view, "titles": view.titles, "about": "", "notes": date_notes(view, catalogue), "calendars": ()},
    )  # fmt: skip

    assert 0 < html.index('class="admonition warning"') < html.index('<section class="phase"') < html.index('id="dropped-steps"')
    assert html.count("<dt") - html.count("<dl") >= len(view.dropped)
    assert html.count("badge-late") == sum(step.late for step in view.steps)


# -- by date -----------------------------------------------------------------------------------


def test_markdown_by_date_has_a_heading_for_each_week_and_every_task_once(late: ChecklistView, catalogue: Catalogue) -> None:
    view = derive(catalogue, late.today, order="date")
    text = RENDERERS["md"](view, catalogue).decode()
    weeks = [int(number) for number in re.findall(r"^## Week (\d+): ", text, re.MULTILINE)]

    assert weeks[:2] == [52, 53]
    assert "## Week 10: 8–14 mrt 2027" in text
    assert text.count("- [ ] ") == late.task_count


def test_csv_by_date_has_the_same_rows_in_order_of_date(late: ChecklistView, catalogue: Catalogue) -> None:
    def rows(view: ChecklistView) -> list[list[str]]:
        text = RENDERERS["csv"](view, catalogue).decode("utf-8-sig")
        return list(csv.reader(io.StringIO(text), delimiter=";"))[1 : 1 + view.task_count]

    by_date, by_phase = rows(derive(catalogue, late.today, order="date")), rows(late)

    assert sorted(by_date) == sorted(by_phase)
    assert by_date != by_phase
    assert [row[:1] for row in by_date] == sorted(row[:1] for row in by_date)

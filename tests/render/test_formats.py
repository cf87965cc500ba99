"""Every format of a checklist says the same: read back with independent readers."""

import csv
import io
import json
import re
from datetime import date, datetime, time
from pathlib import Path

import docx
import openpyxl
import pypdf
import pytest
from draaiboek.catalogue import Catalogue, build_catalogue
from draaiboek.derive.checklist import ChecklistView, Request, derive_checklist
from draaiboek.derive.schedule import Occasion
from draaiboek.load.project import load_project
from draaiboek.render.formats import RENDERERS
from icalendar import Calendar

ROOT = Path(__file__).parent.parent.parent
TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return build_catalogue(load_project(ROOT))


@pytest.fixture(scope="module")
def view(catalogue: Catalogue) -> ChecklistView:
    occasion = Occasion(date(2027, 3, 18), date(2027, 3, 18), time(13, 30), time(17, 0))
    return derive_checklist(
        catalogue,
        Request("salon", "nl", TODAY, "https://draaiboek.example/nl/", occasion, circumstances={"size": "large"}),
    )


def expected(view: ChecklistView) -> list[tuple[str, date | None, str]]:
    return [(task.text, step.due, step.role_name) for step in view.steps for task in step.tasks]


def test_json_holds_every_task_with_its_date_and_role(view: ChecklistView, catalogue: Catalogue) -> None:
    data = json.loads(RENDERERS["json"](view, catalogue))
    names = view.role_names

    found = [
        (task["text"], date.fromisoformat(task["due"]), names[task["role"]])
        for phase in data["phases"] for step in phase["steps"] for task in step["tasks"]
    ]  # fmt: skip
    assert found == expected(view)


def test_csv_holds_every_task_with_its_date_and_role(view: ChecklistView, catalogue: Catalogue) -> None:
    raw = RENDERERS["csv"](view, catalogue)
    rows = list(csv.reader(io.StringIO(raw.decode("utf-8-sig")), delimiter=";"))

    assert raw.startswith(b"\xef\xbb\xbf")
    tasks = rows[1 : 1 + view.task_count]
    assert [(row[4], date.fromisoformat(row[0]), row[5]) for row in tasks] == expected(view)


def test_excel_holds_every_task_with_its_date_and_role(view: ChecklistView, catalogue: Catalogue) -> None:
    book = openpyxl.load_workbook(io.BytesIO(RENDERERS["xlsx"](view, catalogue)), data_only=True)
    sheet = book.worksheets[0]
    names = [cell.value for cell in sheet[6]]
    rows = [dict(zip(names, (cell.value for cell in row), strict=True)) for row in sheet.iter_rows(min_row=7)]

    assert [(row["Taak"], row["Wanneer"].date(), row["Rol"]) for row in rows] == expected(view)


def test_calendar_holds_every_step_once_with_stable_ids(view: ChecklistView, catalogue: Catalogue) -> None:
    calendar = Calendar.from_ical(RENDERERS["ics"](view, catalogue))
    events = {str(event["uid"]): event for event in calendar.walk("VEVENT")}

    assert set(events) == {f"{step.id}.salon-2027-03-18@draaiboek" for step in view.steps}
    for step in view.steps:
        start = events[f"{step.id}.salon-2027-03-18@draaiboek"]["dtstart"].dt
        assert (start == step.due) if step.slot is None else (datetime.combine(start, start.time()) == step.slot.start)
        assert all(task.text in str(events[f"{step.id}.salon-2027-03-18@draaiboek"]["description"]) for task in step.tasks)


def test_markdown_holds_every_task_as_an_open_box(view: ChecklistView, catalogue: Catalogue) -> None:
    text = RENDERERS["md"](view, catalogue).decode()
    boxes = re.findall(r"^- \[ \] (.*)$", text, re.MULTILINE)

    assert len(boxes) == view.task_count
    assert all(box.replace("\\", "").startswith(task) for box, (task, _, _) in zip(boxes, expected(view), strict=True))


@pytest.mark.parametrize("name", RENDERERS)
def test_two_runs_give_the_same_bytes(name: str, view: ChecklistView, catalogue: Catalogue) -> None:
    assert RENDERERS[name](view, catalogue) == RENDERERS[name](view, catalogue)


@pytest.mark.parametrize("name", RENDERERS)
def test_every_format_says_when_it_was_made_which_version_and_where(
    name: str, view: ChecklistView, catalogue: Catalogue
) -> None:
    data = RENDERERS[name](view, catalogue)
    if name == "xlsx":
        cells = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0].iter_rows(max_row=5, values_only=True)
        text = " ".join(str(cell) for row in cells for cell in row)
    elif name == "docx":
        text = " ".join(paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs)
    elif name == "pdf":
        text = pypdf.PdfReader(io.BytesIO(data)).pages[-1].extract_text()
    else:
        text = data.decode().replace("\r\n ", "").replace("\\", "")

    assert "2026-11-22" in text
    assert view.version in text
    assert "https://draaiboek.example/nl/" in text


def test_a_task_that_begins_like_a_formula_stays_text_in_csv() -> None:
    from draaiboek.render.csv.checklist import neutral

    assert [neutral(text) for text in ("=1+1", "+32", "-x", "@a", "\ta", "gewoon")] == [
        "'=1+1", "'+32", "'-x", "'@a", "'\ta", "gewoon"
    ]  # fmt: skip

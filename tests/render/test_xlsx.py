"""The Excel workbook, read back with openpyxl: tasks, formulas, what helps to work with it, awkward texts."""

import io
import re
import subprocess
import sys
import zipfile
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import chain
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from draaiboek.catalogue import Catalogue
from draaiboek.derive.checklist import ChecklistView, Request, derive_checklist
from draaiboek.derive.schedule import Occasion
from draaiboek.derive.workdays import is_working_day
from draaiboek.render.document import clean
from draaiboek.render.wording import when
from draaiboek.render.xlsx.checklist import render_xlsx
from openpyxl.utils import range_boundaries

ROOT = Path(__file__).parent.parent.parent
ADDRESS = "https://draaiboek.example/nl/playbook/salon/checklist/"
HEAD = 6
"""The row of the headings on the first sheet."""
COMMON_FUNCTIONS = {
    "AND", "COUNTIFS", "DATE", "IF", "INDEX", "INT", "ISNUMBER", "MATCH", "MAX", "MOD", "NOT", "OR", "ROUND", "SUBTOTAL",
    "SUM", "TODAY", "WEEKDAY", "WORKDAY",
}  # fmt: skip
"""All of them in Excel 2016 and in LibreOffice, none of them giving more than one cell."""


def opened(view: ChecklistView, catalogue: Catalogue, *, values: bool = True) -> Any:
    return openpyxl.load_workbook(io.BytesIO(render_xlsx(view, catalogue)), data_only=values)


def rows_of(sheet: Any, head: int = HEAD) -> list[dict[str, Any]]:
    names = [cell.value for cell in sheet[head]]
    return [dict(zip(names, row, strict=True)) for row in sheet.iter_rows(min_row=head + 1) if row[0].value is not None]


def sheet_of(book: Any, catalogue: Catalogue, key: str, language: str = "nl") -> Any:
    return book[catalogue.text(language, key)]


def named_cell(book: Any, name: str) -> Any:
    sheet, cell = next(iter(book.defined_names[name].destinations))
    return book[sheet][cell]


def heading(catalogue: Catalogue, view: ChecklistView, name: str) -> str:
    return catalogue.text(view.language, f"column-{name}")


def expected(view: ChecklistView, catalogue: Catalogue) -> list[tuple[object, ...]]:
    return [
        (
            clean(task.text), clean(step.title), clean(step.role_name),
            datetime.combine(step.due, time()) if step.due else when(step, catalogue, view.language),
            step.slot.start.time() if step.slot else None,
        )
        for step in view.steps for task in step.tasks
    ]  # fmt: skip


@pytest.fixture(params=["salon", "undated", "late", "arabic_salon", "awkward"])
def case(request: pytest.FixtureRequest, real: Catalogue, arabic: Catalogue) -> tuple[ChecklistView, Catalogue]:
    """Checklists of every sort, each with the catalogue it comes from."""
    return request.getfixturevalue(request.param), arabic if request.param == "arabic_salon" else real


def test_every_task_stands_there_with_step_role_day_and_time(case: tuple[ChecklistView, Catalogue]) -> None:
    view, catalogue = case
    names = [heading(catalogue, view, name) for name in ("task", "step", "role", "due", "time")]
    found = [
        tuple(row[name].value if row[name].value is not None else None for name in names)
        for row in rows_of(opened(view, catalogue).worksheets[0])
    ]

    assert [tuple(part or None for part in row) for row in found] == [
        tuple(part or None for part in row) for row in expected(view, catalogue)
    ]


def test_every_due_cell_is_a_formula_that_starts_from_the_event(case: tuple[ChecklistView, Catalogue]) -> None:
    view, catalogue = case
    book = opened(view, catalogue, values=False)
    due = heading(catalogue, view, "due")
    tasks = rows_of(book.worksheets[0])
    steps = rows_of(sheet_of(book, catalogue, "xlsx-steps", view.language), 3)[:-1]

    assert (len(tasks), len(steps)) == (view.task_count, len(view.steps))
    for row in chain(tasks, steps):
        assert re.match(r"=IF\(ISNUMBER\(event_(first|last)_day\),", row[due].value)


def test_formulas_use_common_functions_only(case: tuple[ChecklistView, Catalogue]) -> None:
    view, catalogue = case
    with zipfile.ZipFile(io.BytesIO(render_xlsx(view, catalogue))) as package:
        parts = [package.read(name).decode() for name in package.namelist() if "worksheets/sheet" in name]
    formulas = [re.sub(r'&quot;.*?&quot;|"[^"]*"', '""', text) for part in parts for text in
                re.findall(r"<(?:f|formula|formula1|formula2)>(.*?)</", part)]  # fmt: skip

    assert formulas
    assert set(re.findall(r"([A-Z][A-Z.]*)\(", " ".join(formulas))) <= COMMON_FUNCTIONS
    assert not any("cm=" in part or 't="array"' in part for part in parts)


def test_the_day_stands_in_one_marked_cell_that_has_a_name(salon: ChecklistView, real: Catalogue) -> None:
    book = opened(salon, real)
    cell = named_cell(book, "event_first_day")
    heavy = [other.coordinate for row in book.worksheets[0].iter_rows() for other in row
             if other.border.top.style == "thick"]  # fmt: skip

    assert (cell.parent, cell.coordinate) == (book.worksheets[0], "B2")
    assert cell.value == datetime(2027, 3, 18)
    assert named_cell(book, "event_last_day").value == datetime(2027, 3, 18)
    assert (named_cell(book, "opening_time").value, named_cell(book, "closing_time").value) == (time(13, 30), time(17))
    assert heavy == ["B2"]


def test_without_a_day_the_cell_is_empty_and_due_cells_say_how_far_off(undated: ChecklistView, real: Catalogue) -> None:
    book = opened(undated, real)
    rows = rows_of(book.worksheets[0])

    assert named_cell(book, "event_first_day").value is None
    assert {row["Wanneer"].value for row in rows} == {when(step, real, "nl") for step in undated.steps if step.tasks}


def test_an_event_of_several_days_keeps_its_length(real: Catalogue) -> None:
    occasion = Occasion(date(2027, 3, 18), date(2027, 3, 20), time(9), time(17))
    view = derive_checklist(real, Request("idea-days", "nl", date(2026, 11, 22), ADDRESS, occasion))

    assert named_cell(opened(view, real), "event_last_day").value == datetime(2027, 3, 20)
    assert named_cell(opened(view, real, values=False), "event_last_day").value == '=IF(ISNUMBER(B2),B2+2,"")'


def test_the_cell_warns_outside_the_years_that_are_listed(salon: ChecklistView, real: Catalogue) -> None:
    sheet = opened(salon, real, values=False).worksheets[0]
    rule = next(rule for rule in sheet.data_validations.dataValidation if "B2" in rule.sqref)

    assert (rule.type, rule.errorStyle) == ("date", "warning")
    assert [date(1899, 12, 30) + timedelta(days=int(limit)) for limit in (rule.formula1, rule.formula2)] == [
        date(2025, 1, 1), date(2032, 12, 31)
    ]  # fmt: skip
    assert "DATE(2025,1,1)" in sheet["C2"].value
    assert "DATE(2033,1,1)" in sheet["C2"].value


@pytest.mark.parametrize("day", [date(2019, 5, 20), date(2027, 3, 18), date(2041, 2, 1)])
def test_days_off_are_what_the_schedule_skips_in_every_year_that_counts(day: date, real: Catalogue) -> None:
    view = derive_checklist(real, Request("salon", "nl", date(2026, 11, 22), ADDRESS, Occasion(day, day)))
    book = opened(view, real)
    sheet, cells = next(iter(book.defined_names["non_working_days"].destinations))
    listed = {cell.value.date() for (cell,) in book[sheet][cells] if cell.value}
    first, last = date(min(2025, day.year), 1, 1), date(max(2032, day.year), 12, 31)
    weekdays = (first + timedelta(days=count) for count in range((last - first).days + 1))

    assert all((weekday in listed) != is_working_day(weekday) for weekday in weekdays if weekday.weekday() < 5)
    assert all(min(listed).year <= step.due.year <= max(listed).year for step in view.steps if step.due)
    names = sheet_of(book, real, "xlsx-holidays")
    assert [row[2].value for row in names.iter_rows() if isinstance(row[1].value, datetime)
            and row[1].value == datetime(2027, 5, 6)] == ["O. L. H. Hemelvaart"]  # fmt: skip


def test_statuses_are_offered_in_a_list_for_every_task(salon: ChecklistView, real: Catalogue) -> None:
    book = opened(salon, real)
    sheet = book.worksheets[0]
    rule = next(rule for rule in sheet.data_validations.dataValidation if rule.type == "list")
    _, first, _, last = range_boundaries(str(rule.sqref))
    where, cells = next(iter(book.defined_names[rule.formula1].destinations))

    assert [cell.value for cell in book[where][cells][0]] == ["Te doen", "Bezig", "Klaar", "Niet voor ons"]
    assert first == HEAD + 1
    assert last >= HEAD + salon.task_count
    assert {row["Status"].value for row in rows_of(sheet)} == {"Te doen"}


def test_late_and_this_weeks_tasks_stand_out_by_todays_date(salon: ChecklistView, real: Catalogue) -> None:
    sheet = opened(salon, real).worksheets[0]
    rules = {rule.formula[0]: (str(area.sqref), rule) for area, found in sheet.conditional_formatting._cf_rules.items()
             for rule in found}  # fmt: skip
    late = next(rule for test, (area, rule) in rules.items() if "$B7<TODAY()" in test)
    week = next(rule for test, (area, rule) in rules.items() if "$B7>=TODAY()" in test)
    done = next(rule for test, (area, rule) in rules.items() if '"Klaar"' in test)

    assert "⚠" in late.dxf.numFmt.formatCode
    assert late.dxf.fill.bgColor.rgb != week.dxf.fill.bgColor.rgb
    assert done.stopIfTrue
    assert done.priority < late.priority < week.priority


def test_the_list_filters_stays_in_view_and_prints_on_a4_with_its_headings(salon: ChecklistView, real: Catalogue) -> None:
    sheet = opened(salon, real).worksheets[0]

    assert range_boundaries(sheet.auto_filter.ref)[1::2] == (HEAD, HEAD + salon.task_count)
    assert sheet.freeze_panes == f"A{HEAD + 1}"
    assert sheet.print_title_rows == f"${HEAD}:${HEAD}"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert (sheet.sheet_properties.pageSetUpPr.fitToPage, sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (
        True, 1, 0
    )  # fmt: skip
    assert salon.version in sheet.oddFooter.left.text
    assert "&P" in sheet.oddFooter.right.text or "&[Page]" in sheet.oddFooter.right.text


def test_the_run_sheet_is_one_page_in_the_order_of_the_clock(salon: ChecklistView, real: Catalogue) -> None:
    sheet = sheet_of(opened(salon, real), real, "run-sheet")
    rows = [(row["Van"].value, row["Tot"].value, row["Stap"].value, row["Rol"].value) for row in rows_of(sheet, 4)]
    steps = sorted((step for step in salon.steps if step.slot), key=lambda step: step.slot.start)

    assert rows == [
        (step.slot.start.time(), step.slot.end.time() if step.slot.end else None, step.title, step.role_name)
        for step in steps
    ]
    assert (sheet.page_setup.orientation or "portrait", sheet.page_setup.fitToHeight in (None, 1)) == ("portrait", True)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage


def test_a_list_without_a_run_sheet_has_no_page_for_one(salon: ChecklistView, real: Catalogue) -> None:
    phases = tuple(phase for phase in salon.phases if not any(step.run_sheet for step in phase.steps))

    assert real.text("nl", "run-sheet") not in opened(replace(salon, phases=phases), real).sheetnames


def test_a_list_without_any_step_still_opens(salon: ChecklistView, real: Catalogue) -> None:
    book = opened(replace(salon, phases=()), real)

    assert rows_of(book.worksheets[0]) == []


def test_progress_counts_every_phase(salon: ChecklistView, real: Catalogue) -> None:
    rows = rows_of(sheet_of(opened(salon, real), real, "xlsx-progress"), 4)
    late = {phase.id: sum(len(step.tasks) for step in phase.steps if step.due and step.due < salon.today) for phase in salon.phases}

    assert [(row["Taken"].value, row["Te doen"].value, row["Klaar"].value, row["Te laat"].value) for row in rows] == [
        *((count, count, 0, late[phase.id]) for phase in salon.phases for count in [sum(len(s.tasks) for s in phase.steps)]),
        (salon.task_count, salon.task_count, 0, sum(late.values())),
    ]


def test_steps_say_why_and_how_much_work(salon: ChecklistView, real: Catalogue) -> None:
    *rows, total = rows_of(sheet_of(opened(salon, real), real, "xlsx-steps"), 3)

    assert [(row["Stap"].value, row["Waarom"].value, row["Werk (uren)"].value) for row in rows] == [
        (step.title, step.why, step.effort.total_seconds() / 3600 if step.effort else None) for step in salon.steps
    ]
    assert total["Werk (uren)"].value == sum(step.effort.total_seconds() / 3600 for step in salon.steps if step.effort)


def test_a_late_start_shows_the_days_that_are_left_and_what_falls_away(real: Catalogue) -> None:
    day = date(2027, 3, 10)
    view = derive_checklist(
        real, Request("salon", "nl", date(2026, 12, 20), ADDRESS, Occasion(day, day), late_start=True)
    )
    late = {step.id for step in view.steps if step.late}
    assert late
    assert view.dropped
    rows = rows_of(opened(view, real, values=False).worksheets[0])
    steps = [step for step in view.steps for _ in step.tasks]

    for row, step in zip(rows, steps, strict=True):
        assert (f"MAX(WORKDAY(event_first_day{step.offset.amount * 7:+d}" in row["Wanneer"].value) == step.late
        assert ("Later dan voorzien" in row["Soort"].value) == step.late
    book = opened(view, real)
    progress = [str(cell.value) for row in sheet_of(book, real, "xlsx-progress").iter_rows() for cell in row]
    assert all(any(step.title in line and step.why in line for line in progress) for step in view.dropped)
    assert all(warning.text in progress for warning in view.warnings)
    assert "Voortgang" in book.worksheets[0]["C2"].value


def test_the_workbook_names_its_language_and_reads_in_its_direction(
    salon: ChecklistView, arabic_salon: ChecklistView, real: Catalogue, arabic: Catalogue
) -> None:
    dutch, other = opened(salon, real), opened(arabic_salon, arabic)

    assert (dutch.properties.title, dutch.properties.language, dutch.properties.creator) == (
        salon.title, "nl-BE", "Draaiboek"
    )  # fmt: skip
    assert dutch.properties.created == datetime(2026, 11, 22)
    assert other.properties.language == "ar"
    assert not any(sheet.sheet_view.rightToLeft for sheet in dutch)
    assert all(sheet.sheet_view.rightToLeft for sheet in other)


def test_dutch_words_in_another_language_are_marked_and_keep_their_direction(
    arabic_salon: ChecklistView, arabic: Catalogue
) -> None:
    rows = rows_of(opened(arabic_salon, arabic).worksheets[0])
    steps = [step for step in arabic_salon.steps for _ in step.tasks]
    task, language = arabic.text("ar", "column-task"), arabic.text("ar", "page-language")

    assert {step.language for step in steps} == {"ar", "nl"}
    assert [(row[language].value, row[task].alignment.readingOrder) for row in rows] == [
        ("Nederlands", 1) if step.language == "nl" else ("العربية", 2) for step in steps
    ]


def test_dates_name_their_days_in_the_language_of_the_list(salon: ChecklistView, real: Catalogue) -> None:
    assert rows_of(opened(salon, real).worksheets[0])[0]["Wanneer"].number_format == "[$-813]ddd d mmm yyyy"


def test_text_that_begins_like_a_formula_stays_text(awkward: ChecklistView, real: Catalogue) -> None:
    cells = [cell for sheet in opened(awkward, real, values=False) for row in sheet.iter_rows() for cell in row
             if isinstance(cell.value, str) and "HYPERLINK" in cell.value]  # fmt: skip

    assert cells
    assert {cell.data_type for cell in cells} == {"s"}
    assert all(cell.quotePrefix for cell in cells if cell.value.startswith("="))


@pytest.mark.parametrize("letter", ["a", "é", "\U0001f389", "م", "woord "])
def test_a_text_beyond_what_a_cell_holds_ends_in_an_ellipsis(letter: str, salon: ChecklistView, real: Catalogue) -> None:
    phase = salon.phases[0]
    step = replace(phase.steps[0], tasks=(replace(phase.steps[0].tasks[0], text=letter * 33_000),))
    view = replace(salon, title=letter * 33_000, phases=(replace(phase, title=letter * 33_000, steps=(step,)),))
    (row,) = rows_of(opened(view, real).worksheets[0])
    found = row["Taak"].value

    assert 32_760 <= len(found.encode("utf-16-le")) // 2 <= 32_767
    assert found.endswith("…")
    assert found[:-1] == (letter * 33_000)[: len(found) - 1]


def test_a_row_is_as_high_as_its_longest_text_asks(salon: ChecklistView, real: Catalogue) -> None:
    sheet = opened(salon, real).worksheets[0]
    step = salon.phases[0].steps[0]
    words = "Een heel gewone zin van acht korte woorden. "
    tasks = tuple(replace(step.tasks[0], text=words * count) for count in range(1, 9))
    view = replace(salon, phases=(replace(salon.phases[0], steps=(replace(step, tasks=tasks),)),))
    made = opened(view, real).worksheets[0]
    heights = [made.row_dimensions[HEAD + count].height for count in range(1, 9)]

    assert heights[1:] == sorted(heights[1:])
    # 50 characters fit in that column at most, and a line of ten-point letters takes 12 points at least.
    assert all(height >= 12 * len(words) * count / 50 for count, height in enumerate(heights, 1))
    assert max(dimension.height or 0 for dimension in sheet.row_dimensions.values()) <= 409


def test_rows_of_tasks_may_grow_when_somebody_types_more(salon: ChecklistView, real: Catalogue) -> None:
    with zipfile.ZipFile(io.BytesIO(render_xlsx(salon, real))) as package:
        text = package.read("xl/worksheets/sheet1.xml").decode()
    fixed = {int(row): "customHeight" in rest for row, rest in re.findall(r'<row r="(\d+)"([^>]*)>', text)}

    assert [row for row, is_fixed in fixed.items() if is_fixed] == list(range(1, HEAD + 1))
    assert set(range(HEAD + 1, HEAD + 1 + salon.task_count)) <= fixed.keys()


def test_there_are_no_macros_links_or_settings_of_this_machine(salon: ChecklistView, real: Catalogue) -> None:
    with zipfile.ZipFile(io.BytesIO(render_xlsx(salon, real))) as package:
        names = package.namelist()
        text = b"".join(package.read(name) for name in names)

    assert not [name for name in names if "vba" in name.lower() or "external" in name.lower()]
    assert b"macroEnabled" not in text
    assert {info.date_time for info in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_another_clock_zone_and_hash_seed_give_the_same_bytes(tmp_path: Path) -> None:
    found = []
    for number, (zone, seed) in enumerate((("Pacific/Kiritimati", "1"), ("America/Adak", "2"))):
        target = tmp_path / f"{number}.xlsx"
        subprocess.run(
            [sys.executable, "-m", "draaiboek", "checklist", "--playbook", "salon", "--date", "2027-03-18", "--opening",
             "13:30", "--today", "2026-11-22", "--format", "xlsx", "-o", target, "--root", ROOT],
            check=True, capture_output=True, env={"TZ": zone, "PYTHONHASHSEED": seed, "PATH": ""}, cwd=tmp_path,
        )  # fmt: skip
        found.append(target.read_bytes())

    assert found[0] == found[1]

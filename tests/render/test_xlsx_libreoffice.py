"""The workbook recalculated by LibreOffice: every date and time is the one that the schedule gives.

The values that came along with the formulas are taken out first, so nothing below can be one of them.
"""

import io
import json
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pypdf
import pytest
from draaiboek.catalogue import Catalogue
from draaiboek.cli.parameters import this_day
from draaiboek.derive.checklist import ChecklistView, Request, derive_checklist
from draaiboek.derive.schedule import Occasion, due_date
from draaiboek.derive.workdays import is_working_day
from draaiboek.model.values import parse_offset
from draaiboek.render.formats import RENDERERS
from draaiboek.render.xlsx.checklist import render_xlsx
from openpyxl.utils.datetime import to_excel

from ..command import Done

ROOT = Path(__file__).parent.parent.parent
TODAY = date(2026, 11, 22)
ADDRESS = "https://draaiboek.example/nl/playbook/salon/checklist/"
HEAD = 6
ACROSS = {
    "easter": date(2027, 4, 15),
    "all-saints-and-armistice": date(2026, 11, 12),
    "new-year": date(2027, 1, 14),
    "ascension-and-whitsun-in-a-leap-year": date(2028, 6, 6),
    "leap-day": date(2028, 2, 29),
    "a-sunday": date(2029, 7, 22),
    "a-holiday": date(2030, 5, 1),
    "first-year-listed": date(2025, 1, 2),
    "last-year-listed": date(2032, 12, 30),
}
CROSSING = ("easter", "all-saints-and-armistice", "new-year")
DAYS = {"salon": tuple(ACROSS)} | dict.fromkeys(("idea-days", "info-session", "immersion-visit", "job-lab"), CROSSING)
"""Which days are typed into the workbook of which playbook."""
OPENS, CLOSES = time(10, 15), time(15, 50)
OFFSETS = tuple(
    f"{sign}{amount}{unit}"
    for unit, amounts in (("d", (*range(15), 45, 400)), ("w", (0, 1, 2, 3, 7, 26, 53)), ("wd", (*range(1, 12), 30, 90)))
    for sign in "+-"
    for amount in amounts
)

Files = Mapping[str, bytes]
Convert = Callable[..., dict[str, bytes]]
Run = Callable[..., Done]


@pytest.fixture(scope="module")
def convert(tmp_path_factory: pytest.TempPathFactory) -> Convert:
    """Let LibreOffice open files, calculate them and write them in another form."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        pytest.skip("no LibreOffice on this machine (soffice is not on the PATH)")
    profile = tmp_path_factory.mktemp("office").as_uri()

    def run(files: Files, form: str = "xlsx") -> dict[str, bytes]:
        folder = tmp_path_factory.mktemp("convert")
        (folder / "in").mkdir()
        for name, data in files.items():
            (folder / "in" / f"{name}.xlsx").write_bytes(data)
        subprocess.run(
            [office, f"-env:UserInstallation={profile}", "--headless", "--convert-to", form, "--outdir", folder / "out",
             *sorted((folder / "in").iterdir())],
            check=True, capture_output=True,
        )  # fmt: skip
        return {name: (folder / "out" / f"{name}.{form}").read_bytes() for name in files}

    return run


def typed(data: bytes, cells: Mapping[str, Any], sheet: int = 1) -> bytes:
    """The workbook after somebody typed into some cells of a sheet, without any value that was kept with a formula.

    The rest of the file stays as it was made, byte by byte.
    """
    target, kept = io.BytesIO(), 0
    with zipfile.ZipFile(io.BytesIO(data)) as made, zipfile.ZipFile(target, "w") as copy:
        for name in made.namelist():
            part = made.read(name)
            if name.startswith("xl/worksheets/sheet"):
                text, found = re.subn(r"(</f>|<f[^>]*/>)<v>[^<]*</v>", r"\1", part.decode())
                kept += found
                if name == f"xl/worksheets/sheet{sheet}.xml":
                    for cell, value in cells.items():
                        text = typed_cell(text, cell, value)
                part = text.encode()
            copy.writestr(name, part)
    assert kept > 100
    return target.getvalue()


def typed_cell(sheet: str, cell: str, value: Any) -> str:
    """A sheet's XML with one cell written over; its looks stay."""
    number = to_excel(value) if isinstance(value, (date, time)) else None
    kind, content = ("", f"<v>{number}</v>") if number is not None else (' t="inlineStr"', f"<is><t>{value}</t></is>")
    written = f'<c r="{cell}"\\g<1>{kind}>{content}</c>' if value is not None else f'<c r="{cell}"\\g<1>/>'
    text, found = re.subn(rf'<c r="{cell}"( s="\d+")?(?: t="\w+")?(?:/>|>.*?</c>)', written, sheet)
    assert found == 1, cell
    return text


def opened(data: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(data), data_only=True)


def first_sheet(data: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(data), data_only=True, read_only=True).worksheets[0]


def rows_of(sheet: Any, head: int = HEAD) -> list[dict[str, Any]]:
    names = [cell.value for cell in sheet[head] if cell.value]
    return [dict(zip(names, row, strict=False)) for row in sheet.iter_rows(min_row=head + 1, values_only=True) if row[0]]


def dates_of(sheet: Any) -> list[tuple[str, Any, Any]]:
    """Task, due day and clock time, as JSON writes them."""
    return [(row["Taak"], plain(row["Wanneer"]), clock(row["Uur"])) for row in rows_of(sheet)]


def plain(value: Any) -> Any:
    return value.date().isoformat() if isinstance(value, datetime) else value


def clock(value: Any) -> str | None:
    """A clock time to the minute; a spreadsheet keeps it as a broken number."""
    if not isinstance(value, time):
        return None
    return f"{datetime.combine(date.min, value) + timedelta(seconds=1):%H:%M}" if value.second else f"{value:%H:%M}"


def said_by_json(view: ChecklistView, catalogue: Catalogue) -> list[tuple[str, str, str | None]]:
    """What `draaiboek checklist --format json` says."""
    return tasks_in(RENDERERS["json"](view, catalogue))


def tasks_in(data: str | bytes) -> list[tuple[str, str, str | None]]:
    """Task, due day and clock time of a checklist in JSON."""
    return [
        (task["text"], task["due"], task["at"])
        for phase in json.loads(data)["phases"] for step in phase["steps"] for task in step["tasks"]
    ]  # fmt: skip


def salon_on(catalogue: Catalogue, day: date, days: int = 1, playbook: str = "salon") -> ChecklistView:
    occasion = Occasion(day, day + timedelta(days=days - 1), OPENS, CLOSES)
    return derive_checklist(catalogue, Request(playbook, "nl", TODAY, ADDRESS, occasion))


def midnight(day: date) -> datetime:
    return datetime.combine(day, time())


@pytest.fixture(scope="module")
def recalculated(real: Catalogue, convert: Convert) -> dict[str, bytes]:
    """Workbooks after each of the days was typed, calculated by LibreOffice: undated ones, and one with an old day."""
    files = {}
    for playbook, days in DAYS.items():
        undated = render_xlsx(derive_checklist(real, Request(playbook, "nl", TODAY, ADDRESS)), real)
        for name in days:
            cells = {"B2": ACROSS[name], "B4": OPENS, "B5": CLOSES}
            files[f"{playbook}-{name}"] = typed(undated, cells)
    old = render_xlsx(salon_on(real, date(2027, 3, 18)), real)
    files |= {f"over-{name}": typed(old, {"B2": ACROSS[name]}) for name in CROSSING}
    return convert(files)


@pytest.mark.parametrize(("playbook", "name"), [(playbook, name) for playbook, days in DAYS.items() for name in days])
def test_typing_a_day_gives_the_dates_and_times_of_the_command(
    playbook: str, name: str, real: Catalogue, recalculated: dict[str, bytes]
) -> None:
    view = salon_on(real, ACROSS[name], real.plans[playbook].days, playbook)

    assert dates_of(first_sheet(recalculated[f"{playbook}-{name}"])) == said_by_json(view, real)


@pytest.mark.parametrize("name", CROSSING)
def test_another_day_typed_over_an_old_one_moves_everything(
    name: str, real: Catalogue, recalculated: dict[str, bytes]
) -> None:
    assert dates_of(first_sheet(recalculated[f"over-{name}"])) == said_by_json(salon_on(real, ACROSS[name]), real)


def test_file_and_dates_of_the_command_itself_agree(run: Run, tmp_path: Path, convert: Convert) -> None:
    words = ("checklist", "--root", ROOT, "--playbook", "salon", "--today", TODAY, "--no-late-start", "--lang", "nl")
    run(*words, "--date", "2027-03-18", "--opening", "10:15", "--closing", "15:50", "--format", "xlsx", "-o", tmp_path / "p.xlsx")
    said = run(*words, "--date", "2027-01-14", "--opening", "10:15", "--closing", "15:50", "--format", "json").stdout
    done = convert({"p": typed((tmp_path / "p.xlsx").read_bytes(), {"B2": date(2027, 1, 14)})})

    assert dates_of(first_sheet(done["p"])) == tasks_in(said)


@pytest.mark.parametrize("name", ACROSS)
def test_steps_and_run_sheet_follow_the_day_too(name: str, real: Catalogue, recalculated: dict[str, bytes]) -> None:
    view, book = salon_on(real, ACROSS[name]), opened(recalculated[f"salon-{name}"])
    steps = rows_of(book["Stappen"], 3)[:-1]
    run_sheet = {
        row["Stap"]: (clock(row["Van"]), clock(row["Tot"])) for row in rows_of(book["Draaiboek van de dag"], 4)
    }

    assert [row["Wanneer"] for row in steps] == [midnight(step.due) for step in view.steps if step.due]
    assert run_sheet == {
        step.title: (f"{step.slot.start:%H:%M}", f"{step.slot.end:%H:%M}" if step.slot.end else None)
        for step in view.steps if step.slot
    }  # fmt: skip
    assert book["Draaiboek van de dag"]["A2"].value == midnight(ACROSS[name])


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("easter", "Andere dag?"),
        ("a-sunday", "Let op: deze dag valt in een weekend."),
        ("a-holiday", "Let op: dit is een vrije dag (Dag van de Arbeid)."),
    ],
)
def test_the_message_beside_the_day_says_what_to_know(name: str, message: str, recalculated: dict[str, bytes]) -> None:
    assert first_sheet(recalculated[f"salon-{name}"])["C2"].value.startswith(message)


def test_every_kind_of_offset_gives_what_the_schedule_gives(real: Catalogue, convert: Convert) -> None:
    base = derive_checklist(real, Request("salon", "nl", TODAY, ADDRESS))
    phase = base.phases[0]
    steps = tuple(
        replace(phase.steps[0], id=offset, offset=parse_offset(offset), tasks=(replace(phase.steps[0].tasks[0], text=offset),))
        for offset in OFFSETS
    )  # fmt: skip
    made = render_xlsx(replace(base, phases=(replace(phase, steps=steps),)), real)
    files = {f"{day}": typed(made, {"B2": day, "B3": day + timedelta(days=1)}) for day in ACROSS.values()}

    for name, data in convert(files).items():
        first = date.fromisoformat(name)
        occasion = Occasion(first, first + timedelta(days=1))
        # openpyxl reads "+1d" with the mark that keeps it text left off.
        assert {row["Taak"]: row["Wanneer"].date() for row in rows_of(first_sheet(data))} == {
            offset: due_date(parse_offset(offset), occasion) for offset in OFFSETS
        }, name


def test_run_sheets_may_reach_over_midnight(real: Catalogue, convert: Convert) -> None:
    day = date(2026, 12, 31)
    occasion = Occasion(day, day, time(0, 30), time(23, 40))
    view = derive_checklist(real, Request("salon", "nl", TODAY, ADDRESS, occasion))
    assert {step.due - day for step in view.steps if step.slot} == {timedelta(days=count) for count in (-1, 0, 1)}
    done = convert({"night": typed(render_xlsx(view, real), {})})

    assert dates_of(first_sheet(done["night"])) == said_by_json(view, real)


def test_a_late_start_gives_the_days_of_the_command_until_the_event_moves_ahead(real: Catalogue, convert: Convert) -> None:
    day, later = date(2027, 3, 10), date(2027, 9, 15)
    request = Request("salon", "nl", date(2026, 12, 20), ADDRESS, Occasion(day, day, OPENS, CLOSES), late_start=True)
    view = derive_checklist(real, request)
    assert any(step.late for step in view.steps)
    made = render_xlsx(view, real)
    done = convert({"same": typed(made, {}), "later": typed(made, {"B2": later})})
    left = {task.text for step in view.steps for task in step.tasks}

    assert dates_of(first_sheet(done["same"])) == said_by_json(view, real)
    assert dates_of(first_sheet(done["later"])) == [
        row for row in said_by_json(salon_on(real, later), real) if row[0] in left
    ]


def test_an_emptied_day_shows_how_far_off_steps_are_and_a_wrong_one_is_said(
    salon: ChecklistView, real: Catalogue, convert: Convert
) -> None:
    made = render_xlsx(salon, real)
    done = convert(
        {
            "empty": typed(made, {"B2": None}),
            "text": typed(made, {"B2": "18 maart"}),
            "outside": typed(made, {"B2": date(2035, 3, 15)}),
            "before": typed(made, {"B3": date(2027, 3, 17)}),
        }
    )
    sheets = {name: first_sheet(data) for name, data in done.items()}

    assert sheets["empty"]["C2"].value.startswith("Typ hier de dag")
    assert sheets["text"]["C2"].value.startswith("Dit is geen datum")
    assert "2025 tot en met 2032" in sheets["outside"]["C2"].value
    assert sheets["before"]["C3"].value.startswith("De laatste dag ligt voor de eerste")
    for name in ("empty", "text"):
        assert sheets[name][f"B{HEAD + 1}"].value == "20 weken vooraf"
        assert not [row for row in rows_of(sheets[name]) if str(row["Wanneer"]).startswith("#")]


def test_an_offices_own_day_off_is_skipped(salon: ChecklistView, real: Catalogue, convert: Convert) -> None:
    due = sorted({step.due for step in salon.steps if step.due and not step.run_sheet})
    closed, last = due[3], len(openpyxl.load_workbook(io.BytesIO(render_xlsx(salon, real))).sheetnames)
    done = convert({"closed": typed(render_xlsx(salon, real), {"B6": closed}, last)})
    found = {row["Wanneer"].date() for row in rows_of(first_sheet(done["closed"]))}

    assert found
    assert closed not in found
    assert all(is_working_day(day) for day in found)


def test_progress_follows_the_statuses(salon: ChecklistView, real: Catalogue, convert: Convert) -> None:
    first = sum(len(step.tasks) for step in salon.phases[0].steps)
    changes = {f"A{HEAD + 1}": "Klaar", f"A{HEAD + 2}": "Klaar", f"A{HEAD + 3}": "Bezig", f"A{HEAD + 4}": "Niet voor ons"}
    done = convert({"busy": typed(render_xlsx(salon, real), changes)})
    *phases, total = rows_of(opened(done["busy"])["Voortgang"], 4)
    counts = [(row["Taken"], row["Te doen"], row["Bezig"], row["Klaar"], row["Niet voor ons"]) for row in (phases[0], total)]

    assert counts == [(first, first - 4, 1, 2, 1), (salon.task_count, salon.task_count - 4, 1, 2, 1)]
    assert phases[0]["Klaar, van wat voor u telt"] == pytest.approx(2 / (first - 1))
    assert [row["Taken"] for row in phases[1:]] == [sum(len(s.tasks) for s in phase.steps) for phase in salon.phases[1:]]


def test_overdue_tasks_are_those_due_before_today(real: Catalogue, convert: Convert) -> None:
    today = this_day()
    view = derive_checklist(real, Request("salon", "nl", today, ADDRESS, Occasion(today, today)))
    done = convert({"now": typed(render_xlsx(view, real), {})})
    cached = rows_of(opened(render_xlsx(view, real))["Voortgang"], 4)
    if this_day() != today:
        pytest.skip("midnight passed while LibreOffice calculated")

    assert rows_of(opened(done["now"])["Voortgang"], 4) == cached
    assert cached[-1]["Te laat"] > 0


def test_values_that_came_along_are_what_a_calculation_gives(
    salon: ChecklistView, undated: ChecklistView, real: Catalogue, convert: Convert
) -> None:
    made = {"salon": render_xlsx(salon, real), "undated": render_xlsx(undated, real)}
    done = convert({name: typed(data, {}) for name, data in made.items()})

    for name, data in made.items():
        before, after = opened(data), opened(done[name])
        for sheet in before.sheetnames:
            if sheet != "Voortgang":  # it counts by today's date
                found = [[plain_cell(value) for value in row] for row in after[sheet].iter_rows(values_only=True)]
                wanted = [[plain_cell(value) for value in row] for row in before[sheet].iter_rows(values_only=True)]
                assert trimmed(found) == trimmed(wanted), (name, sheet)


def plain_cell(value: Any) -> Any:
    """A cell as people see it: an empty text is nothing, and clocks go to the minute."""
    return clock(value) if isinstance(value, time) else value if value != "" else None


def trimmed(rows: list[list[Any]]) -> list[list[Any]]:
    """Without the empty cells at the ends, which programs keep or leave as they like."""
    cut = [row[: max((index for index, value in enumerate(row, 1) if value is not None), default=0)] for row in rows]
    return cut[: max((index for index, row in enumerate(cut, 1) if row), default=0)]


def test_on_paper_the_run_sheet_takes_one_page_and_no_page_is_too_wide(
    salon: ChecklistView, awkward: ChecklistView, real: Catalogue, convert: Convert
) -> None:
    done = convert({"salon": render_xlsx(salon, real), "awkward": render_xlsx(awkward, real)}, "pdf")
    pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(done["salon"])).pages]
    sizes = {tuple(sorted(round(float(side)) for side in page.mediabox[2:]))
             for page in pypdf.PdfReader(io.BytesIO(done["awkward"])).pages}  # fmt: skip

    assert sizes == {(595, 842)}
    assert len([page for page in pages if "Draaiboek van de dag · Social-profitsalon" in page and "Van" in page]) == 1
    checklist = [page for page in pages if "Checklist · Social-profitsalon" in page]
    assert checklist
    assert all("Wanneer" in page and "Alleen bij" in page for page in checklist)

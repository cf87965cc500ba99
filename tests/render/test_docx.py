"""The Word document, read back with python-docx: the same tasks, dates and roles, and boxes to tick."""

import hashlib
import io
import os
import re
import shutil
import subprocess
import sys
import zipfile
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import docx
import pypdf
import pytest
from docx.oxml.ns import qn
from draaiboek.catalogue import Catalogue
from draaiboek.derive.checklist import ChecklistView
from draaiboek.render.docx.checklist import render_docx
from hypothesis import given, settings
from hypothesis import strategies as st

W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
MONTHS = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")


@dataclass
class Read:
    """A step as a reader of the document finds it."""

    phase: str
    title: str
    lines: list[str] = field(default_factory=list)
    tasks: list[str] = field(default_factory=list)

    @property
    def day(self) -> date | None:
        found = re.match(r"\w+ (\d+) (\w+)\.? (\d{4})", self.lines[0])
        return date(int(found[3]), MONTHS.index(found[2]) + 1, int(found[1])) if found else None


def opened(view: ChecklistView, catalogue: Catalogue) -> Any:
    return docx.Document(io.BytesIO(render_docx(view, catalogue)))


def steps_in(document: Any) -> list[Read]:
    phase, found = "", []
    for paragraph in document.paragraphs:
        style = paragraph.style.name
        if style == "Heading 1":
            phase = paragraph.text
        elif style == "Heading 2":
            found.append(Read(phase, paragraph.text))
        elif style in ("Facts", "Why") and found and not found[-1].tasks:
            found[-1].lines.append(paragraph.text)
        elif style == "Task":
            found[-1].tasks.append(paragraph.text.strip())
    return found


def boxes_in(document: Any) -> list[Any]:
    return list(document.element.body.iter(f"{W14}checkbox"))


def test_document_holds_every_task_with_its_date_and_role(salon: ChecklistView, real: Catalogue) -> None:
    found = steps_in(opened(salon, real))

    assert [(step.title, step.day) for step in found] == [(step.title, step.due) for step in salon.steps]
    assert [step.phase for step in found] == [phase.title for phase in salon.phases for _ in phase.steps]
    for read, step in zip(found, salon.steps, strict=True):
        assert f" · {step.role_name}" in read.lines[0]
        assert len(read.tasks) == len(step.tasks)
        assert all(text.startswith(task.text) for text, task in zip(read.tasks, step.tasks, strict=True))


def test_steps_name_what_they_need_why_they_are_done_and_when_they_apply(salon: ChecklistView, real: Catalogue) -> None:
    for read, step in zip(steps_in(opened(salon, real)), salon.steps, strict=True):
        assert step.why in read.lines
        needs = "; ".join(salon.titles[need] for need in step.needs)
        assert not needs or f"Eerst nodig: {needs}" in read.lines
        assert not step.condition or f"Alleen bij: {step.condition}" in read.lines
        assert ("Beslismoment" in read.lines[0]) == step.gate
        assert ("Facultatief" in read.lines[0]) == (not step.essential)


def test_every_task_has_a_box_of_its_own_that_word_can_tick(salon: ChecklistView, real: Catalogue) -> None:
    document = opened(salon, real)
    boxes = boxes_in(document)
    tags = [box.getparent().find(qn("w:tag")).get(qn("w:val")) for box in boxes]
    ids = [box.getparent().find(qn("w:id")).get(qn("w:val")) for box in boxes]

    assert tags == [task.id for step in salon.steps for task in step.tasks]
    assert len(set(ids)) == len(ids)
    assert {box.find(f"{W14}checked").get(f"{W14}val") for box in boxes} == {"0"}
    modes = [mode.get(qn("w:val")) for mode in document.settings.element.iter(qn("w:compatSetting"))]
    assert modes == ["15"]


def test_header_rows_of_tables_are_repeated_and_rows_stay_whole(salon: ChecklistView, real: Catalogue) -> None:
    tables = opened(salon, real).tables

    assert len(tables) == 2
    for table in tables:
        heads = [row._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in table.rows]
        assert heads == [True] + [False] * (len(heads) - 1)
        assert all(row._tr.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in table.rows)


def test_run_sheet_tells_times_steps_and_roles_in_order(salon: ChecklistView, real: Catalogue) -> None:
    rows = [[cell.text for cell in row.cells] for row in opened(salon, real).tables[-1].rows][1:]
    sheet = sorted((step for step in salon.steps if step.slot), key=lambda step: step.slot.start)

    times = [(f"{step.slot.start:%H:%M}–{step.slot.end:%H:%M}", step.title, step.role_name) for step in sheet]
    assert [(row[0], row[1], row[3]) for row in rows] == times


def test_first_phase_and_run_sheet_begin_a_page_and_so_does_what_follows(salon: ChecklistView, real: Catalogue) -> None:
    headings = [p for p in opened(salon, real).paragraphs if p.style.name == "Heading 1"]
    breaks = [heading.text for heading in headings if heading.paragraph_format.page_break_before]

    first = salon.phases[0].title
    assert breaks == [first, "Draaiboek van de dag", next(p.title for p in salon.phases if p.steps[0].run_sheet)]


def test_paper_language_and_properties_are_set(salon: ChecklistView, real: Catalogue) -> None:
    document = opened(salon, real)
    section, about = document.sections[0], document.core_properties
    language = document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")

    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert (language.get(qn("w:val")), about.language) == ("nl-BE", "nl-BE")
    assert about.title == f"Checklist: {salon.title}"
    made = datetime.combine(salon.today, datetime.min.time())
    assert [moment.replace(tzinfo=None) for moment in (about.created, about.modified)] == [made, made]
    footer = section.footer.paragraphs[0]
    assert [code.text.strip() for code in footer._p.iter(qn("w:instrText"))] == ["PAGE", "NUMPAGES"]
    assert all(text in footer.text for text in (salon.title, salon.version, salon.today.isoformat(), salon.address))


def test_undated_checklist_says_how_far_off_each_step_is(undated: ChecklistView, real: Catalogue) -> None:
    found = steps_in(opened(undated, real))

    assert [step.day for step in found] == [None] * len(undated.steps)
    assert found[0].lines[0].startswith("20 weken vooraf · ")
    assert sum(len(step.tasks) for step in found) == undated.task_count


def test_a_late_start_shows_what_is_late_what_is_dropped_and_that_it_does_not_fit(
    late: ChecklistView, real: Catalogue
) -> None:
    document = opened(late, real)
    styles = {p.style.name: p.text for p in document.paragraphs if p.style.name in ("Warning", "Danger")}
    dropped = [[cell.text for cell in row.cells] for row in document.tables[1].rows][1:]

    assert ["Later dan voorzien" in step.lines[0] for step in steps_in(document)] == [True] * len(late.steps) != []
    assert dropped == [[step.title, step.why] for step in late.dropped]
    assert "passen niet meer" in styles["Danger"]
    assert late.warnings[0].text in [p.text for p in document.paragraphs]
    assert styles["Warning"].endswith("donderdag 25 maart 2027, donderdag 1 april 2027.")


def test_right_to_left_language_turns_pages_tables_and_text(arabic_salon: ChecklistView, arabic: Catalogue) -> None:
    document = opened(arabic_salon, arabic)
    language = document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    directions = {p.text: p._p.find(f"{qn('w:pPr')}/{qn('w:bidi')}").get(qn("w:val")) for p in document.paragraphs}

    assert language.get(qn("w:bidi")) == "ar"
    assert document.sections[0]._sectPr.find(qn("w:bidi")) is not None
    assert document.tables
    assert all(table._tbl.find(f"{qn('w:tblPr')}/{qn('w:bidiVisual')}") is not None for table in document.tables)
    assert directions[arabic_salon.steps[0].title] == "1"
    assert directions["Kies een zaal"] == "0"
    assert [step.title for step in steps_in(document)] == [step.title for step in arabic_salon.steps]


def test_text_in_another_language_says_so(arabic_salon: ChecklistView, arabic: Catalogue) -> None:
    paragraphs = opened(arabic_salon, arabic).paragraphs
    runs = {run.text: run._r.find(f"{qn('w:rPr')}/{qn('w:lang')}") for p in paragraphs for run in p.runs}

    assert runs["Kies een zaal"].get(qn("w:val")) == "nl-BE"
    assert runs[arabic_salon.steps[0].title].get(qn("w:bidi")) == "ar"


def test_awkward_texts_survive_as_text(awkward: ChecklistView, real: Catalogue) -> None:
    document = opened(awkward, real)
    found = steps_in(document)

    assert len(boxes_in(document)) == awkward.task_count
    for read, step in zip(found, awkward.steps, strict=True):
        wanted = re.sub("[\x00-\x08\x0e-\x1f\x7f\ufffe\ufdd0\ud800\U0001ffff]", "", step.why)
        wanted = re.sub("\r\n|[\u2028\x0b]", "\n", wanted)
        assert (read.title == step.id) if not step.title.strip() else (read.title == " ".join(wanted.split()))
        assert all(task.startswith(wanted.strip()) for task in read.tasks)


def test_no_text_whatever_breaks_the_file(arabic_salon: ChecklistView, arabic: Catalogue) -> None:
    phase, step = arabic_salon.phases[0], arabic_salon.phases[0].steps[0]

    @settings(max_examples=60, deadline=None)
    @given(text=st.text(max_size=60))
    def written(text: str) -> None:
        tasks = tuple(replace(task, text=text, condition=text) for task in step.tasks)
        made = replace(phase, title=text, steps=(replace(step, title=text, why=text, tasks=tasks),))
        view = replace(arabic_salon, title=text, place=text, address=text, phases=(made,))
        assert len(boxes_in(opened(view, arabic))) == len(tasks)

    written()


def test_only_fixed_moments_stand_in_the_file(salon: ChecklistView, real: Catalogue) -> None:
    with zipfile.ZipFile(io.BytesIO(render_docx(salon, real))) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert package.testzip() is None


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_bytes_do_not_depend_on_process_time_zone_or_hash_seed(form: str, tmp_path: Path) -> None:
    code = (
        "import sys; from datetime import date; from pathlib import Path\n"
        "from draaiboek.catalogue import build_catalogue; from draaiboek.load.project import load_project\n"
        "from draaiboek.derive.checklist import Request, derive_checklist\n"
        "from draaiboek.render.formats import RENDERERS\n"
        "catalogue = build_catalogue(load_project(Path(sys.argv[1])))\n"
        "view = derive_checklist(catalogue, Request('salon', 'nl', date(2026, 11, 22), 'https://draaiboek.example/'))\n"
        "sys.stdout.buffer.write(RENDERERS[sys.argv[2]](view, catalogue))"
    )
    root = Path(__file__).parent.parent.parent
    shutil.copytree(root / "tests" / "base", tmp_path / "base")
    shutil.copy(root / "i18n" / "nl.yaml", tmp_path / "base" / "i18n" / "nl.yaml")
    digests = set()
    for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo")):
        done = subprocess.run(
            [sys.executable, "-c", code, str(tmp_path / "base"), form],
            capture_output=True, check=True, cwd=tmp_path, env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
        )  # fmt: skip
        digests.add(hashlib.sha256(done.stdout).hexdigest())

    assert len(digests) == 1


@pytest.fixture(scope="module")
def office() -> str:
    """LibreOffice; tests that need it are skipped where there is none."""
    found = shutil.which("soffice")
    if found is None:
        pytest.skip("no LibreOffice on this machine")
    return found


def test_run_sheet_fills_one_page_in_an_office_program(
    salon: ChecklistView, real: Catalogue, office: str, tmp_path: Path
) -> None:
    phases = tuple(phase for phase in salon.phases if phase.steps[0].run_sheet)
    (tmp_path / "salon.docx").write_bytes(render_docx(replace(salon, phases=phases), real))
    subprocess.run(
        [office, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to", "pdf",
         "--outdir", str(tmp_path), str(tmp_path / "salon.docx")],
        check=True, capture_output=True,
    )  # fmt: skip
    pages = [page.extract_text() for page in pypdf.PdfReader(tmp_path / "salon.pdf").pages]

    assert pages[1].startswith("Draaiboek van de dag")
    assert pages[2].startswith(phases[0].title)

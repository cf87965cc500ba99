"""Model texts: every one can be made, is filled in where an event knows, and says what is left open."""

import io
import re
from datetime import date
from pathlib import Path

import docx
import openpyxl
import pytest
from draaiboek.catalogue import build_catalogue
from draaiboek.derive.templates import Block, Run, derive_template, has_placeholder, template_ids
from draaiboek.load.project import load_project
from draaiboek.render.formats import render_template

ROOT = Path(__file__).parent.parent.parent
CATALOGUE = build_catalogue(load_project(ROOT))
TODAY = date(2026, 11, 22)
SITE = "https://draaiboek.example/"


def words(data: bytes, form: str) -> str:
    """All text of a document, read by an independent reader."""
    if form == "xlsx":
        book = openpyxl.load_workbook(io.BytesIO(data))
        return "\n".join(str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row if cell)
    body = docx.Document(io.BytesIO(data)).element.body
    return "\n".join(
        "".join(node.text or "" for node in paragraph.iter("{*}t")) for paragraph in body.iter("{*}p")
    )  # fmt: skip


@pytest.mark.parametrize("name", template_ids(CATALOGUE, "nl"))
def test_template_is_made_whole_the_same_each_time_and_with_nothing_left_in_braces(name: str) -> None:
    view = derive_template(CATALOGUE, name, "nl", TODAY, SITE)
    data = render_template(view)
    text = words(data, view.format)

    assert data == render_template(view)
    assert not re.search(r"\{\w+\}", text)
    for block in view.blocks:
        for run in block.runs:
            assert run.text.strip() in text


def test_an_event_fills_in_what_it_knows_and_leaves_the_rest_open() -> None:
    event = CATALOGUE.events["example-mechelen-2027"]
    filled = words(render_template(derive_template(CATALOGUE, "invitation", "nl", TODAY, SITE, event)), "docx")
    left_open = words(render_template(derive_template(CATALOGUE, "invitation", "nl", TODAY, SITE)), "docx")

    assert "donderdag 18 maart 2027" in filled
    assert "https://draaiboek.example/nl/visitors/events/example-mechelen-2027/" in filled
    assert left_open.count("[datum]") > filled.count("[datum]")


def test_a_value_cannot_act_as_markdown() -> None:
    event = CATALOGUE.events["example-mechelen-2027"].model_copy(update={"venue": "Zaal *De* [Ster](x) {date}"})
    view = derive_template(CATALOGUE, "invitation", "nl", TODAY, SITE, event)

    assert any("Zaal *De* [Ster](x) {date}" in run.text for run in runs(view.blocks))


def runs(blocks: tuple[Block, ...]) -> list[Run]:
    return [run for block in blocks for part in (block.runs, *(cell for row in block.rows for cell in row)) for run in part]


def test_columns_that_ask_for_it_are_added_up() -> None:
    view = derive_template(CATALOGUE, "budget-sheet", "nl", TODAY, SITE)
    book = openpyxl.load_workbook(io.BytesIO(render_template(view)))
    formulas = [cell for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row if str(cell).startswith("=SUM(")]
    asked = [cell for block in view.blocks for cell in (block.rows[0] if block.rows else ()) if cell and cell[-1].text.endswith("(som)")]

    assert len(formulas) == len(asked) > 0


def test_a_text_for_visitors_exists_in_a_language_that_has_only_their_section() -> None:
    event = CATALOGUE.events["example-mechelen-2027"]
    view = derive_template(CATALOGUE, "flyer", "ar", TODAY, SITE, event)
    document = docx.Document(io.BytesIO(render_template(view)))
    text = words(render_template(view), "docx")

    assert "Vertaling uit het Nederlands" in text
    assert "الخميس، 18 مارس 2027" in text
    assert "[المنظِّمون]" in text
    assert not re.search(r"\[[a-z ,]+\]", text)
    paragraphs = list(document.element.body.iter("{*}p"))
    rightwards = [node.get(f"{{{node.nsmap['w']}}}val") for node in document.element.body.iterfind(".//{*}pPr/{*}bidi")]
    assert rightwards == ["1"] * len(paragraphs)


def test_only_texts_with_something_to_fill_in_are_filled_in() -> None:
    assert has_placeholder(CATALOGUE.templates["nl"]["invitation"])
    assert not has_placeholder(CATALOGUE.templates["nl"]["student-question-cards"])

"""The PDF, read back with pypdf: the same tasks, dates and roles, and what PDF/UA asks for."""

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pypdf
import pytest
import typst
from draaiboek.catalogue import Catalogue
from draaiboek.derive.checklist import ChecklistView
from draaiboek.render.document import clean
from draaiboek.render.pdf.checklist import render_pdf
from draaiboek.render.pdf.fonts import covered, families, fonts
from hypothesis import given, settings
from hypothesis import strategies as st

MONTHS = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")


def opened(view: ChecklistView, catalogue: Catalogue) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(render_pdf(view, catalogue)))


def squeezed(text: str) -> str:
    """Without the white space, which depends on where lines and pages end."""
    return re.sub(r"[\s\u200b]+", "", text)


def whole(reader: pypdf.PdfReader) -> str:
    return squeezed("".join(page.extract_text() for page in reader.pages))


def said(day: date) -> str:
    return f"{day.day}{MONTHS[day.month - 1]}{day.year}"


def objects(reader: pypdf.PdfReader) -> Iterator[Any]:
    """Every element of the structure tree."""
    waiting = [reader.trailer["/Root"]["/StructTreeRoot"]]
    while waiting:
        node = waiting.pop().get_object()
        if not isinstance(node, dict):
            continue
        yield node
        children = node.get("/K", [])
        waiting += children if isinstance(children, list) else [children]


def titles(outline: list[Any]) -> list[Any]:
    """The outline as nested lists of titles."""
    return [titles(entry) if isinstance(entry, list) else entry["/Title"] for entry in outline]


def test_document_holds_every_task_with_its_date_and_role_in_order(salon: ChecklistView, real: Catalogue) -> None:
    text, place = whole(opened(salon, real)), 0
    for step in salon.steps:
        said_of = [step.title, said(step.due), step.role_name, step.why, *(task.text for task in step.tasks)]
        for part in map(squeezed, said_of):
            assert part in text[place:], (step.id, part)
            place = text.index(part, place)


def test_steps_name_what_they_need_and_when_they_apply(salon: ChecklistView, real: Catalogue) -> None:
    text = whole(opened(salon, real))

    assert text.count("Beslismoment:doorgaanofstoppen") == sum(step.gate for step in salon.steps)
    assert text.count("Facultatief") == sum(not step.essential for step in salon.steps)
    for step in salon.steps:
        needs = "; ".join(salon.titles[need] for need in step.needs)
        assert not needs or squeezed(f"Eerst nodig: {needs}") in text
        assert not step.condition or squeezed(f"Alleen bij: {step.condition}") in text


def test_file_is_tagged_and_says_what_it_is(salon: ChecklistView, real: Catalogue) -> None:
    reader = opened(salon, real)
    root = reader.trailer["/Root"]

    assert root["/StructTreeRoot"]["/Type"] == "/StructTreeRoot"
    assert (root["/MarkInfo"]["/Marked"].value, root["/Lang"]) == (True, "nl-BE")
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()
    assert reader.metadata.title == f"Checklist: {salon.title}"
    assert reader.metadata.creation_date.date() == salon.today
    assert {(round(page.mediabox.width), round(page.mediabox.height)) for page in reader.pages} == {(595, 842)}


def test_structure_has_headings_lists_and_table_headers(salon: ChecklistView, real: Catalogue) -> None:
    kinds = [node.get("/S") for node in objects(opened(salon, real))]

    assert kinds.count("/H2") == len(salon.steps)
    assert kinds.count("/LI") == salon.task_count
    assert kinds.count("/TH") == 4 + 4
    assert kinds.count("/TR") == 2 + len(salon.phases) + sum(step.run_sheet for step in salon.steps)


def test_outline_lists_phases_with_their_steps(salon: ChecklistView, real: Catalogue) -> None:
    wanted: list[Any] = ["In één oogopslag"]
    for phase in salon.phases:
        wanted += ["Draaiboek van de dag"] if phase.steps[0].run_sheet else []
        wanted += [phase.title, [step.title for step in phase.steps]]

    assert titles(opened(salon, real).outline) == wanted


def test_every_page_tells_title_version_day_address_and_number(salon: ChecklistView, real: Catalogue) -> None:
    reader = opened(salon, real)
    for number, page in enumerate(reader.pages, start=1):
        foot = squeezed(page.extract_text()[-250:])
        assert squeezed(f"{salon.title} · versie {salon.version} · gemaakt op 2026-11-22") in foot
        assert salon.address in foot
        assert f"{number}/{len(reader.pages)}" in foot


def test_run_sheet_has_a_page_of_its_own(salon: ChecklistView, real: Catalogue) -> None:
    pages = [page.extract_text() for page in opened(salon, real).pages]
    number = next(index for index, text in enumerate(pages) if text.startswith("Draaiboek van de dag"))
    page = squeezed(pages[number])

    for step in (step for step in salon.steps if step.run_sheet):
        assert squeezed(f"{step.slot.start:%H:%M}–{step.slot.end:%H:%M}{step.title}") in page
    assert pages[number + 1].startswith(next(phase.title for phase in salon.phases if phase.steps[0].run_sheet))


def test_a_very_long_run_sheet_still_fits_on_its_page(salon: ChecklistView, real: Catalogue) -> None:
    phase = next(phase for phase in salon.phases if phase.steps[0].run_sheet)
    steps = tuple(replace(step, tasks=(), id=f"{step.id}-{turn}") for turn in range(2) for step in phase.steps)
    view = replace(salon, phases=(replace(phase, steps=steps),))
    pages = [page.extract_text() for page in opened(view, real).pages]

    assert pages[1].startswith("Draaiboek van de dag")
    assert squeezed(pages[1]).count(squeezed(steps[-1].title)) == 2
    assert pages[2].startswith(phase.title)


def test_steps_stay_on_one_page(salon: ChecklistView, real: Catalogue) -> None:
    pages = [squeezed(page.extract_text()) for page in opened(salon, real).pages]
    for step in salon.steps:
        whole_step = squeezed(step.why), *(squeezed(task.text) for task in step.tasks)
        assert any(all(part in page for part in whole_step) for page in pages), step.id


def test_undated_checklist_says_how_far_off_each_step_is(undated: ChecklistView, real: Catalogue) -> None:
    text = whole(opened(undated, real))

    assert "20wekenvooraf·" in text
    assert all(squeezed(task.text) in text for step in undated.steps for task in step.tasks)


def test_a_late_start_shows_what_is_late_what_is_dropped_and_that_it_does_not_fit(
    late: ChecklistView, real: Catalogue
) -> None:
    text = whole(opened(late, real))

    assert text.count("Laterdanvoorzien") == len(late.steps)
    assert "passennietmeervoordedagzelf" in text
    assert squeezed(late.warnings[0].text) in text
    assert "donderdag25maart2027,donderdag1april2027." in text
    assert late.dropped
    assert all(squeezed(part) in text for step in late.dropped for part in (step.title, step.why))


def test_only_the_packaged_fonts_are_used(arabic_salon: ChecklistView, arabic: Catalogue) -> None:
    reader = opened(arabic_salon, arabic)
    names = {font["/BaseFont"] for page in reader.pages for font in page["/Resources"]["/Font"].values()}

    families = {re.sub(r"^/\w{6}\+|-\w+$", "", name) for name in names}
    assert families <= {"NotoSans", "NotoSansArabic", "IBMPlexSansArabic"}
    assert any("Arabic" in name for name in names)


def test_right_to_left_language_is_named_and_its_text_is_real(arabic_salon: ChecklistView, arabic: Catalogue) -> None:
    reader = opened(arabic_salon, arabic)
    languages = {str(node["/Lang"]) for node in objects(reader) if "/Lang" in node}

    assert reader.trailer["/Root"]["/Lang"] == "ar"
    assert "nl-BE" in languages
    assert titles(reader.outline)[1:] == [
        arabic_salon.phases[0].title, [step.title for step in arabic_salon.phases[0].steps],
        "برنامج اليوم",
        arabic_salon.phases[1].title, [step.title for step in arabic_salon.phases[1].steps],
    ]  # fmt: skip


def test_arabic_words_can_be_copied_whole(arabic_salon: ChecklistView, arabic: Catalogue) -> None:
    if "IBM Plex Sans Arabic" not in families():
        pytest.skip("the font that keeps Arabic letters whole is not installed (fontpkg-ibm-plex-sans-arabic)")
    text = "".join(page.extract_text() for page in opened(arabic_salon, arabic).pages)

    assert {"اكتبوا", "الهدف", "جملة", "واحدة", "مجلس", "بلدية"} <= set(re.findall(r"\w+", text))


def test_letters_run_from_the_right_edge(arabic_salon: ChecklistView, arabic: Catalogue) -> None:
    """The boxes to tick of an Arabic step stand right of its text, those of a Dutch one left."""
    places: dict[str, float] = {}

    def visit(text: str, matrix: Any, *_: Any) -> None:
        if text.strip():
            places.setdefault(text.strip(), matrix[4])

    page = opened(arabic_salon, arabic).pages[0]
    page.extract_text(visitor_text=visit)
    dutch = next(x for text, x in places.items() if text.startswith("Kies een zaal"))

    assert dutch < 60
    arabic_places = {text: x for text, x in places.items() if re.search(r"[\u0600-\u06ff]", text)}
    assert arabic_places
    assert {text for text, x in arabic_places.items() if x <= 60} == set()


def test_awkward_texts_are_shown_as_they_are(awkward: ChecklistView, real: Catalogue) -> None:
    text = whole(opened(awkward, real))
    shown = re.compile("[\\t\\n -~\u00a0-\u00ff“”‘’]+")
    plain = [step for step in awkward.steps if shown.fullmatch(step.why) and step.why.strip()]

    assert len(plain) == 7
    for step in plain:
        once = squeezed(step.why[:50] if len(step.why) > 1000 else step.why)
        times = squeezed(step.why).count(once)
        # Only where a page ends may a very long text be interrupted.
        assert text.count(once) >= 0.98 * times * len(step.tasks)


def test_characters_without_a_glyph_keep_their_meaning(awkward: ChecklistView, real: Catalogue) -> None:
    alternatives = {str(node["/Alt"]) for node in objects(opened(awkward, real)) if "/Alt" in node}

    assert {"\U0001f389\U0001f468\u200d\U0001f469\u200d\U0001f467", "ሰላም", "中文"} <= alternatives


def test_no_text_whatever_stops_the_typesetter(arabic_salon: ChecklistView, arabic: Catalogue) -> None:
    phase, step = arabic_salon.phases[0], arabic_salon.phases[0].steps[0]

    @settings(max_examples=40, deadline=None)
    @given(text=st.text(max_size=60))
    def set_in_type(text: str) -> None:
        tasks = tuple(replace(task, text=text, condition=text) for task in step.tasks)
        made = replace(phase, title=text, steps=(replace(step, title=text, why=text, tasks=tasks),))
        view = replace(arabic_salon, title=text, place=text, address=text, phases=(made,))
        assert render_pdf(view, arabic).startswith(b"%PDF")

    set_in_type()


def test_every_character_the_fonts_claim_can_be_set() -> None:
    shown = clean("".join(map(chr, sorted(covered()))))
    source = b'#set document(title: "x")\n#set text(font: sys.inputs.fonts.split(","))\n#sys.inputs.text'
    compiler = typst.Compiler(
        source, font_paths=fonts(), sys_inputs={"text": shown, "fonts": ",".join(fonts().families())}
    )

    assert {ord(character) for character in "aé€Жअپٹ"} <= covered()
    assert covered().isdisjoint(map(ord, "☐\U0001f389中ሰ"))
    assert compiler.compile(format="pdf", pdf_standards=["ua-1"], timestamp=0).startswith(b"%PDF-1.7")

"""The steps in Excel: why each is there, how much work it is and what comes first.

In: the workbook. Out: a worksheet with one row a step, to read and to plan hours with. Its dates follow the
event's day by the same formulas as those of the tasks.
"""

from typing import Any

from xlsxwriter.utility import xl_col_to_name

from draaiboek.derive.checklist import PhaseView, StepView
from draaiboek.render.xlsx import formula
from draaiboek.render.xlsx.book import HERO, LINE, SOFT, SURFACE, Book, Property
from draaiboek.render.xlsx.tasks import phase_labels
from draaiboek.render.xlsx.text import row_height

_WIDTHS = {
    "phase": 17.0, "step": 25.0, "why": 58.0, "due": 16.0, "role": 18.0, "effort": 8.0, "needs": 28.0,
    "condition": 16.0, "kind": 14.0, "offset": 17.0,
}  # fmt: skip
_AT = {name: index for index, name in enumerate(_WIDTHS)}
_KEYS = {"why": "xlsx-why", "effort": "xlsx-effort", "needs": "needs"}
_INDENTED = ("why", "needs")
"""Columns of running text, set a little apart from their neighbours."""
_INDENT = 1.5
"""Characters that an indent takes."""
_HEAD = 2


def write_steps(book: Book, sheet: Any) -> None:
    """Fill and set up the sheet."""
    book.put(sheet, 0, 0, book.text("xlsx-steps"), bold=True, font_size=16, font_color=HERO, text_wrap=False)
    sheet.set_row(0, 26)
    book.head(sheet, _HEAD, [book.text(_KEYS.get(name, f"column-{name}")) for name in _WIDTHS], list(_WIDTHS.values()))
    labels, titles = phase_labels(book.view), book.view.titles
    row = _HEAD
    for phase in book.view.phases:
        for step in phase.steps:
            row += 1
            _write_step(book, sheet, row, phase, step, labels[phase.id], titles)
    _write_total(book, sheet, row + 1)
    if row > _HEAD:
        sheet.autofilter(_HEAD, 0, row, len(_WIDTHS) - 1)
    sheet.freeze_panes(_HEAD + 1, 2)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.print_area(0, 0, row + 1, _AT["kind"])


def _write_step(
    book: Book, sheet: Any, row: int, phase: PhaseView, step: StepView, label: str, titles: dict[str, str]
) -> None:
    look: dict[str, Property] = {"top": 1, "top_color": LINE}
    words = book.words(step)
    texts = {
        "phase": (label, phase.language),
        "step": (step.title, step.language),
        "why": (step.why, step.language),
        "role": (step.role_name, None),
        "needs": ("; ".join(titles[need] for need in step.needs if need in titles), step.language),
        "condition": (step.condition, None),
        "kind": (book.kind(step), None),
        "offset": (words, None),
    }
    for name, (text, language) in texts.items():
        bold: dict[str, Property] = {"bold": True} if name == "step" and step.essential else {}
        soft: dict[str, Property] = {"font_color": SOFT} if name in ("phase", "offset") else {}
        apart: dict[str, Property] = {"indent": 1} if name in _INDENTED else {}
        book.put(sheet, row, _AT[name], text, language, **look, **bold, **soft, **apart)
    due = formula.due_formula(step, book.days.get(step.id, 1), book.view.occasion, f"${xl_col_to_name(_AT['offset'])}{row + 1}")
    style = book.style(num_format=book.short_date, **look)
    sheet.write_formula(row, _AT["due"], due, style, formula.due_value(step, words))
    hours = book.style(num_format="0.##", **look)
    if step.effort:
        sheet.write_number(row, _AT["effort"], step.effort.total_seconds() / 3600, hours)
    else:
        sheet.write_blank(row, _AT["effort"], None, hours)
    room = ((text, _WIDTHS[name] - _INDENT * (name in _INDENTED)) for name, (text, _) in texts.items())
    book.grow(sheet, row, row_height(room))


def _write_total(book: Book, sheet: Any, row: int) -> None:
    """All hours together; with a filter on, those in view."""
    look: dict[str, Property] = {"bold": True, "bg_color": SURFACE, "top": 1, "top_color": HERO}
    for column in range(_AT["kind"] + 1):
        sheet.write_blank(row, column, None, book.style(**look))
    book.put(sheet, row, 0, book.text("xlsx-total"), **look)
    letter = xl_col_to_name(_AT["effort"])
    hours = sum(step.effort.total_seconds() / 3600 for step in book.view.steps if step.effort)
    added = f"=SUBTOTAL(109,{letter}{_HEAD + 2}:{letter}{row})" if row > _HEAD + 1 else "=0"
    sheet.write_formula(row, _AT["effort"], added, book.style(num_format="0.##", **look), hours)
    sheet.set_row(row, 20)

"""A model text that is a workbook: a sheet per heading, its tables, and sums where a column asks for one."""

import io
from collections.abc import Iterator
from datetime import UTC, datetime, time
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_range

from draaiboek.derive.templates import Block, Run, TemplateView
from draaiboek.render.template_columns import column_widths
from draaiboek.render.xlsx.text import row_height

_SUM = "(som)"
"""How a column says that it is to be added up."""
_LEAST_WIDTH, _BOLD = 11, 0.82
"""Characters of a column at least, and how much less fits in it in bold."""
_ROOM_TO_WRITE = 22.0
"""Points that a row has at least, so that a pen fits."""
_ROWS_TO_FILL, _SPARE_ROWS = 12, 3
"""How many rows a table that is added up has at least, and how many empty ones at its end."""


def render_template_xlsx(view: TemplateView) -> bytes:
    """The workbook, the same bytes for the same view."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    made = datetime.combine(view.today, time(), UTC).replace(tzinfo=None)
    book.set_properties({"title": view.title, "created": made})
    formats = _formats(book)
    for name, blocks in _sheets(view):
        sheet = book.add_worksheet(_sheet_name(name, book))
        if view.direction == "rtl":
            sheet.right_to_left()
        sheet.write_string(0, 0, name, formats["title"])
        row = 2
        for block in blocks:
            row = _block(sheet, block, row, formats)
        sheet.set_paper(9)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.set_footer("&L" + view.title.replace("&", "&&") + "&R&P/&N")
    book.close()
    return buffer.getvalue()


def _formats(book: Any) -> dict[str, Any]:
    base = {"font_name": "Calibri", "valign": "top", "text_wrap": True}
    lined = {**base, "border": 1, "border_color": "#CDBFC6"}
    return {
        "title": book.add_format({"font_name": "Calibri", "bold": True, "font_size": 16, "font_color": "#571A46"}),
        "text": book.add_format(base),
        "head": book.add_format({**lined, "bold": True, "bg_color": "#571A46", "font_color": "#FFFFFF", "indent": 1}),
        "cell": book.add_format({**lined, "valign": "vcenter", "indent": 1}),
        "sum": book.add_format({**lined, "bold": True, "bg_color": "#FAF3EA", "num_format": "#,##0.##"}),
    }


def _sheets(view: TemplateView) -> Iterator[tuple[str, list[Block]]]:
    """Each second-level heading with what stands below it."""
    name = view.title
    blocks: list[Block] = []
    for block in view.blocks:
        if block.kind == "heading" and block.level == 2:
            if blocks:
                yield name, blocks
            name, blocks = _plain(block.runs), []
        else:
            blocks.append(block)
    yield name, blocks


def _sheet_name(name: str, book: Any) -> str:
    """A name that Excel takes: short, without its forbidden signs, and used once."""
    clean = "".join(" " if character in "[]:*?/\\" else character for character in name).strip("' ")[:28] or "1"
    taken = {sheet.get_name().lower() for sheet in book.worksheets()}
    number = 1
    found = clean
    while found.lower() in taken:
        number += 1
        found = f"{clean} {number}"
    return found


def _plain(runs: tuple[Run, ...]) -> str:
    return "".join(run.text for run in runs)


def _block(sheet: Any, block: Block, row: int, formats: dict[str, Any]) -> int:
    """Write one block and return the row below it."""
    if block.kind != "table":
        sheet.write_string(row, 0, _plain(block.runs), formats["text"])
        return row + 1
    texts = [[_plain(cell) for cell in cells] for cells in block.rows]
    head, *body = texts
    names = [name.removesuffix(_SUM).strip() for name in head]
    widths = [max(width, _LEAST_WIDTH) for width in column_widths([names, *body])]
    for column, (name, width) in enumerate(zip(names, widths, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(row, column, name, formats["head"])
    sheet.set_row(row, row_height(zip(names, (width * _BOLD for width in widths), strict=True)))
    sheet.repeat_rows(row)
    sums = [column for column, name in enumerate(head) if name.endswith(_SUM)]
    last = row + (max(_ROWS_TO_FILL, len(body) + _SPARE_ROWS) if sums else len(body))
    for index in range(row + 1, last + 1):
        cells = body[index - row - 1] if index - row - 1 < len(body) else []
        cells = [*cells, *[""] * len(head)][: len(head)]
        sheet.set_row(index, row_height(zip(cells, widths, strict=True), least=_ROOM_TO_WRITE))
        for column, text in enumerate(cells):
            sheet.write(index, column, text, formats["cell"])
    for column in sums:
        sheet.write_formula(last + 1, column, f"=SUM({xl_range(row + 1, column, last, column)})", formats["sum"], 0)
    return last + (4 if sums else 3)

"""A checklist as an Excel workbook: one row a task, with status, filters and A4 print set-up."""

import io
from datetime import UTC, datetime, time
from typing import Any

import xlsxwriter

from draaiboek.catalogue import Catalogue
from draaiboek.derive.checklist import ChecklistView, StepView, TaskView
from draaiboek.render.checklist_data import about
from draaiboek.render.wording import long_date, when

_COLUMNS = (
    ("status", 11), ("due", 15), ("time", 8), ("phase", 17), ("step", 30), ("task", 58), ("role", 20),
    ("responsible", 16), ("notes", 28), ("condition", 22),
)  # fmt: skip
_HEAD = 5
"""Row of the column headings, from 0."""


def render_xlsx(view: ChecklistView, catalogue: Catalogue) -> bytes:
    """The checklist as an .xlsx file, the same bytes for the same view."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    made = datetime.combine(view.today, time(), UTC).replace(tzinfo=None)
    book.set_properties({"title": view.title, "created": made, "comments": view.address})
    _Sheet(book, view, catalogue).write()
    book.close()
    return buffer.getvalue()


class _Sheet:
    """The one worksheet of the workbook."""

    def __init__(self, book: Any, view: ChecklistView, catalogue: Catalogue) -> None:
        self.view = view
        self.catalogue = catalogue
        self.sheet = book.add_worksheet(self.text("checklist")[:31])
        base = {"font_name": "Calibri", "valign": "top", "text_wrap": True}
        self.formats = {
            "title": book.add_format({"font_name": "Calibri", "bold": True, "font_size": 18}),
            "about": book.add_format({"font_name": "Calibri", "font_color": "#555555"}),
            "head": book.add_format({**base, "bold": True, "bg_color": "#1F4E4A", "font_color": "#FFFFFF"}),
            "text": book.add_format({**base, "bottom": 1, "bottom_color": "#D5D0C8"}),
            "date": book.add_format(
                {**base, "bottom": 1, "bottom_color": "#D5D0C8", "num_format": "ddd d mmm yyyy", "align": "left"}
            ),
            "done": book.add_format({"font_color": "#6B6B6B", "font_strikeout": True}),
            "essential": book.add_format({**base, "bold": True, "bottom": 1, "bottom_color": "#D5D0C8"}),
        }

    def text(self, key: str, **params: object) -> str:
        return self.catalogue.text(self.view.language, key, **params)

    def write(self) -> None:
        """Fill and set up the sheet."""
        rows = [(step, task) for step in self.view.steps for task in step.tasks]
        if self.view.direction == "rtl":
            self.sheet.right_to_left()
        self._write_head()
        titles = {phase.id: phase.title for phase in self.view.phases}
        for index, (step, task) in enumerate(rows):
            self._write_row(_HEAD + 1 + index, step, task, titles[step.phase])
        self._set_up(_HEAD + len(rows))

    def _write_head(self) -> None:
        view = self.view
        self.sheet.write_string(0, 0, view.title, self.formats["title"])
        if view.occasion:
            line = ", ".join(part for part in (long_date(view.occasion.first_day, view.language), view.place) if part)
            self.sheet.write_string(1, 0, line, self.formats["about"])
        self.sheet.write_string(2, 0, about(view, self.catalogue), self.formats["about"])
        self.sheet.write_string(3, 0, self.text("xlsx-how-to"), self.formats["about"])
        for column, (name, width) in enumerate(_COLUMNS):
            self.sheet.set_column(column, column, width)
            self.sheet.write_string(_HEAD, column, self.text(f"column-{name}"), self.formats["head"])

    def _write_row(self, row: int, step: StepView, task: TaskView, phase: str) -> None:
        text = self.formats["text"]
        condition = "; ".join(part for part in (step.condition, task.condition) if part)
        self.sheet.write_string(row, 0, self.text("status-open"), text)
        if step.due:
            self.sheet.write_datetime(row, 1, datetime.combine(step.due, time()), self.formats["date"])
        else:
            self.sheet.write_string(row, 1, when(step, self.catalogue, self.view.language), text)
        self.sheet.write_string(row, 2, f"{step.slot.start:%H:%M}" if step.slot else "", text)
        self.sheet.write_string(row, 3, phase, text)
        self.sheet.write_string(row, 4, step.title, self.formats["essential" if step.essential else "text"])
        self.sheet.write_string(row, 5, task.text, text)
        self.sheet.write_string(row, 6, step.role_name, text)
        self.sheet.write_blank(row, 7, None, text)
        self.sheet.write_blank(row, 8, None, text)
        self.sheet.write_string(row, 9, condition, text)

    def _set_up(self, last: int) -> None:
        """Filter, dropdown, highlighting and paper."""
        sheet, columns = self.sheet, len(_COLUMNS) - 1
        statuses = [self.text(f"status-{name}") for name in ("open", "busy", "done", "not-for-us")]
        sheet.autofilter(_HEAD, 0, last, columns)
        sheet.freeze_panes(_HEAD + 1, 0)
        sheet.data_validation(
            _HEAD + 1, 0, last, 0,
            {"validate": "list", "source": statuses, "error_title": self.text("column-status"),
             "error_message": ", ".join(statuses)},
        )  # fmt: skip
        sheet.conditional_format(
            _HEAD + 1, 0, last, columns,
            {"type": "formula", "criteria": f'=$A{_HEAD + 2}="{statuses[2]}"', "format": self.formats["done"]},
        )  # fmt: skip
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(_HEAD)
        sheet.set_footer(f"&L{self.text('checklist')} {self.view.version}&R&P/&N")

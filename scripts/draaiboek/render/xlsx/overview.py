"""Progress in Excel: how far each phase is, and what to know about the event's date.

In: the workbook, and where the first sheet keeps its statuses, due dates and phases. Out: a worksheet that
counts by formulas. Its headings are the statuses that the first sheet offers.
"""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from xlsxwriter.utility import quote_sheetname, xl_col_to_name, xl_rowcol_to_cell

from draaiboek.catalogue import local
from draaiboek.derive.checklist import PhaseView, StepView
from draaiboek.render.date_notes import date_notes, dropped_notes
from draaiboek.render.xlsx import formula
from draaiboek.render.xlsx.book import ACCENT, DANGER, HERO, LINE, SOFT, STATUSES, SURFACE, Book, Property
from draaiboek.render.xlsx.tasks import Ranges, phase_labels, translated
from draaiboek.render.xlsx.text import row_height

_HEAD = 3
_WIDTHS = [46.0, 10.0, *([12.0] * len(STATUSES)), 11.0, 12.0, 26.0]
_PHASE, _COUNT, _STATUS = 0, 1, 2
_OVERDUE = _STATUS + len(STATUSES)
_WEEK, _SHARE = _OVERDUE + 1, _OVERDUE + 2
_WIDE = sum(_WIDTHS)


class Overview:
    """Writes the sheet."""

    def __init__(self, book: Book, sheet: Any, ranges: Ranges) -> None:
        self.book = book
        self.sheet = sheet
        self.ranges = ranges
        self.first = _HEAD + 1
        self.total = self.first + len(book.view.phases)

    def write(self) -> None:
        """Progress first, then what must be read."""
        book, labels = self.book, phase_labels(self.book.view)
        book.put(self.sheet, 0, 0, book.text("xlsx-progress"), bold=True, font_size=16, font_color=HERO, text_wrap=False)
        self.sheet.set_row(0, 26)
        book.merge(self.sheet, 1, (0, _SHARE), " ".join(self._remarks()), font_color=SOFT)
        self._write_head()
        for row, phase in enumerate(book.view.phases, self.first):
            self._write_phase(row, labels[phase.id], phase)
        self._write_total()
        self._bars()
        self._write_notices(self.total + 2)
        self.sheet.set_landscape()
        self.sheet.fit_to_pages(1, 0)
        self.sheet.freeze_panes(self.first, 0)

    def _remarks(self) -> Iterator[str]:
        """How much this is, and whom it was made for."""
        view, text = self.book.view, self.book.text
        yield text("checklist-count", steps=len(view.steps), tasks=view.task_count)
        given = [
            local(value.name, view.language)
            for facet, entry in self.book.catalogue.circumstances.items()
            for value in entry.values
            if view.circumstances.get(facet) == value.id
        ]
        if given:
            yield text("document-circumstances", circumstances=", ".join(given))
        if not translated(view):
            yield text("document-untranslated")

    def _write_head(self) -> None:
        text = self.book.text
        statuses = [text(f"status-{name}") for name in STATUSES]
        names = [
            text("column-phase"), text("document-tasks"), *statuses, text("xlsx-overdue"), text("xlsx-this-week"),
            text("xlsx-share"),
        ]  # fmt: skip
        self.book.head(self.sheet, _HEAD, names, _WIDTHS, centred=range(_COUNT, _SHARE))
        first, last = (
            xl_rowcol_to_cell(_HEAD, _STATUS + index, row_abs=True, col_abs=True) for index in (0, len(STATUSES) - 1)
        )
        where = quote_sheetname(self.sheet.get_name())
        self.book.book.define_name(formula.STATUSES, f"={where}!{first}:{last}")

    def _write_phase(self, row: int, label: str, phase: PhaseView) -> None:
        look: dict[str, Property] = {"bottom": 1, "bottom_color": LINE, "valign": "vcenter"}
        self.book.put(self.sheet, row, _PHASE, label, phase.language, **look)
        self.book.grow(self.sheet, row, row_height([(label, _WIDTHS[_PHASE])], least=20))
        same = f"{self.ranges.phase},$A{row + 1}"
        count = sum(len(step.tasks) for step in phase.steps)
        number = self.book.style(num_format="0", align="center", **look)
        self.sheet.write_formula(row, _COUNT, f"=COUNTIFS({same})", number, count)
        for index, name in enumerate(STATUSES):
            column = _STATUS + index
            heading = xl_rowcol_to_cell(_HEAD, column, row_abs=True)
            counted = f"=COUNTIFS({same},{self.ranges.status},{heading})"
            self.sheet.write_formula(row, column, counted, number, count if name == "open" else 0)
        for column, days in ((_OVERDUE, '"<"&TODAY()'), (_WEEK, None)):
            self.sheet.write_formula(row, column, self._due_count(same, days), number, self._due_value(phase, column))
        self._write_share(row, look)

    def _due_count(self, same: str, days: str | None) -> str:
        """Tasks that are not finished and due in a stretch of days; by default the rest of this week."""
        week = f'">="&TODAY(),{self.ranges.due},"<="&TODAY()+7-WEEKDAY(TODAY(),2)'
        unfinished = (xl_rowcol_to_cell(_HEAD, _STATUS + index, row_abs=True, col_abs=True) for index in (0, 1))
        return "=" + "+".join(
            f"COUNTIFS({same},{self.ranges.due},{days or week},{self.ranges.status},{status})" for status in unfinished
        )

    def _due_value(self, phase: PhaseView, column: int) -> int:
        """What that formula gave on the day the list was made."""
        today = self.book.view.today
        sunday = today + timedelta(days=7 - today.isoweekday())

        def counts(step: StepView) -> bool:
            if step.due is None:
                return False
            return step.due < today if column == _OVERDUE else today <= step.due <= sunday

        return sum(len(step.tasks) for step in phase.steps if counts(step))

    def _write_share(self, row: int, look: dict[str, Property]) -> None:
        """The share that is done of what applies."""
        count, not_for_us, done = (f"{xl_col_to_name(column)}{row + 1}" for column in (_COUNT, _STATUS + 3, _STATUS + 2))
        share = f"=IF({count}>{not_for_us},{done}/({count}-{not_for_us}),0)"
        self.sheet.write_formula(row, _SHARE, share, self.book.style(num_format="0%", **look), 0)

    def _write_total(self) -> None:
        view = self.book.view
        look: dict[str, Property] = {"bold": True, "top": 1, "top_color": HERO, "bg_color": SURFACE, "valign": "vcenter"}
        self.book.put(self.sheet, self.total, _PHASE, self.book.text("xlsx-total"), **look)
        self.sheet.set_row(self.total, 20)
        number = self.book.style(num_format="0", align="center", **look)
        values = {
            _COUNT: view.task_count,
            _STATUS: view.task_count,
            **{column: sum(self._due_value(phase, column) for phase in view.phases) for column in (_OVERDUE, _WEEK)},
        }
        for column in range(_COUNT, _SHARE):
            letter = xl_col_to_name(column)
            added = f"=SUM({letter}{self.first + 1}:{letter}{self.total})" if view.phases else "=0"
            self.sheet.write_formula(self.total, column, added, number, values.get(column, 0))
        self._write_share(self.total, look)

    def _bars(self) -> None:
        """A bar in each cell of the last column, and red where something is late."""
        self.sheet.conditional_format(
            self.first, _SHARE, self.total, _SHARE,
            {"type": "data_bar", "bar_color": ACCENT, "bar_solid": True, "min_type": "num", "max_type": "num",
             "min_value": 0, "max_value": 1, "bar_direction": "right" if self.book.rtl else "left"},
        )  # fmt: skip
        self.sheet.conditional_format(
            self.first, _OVERDUE, self.total, _OVERDUE,
            {"type": "cell", "criteria": ">", "value": 0, "format": self.book.difference(font_color=DANGER, bold=True)},
        )  # fmt: skip

    def _write_notices(self, row: int) -> None:
        """What the date brings along, and what falls away when time is short."""
        for title, lines in self._notices():
            self.book.put(self.sheet, row, 0, title, bold=True, font_size=12, font_color=HERO, text_wrap=False)
            self.sheet.set_row(row, 22)
            for text, language in lines:
                row += 1
                self.book.merge(self.sheet, row, (0, _SHARE), text, language)
                self.sheet.set_row(row, row_height([(text, _WIDE)]))
            row += 2

    def _notices(self) -> Iterator[tuple[str, list[tuple[str, str | None]]]]:
        """The same sentences as in the other formats; a dropped step is in its own language."""
        view, text = self.book.view, self.book.text
        if notes := date_notes(view, self.book.catalogue):
            yield text("document-warnings"), [(note, None) for note in notes]
        if view.dropped:
            dropped = [(note, step.language) for note, step in zip(dropped_notes(view), view.dropped, strict=True)]
            yield text("document-dropped"), [(text("document-dropped-intro"), None), *dropped]

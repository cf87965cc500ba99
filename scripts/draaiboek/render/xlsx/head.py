"""The top of the checklist in Excel: the event's day in one cell that every due date follows.

In: the workbook, and the years whose holidays it knows. Out: title, cells to fill in, messages beside
them, legend. The cells have names, which all formulas use; nothing here depends on the tasks.
"""

from datetime import date, timedelta
from typing import Any

from xlsxwriter.utility import quote_sheetname, xl_rowcol_to_cell

from draaiboek.derive.workdays import holiday_name, is_working_day
from draaiboek.render.about import about
from draaiboek.render.date_notes import date_notes
from draaiboek.render.document import one_line
from draaiboek.render.xlsx import formula
from draaiboek.render.xlsx.book import (
    ACCENT,
    ACCENT_INK,
    ACCENT_SOFT,
    DANGER,
    DANGER_SOFT,
    HERO,
    SOFT,
    Book,
    Property,
)  # fmt: skip
from draaiboek.render.xlsx.text import MESSAGE, TITLE, cut, literal, row_height, text_height

HEAD = 5
"""Row of the column headings, from 0."""
_TITLE, _FIRST, _LAST, _OPENING, _CLOSING = range(5)
_LABEL, _INPUT, _BESIDE = range(3)
_BESIDE_END, _LEGEND = 6, 7
"""The columns of the message beside an input, and of the legend."""
_BESIDE_WIDTH, _ABOUT_WIDTH, _TITLE_WIDTH = 105, 140, 110
"""How many characters fit beside an input, in the line that says what this is, and in the title."""
_TITLE_LENGTH = 400
FIRST_DAY_CELL = xl_rowcol_to_cell(_FIRST, _INPUT)
_LAST_DAY_CELL = xl_rowcol_to_cell(_LAST, _INPUT)


class Head:
    """Writes the top of the first sheet."""

    def __init__(self, book: Book, sheet: Any, years: range, last_column: int) -> None:
        self.book = book
        self.sheet = sheet
        self.years = years
        self.last_column = last_column
        self.occasion = book.view.occasion

    def write(self) -> None:
        """Title, inputs, messages and legend."""
        self._write_title()
        self._write_first_day()
        self._write_last_day()
        self._write_clock(_OPENING, "xlsx-opening", formula.OPENING, self.occasion.opens if self.occasion else None)
        self._write_clock(_CLOSING, "xlsx-closing", formula.CLOSING, self.occasion.closes if self.occasion else None)
        self._write_about()
        self._write_legend()

    def _write_title(self) -> None:
        """What this is, where, and for whom."""
        view, title = self.book.view, one_line(self.book.view.title)
        role = view.role_names.get(view.role_filter, view.role_filter) if view.role_filter else ""
        rest = [view.place, self.book.text("document-role", role=role) if role else ""]
        said = cut("   ".join(one_line(part) for part in (title, *rest) if part), _TITLE_LENGTH)
        self.book.merge(
            self.sheet, _TITLE, (0, self.last_column), said, bold=True, font_size=18, font_color=HERO, valign="vcenter"
        )
        self.sheet.set_row(_TITLE, max(32, 1.8 * text_height(said, _TITLE_WIDTH, bold=True)))

    def _label(self, row: int, key: str, name: str) -> None:
        self.book.put(self.sheet, row, _LABEL, self.book.text(key), bold=True, font_color=HERO, valign="vcenter")
        cell = xl_rowcol_to_cell(row, _INPUT, row_abs=True, col_abs=True)
        self.book.book.define_name(name, f"={quote_sheetname(self.sheet.get_name())}!{cell}")

    def _input(self, *, border: int = 1, **changes: Property) -> Any:
        """The looks of a cell to fill in; medium lines for the one that all depends on."""
        return self.book.style(bg_color=ACCENT_SOFT, border_color=ACCENT, valign="vcenter", border=border, **changes)

    def _write_first_day(self) -> None:
        self._label(_FIRST, "xlsx-first-day", formula.FIRST_DAY)
        style = self._input(num_format=self.book.short_date, bold=True, font_size=12, border=5, text_wrap=False)
        if self.occasion:
            self.sheet.write_number(_FIRST, _INPUT, formula.serial(self.occasion.first_day), style)
        else:
            self.sheet.write_blank(_FIRST, _INPUT, None, style)
        self.sheet.set_row(_FIRST, 24)
        self._validate_day(_FIRST, "xlsx-first-day", "xlsx-date-ask")
        self._message(_FIRST, self._first_day_message(), self._first_day_value())
        self._warn_outside()

    def _write_last_day(self) -> None:
        """It keeps its distance to the first day, until somebody types over it."""
        self._label(_LAST, "xlsx-last-day", formula.LAST_DAY)
        occasion = self.occasion
        more = (occasion.last_day - occasion.first_day).days if occasion else self.book.usual_days - 1
        follows = f"{FIRST_DAY_CELL}{more:+d}" if more else FIRST_DAY_CELL
        value = formula.serial(occasion.last_day) if occasion else ""
        style = self._input(num_format=self.book.short_date, text_wrap=False)
        self.sheet.write_formula(
            _LAST, _INPUT, f'=IF(ISNUMBER({FIRST_DAY_CELL}),{follows},"")', style, value
        )
        self.sheet.set_row(_LAST, 18)
        self._validate_day(_LAST, "xlsx-last-day", "xlsx-last-day-how")
        wrong = f"AND(ISNUMBER({FIRST_DAY_CELL}),ISNUMBER({_LAST_DAY_CELL}),{_LAST_DAY_CELL}<{FIRST_DAY_CELL})"
        how = self.book.text("xlsx-last-day-how")
        self._message(
            _LAST, f"=IF({wrong},{literal(self.book.text('xlsx-last-day-before'))},{literal(how)})", how
        )
        self._alarm(_LAST, wrong)

    def _write_clock(self, row: int, key: str, name: str, moment: Any) -> None:
        self._label(row, key, name)
        style = self._input(num_format="hh:mm", text_wrap=False)
        if moment:
            self.sheet.write_number(row, _INPUT, formula.day_share(moment), style)
        else:
            self.sheet.write_blank(row, _INPUT, None, style)
        how = self.book.text("xlsx-time-how")
        self.sheet.set_row(row, 18)
        self.sheet.data_validation(
            row, _INPUT, row, _INPUT,
            {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": 0.99999,
             **self._dialogue(key, how), "error_type": "stop"},
        )  # fmt: skip

    def _validate_day(self, row: int, key: str, how: str) -> None:
        first, last = date(self.years[0], 1, 1), date(self.years[-1], 12, 31)
        outside = self._outside()
        self.sheet.data_validation(
            row, _INPUT, row, _INPUT,
            {"validate": "date", "criteria": "between", "minimum": first, "maximum": last,
             **self._dialogue(key, self.book.text(how)), "error_message": cut(outside, MESSAGE), "error_type": "warning"},
        )  # fmt: skip

    def _dialogue(self, key: str, how: str) -> dict[str, str]:
        title, message = cut(self.book.text(key), TITLE), cut(how, MESSAGE)
        return {"input_title": title, "input_message": message, "error_title": title, "error_message": message}

    def _outside(self) -> str:
        return self.book.text("xlsx-date-outside", first=self.years[0], last=self.years[-1])

    def _holiday_words(self, name: str) -> str:
        return self.book.text("xlsx-date-holiday", name=name)

    def _read_first(self) -> str:
        """Where to read what there is to know about the day that the list was made for; empty when nothing."""
        view = self.book.view
        if not (view.dropped or date_notes(view, self.book.catalogue)):
            return ""
        return self.book.text("xlsx-date-notes", sheet=self.book.text("xlsx-progress"))

    def _first_day_message(self) -> str:
        """What there is to know about the day that was typed: one formula, from wrong to right."""
        cell, words = FIRST_DAY_CELL, {name: literal(self.book.text(f"xlsx-date-{name}")) for name in
                                       ("ask", "none", "weekend", "follows")}  # fmt: skip
        found = f"MATCH({cell},{formula.DAYS_OFF},0)"
        before, _, after = self._holiday_words("{name}").partition("{name}")
        holiday = f"{literal(before)}&INDEX({formula.DAYS_OFF_NAMES},{found})&{literal(after)}"
        cases = [
            (f'{cell}=""', words["ask"]),
            (f"NOT(ISNUMBER({cell}))", words["none"]),
            (self._outside_test(), literal(self._outside())),
            (f"ISNUMBER({found})", holiday),
            (f"WEEKDAY({cell},2)>5", words["weekend"]),
        ]
        if self.occasion and (read := self._read_first()):
            cases.insert(3, (f"{cell}={formula.date_call(self.occasion.first_day)}", literal(read)))
        opened = "".join(f"IF({test},{said}," for test, said in cases)
        return f"={opened}{words['follows']}{')' * len(cases)}"

    def _first_day_value(self) -> str:
        """What that formula gives for the view's own day."""
        if not self.occasion:
            return self.book.text("xlsx-date-ask")
        if read := self._read_first():
            return read
        day = self.occasion.first_day
        if name := holiday_name(day, self.book.view.language):
            return self._holiday_words(name)
        return self.book.text("xlsx-date-follows" if is_working_day(day) else "xlsx-date-weekend")

    def _outside_test(self) -> str:
        first, end = date(self.years[0], 1, 1), date(self.years[-1], 12, 31) + timedelta(days=1)
        return f"OR({FIRST_DAY_CELL}<{formula.date_call(first)},{FIRST_DAY_CELL}>={formula.date_call(end)})"

    def _message(self, row: int, said: str, value: str) -> None:
        style = self.book.style(font_color=SOFT, valign="vcenter", indent=1)
        self.sheet.merge_range(row, _BESIDE, row, _BESIDE_END, "", style)
        self.sheet.write_formula(row, _BESIDE, said, style, value)

    def _warn_outside(self) -> None:
        cell = FIRST_DAY_CELL
        self._alarm(_FIRST, f'AND({cell}<>"",IF(ISNUMBER({cell}),{self._outside_test()},TRUE))')

    def _alarm(self, row: int, test: str) -> None:
        """Turn an input and its message red while something is wrong."""
        red = self.book.difference(bold=True, font_color=DANGER, bg_color=DANGER_SOFT)
        self.sheet.conditional_format(
            row, _INPUT, row, _BESIDE_END, {"type": "formula", "criteria": f"={_absolute(test)}", "format": red}
        )

    def _write_about(self) -> None:
        """How to use the list, and which version it is."""
        how = self.book.text("xlsx-how-to")
        said = one_line(about(self.book.view, self.book.catalogue))
        self.book.merge(self.sheet, _OPENING, (_BESIDE, _BESIDE_END), how, font_color=SOFT, valign="vcenter", indent=1)
        self.book.merge(self.sheet, _CLOSING, (_BESIDE, _BESIDE_END + 3), said, font_color=SOFT, font_size=8, valign="vcenter", indent=1)
        self.sheet.set_row(_OPENING, row_height([(how, _BESIDE_WIDTH)], least=18))
        self.sheet.set_row(_CLOSING, min(40, row_height([(said, _ABOUT_WIDTH)], least=18)))

    def _write_legend(self) -> None:
        looks: tuple[tuple[str, str, dict[str, Property]], ...] = (
            ("xlsx-overdue", "⚠ ", {"font_color": DANGER, "bg_color": DANGER_SOFT, "bold": True}),
            ("xlsx-this-week", "• ", {"font_color": ACCENT_INK, "bg_color": ACCENT_SOFT, "bold": True}),
            ("status-done", "", {"font_color": SOFT, "font_strikeout": True}),
        )
        for row, (key, sign, look) in enumerate(looks, _FIRST):
            self.book.put(self.sheet, row, _LEGEND, sign + self.book.text(key), valign="vcenter", **look)


def _absolute(test: str) -> str:
    """The same test, whichever cell of the range it is asked for."""
    for cell in (FIRST_DAY_CELL, _LAST_DAY_CELL):
        test = test.replace(cell, f"${cell[0]}${cell[1:]}")
    return test

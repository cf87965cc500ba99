"""The days off in Excel: Belgian public holidays as dates with names, and room for an office's own.

In: the workbook and its years. Out: a worksheet whose dates all due dates skip. Holidays come from
`derive.workdays`, so that the cells skip what the other formats skip.
"""

from datetime import date, timedelta
from typing import Any

from xlsxwriter.utility import quote_sheetname

from draaiboek.derive.checklist import ChecklistView
from draaiboek.derive.workdays import holiday_name
from draaiboek.render.xlsx import formula
from draaiboek.render.xlsx.book import ACCENT, ACCENT_SOFT, HERO, LINE, SURFACE, Book, Property
from draaiboek.render.xlsx.text import row_height

_FIRST_YEAR, _LAST_YEAR = 2025, 2032
"""Event years that every workbook knows."""
_YEARS_AHEAD = 6
"""How long a workbook without a date stays of use."""
OWN_DAYS = 10
_HEAD = 4
_WIDTHS = [16.0, 30.0, 46.0]


def event_years(view: ChecklistView) -> range:
    """The years that an event may be in without a warning."""
    days = [view.today, *((view.occasion.first_day, view.occasion.last_day) if view.occasion else ())]
    first = min(_FIRST_YEAR, *(day.year for day in days))
    last = max(_LAST_YEAR, view.today.year + _YEARS_AHEAD, *(day.year for day in days))
    return range(first, last + 1)


def _reach(view: ChecklistView) -> int:
    """How many years before and after an event its steps can fall; a working day counts double."""
    farthest = max((abs(step.offset.rough_days) for step in view.steps), default=0.0)
    return 1 + int(farthest * 1.5) // 365


def listed_holidays(view: ChecklistView) -> list[tuple[date, str]]:
    """All public holidays that a due date could fall on, with their names."""
    years, reach = event_years(view), _reach(view)
    first, last = date(years[0] - reach, 1, 1), date(years[-1] + reach, 12, 31)
    days = (first + timedelta(days=count) for count in range((last - first).days + 1))
    return [(day, name) for day in days if (name := holiday_name(day, view.language))]


def write_holidays(book: Book, sheet: Any) -> None:
    """Fill and set up the sheet, and name its dates."""
    days = listed_holidays(book.view)
    how = book.text("xlsx-holidays-how")
    years = book.text("xlsx-holidays-years", first=days[0][0].year, last=days[-1][0].year)
    book.put(sheet, 0, 0, book.text("xlsx-holidays"), bold=True, font_size=16, font_color=HERO, text_wrap=False)
    book.merge(sheet, 1, (0, 2), how)
    book.merge(sheet, 2, (0, 2), years)
    sheet.set_row(0, 26)
    sheet.set_row(1, row_height([(how, sum(_WIDTHS))]))
    book.head(sheet, _HEAD, [book.text(key) for key in ("xlsx-year", "xlsx-day", "xlsx-holiday")], _WIDTHS)
    _write_own(book, sheet)
    first = _HEAD + 1 + OWN_DAYS
    for row, (day, name) in enumerate(days, first):
        _write_day(book, sheet, row, day, name, first_of_year=row == first or day.year != days[row - first - 1][0].year)
    _name_columns(book, sheet, first + len(days) - 1)
    sheet.freeze_panes(_HEAD + 1, 0)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(_HEAD)


def _write_own(book: Book, sheet: Any) -> None:
    """Empty rows for days that this office is closed."""
    look: dict[str, Property] = {"bg_color": ACCENT_SOFT, "border": 1, "border_color": ACCENT}
    for row in range(_HEAD + 1, _HEAD + 1 + OWN_DAYS):
        book.put(sheet, row, 0, book.text("xlsx-own-day"))
        sheet.set_row(row, 17)
        sheet.write_blank(row, 1, None, book.style(num_format=book.long_date, **look))
        sheet.write_blank(row, 2, None, book.style(**look))


def _write_day(book: Book, sheet: Any, row: int, day: date, name: str, *, first_of_year: bool) -> None:
    look: dict[str, Property] = {"top": 1, "top_color": LINE}
    if day.year % 2:
        look["bg_color"] = SURFACE
    sheet.write_number(row, 0, day.year, book.style(bold=first_of_year, **look))
    sheet.write_number(row, 1, formula.serial(day), book.style(num_format=book.long_date, **look))
    book.put(sheet, row, 2, name, **look)
    book.grow(sheet, row, row_height([(name, _WIDTHS[2])]))


def _name_columns(book: Book, sheet: Any, last: int) -> None:
    """The names that formulas use, over the own days and the public holidays."""
    where = quote_sheetname(sheet.get_name())
    for name, column in ((formula.DAYS_OFF, "B"), (formula.DAYS_OFF_NAMES, "C")):
        book.book.define_name(name, f"={where}!${column}${_HEAD + 2}:${column}${last + 1}")

"""The run sheet in Excel: the event day on one printed page.

In: the workbook. Out: a worksheet in portrait, in the order of the clock, with room to write. Its times
follow the opening and closing time on the first sheet; the order of the rows stays as it was made.
"""

from typing import Any

from draaiboek.derive.checklist import ChecklistView, StepView
from draaiboek.derive.weeks import by_clock
from draaiboek.render.xlsx import formula
from draaiboek.render.xlsx.book import HERO, LINE, SURFACE, Book, Property
from draaiboek.render.xlsx.text import literal, row_height

_COLUMNS = (
    ("xlsx-from", 10.0), ("xlsx-until", 8.0), ("column-step", 38.0), ("column-role", 23.0), ("column-responsible", 16.0),
    ("column-notes", 20.0), ("status-done", 8.0),
)  # fmt: skip
_FROM, _UNTIL, _STEP, _ROLE, _RESPONSIBLE, _NOTES, _DONE = range(len(_COLUMNS))
_WIDTHS = [width for _, width in _COLUMNS]
_WORDS_WIDTH = 19.0
"""How wide the first column is where words stand in for clock times."""
_HEAD = 3
_ROOM_TO_WRITE = 26.0
"""Points that a row has at least, so that a pen fits."""


def write_run_sheet(book: Book, sheet: Any) -> None:
    """Fill and set up the sheet."""
    view = book.view
    steps = by_clock(view.steps)
    title = " · ".join(part for part in (book.text("run-sheet"), view.title) if part)
    book.put(sheet, 0, 0, title, bold=True, font_size=16, font_color=HERO, text_wrap=False)
    sheet.set_row(0, 28)
    _write_occasion(book, sheet)
    timed = all(step.slot for step in steps)
    widths = [_WIDTHS[_FROM] if timed else _WORDS_WIDTH, *_WIDTHS[_UNTIL:]]
    book.head(sheet, _HEAD, [book.text(key) for key, _ in _COLUMNS], widths)
    row = _HEAD
    several = len({book.days.get(step.id, 1) for step in steps}) > 1
    shown = 0
    for step in steps:
        day = book.days.get(step.id, 1)
        if several and day != shown:
            row, shown = row + 1, day
            _write_day(book, sheet, row, day)
        row += 1
        _write_step(book, sheet, row, step)
    _set_up(sheet, row)


def _date_formula(day: int) -> str:
    shift = f"+{day - 1}" if day > 1 else ""
    return f'=IF(ISNUMBER({formula.FIRST_DAY}),{formula.FIRST_DAY}{shift},"")'


def _date_value(view: ChecklistView, day: int) -> int | str:
    return formula.serial(view.occasion.first_day) + day - 1 if view.occasion else ""


def _write_occasion(book: Book, sheet: Any) -> None:
    """When and where, as the first sheet has it."""
    view = book.view
    look = book.style(num_format=book.long_date, bold=True, font_size=12, text_wrap=False)
    sheet.merge_range(1, _FROM, 1, _STEP, "", look)
    sheet.write_formula(1, _FROM, _date_formula(1), look, _date_value(view, 1))
    book.merge(sheet, 1, (_ROLE, _DONE), view.place, bold=True, font_size=12)
    sheet.set_row(1, row_height([(view.place, 55)], least=20))


def _write_day(book: Book, sheet: Any, row: int, day: int) -> None:
    """A heading above each day of an event of several days."""
    look = book.style(num_format=book.long_date, bold=True, bg_color=SURFACE, font_color=HERO, valign="vcenter")
    sheet.merge_range(row, _FROM, row, _DONE, "", look)
    label = book.text("xlsx-event-day", number=day)
    plain = _date_formula(day).replace(',"")', f",{literal(label)})")
    value = _date_value(book.view, day)
    sheet.write_formula(row, _FROM, plain, look, value if value != "" else label)
    sheet.set_row(row, 20)


def _write_step(book: Book, sheet: Any, row: int, step: StepView) -> None:
    look: dict[str, Property] = {"border": 1, "border_color": LINE, "valign": "vcenter", "indent": 1}
    words = book.words(step)
    times = book.style(num_format="hh:mm", bold=True, **look)
    start, end = (step.slot.start, step.slot.end) if step.slot else (None, None)
    sheet.write_formula(
        row, _FROM, formula.start_formula(step, literal(words)), times, formula.clock_value(start, words)
    )
    if step.duration:
        sheet.write_formula(row, _UNTIL, formula.end_formula(step), times, formula.clock_value(end))
    else:
        sheet.write_blank(row, _UNTIL, None, times)
    book.put(sheet, row, _STEP, step.title, step.language, **look)
    book.put(sheet, row, _ROLE, step.role_name, **look)
    for column in (_RESPONSIBLE, _NOTES):
        sheet.write_blank(row, column, None, book.style(**look))
    book.put(sheet, row, _DONE, "☐", **{**look, "align": "center", "indent": 0, "font_size": 14})
    # Without an opening or closing time the words stand where the clock time will come.
    texts = (("" if step.slot else words, _WORDS_WIDTH - 3), (step.title, _WIDTHS[_STEP]), (step.role_name, _WIDTHS[_ROLE]))
    book.grow(sheet, row, row_height(texts, least=_ROOM_TO_WRITE))


def _set_up(sheet: Any, last: int) -> None:
    """One page, whatever is on it."""
    sheet.freeze_panes(_HEAD + 1, 0)
    sheet.fit_to_pages(1, 1)
    sheet.print_area(0, 0, last, _DONE)
    sheet.center_horizontally()

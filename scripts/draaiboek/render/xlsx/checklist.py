"""A checklist as an Excel workbook that follows the event's day.

In: a `ChecklistView`, dated or not. Out: the bytes of an .xlsx file, the same for the same view. Change the
day in the marked cell of the first sheet and every due date and clock time follows, by formulas that skip
the days off on the last sheet; no macros, and only functions that Excel 2016 and LibreOffice share. Values
stand beside the formulas, for programs that do not calculate. What a late step does: see `xlsx_formula`.
"""

from draaiboek.catalogue import Catalogue
from draaiboek.derive.checklist import ChecklistView
from draaiboek.render.xlsx.book import ACCENT, GOOD, HERO, INFO, SOFT, Book
from draaiboek.render.xlsx.holidays import event_years, write_holidays
from draaiboek.render.xlsx.overview import Overview
from draaiboek.render.xlsx.run_sheet import write_run_sheet
from draaiboek.render.xlsx.steps import write_steps
from draaiboek.render.xlsx.tasks import Tasks


def render_xlsx(view: ChecklistView, catalogue: Catalogue) -> bytes:
    """The checklist as an .xlsx file, the same bytes for the same view."""
    book = Book(view, catalogue)
    tasks = book.sheet(book.text("checklist"), HERO)
    ranges = Tasks(book, tasks, event_years(view)).write()
    if any(step.run_sheet for step in view.steps):
        write_run_sheet(book, book.sheet(book.text("run-sheet"), ACCENT))
    Overview(book, book.sheet(book.text("xlsx-progress"), GOOD), ranges).write()
    write_steps(book, book.sheet(book.text("xlsx-steps"), INFO))
    write_holidays(book, book.sheet(book.text("xlsx-holidays"), SOFT))
    tasks.activate()
    return book.data()

"""The checklist in Excel: one row a task, with a due date that follows the event's day.

In: the workbook and the years whose holidays it knows. Out: the first worksheet. Rows can be filtered and
sorted: each holds all it needs, and no formula looks at another row. What only repeats the row above is
hidden while that row is in view.
"""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from xlsxwriter.utility import xl_col_to_name, xl_range

from draaiboek.derive.checklist import PhaseView, StepView, TaskView
from draaiboek.derive.workdays import is_working_day  # noqa: F401
from draaiboek.render import xlsx_formula as formula
from draaiboek.render.xlsx_book import (
    ACCENT_INK, ACCENT_SOFT, DANGER, DANGER_SOFT, HERO, INFO, INFO_SOFT, INK, LINE, SOFT, Book,
)  # fmt: skip
from draaiboek.render.xlsx_head import HEAD, Head
from draaiboek.render.xlsx_text import literal, row_height

"""The checklist in Excel: one row a task, with a due date that follows the event's day.

In: the workbook, and the years whose holidays it knows. Out: the first worksheet. Rows can be filtered and
sorted: each holds all it needs, and no formula looks at another row. What only repeats the row above is
hidden as long as that row is in view.
"""

from dataclasses import dataclass
from typing import Any

from xlsxwriter.utility import xl_col_to_name, xl_range

from draaiboek.catalogue import Catalogue
from draaiboek.derive.checklist import ChecklistView, PhaseView, StepView, TaskView
from draaiboek.render.xlsx import formula
from draaiboek.render.xlsx.book import (
    ACCENT_INK,
    ACCENT_SOFT,
    DANGER,
    DANGER_SOFT,
    HERO,
    INFO,
    INFO_SOFT,
    LINE,
    SOFT,
    STATUSES,
    Book,
    Property,
)  # fmt: skip
from draaiboek.render.xlsx.head import HEAD, Head
from draaiboek.render.xlsx.text import cut, literal, row_height

FIRST_ROW = HEAD + 1
SPARE_ROWS = 200
"""Rows below the list that are counted and coloured too, for tasks that people add."""
_WIDTHS = {
    "status": 13, "due": 17.5, "time": 6.5, "phase": 17, "step": 25, "task": 51.5, "role": 18, "responsible": 14,
    "notes": 21, "condition": 18, "kind": 18, "language": 11, "offset": 17,
}  # fmt: skip
_LABELS = {"language": "page-language"}
_REPEATED = ("phase", "step", "role", "kind", "language")
"""Columns that say the same for each task of a step."""
_PHASE_LENGTH = 200
"""Excel compares with at most 255 characters when it counts."""


def phase_labels(view: ChecklistView) -> dict[str, str]:
    """Phase id to its number and title: one of a kind, and in order when somebody sorts by it."""
    return {phase.id: cut(f"{number}. {phase.title}", _PHASE_LENGTH) for number, phase in enumerate(view.phases, 1)}


def translated(view: ChecklistView) -> bool:
    """Whether all steps are in the language of the list."""
    return all(step.language == view.language for step in view.steps)


def language_name(catalogue: Catalogue, code: str) -> str:
    """What a language calls itself."""
    return catalogue.languages[code].name if code in catalogue.languages else code


@dataclass(frozen=True, slots=True)
class Ranges:
    """Where other sheets find the statuses, due dates and phases of all tasks."""

    status: str
    due: str
    phase: str


class Tasks:
    """Writes the first sheet."""

    def __init__(self, book: Book, sheet: Any, years: range) -> None:
        self.book = book
        self.sheet = sheet
        self.years = years
        skipped = {"language"} if translated(book.view) else set()
        self.names = [name for name in _WIDTHS if name not in skipped]
        self.at = {name: index for index, name in enumerate(self.names)}
        self.rows = sum(len(step.tasks) for step in book.view.steps)
        self.phases = phase_labels(book.view)

    def write(self) -> Ranges:
        """Fill and set up the sheet."""
        Head(self.book, self.sheet, self.years, len(self.names) - 2).write()
        headings = [self.book.text(_LABELS.get(name, f"column-{name}")) for name in self.names]
        self.book.head(self.sheet, HEAD, headings, [_WIDTHS[name] for name in self.names])
        row = FIRST_ROW
        for phase in self.book.view.phases:
            for step in phase.steps:
                for index, task in enumerate(step.tasks):
                    self._write_row(row, phase, step, task, first=index == 0)
                    row += 1
        self._colour()
        self._set_up()
        return Ranges(*(f"{self._reach(name, absolute=True)}" for name in ("status", "due", "phase")))

    def _write_row(self, row: int, phase: PhaseView, step: StepView, task: TaskView, *, first: bool) -> None:
        book = self.book
        look: dict[str, Property] = {"top": 1, "top_color": HERO if first else LINE}
        words = book.words(step)
        texts = {
            "status": (book.text("status-open"), None),
            "phase": (self.phases[phase.id], phase.language),
            "step": (step.title, step.language),
            "task": (task.text, step.language),
            "role": (step.role_name, None),
            "condition": ("; ".join(part for part in (step.condition, task.condition) if part), None),
            "kind": (book.kind(step), None),
            "language": (language_name(book.catalogue, step.language), None),
            "offset": (words, None),
        }
        for name, (text, language) in texts.items():
            if name in self.at:
                book.put(self.sheet, row, self.at[name], text, language, **look, **_emphasis(name, step))
        for name in ("responsible", "notes"):
            self.sheet.write_blank(row, self.at[name], None, book.style(**look))
        self._write_when(row, step, words, look)
        # Repeated texts are hidden, so they take no room.
        room = [(text, _WIDTHS[name]) for name, (text, _) in texts.items() if first or name not in _REPEATED]
        book.grow(self.sheet, row, row_height([*room, (words, _WIDTHS["due"])] if not step.due else room))

    def _write_when(self, row: int, step: StepView, words: str, look: dict[str, Property]) -> None:
        """The day, and in the run sheet the clock time; both follow the cells at the top."""
        book, cell = self.book, f"${xl_col_to_name(self.at['offset'])}{row + 1}"
        day = book.days.get(step.id, 1)
        due = formula.due_formula(step, day, book.view.occasion, cell)
        self.sheet.write_formula(
            row, self.at["due"], due, book.style(num_format=book.short_date, **look), formula.due_value(step, words)
        )
        style = book.style(num_format="hh:mm", **look)
        if step.run_sheet:
            start = formula.clock_value(step.slot.start if step.slot else None)
            self.sheet.write_formula(row, self.at["time"], formula.start_formula(step), style, start)
        else:
            self.sheet.write_blank(row, self.at["time"], None, style)

    def _reach(self, name: str, *, absolute: bool = False) -> str:
        """The range of a column, with the spare rows; absolute ones name the sheet too."""
        column, last = self.at[name], FIRST_ROW + self.rows + SPARE_ROWS - 1
        if not absolute:
            reached: str = xl_range(FIRST_ROW, column, last, column)
            return reached
        letter = xl_col_to_name(column)
        sheet = self.sheet.get_name().replace("'", "''")
        return f"'{sheet}'!${letter}${FIRST_ROW + 1}:${letter}${last + 1}"

    def _status_is(self, *names: str) -> str:
        cell = f"$A{FIRST_ROW + 1}"
        tests = ",".join(f"{cell}={literal(self.book.text(f'status-{name}'))}" for name in names)
        return f"OR({tests})"

    def _colour(self) -> None:
        """What changes as the work goes on; the first rule that fits decides."""
        due, task = (f"${xl_col_to_name(self.at[name])}{FIRST_ROW + 1}" for name in ("due", "task"))
        step = xl_col_to_name(self.at["step"])
        phase = xl_col_to_name(self.at["phase"])
        here, above = FIRST_ROW + 1, FIRST_ROW
        same = f"${step}{here}=${step}{above},${phase}{here}=${phase}{above},SUBTOTAL(103,${step}{above})=1"
        book, date_format = self.book, self.book.short_date
        for name in _REPEATED:
            if name in self.at:
                self._rule([name], f"AND({same})", book.difference(num_format=";;;", font_color=SOFT))
        done = self._status_is("done", "not-for-us")
        shown = ["due", "time", "step", "task", "role"]
        self._rule(shown, done, book.difference(font_color=SOFT, font_strikeout=True), stop=True)
        dated = f'AND({task}<>"",ISNUMBER({due})'
        self._rule(
            ["due"], f"{dated},{due}<TODAY())",
            book.difference(bold=True, font_color=DANGER, bg_color=DANGER_SOFT, num_format=_signed("⚠", date_format)),
        )  # fmt: skip
        self._rule(
            ["due"], f"{dated},{due}>=TODAY(),{due}<=TODAY()+7-WEEKDAY(TODAY(),2))",
            book.difference(bold=True, font_color=ACCENT_INK, bg_color=ACCENT_SOFT, num_format=_signed("•", date_format)),
        )  # fmt: skip
        self._rule(["status"], self._status_is("busy"), book.difference(font_color=INFO, bg_color=INFO_SOFT, bold=True))

    def _rule(self, names: list[str], test: str, look: Any, *, stop: bool = False) -> None:
        ranges = [self._reach(name) for name in names]
        options = {"type": "formula", "criteria": f"={test}", "format": look, "stop_if_true": stop}
        if len(ranges) > 1:
            options["multi_range"] = " ".join(ranges)
        self.sheet.conditional_format(ranges[0], options)

    def _set_up(self) -> None:
        """Dropdown, filter, what stays in view, and paper."""
        sheet, last = self.sheet, FIRST_ROW + self.rows - 1
        statuses = ", ".join(self.book.text(f"status-{name}") for name in STATUSES)
        sheet.data_validation(
            self._reach("status"),
            {"validate": "list", "source": f"={formula.STATUSES}", "error_title": cut(self.book.text("column-status"), 32),
             "error_message": cut(statuses, 255)},
        )  # fmt: skip
        sheet.autofilter(HEAD, 0, max(last, FIRST_ROW), len(self.names) - 1)
        sheet.freeze_panes(FIRST_ROW, 0)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        # Whole columns, so that tasks that people add are printed too; how far off a step is stays on screen.
        sheet.print_area(0, 0, 1_048_575, len(self.names) - 2)
        sheet.set_selection(HEAD - 4, 1, HEAD - 4, 1)


def _signed(sign: str, date_format: str) -> str:
    """A date with a sign before it: colour alone must not tell."""
    code, bracket, rest = date_format.partition("]")
    return f'{code}{bracket}"{sign} "{rest}' if bracket else f'"{sign} "{date_format}'


def _emphasis(name: str, step: StepView) -> dict[str, Property]:
    """What stands out in a row: steps that cannot be left out, and moments of decision."""
    if name == "task":
        return {"indent": 1}
    if name == "step":
        return {"bold": True} if step.essential else {}
    if name == "kind" and (step.gate or step.late):
        return {"bold": True, "font_color": DANGER if step.late else HERO}
    return {"font_color": SOFT} if name in ("phase", "offset", "kind") else {}

"""A checklist as CSV, for spreadsheets: UTF-8 with a byte order mark, semicolons and ISO dates, as Dutch Excel opens it."""

import csv
import io

from draaiboek.catalogue import Catalogue
from draaiboek.derive.checklist import ChecklistView, StepView, TaskView
from draaiboek.derive.weeks import by_date
from draaiboek.render.about import about
from draaiboek.render.date_notes import date_notes, dropped_notes
from draaiboek.render.wording import when


def neutral(text: str) -> str:
    """Text that no spreadsheet takes for a formula."""
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text


COLUMNS = ("due", "time", "phase", "step", "task", "role", "condition", "essential", "offset", "step-id", "task-id")
"""What the columns are called, by the key of the interface string."""


def render_csv(view: ChecklistView, catalogue: Catalogue) -> bytes:
    """The checklist as CSV, one row a task; the last rows say what to know and what this file is."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow([catalogue.text(view.language, f"column-{name}") for name in COLUMNS])
    phases = {phase.id: phase.title for phase in view.phases}
    for step in by_date(view.steps) if view.order == "date" else view.steps:
        for task in step.tasks:
            writer.writerow([neutral(cell) for cell in _row(phases[step.phase], step, task, catalogue, view.language)])
    writer.writerow([])
    dropped = catalogue.text(view.language, "document-dropped")
    notes = [*date_notes(view, catalogue), *(f"{dropped}: {line}" for line in dropped_notes(view))]
    writer.writerows([neutral(line)] for line in (*notes, about(view, catalogue)))
    return ("\ufeff" + text.getvalue()).encode()


def _row(phase: str, step: StepView, task: TaskView, catalogue: Catalogue, language: str) -> list[str]:
    return [
        step.due.isoformat() if step.due else "",
        f"{step.slot.start:%H:%M}" if step.slot else "",
        phase,
        step.title,
        task.text,
        step.role_name,
        "; ".join(part for part in (step.condition, task.condition) if part),
        catalogue.text(language, f"answer-{'yes' if step.essential else 'no'}"),
        when(step, catalogue, language),
        step.id,
        task.id,
    ]

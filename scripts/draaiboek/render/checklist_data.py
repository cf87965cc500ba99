"""A checklist as JSON and CSV, for programs and spreadsheets.

JSON: every dated item has `id`, `due` (a pure date), `role`, and for the run sheet `at` (Brussels
clock time). CSV: UTF-8 with a byte order mark, semicolons and ISO dates, as Dutch Excel opens it.
"""

import csv
import io
import json
from typing import Any

from draaiboek.catalogue import Catalogue
from draaiboek.derive.checklist import ChecklistView, StepView
from draaiboek.render.wording import when


def neutral(text: str) -> str:
    """Text that no spreadsheet takes for a formula."""
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text


def checklist_data(view: ChecklistView) -> dict[str, Any]:
    """The view as plain data; the one form behind JSON and the browser."""
    occasion = view.occasion
    return {
        "playbook": view.playbook,
        "event": view.event,
        "title": view.title,
        "language": view.language,
        "date": occasion.first_day.isoformat() if occasion else None,
        "end-date": occasion.last_day.isoformat() if occasion else None,
        "opens": f"{occasion.opens:%H:%M}" if occasion and occasion.opens else None,
        "closes": f"{occasion.closes:%H:%M}" if occasion and occasion.closes else None,
        "circumstances": dict(view.circumstances),
        "role": view.role_filter,
        "made-on": view.today.isoformat(),
        "version": view.version,
        "address": view.address,
        "phases": [
            {"id": phase.id, "title": phase.title, "steps": [_step_data(step) for step in phase.steps]}
            for phase in view.phases
        ],
    }


def _step_data(step: StepView) -> dict[str, Any]:
    due = step.due.isoformat() if step.due else None
    at = f"{step.slot.start:%H:%M}" if step.slot else None
    until = f"{step.slot.end:%H:%M}" if step.slot and step.slot.end else None
    return {
        "id": step.id,
        "title": step.title,
        "why": step.why,
        "language": step.language,
        "offset": str(step.offset),
        "from": step.anchor,
        "due": due,
        "at": at,
        "until": until,
        "role": step.role,
        "essential": step.essential,
        "gate": step.gate,
        "effort-hours": step.effort.total_seconds() / 3600 if step.effort else None,
        "needs": list(step.needs),
        "condition": step.condition or None,
        "tasks": [
            {"id": task.id, "text": task.text, "due": due, "at": at, "role": step.role, "condition": task.condition or None}
            for task in step.tasks
        ],
    }


def render_json(view: ChecklistView) -> bytes:
    """The checklist as JSON."""
    return (json.dumps(checklist_data(view), ensure_ascii=False, indent=2) + "\n").encode()


_COLUMNS = ("due", "time", "phase", "step", "task", "role", "condition", "essential", "offset", "step-id", "task-id")


def render_csv(view: ChecklistView, catalogue: Catalogue) -> bytes:
    """The checklist as CSV, one row a task; the last rows say what this file is."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow([catalogue.text(view.language, f"column-{name}") for name in _COLUMNS])
    for phase in view.phases:
        for step in phase.steps:
            for task in step.tasks:
                condition = "; ".join(part for part in (step.condition, task.condition) if part)
                row = [
                    step.due.isoformat() if step.due else "",
                    f"{step.slot.start:%H:%M}" if step.slot else "",
                    phase.title,
                    step.title,
                    task.text,
                    step.role_name,
                    condition,
                    catalogue.text(view.language, f"answer-{'yes' if step.essential else 'no'}"),
                    when(step, catalogue, view.language),
                    step.id,
                    task.id,
                ]
                writer.writerow([neutral(cell) for cell in row])
    writer.writerow([])
    writer.writerow([neutral(about(view, catalogue))])
    return ("\ufeff" + text.getvalue()).encode()


def about(view: ChecklistView, catalogue: Catalogue) -> str:
    """One line that says what a file is: title, the day it was made, version and address."""
    return catalogue.text(
        view.language,
        "checklist-about",
        title=view.title,
        date=view.today.isoformat(),
        version=view.version,
        address=view.address,
    )

"""What the planner in the browser works with: words and calendar of a language, and one playbook.

In: a catalogue and views. Out: JavaScript and JSON texts. Days are whole numbers since 1 January 1970, so
that no browser's time zone can shift them. The browser's code derives dates from this by the same rules;
the tests hold the two against each other.
"""

import json
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

from babel import Locale
from icalendar import vDuration

from draaiboek.catalogue import Catalogue, Plan, PlanStep, local, remembered
from draaiboek.derive.calendar_table import calendar_table
from draaiboek.derive.checklist import ChecklistView, StepView, plain
from draaiboek.derive.date_check import FLEMISH_DAY, NEARBY, STRETCH, SUGGESTIONS
from draaiboek.derive.late_start import HOURS_A_DAY
from draaiboek.model.site import PAGES
from draaiboek.model.source_language import SOURCE_LANGUAGE
from draaiboek.render import wording
from draaiboek.render.csv.checklist import COLUMNS
from draaiboek.render.ics.checklist import ALL_DAY_REMINDER, SHORTEST, TIMED_REMINDER

STRINGS = (
    *(f"{row.tool}-" for row in PAGES if row.tool), "warning-", "column-", "turnout-", "status-open", "status-done", "status-not-for-us",
    "document-dropped", "document-late", "document-no-fit", "document-warnings", "document-suggestions", "document-role",
    "answer-", "or", "only-if", "reminder-reason", "late-explained", "checklist-about", "checklist-count", "gate", "optional",
    "effort", "duration", "condition", "week", "frame-print",
)  # fmt: skip
"""How the interface strings begin that the browser's code asks for."""
BLOCK = "planner-playbook"
_EPOCH = date(1970, 1, 1)


def day_number(day: date) -> int:
    """Days since 1 January 1970."""
    return (day - _EPOCH).days


@remembered
def render_planner_script(catalogue: Catalogue, language: str) -> bytes:
    """A script that sets what all planner pages of one language share."""
    return f"globalThis.draaiboekPlanner = {to_json(planner_words(catalogue, language))};\n".encode()


def planner_words(catalogue: Catalogue, language: str) -> dict[str, Any]:
    """Strings, date forms, roles, circumstances, the calendar and how files are made, in one language."""
    keys = (key for key in catalogue.strings[SOURCE_LANGUAGE] if key.startswith(STRINGS))
    strings = {key: catalogue.strings.get(language, {}).get(key) or catalogue.strings[SOURCE_LANGUAGE][key] for key in keys}
    return {
        "language": language,
        "strings": strings,
        "dates": _date_forms(language),
        "roles": {name: local(role.name, language) for name, role in catalogue.roles.items()},
        "circumstances": [
            {
                "id": facet.id,
                "name": local(facet.name, language),
                "values": [{"id": value.id, "name": local(value.name, language)} for value in facet.values],
            }
            for facet in catalogue.circumstances.values()
        ],
        "calendar": _calendar(catalogue, language),
        "columns": list(COLUMNS),
        "entries": {
            "shortest": _minutes(SHORTEST),
            "timed": vDuration(TIMED_REMINDER).to_ical().decode(),
            "allDay": vDuration(ALL_DAY_REMINDER).to_ical().decode(),
        },
    }


def _date_forms(language: str) -> dict[str, Any]:
    """The names and patterns by which Babel writes dates, for a browser to write them alike."""
    locale = Locale.parse(language)
    months, days, formats = locale.months["format"], locale.days["format"], locale.date_formats
    intervals = locale.interval_formats[STRETCH]
    return {
        "months": [months["wide"][month] for month in range(1, 13)],
        "monthsShort": [months["abbreviated"][month] for month in range(1, 13)],
        "weekdays": [days["wide"][day] for day in range(7)],
        "weekdaysShort": [days["abbreviated"][day] for day in range(7)],
        "full": formats["full"].pattern,
        "medium": wording.MEDIUM_DATE,
        "long": formats["long"].pattern,
        "interval": {name: list(intervals[name]) for name in "dMy"},
    }


def _calendar(catalogue: Catalogue, language: str) -> dict[str, Any]:
    table = calendar_table(language)
    names: dict[str, int] = {}
    observances = list(catalogue.observances)
    return {
        "firstYear": table.first_year,
        "lastYear": table.last_year,
        "flemishDay": list(FLEMISH_DAY),
        "nearby": NEARBY,
        "suggestions": SUGGESTIONS,
        "minutesADay": HOURS_A_DAY * 60,
        "publicHolidays": _gaps((day, names.setdefault(name, len(names))) for day, name in table.public_holidays),
        "schoolHolidays": _gaps(
            (found.first_day, (found.last_day - found.first_day).days, names.setdefault(found.name, len(names)))
            for found in table.school_holidays
        ),
        "names": list(names),
        "observances": [
            {
                "id": found.id,
                "name": local(found.name, language),
                "tradition": local(found.tradition, language),
                "before": found.before,
                "after": found.after,
                "eveningBefore": found.evening_before,
                "impact": found.impact,
            }
            for found in catalogue.observances.values()
        ],
        "observanceDates": [
            [day_number(kept.date), observances.index(kept.observance), kept.estimated]
            for kept in catalogue.observance_dates
        ],
    }


def _gaps(rows: Iterable[tuple[Any, ...]]) -> list[list[int]]:
    """Rows that begin with a day, each day as the distance from the one before: a third of the size."""
    found: list[list[int]] = []
    before = 0
    for day, *rest in rows:
        found.append([day_number(day) - before, *rest])
        before = day_number(day)
    return found


def render_playbook_block(plan: Plan, view: ChecklistView, catalogue: Catalogue) -> str:
    """One playbook as a data block for its page: no browser runs it, the planner reads it.

    The words of the tasks are left out: they stand in the page's own list, where the planner finds them.
    """
    data = planner_playbook(plan, view, catalogue)
    for step in data["steps"]:
        for task in step["tasks"]:
            del task["text"]
    return f'<script type="application/json" id="{BLOCK}">{to_json(data)}</script>'


def planner_playbook(plan: Plan, view: ChecklistView, catalogue: Catalogue) -> dict[str, Any]:
    """Structure and words of a playbook; `view` is its undated checklist, in the language to use."""
    steps = {step.id: step for step in plan.steps}
    return {
        "id": plan.id,
        "title": view.playbook_title,
        "days": plan.days,
        "version": view.version,
        "address": view.address,
        "workbook": f"../{plan.id}.xlsx",
        "phases": [{"id": phase.id, "title": phase.title, "language": phase.language} for phase in view.phases],
        "steps": [_step(steps[step.id], step, plan, catalogue, view.language) for step in view.steps],
    }


def _step(step: PlanStep, view: StepView, plan: Plan, catalogue: Catalogue, language: str) -> dict[str, Any]:
    words = plan.words(step.id, language).tasks
    return {
        "id": step.id,
        "title": view.title,
        "why": view.why,
        "language": view.language,
        "phase": view.phase,
        "role": step.role,
        "offset": {"amount": step.offset.amount, "unit": step.offset.unit, "after": step.offset.after},
        "anchor": step.anchor,
        "day": step.day,
        "duration": _minutes(step.duration),
        "effort": _minutes(step.effort),
        "essential": step.essential,
        "gate": step.kind == "gate",
        "needs": list(step.needs),
        "appliesTo": _conditions(step.applies_to),
        "tasks": [
            {"id": task.id, "text": plain(words[task.id]), "appliesTo": _conditions(task.applies_to)}
            for task in step.tasks
        ],
        "when": wording.when(view, catalogue, language),
        "effortText": wording.span(step.effort, language) if step.effort else "",
        "durationText": wording.span(step.duration, language) if step.duration else "",
    }


def _minutes(stretch: timedelta | None) -> int | None:
    return round(stretch.total_seconds() / 60) if stretch else None


def _conditions(conditions: Any) -> dict[str, list[str]]:
    return {facet: list(accepted) for facet, accepted in conditions.items()}


def plan_link(view: ChecklistView) -> str:
    """The address of a playbook's planner from an event's checklist, with the date and circumstances filled in."""
    occasion = view.occasion
    settings = {
        "date": occasion.first_day.isoformat() if occasion else "",
        "opens": f"{occasion.opens:%H:%M}" if occasion and occasion.opens else "",
        "closes": f"{occasion.closes:%H:%M}" if occasion and occasion.closes else "",
        **view.circumstances,
        "name": view.title,
    }
    fragment = urlencode({key: value for key, value in settings.items() if value})
    return f"../../../playbook/{view.playbook}/checklist/#{fragment}"


def to_json(data: dict[str, Any]) -> str:
    """JSON that may stand in a page: nothing in it can end the script it stands in."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")

"""A checklist as a calendar (RFC 5545): an all-day event per step, timed ones for the run sheet.

UIDs come from ids only, so importing again updates instead of duplicating. All-day dates have no
time zone; times are Europe/Brussels.
"""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event, vText

from draaiboek.catalogue import Catalogue
from draaiboek.derive.checklist import ChecklistView, StepView
from draaiboek.render.about import about
from draaiboek.render.date_notes import date_notes, dropped_notes

BRUSSELS = ZoneInfo("Europe/Brussels")
SHORTEST = timedelta(minutes=15)
"""How long an entry takes whose end is not known."""
TIMED_REMINDER = -timedelta(minutes=10)
"""When the reminder of a timed entry sounds, counted from its start."""
ALL_DAY_REMINDER = timedelta(hours=9)
"""When an all-day reminder sounds, counted from midnight."""


def render_ics(view: ChecklistView, catalogue: Catalogue) -> bytes:
    """The dated steps of a checklist as one calendar; needs a view with an occasion."""
    calendar = Calendar()
    calendar.add("prodid", f"-//Draaiboek//{view.playbook}//{view.language.upper()}")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", vText(_name(view)))
    notes = _notes(view, catalogue)
    if notes:
        calendar.add("x-wr-caldesc", vText(notes))
    for step in view.steps:
        if step.due is not None:
            calendar.add_component(_event(step, view, catalogue))
    if any(step.slot for step in view.steps) and view.occasion:
        year = view.occasion.first_day.year
        calendar.add_missing_timezones(date(year - 1, 1, 1), date(year + 2, 1, 1))
    data: bytes = calendar.to_ical()
    return data


def _name(view: ChecklistView) -> str:
    """The calendar's name: the plan's title, and the role when it is for one."""
    role = view.role_filter
    return f"{view.title} · {view.role_names.get(role, role)}" if role else view.title


def _notes(view: ChecklistView, catalogue: Catalogue) -> str:
    """What to know about the dates; a step that falls away has no entry, so it is named here."""
    dropped = catalogue.text(view.language, "document-dropped")
    return "\n".join([*date_notes(view, catalogue), *(f"{dropped}: {line}" for line in dropped_notes(view))])


def plan_key(view: ChecklistView) -> str:
    """What tells this plan's calendar entries from those of another plan."""
    if view.event:
        return view.event
    return f"{view.playbook}-{view.occasion.first_day.isoformat()}" if view.occasion else view.playbook


def _event(step: StepView, view: ChecklistView, catalogue: Catalogue) -> Event:
    entry = Event()
    entry.add("uid", f"{step.id}.{plan_key(view)}@draaiboek")
    entry.add("dtstamp", datetime.combine(view.today, time(), UTC))
    entry.add("summary", step.title)
    if step.slot:
        entry.add("dtstart", step.slot.start.replace(tzinfo=BRUSSELS))
        entry.add("dtend", (step.slot.end or step.slot.start + SHORTEST).replace(tzinfo=BRUSSELS))
    elif step.due:
        entry.add("dtstart", step.due)
        entry.add("dtend", step.due + timedelta(days=1))
        entry.add("transp", "TRANSPARENT")
    entry.add("categories", [step.role_name])
    entry.add("description", _description(step, view, catalogue))
    if view.place and step.run_sheet:
        entry.add("location", view.place)
    entry.add("url", view.address)
    entry.add_component(_alarm(step))
    return entry


def _description(step: StepView, view: ChecklistView, catalogue: Catalogue) -> str:
    """Why the reminder exists, then what is to be done."""
    reason = catalogue.text(view.language, "reminder-reason", title=view.title, role=step.role_name)
    late = catalogue.text(view.language, "late-explained") if step.late else ""
    condition = catalogue.text(view.language, "only-if", condition=step.condition) if step.condition else ""
    tasks = "\n".join(f"☐ {task.text}" for task in step.tasks)
    return "\n\n".join(part for part in (reason, late, step.why, condition, tasks, about(view, catalogue)) if part)


def _alarm(step: StepView) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", step.title)
    alarm.add("trigger", TIMED_REMINDER if step.slot else ALL_DAY_REMINDER)
    return alarm

"""An event has the date that its status asks for.

What: an event has either `date` or `date-before`, not both; a planned or confirmed one has a date known
to the day.
Why: checklists, calendars and feeds are counted from the exact day; a past event may be dated roughly,
but not twice.

Wrong (EV201), data/events.yaml:

    events:
      - id: salon-1
        playbook: salon
        status: planned
        date: 2027-03
        municipality: antwerpen

Wrong (EV202), data/events.yaml:

    events:
      - id: salon-1
        playbook: salon
        status: held
        date: 2017-10
        date-before: 2019-05-20
        municipality: antwerpen

Right, data/events.yaml:

    events:
      - id: salon-1
        playbook: salon
        status: confirmed
        date: 2027-03-18
        municipality: antwerpen
      - id: salon-2
        playbook: salon
        status: held
        date-before: 2019-05-20
        municipality: antwerpen
"""

from collections.abc import Iterator
from typing import Any

from draaiboek.load.entries import Located
from draaiboek.load.project import Project
from draaiboek.model.entries import Status
from draaiboek.model.problem import Problem
from draaiboek.rules.support.diagnostics import error

NOT_A_DAY = error(
    "EV201",
    nl=(
        "een evenement met status '{status}' heeft een volledige dag nodig",
        "Vul jaar, maand en dag in bij '{key}': 2027-03-18. Nog geen dag gekozen? Wacht dan met het evenement.",
    ),
    en=(
        "an event with status '{status}' needs a full day",
        "Give year, month and day in '{key}': 2027-03-18. No day chosen yet? Then leave the event for later.",
    ),
)
ONE_DATE = error(
    "EV202",
    nl=(
        "een evenement heeft 'date' of 'date-before': één van de twee",
        (
            "Schrijf bij 'date' wanneer het was, desnoods alleen het jaar; weet u enkel dat het voor een dag was, schrijf"
            " dan alleen 'date-before'."
        ),
    ),
    en=(
        "an event has 'date' or 'date-before': one of the two",
        (
            "Write in 'date' when it was, only the year if need be; if you only know that it was before a day, write"
            " 'date-before' alone."
        ),
    ),
)

DIAGNOSTICS = (NOT_A_DAY, ONE_DATE)
LOOKS_AT_CHAPTERS = False

_TO_COME = (Status.PLANNED, Status.CONFIRMED)


def check(project: Project) -> Iterator[Problem]:
    """Compare the dates of every event with its status."""
    for row in project.entries("events"):
        event = row.entry
        if event.date and event.date_before:
            yield ONE_DATE.at(row.place("date-before"))
        elif event.status in _TO_COME:
            yield from _full_days(row)
        elif not event.date and not event.date_before:
            yield ONE_DATE.at(row.place())


def _full_days(row: Located[Any]) -> Iterator[Problem]:
    """The first day must be known, and the last one if there are several."""
    event = row.entry
    if event.date is None or event.date.full is None:
        key = "date" if event.date or not event.date_before else "date-before"
        yield NOT_A_DAY.at(row.place(key), status=event.status.value, key="date")
    if event.end_date is not None and event.end_date.full is None:
        yield NOT_A_DAY.at(row.place("end-date"), status=event.status.value, key="end-date")

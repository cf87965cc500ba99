"""An event ends after it starts.

What: `end-date` is not before `date`, and `closes` is later than `opens`.
Why: every due date and every calendar entry is counted from these.

Wrong (EV203), data/events.yaml:

    events:
      - id: salon-1
        playbook: salon
        status: held
        date: 2026-05-04
        end-date: 2026-05-02
        municipality: antwerpen

Wrong (EV204), data/events.yaml:

    events:
      - id: salon-1
        playbook: salon
        status: held
        date: 2026-05-04
        opens: 17:00
        closes: 13:30
        municipality: antwerpen

Right, data/events.yaml:

    events:
      - id: salon-1
        playbook: salon
        status: held
        date: 2026-05-04
        end-date: 2026-05-05
        opens: 13:30
        closes: 17:00
        municipality: antwerpen
"""

from collections.abc import Iterator

from draaiboek.load.project import Project
from draaiboek.model.problem import Problem
from draaiboek.rules.support.diagnostics import error

ENDS_BEFORE_START = error(
    "EV203",
    nl=("het einde mag niet voor het begin liggen: '{end}' is voor '{start}'", "Kijk 'date' en 'end-date' na."),
    en=("ends must not be before starts: '{end}' is before '{start}'", "Check 'date' and 'end-date'."),
)
CLOSES_BEFORE_OPENING = error(
    "EV204",
    nl=("het sluitingsuur moet na het openingsuur liggen: '{closes}' is niet later dan '{opens}'",
        "Kijk 'opens' en 'closes' na."),
    en=("closing must be later than opening: '{closes}' is not later than '{opens}'", "Check 'opens' and 'closes'."),
)  # fmt: skip

DIAGNOSTICS = (ENDS_BEFORE_START, CLOSES_BEFORE_OPENING)
LOOKS_AT_CHAPTERS = False


def check(project: Project) -> Iterator[Problem]:
    """Compare the ends of every event with its starts."""
    for row in project.entries("events"):
        event = row.entry
        if event.date and event.end_date and event.end_date.latest < event.date.earliest:
            yield ENDS_BEFORE_START.at(row.place("end-date"), start=event.date, end=event.end_date)
        if event.opens and event.closes and event.closes <= event.opens:
            yield CLOSES_BEFORE_OPENING.at(
                row.place("closes"), opens=f"{event.opens:%H:%M}", closes=f"{event.closes:%H:%M}"
            )

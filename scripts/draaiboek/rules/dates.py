"""Dates are written in one form and exist.

What: a date is `2019-05-20`, `2017-10` or `2017`, with `~` behind it when it is approximate; a
clock time is `13:30`, from 00:00 to 23:59. Years lie between 1900 and 2100.
Why: a date in another form can be read in two ways, and a day that does not exist makes every
checklist wrong.

Wrong (DT101), data/events.yaml:

    events:
      - id: salon-1
        playbook: salon
        status: held
        date: 20/05/2019
        municipality: antwerpen

Wrong (DT102), data/events.yaml:

    events:
      - id: salon-1
        playbook: salon
        status: held
        date: 2026-02-30
        municipality: antwerpen

Wrong (DT103), docs/nl/book/why.md:

    ---
    title: Waarom
    description: Waarom dit boek er is.
    checked: 2026-11
    ---

    # Waarom

Wrong (DT104), data/events.yaml:

    events:
      - id: salon-1
        playbook: salon
        status: held
        date: 2019-05-20
        opens: 24:00
        municipality: antwerpen

Wrong (DT105), data/events.yaml:

    events:
      - id: salon-1
        playbook: salon
        status: held
        date: 0123
        municipality: antwerpen

Right, data/events.yaml:

    events:
      - id: salon-1
        playbook: salon
        status: held
        date: 2019-05-20
        opens: 13:30
        municipality: antwerpen
"""

from collections.abc import Iterator

from draaiboek.load.project import Project
from draaiboek.model.problem import Problem
from draaiboek.rules.support.diagnostics import error, from_faults

_BY_FAULT = {
    "date-form": error(
        "DT101",
        nl=(
            "'{value}' is geen datum in de afgesproken vorm",
            "Schrijf jaar-maand-dag: 2019-05-20, of 2017-10 of 2017; zet er ~ achter als het ongeveer is.",
        ),
        en=(
            "'{value}' is not a date in the agreed form",
            "Write year-month-day: 2019-05-20, or 2017-10 or 2017; put ~ behind it when it is approximate.",
        ),
    ),
    "date-unreal": error(
        "DT102",
        nl=("de datum '{value}' bestaat niet", "Kijk de dag en de maand na in een kalender."),
        en=("the date '{value}' does not exist", "Check day and month in a calendar."),
    ),
    "date-partial": error(
        "DT103",
        nl=("'{value}' moet een volledige dag zijn", "Schrijf jaar, maand en dag: 2027-03-18."),
        en=("'{value}' must be a full day", "Write year, month and day: 2027-03-18."),
    ),
    "clock": error(
        "DT104",
        nl=("'{value}' is geen uur", "Schrijf uren en minuten met twee cijfers, van 00:00 tot 23:59: 13:30."),
        en=("'{value}' is not a clock time", "Write hours and minutes with two digits, 00:00 to 23:59: 13:30."),
    ),
    "date-year": error(
        "DT105",
        nl=("'{value}' ligt niet tussen {first} en {last}", "Schrijf het jaar met vier cijfers: 2019."),
        en=("'{value}' is not between {first} and {last}", "Write the year with four digits: 2019."),
    ),
}

DIAGNOSTICS = tuple(_BY_FAULT.values())


def check(project: Project) -> Iterator[Problem]:
    """Report every date and clock time that cannot be read."""
    yield from from_faults(project, _BY_FAULT)

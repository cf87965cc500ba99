"""Ids have one form, and an event form's folder carries its id.

What: an id is lower-case letters, digits and single hyphens, and begins with a letter; the folder
`playbook/salon/` holds the event form whose id is `salon`.
Why: ids are parts of addresses, file names and footnotes, and people's ticks hang on them.

Wrong (ID101), data/events.yaml:

    events:
      - id: ../Salon 1
        playbook: salon
        status: held
        date: 2019-05-20
        municipality: antwerpen

Wrong (ID106), playbook/salon/playbook.yaml:

    id: saloon
    phases:
      - id: prepare
        steps:
          - use: venue
            offset: -16w

Right, data/events.yaml:

    events:
      - id: salon-1
        playbook: salon
        status: held
        date: 2019-05-20
        municipality: antwerpen
"""

from collections.abc import Iterator

from draaiboek.load.project import Project
from draaiboek.model.problem import Problem
from draaiboek.rules.support.diagnostics import error, from_faults

FOLDER = error(
    "ID106",
    nl=(
        "de id '{id}' is niet de naam van de map 'playbook/{folder}'",
        "Schrijf 'id: {folder}', of geef de map de naam van de id.",
    ),
    en=(
        "the id '{id}' is not the name of the folder 'playbook/{folder}'",
        "Write 'id: {folder}', or give the folder the name of the id.",
    ),
)

_BY_FAULT = {
    "identifier": error(
        "ID101",
        nl=(
            "'{value}' kan geen id zijn",
            "Gebruik kleine letters zonder accenten, cijfers en koppeltekens, en begin met een letter: antwerpen-2027.",
        ),
        en=(
            "'{value}' cannot be an id",
            "Use lower-case letters without accents, digits and hyphens, and begin with a letter: antwerpen-2027.",
        ),
    ),
}

DIAGNOSTICS = (*_BY_FAULT.values(), FOLDER)


def check(project: Project) -> Iterator[Problem]:
    """Report ids in another form, and event forms whose folder has another name."""
    yield from from_faults(project, _BY_FAULT)
    for name, playbook in project.playbooks.items():
        if playbook.plan is not None and playbook.plan.entry.id != name:
            yield FOLDER.at(playbook.plan.place("id"), id=playbook.plan.entry.id, folder=name)

"""Every entry has the keys it needs, and no others.

What: keys are the ones of the field reference, spelt exactly so; a key occurs once in an entry; the
required ones are there; a file of `data/` holds one list under the file's own name.
Why: a misspelt key would be information that never reaches the site.

Wrong (FD101), data/events.yaml:

    events:
      - id: salon-1
        playbook: salon
        status: held
        date: 2019-05-20
        municipalty: antwerpen
        municipality: antwerpen

Wrong (FD102), data/events.yaml:

    events:
      - id: salon-1
        playbook: salon
        date: 2019-05-20
        municipality: antwerpen

Wrong (FD103), data/events.yaml:

    events:
      - id: salon-1
        playbook: salon
        status: held
        date: 2019-05-20
        municipality: antwerpen
        status: cancelled

Wrong (FD104), data/events.yaml:

    - id: salon-1
      playbook: salon

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

_BY_FAULT = {
    "key-unknown": error(
        "FD101",
        nl=("de sleutel '{key}' bestaat hier niet", "Hier kunnen staan: {choices}."),
        en=("the key '{key}' does not exist here", "What can stand here: {choices}."),
    ),
    "key-missing": error(
        "FD102",
        nl=("de sleutel '{key}' ontbreekt", "Voeg een regel '{key}: …' toe, even ver ingesprongen als de andere."),
        en=("the key '{key}' is missing", "Add a line '{key}: …', indented as far as the others."),
    ),
    "yaml-duplicate-key": error(
        "FD103",
        nl=("de sleutel '{key}' staat al op regel {first}", "Behoud er één van de twee."),
        en=("the key '{key}' already stands on line {first}", "Keep one of the two."),
    ),
    "root": error(
        "FD104",
        nl=(
            "dit bestand moet één lijst bevatten onder de sleutel '{key}'",
            "Begin het bestand met een regel '{key}:' en laat de rest eronder inspringen.",
        ),
        en=(
            "this file must hold one list under the key '{key}'",
            "Begin the file with a line '{key}:' and indent the rest below it.",
        ),
    ),
}

DIAGNOSTICS = tuple(_BY_FAULT.values())


def check(project: Project) -> Iterator[Problem]:
    """Report keys that are unknown, missing or given twice."""
    yield from from_faults(project, _BY_FAULT)

"""A field holds the kind of thing it is for.

What: where one text is expected stands one text, where a list is expected a list, where a group of keys
is expected such a group; none of them is left empty, and a text is not longer than a chapter.
Why: a list where a text belongs cannot be shown, and an empty field reads as "nothing" where it means
"not filled in".

Wrong (FD111), data/events.yaml:

    events:
      - id: salon-1
        playbook: salon
        status: held
        date: 2019-05-20
        municipality: antwerpen
        partners: vivo

Wrong (FD112), data/events.yaml:

    events:
      - id: salon-1
        playbook: salon
        status: held
        date: 2019-05-20
        municipality: antwerpen
        venue:

Wrong (FD113), data/circumstances.yaml:

    circumstances:
      - id: organiser
        name:
          nl: Organisator
        values: []

Wrong (FD118), data/events.yaml:

    events:
      - id: salon-1
        playbook: salon
        status: held
        date: 2019-05-20
        municipality: antwerpen
        note: (5001 times x)

Right, data/events.yaml:

    events:
      - id: salon-1
        playbook: salon
        status: held
        date: 2019-05-20
        municipality: antwerpen
        venue: Stadhuis
        partners:
          - vivo
"""

from collections.abc import Iterator, Mapping
from typing import TypedDict

from draaiboek.load.project import Project
from draaiboek.model.problem import Problem
from draaiboek.rules.support.diagnostics import error, from_faults

SHAPE = error(
    "FD111",
    nl=("hier hoort {expected_nl}", "{advice_nl}"),
    en=("{expected_en} belongs here", "{advice_en}"),
)

_BY_FAULT = {
    "empty-value": error(
        "FD112",
        nl=("hier is niets ingevuld", "Vul de waarde in, of verwijder de regel als ze niet bekend is."),
        en=("nothing is filled in here", "Fill in the value, or remove the line if it is not known."),
    ),
    "empty-list": error(
        "FD113",
        nl=("deze lijst is leeg", "Zet er minstens één regel met een streepje in."),
        en=("this list is empty", "Put at least one line with a dash in it."),
    ),
    "too-long": error(
        "FD118",
        nl=(
            "deze tekst telt {length} tekens, en hoogstens {limit} mag hier",
            "Houd het hier kort; een lange uitleg hoort in een hoofdstuk onder docs/.",
        ),
        en=(
            "this text has {length} characters, and at most {limit} are allowed here",
            "Keep it short here; a long explanation belongs in a chapter under docs/.",
        ),
    ),
}

DIAGNOSTICS = (SHAPE, *_BY_FAULT.values())

class _Words(TypedDict):
    """What a message says of one expected shape."""

    expected_nl: str
    advice_nl: str
    expected_en: str
    advice_en: str


_SHAPES: Mapping[str, _Words] = {
    "text": {
        "expected_nl": "één tekst, geen lijst of groep",
        "advice_nl": "Schrijf de waarde achter de sleutel, op dezelfde regel; zet ze tussen dubbele aanhalingstekens"
        " als ze haakjes of accolades bevat.",
        "expected_en": "one text, not a list or group,",
        "advice_en": "Write the value behind the key, on the same line; put it between double quotes if it holds"
        " brackets or braces.",
    },
    "list": {
        "expected_nl": "een lijst",
        "advice_nl": "Zet elke waarde op een eigen regel onder de sleutel, ingesprongen en met een streepje ervoor.",
        "expected_en": "a list",
        "advice_en": "Put each value on a line of its own under the key, indented and with a dash before it.",
    },
    "mapping": {
        "expected_nl": "een groep van sleutels met hun waarde",
        "advice_nl": "Schrijf eronder, ingesprongen, regels van de vorm 'sleutel: waarde'; voor een tekst per taal 'nl: …'.",
        "expected_en": "a group of keys with their values",
        "advice_en": "Write lines like 'key: value' below it, indented; for a text by language 'nl: …'.",
    },
}
"""For each expected shape its words, in Dutch and in English."""


def check(project: Project) -> Iterator[Problem]:
    """Report fields that hold another kind of thing, nothing, or far too much."""
    for fault in project.faults:
        if fault.kind == "shape":
            yield SHAPE.at(fault.place, **_SHAPES[str(fault.params["expected"])])
    yield from from_faults(project, _BY_FAULT)

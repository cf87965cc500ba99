"""YAML holds plain values only.

What: no aliases (`*name`) and anchors (`&name`), no tags (`!name`), one document a file, no more than 24
levels of lists in lists, and keys that are plain words.
Why: these can repeat, hide or run things that a reader of the file does not see; a few lines of aliases
can grow until they fill a computer's memory.

Wrong (YA111), data/events.yaml:

    events: &all
      - id: salon-1
        partners: *all

Wrong (YA112), data/events.yaml:

    events: !!set
      salon-1

Wrong (YA113), data/events.yaml:

    events: []
    ---
    events: []

Wrong (YA114), data/events.yaml:

    events: [[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]

Wrong (YA115), data/events.yaml:

    events:
      - {{count}: 3}

Right, data/events.yaml:

    events:
      - id: salon-1
        playbook: salon
        status: held
        title:
          nl: "*Salon* & meer"
        date: 2019-05-20
        municipality: antwerpen
"""

from collections.abc import Iterator

from draaiboek.load.project import Project
from draaiboek.model.problem import Problem
from draaiboek.rules.support.diagnostics import error, from_faults

_BY_FAULT = {
    "yaml-alias": error(
        "YA111",
        nl=(
            "verwijzingen binnen YAML ('&{name}', '*{name}') zijn niet toegelaten",
            "Schrijf de waarde voluit; begint de tekst zelf met '&' of '*', zet hem dan tussen dubbele aanhalingstekens.",
        ),
        en=(
            "references inside YAML ('&{name}', '*{name}') are not allowed",
            "Write the value in full; if the text itself begins with '&' or '*', put it between double quotes.",
        ),
    ),
    "yaml-tag": error(
        "YA112",
        nl=(
            "een waarde mag niet met '!' beginnen",
            "Verwijder het woord met '!'; hoort het bij de tekst, zet dan de hele tekst tussen dubbele aanhalingstekens.",
        ),
        en=(
            "a value cannot begin with '!'",
            "Remove the word with '!'; if it belongs to the text, put the whole text between double quotes.",
        ),
    ),
    "yaml-document": error(
        "YA113",
        nl=(
            "hier begint een tweede document, en dat wordt niet gelezen",
            "Verwijder de regel '---' of '...', of zet wat erna komt in een eigen bestand.",
        ),
        en=(
            "a second document begins here, and it is not read",
            "Remove the line '---' or '...', or put what follows in a file of its own.",
        ),
    ),
    "yaml-depth": error(
        "YA114",
        nl=(
            "hier zitten meer dan {limit} lijsten in elkaar",
            "Kijk na of er haakjes te veel staan; hoort een haakje bij de tekst, zet die dan tussen aanhalingstekens.",
        ),
        en=(
            "more than {limit} lists are nested here",
            "Check for brackets too many; if a bracket belongs to the text, put that between quotes.",
        ),
    ),
    "yaml-key": error(
        "YA115",
        nl=(
            "een sleutel moet een gewoon woord zijn, geen lijst of groep",
            "Begint de tekst hier met een haakje of een accolade, zet hem dan tussen dubbele aanhalingstekens.",
        ),
        en=(
            "a key must be a plain word, not a list or group",
            "If the text here begins with a bracket or brace, put it between double quotes.",
        ),
    ),
}

DIAGNOSTICS = tuple(_BY_FAULT.values())


def check(project: Project) -> Iterator[Problem]:
    """Report everything in YAML that is more than a plain value."""
    yield from from_faults(project, _BY_FAULT)

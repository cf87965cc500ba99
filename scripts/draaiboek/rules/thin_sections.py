"""A section that the register leads to says enough.

What: a section that serves a row of the inventory has at least forty words.
Why: a heading with two lines below it is not a place where something is treated.

Wrong (RG106), data/inventory.yaml:

    rows:
      - id: poster
        number: 1
        name: Affiche
        sources:
          - source-1
        forms:
          - M
        places:
          - book/why#figures

Right, data/inventory.yaml:

    rows:
      - id: poster
        number: 1
        name: Affiche
        sources:
          - source-1
        forms:
          - M
        places:
          - visitors/what-is-a-salon
"""

import re
from collections.abc import Iterator

from draaiboek.load.project import Project
from draaiboek.model.problem import Problem
from draaiboek.rules.support.diagnostics import warning
from draaiboek.rules.support.served import dutch_name, served_sections

THIN = warning(
    "RG106",
    nl=(
        "'{target}' telt maar {count} woorden: te weinig om '{name}' te behandelen",
        "Werk die tekst uit, of kies een andere plaats. Veertig woorden is het minste.",
    ),
    en=(
        "'{target}' has only {count} words: too few to treat '{name}'",
        "Work that text out, or choose another place. Forty words is the least.",
    ),
)

DIAGNOSTICS = (THIN,)

_FEWEST = 40
_WORD = re.compile(r"\w+")


def check(project: Project) -> Iterator[Problem]:
    """Count the words of every section that serves a row."""
    for value, text, uses in served_sections(project):
        count = len(_WORD.findall(text))
        for row, place in uses if count < _FEWEST else ():
            yield THIN.at(place, target=value, count=count, name=dutch_name(row.entry.name))

"""Everything that the sources name leads to a section of substance.

What: every row of the inventory has a place; an entry of the register has a place or leads to another
entry; a section serves at most three rows of the inventory, or names each of them; a section that
serves a row has at least forty words.
Why: the register is a promise: what the sources name is really treated here. A heading with two lines,
or one section for ten things, breaks it.

Wrong (RG103), data/inventory.yaml:

    rows:
      - id: taskforce
        number: 1
        name: Taskforce
        sources:
          - source-1
        forms:
          - F

Wrong (RG104), data/register.yaml:

    register:
      - id: poster
        term: Affiche

Wrong (RG105), data/inventory.yaml:

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
      - id: flyer
        number: 2
        name: Flyer
        sources:
          - source-1
        forms:
          - M
        places:
          - book/why#figures
      - id: film
        number: 3
        name: Film
        sources:
          - source-1
        forms:
          - M
        places:
          - book/why#figures
      - id: letter
        number: 4
        name: Brief
        sources:
          - source-1
        forms:
          - M
        places:
          - book/why#figures

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

Right, data/register.yaml:

    register:
      - id: poster
        term: Affiche
        places:
          - book/why#figures
      - id: placard
        term: Poster
        see:
          - poster
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from draaiboek.load.entries import Located
from draaiboek.load.project import Project
from draaiboek.model.problem import Place, Problem
from draaiboek.rules.pages import DUTCH, Site
from draaiboek.rules.places import page_address
from draaiboek.rules.support import error, shown, warning

NO_PLACE = error(
    "RG103",
    nl=("'{name}' staat nergens op de site", "Zet onder 'places:' waar het behandeld wordt: book/why#figures."),
    en=("'{name}' stands nowhere on the site", "Put below 'places:' where it is treated: book/why#figures."),
)
LEADS_NOWHERE = error(
    "RG104",
    nl=("'{name}' leidt nergens naartoe", "Geef deze ingang 'places:', of 'see:' met de id van een andere ingang."),
    en=("'{name}' leads nowhere", "Give this entry 'places:', or 'see:' with the id of another entry."),
)
CROWDED = warning(
    "RG105",
    nl=(
        "'{target}' dient voor {count} rijen van de inventaris, en noemt '{name}' niet",
        "Noem het daar letterlijk, of geef deze rij een eigen plaats; tot drie rijen mogen een plaats delen.",
    ),
    en=(
        "'{target}' serves {count} rows of the inventory, and does not name '{name}'",
        "Name it there literally, or give this row a place of its own; up to three rows may share one.",
    ),
)
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

DIAGNOSTICS = (NO_PLACE, LEADS_NOWHERE, CROWDED, THIN)

_FEWEST, _MOST = 40, 3
_WORD = re.compile(r"\w+")

_Use = tuple[Located[Any], Place]
"""A row of the inventory, and where it names the place."""


def check(project: Project) -> Iterator[Problem]:
    """Follow every row and every entry to its sections."""
    for row in project.entries("inventory"):
        if not row.entry.places:
            yield NO_PLACE.at(row.place("id"), name=_name(row.entry.name))
    for row in project.entries("register"):
        if not row.entry.places and not row.entry.see:
            yield LEADS_NOWHERE.at(row.place("id"), name=_name(row.entry.term))
    site = Site(project)
    for value, uses in _by_place(project).items():
        page, _, anchor = value.partition("#")
        text = site.section(page_address(site, page) or "", anchor) if anchor else None
        if text is not None:
            yield from _section(value, text, uses)


def _by_place(project: Project) -> dict[str, list[_Use]]:
    found: dict[str, list[_Use]] = defaultdict(list)
    for row in project.entries("inventory"):
        for index, value in enumerate(row.entry.places):
            found[value].append((row, row.place("places", index)))
    return found


def _section(value: str, text: str, uses: list[_Use]) -> Iterator[Problem]:
    count = len(_WORD.findall(text))
    plain = " ".join(text.casefold().split())
    for row, place in uses:
        name = _name(row.entry.name)
        if count < _FEWEST:
            yield THIN.at(place, target=value, count=count, name=name)
        if len(uses) > _MOST and name.casefold() not in plain:
            yield CROWDED.at(place, target=value, count=len(uses), name=name)


def _name(words: dict[str, str]) -> str:
    return shown(words.get(DUTCH) or next(iter(words.values())), 80)

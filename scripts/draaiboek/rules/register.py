"""Everything that the sources name leads somewhere of its own.

What: every row of the inventory has a place; an entry of the register has a place or leads to another
entry; a section serves at most three rows of the inventory, or names each of them.
Why: the register is a promise: what the sources name is really treated here. One section for ten
things breaks it.

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

from collections.abc import Iterator

from draaiboek.load.project import Project
from draaiboek.model.problem import Problem
from draaiboek.rules.support.diagnostics import error, warning
from draaiboek.rules.support.served import dutch_name, served_sections

NO_PLACE = error(
    "RG103",
    nl=("'{name}' staat nergens op de site", "Zet onder 'places:' waar het behandeld wordt: book/why#figures."),
    en=("'{name}' stands nowhere on the site", "Put below 'places:' where it is treated: book/why#figures."),
)
LEADS_NOWHERE = error(
    "RG104",
    nl=(
        "'{name}' leidt nergens naartoe",
        "Geef deze ingang 'places:', of 'see:' met de id van een andere ingang, die zelf een plaats heeft.",
    ),
    en=(
        "'{name}' leads nowhere",
        "Give this entry 'places:', or 'see:' with the id of another entry that has a place itself.",
    ),
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

DIAGNOSTICS = (NO_PLACE, LEADS_NOWHERE, CROWDED)

_MOST = 3


def check(project: Project) -> Iterator[Problem]:
    """Follow every row and every entry to its sections."""
    for row in project.entries("inventory"):
        if not row.entry.places:
            yield NO_PLACE.at(row.place("id"), name=dutch_name(row.entry.name))
    known = project.ids("inventory") | project.ids("register")
    treated = {row.entry.id for table in ("inventory", "register") for row in project.entries(table) if row.entry.places}
    for row in project.entries("register"):
        # An id that does not exist is another rule's question.
        if not row.entry.places and not (treated | (set(row.entry.see) - known)) & set(row.entry.see):
            yield LEADS_NOWHERE.at(row.place("id"), name=dutch_name(row.entry.term))
    for value, text, uses in served_sections(project):
        plain = " ".join(text.casefold().split())
        for row, place in uses if len(uses) > _MOST else ():
            name = dutch_name(row.entry.name)
            if name.casefold() not in plain:
                yield CROWDED.at(place, target=value, count=len(uses), name=name)

"""What is said of an event fits its status and names its source.

What: `results` belong to events that were held; `expected` to planned, confirmed and announced ones;
each number among the results names its source, and each event that was held or announced has sources.
Invented examples (`example: true`) need no sources.
Why: nobody can have counted what did not take place, and readers must be able to check what did.

Wrong (EV205), data/events.yaml:

    events:
      - id: salon-1
        playbook: salon
        status: planned
        date: 2027-03-18
        municipality: antwerpen
        results:
          visitors:
            value: 300
            source: source-1

Wrong (EV206), data/events.yaml:

    events:
      - id: salon-1
        playbook: salon
        status: held
        date: 2019-05-20
        municipality: antwerpen
        expected:
          visitors:
            value: 300
            source: source-1
        sources:
          - source-1

Wrong (EV207), data/events.yaml:

    events:
      - id: salon-1
        playbook: salon
        status: held
        date: 2019-05-20
        municipality: antwerpen
        results:
          visitors:
            value: 300
        sources:
          - source-1

Wrong (EV208), data/events.yaml:

    events:
      - id: salon-1
        playbook: salon
        status: held
        date: 2019-05-20
        municipality: antwerpen

Right, data/events.yaml:

    events:
      - id: salon-1
        playbook: salon
        status: held
        date: 2019-05-20
        municipality: antwerpen
        results:
          visitors:
            value: 300
            source: source-1
        sources:
          - source-1
      - id: salon-2
        playbook: salon
        status: held
        example: true
        date: 2019-05-20
        municipality: antwerpen
        results:
          visitors:
            value: 120
"""

from collections.abc import Iterator
from typing import Any

from draaiboek.load.entries import Located
from draaiboek.load.project import Project
from draaiboek.model.entries import Status
from draaiboek.model.fields import kebab
from draaiboek.model.problem import Place, Problem
from draaiboek.rules.support.diagnostics import error

NOT_HELD = error(
    "EV205",
    nl=(
        "alleen een evenement dat plaatsvond, heeft resultaten; dit heeft status '{status}'",
        "Zet de status op 'held' als het plaatsvond; wat u verwacht, schrijft u bij 'expected'.",
    ),
    en=(
        "only an event that took place has results; this one has status '{status}'",
        "Set the status to 'held' if it took place; what you expect goes in 'expected'.",
    ),
)
NOT_EXPECTED = error(
    "EV206",
    nl=(
        "bij een evenement met status '{status}' valt niets meer te verwachten",
        "Schrijf wat er geteld is bij 'results', of verwijder 'expected'.",
    ),
    en=(
        "for an event with status '{status}' nothing is expected any more",
        "Write what was counted in 'results', or remove 'expected'.",
    ),
)
NUMBER_WITHOUT_SOURCE = error(
    "EV207",
    nl=("dit getal noemt geen bron", "Voeg 'source: …' toe met een id uit data/sources.yaml."),
    en=("this number names no source", "Add 'source: …' with an id from data/sources.yaml."),
)
EVENT_WITHOUT_SOURCE = error(
    "EV208",
    nl=(
        "een evenement met status '{status}' heeft minstens één bron nodig",
        "Voeg een lijst 'sources:' toe met ids uit data/sources.yaml; voor een bedacht voorbeeld: 'example: true'.",
    ),
    en=(
        "an event with status '{status}' needs at least one source",
        "Add a list 'sources:' with ids from data/sources.yaml; for an invented example: 'example: true'.",
    ),
)

DIAGNOSTICS = (NOT_HELD, NOT_EXPECTED, NUMBER_WITHOUT_SOURCE, EVENT_WITHOUT_SOURCE)
LOOKS_AT_CHAPTERS = False

_MAY_EXPECT = (Status.PLANNED, Status.CONFIRMED, Status.ANNOUNCED)
_HAS_SOURCES = (Status.HELD, Status.ANNOUNCED)


def check(project: Project) -> Iterator[Problem]:
    """Compare the numbers and sources of every event with its status."""
    for row in project.entries("events"):
        event = row.entry
        status = event.status.value
        if event.results is not None and event.status is not Status.HELD:
            yield NOT_HELD.at(_key(row, "results"), status=status)
        if event.expected is not None and event.status not in _MAY_EXPECT:
            yield NOT_EXPECTED.at(_key(row, "expected"), status=status)
        if event.example:
            continue
        if event.status in _HAS_SOURCES and not event.sources:
            yield EVENT_WITHOUT_SOURCE.at(row.place(), status=status)
        yield from _numbers(row)


def _key(row: Located[Any], *keys: str) -> Place:
    return row.tree.key_place((*row.path, *keys))


def _numbers(row: Located[Any]) -> Iterator[Problem]:
    for name, number in row.entry.results or ():
        if number is not None and number.source is None:
            yield NUMBER_WITHOUT_SOURCE.at(_key(row, "results", kebab(name)))

"""Choices, numbers, languages and distances in time are written in the agreed form.

What: a field with a closed list holds a word of that list; a flag is `true` or `false`; a number has a
decimal point and no separators or leading zeros; a language is its code; a duration is `60min` or `4h`;
an offset is `-12w`, `-3d`, `-5wd`, `+2w` or `-90min`; an address of this site is `nl/book/why/`;
a place in a language is `book/why#figures`.
Why: programs count and sort with these; `no`, `0123` or `1.000` can be read in two ways.

Wrong (FD114), data/events.yaml:

    events:
      - id: salon-1
        playbook: salon
        status: hold
        date: 2019-05-20
        municipality: antwerpen

Wrong (FD115), data/events.yaml:

    events:
      - id: salon-1
        playbook: salon
        status: held
        example: no
        date: 2019-05-20
        municipality: antwerpen

Wrong (FD116), data/figures.yaml:

    figures:
      - id: visitors-2019
        name:
          nl: Aandeel bezoekers
        value: 11,1
        unit: percent
        definition:
          nl: Bezoekers die de organisator telde.
        year: 2019
        source: source-1

Wrong (FD117), data/events.yaml:

    events:
      - id: salon-1
        playbook: salon
        status: held
        date: 2019-05-20
        municipality: antwerpen
        results:
          visitors:
            value: 0123
            source: source-1

Wrong (FD119), data/sources.yaml:

    sources:
      - id: source-1
        title: Een bron
        kind: press
        language: Nederlands

Wrong (FD120), docs/fr/book/why.md:

    ---
    title: Pourquoi
    description: Pourquoi ce livre existe.
    source-hash: onbekend
    ---

    # Pourquoi

Wrong (FD121), playbook/shared/steps.yaml:

    steps:
      - id: venue
        role: coordinator
        essential: true
        effort: 6 uur
        tasks:
          - id: venue-visit

Wrong (FD122), playbook/salon/playbook.yaml:

    id: salon
    phases:
      - id: prepare
        steps:
          - use: venue
            offset: 16w

Wrong (FD123), data/redirects.yaml:

    redirects:
      - from: /nl/book/old.html
        to: nl/book/why/

Wrong (FD124), data/inventory.yaml:

    rows:
      - id: welcome
        number: 1
        name: Welkom
        sources:
          - source-1
        forms:
          - H
        places:
          - ../book/why.md

Right, data/events.yaml:

    events:
      - id: salon-1
        playbook: salon
        status: held
        example: false
        date: 2019-05-20
        municipality: antwerpen
        languages:
          - nl
        results:
          visitors:
            value: 123
            source: source-1
"""

from collections.abc import Iterator

from draaiboek.load.project import Project
from draaiboek.model.problem import Problem
from draaiboek.rules.support.diagnostics import error, from_faults

_BY_FAULT = {
    "choice": error(
        "FD114",
        nl=("'{value}' kan hier niet gekozen worden", "Kies uit: {choices}."),
        en=("'{value}' cannot be chosen here", "Choose from: {choices}."),
    ),
    "flag": error(
        "FD115",
        nl=("'{value}' is geen ja of nee in de afgesproken vorm", "Schrijf true voor ja of false voor nee."),
        en=("'{value}' is not a yes or no in the agreed form", "Write true for yes or false for no."),
    ),
    "number": error(
        "FD116",
        nl=("'{value}' is geen getal in de afgesproken vorm", "Schrijf cijfers met een punt voor de decimalen: 11.1 of 1378016."),
        en=("'{value}' is not a number in the agreed form", "Write digits with a point for decimals: 11.1 or 1378016."),
    ),
    "count": error(
        "FD117",
        nl=("'{value}' is geen geheel getal", "Schrijf alleen cijfers, zonder nul vooraan, punt of spatie: 300."),
        en=("'{value}' is not a whole number", "Write digits only, without leading zero, point or space: 300."),
    ),
    "language": error(
        "FD119",
        nl=("'{value}' is geen taalcode", "Schrijf de korte code van de taal: nl, fr, ar of zh-Hant."),
        en=("'{value}' is not a language code", "Write the language's short code: nl, fr, ar or zh-Hant."),
    ),
    "hash": error(
        "FD120",
        nl=(
            "'{value}' is geen kenmerk van een brontekst",
            "Typ dit niet zelf: `draaiboek translations mark {path}` vult het in.",
        ),
        en=(
            "'{value}' is not the mark of a source text",
            "Do not type this yourself: `draaiboek translations mark {path}` fills it in.",
        ),
    ),
    "duration": error(
        "FD121",
        nl=("'{value}' is geen duur", "Schrijf minuten of uren zonder spatie: 60min of 4h."),
        en=("'{value}' is not a duration", "Write minutes or hours without a space: 60min or 4h."),
    ),
    "offset": error(
        "FD122",
        nl=(
            "'{value}' is geen afstand tot het evenement",
            "Schrijf een teken, een getal en een eenheid: -12w (weken), -3d (dagen), -5wd (werkdagen), +2w, -90min.",
        ),
        en=(
            "'{value}' is not a distance to the event",
            "Write a sign, a number and a unit: -12w (weeks), -3d (days), -5wd (working days), +2w, -90min.",
        ),
    ),
    "address": error(
        "FD123",
        nl=(
            "'{value}' is geen adres van een pagina op deze site",
            "Schrijf de taal en de weg naar de pagina, zonder streep vooraan en met een streep achteraan: nl/book/why/.",
        ),
        en=(
            "'{value}' is not the address of a page on this site",
            "Write the language and the way to the page, without a slash in front and with one at the end: nl/book/why/.",
        ),
    ),
    "page-place": error(
        "FD124",
        nl=(
            "'{value}' is geen plaats op deze site",
            "Schrijf de weg naar de pagina vanaf de taal, zonder '.md', en zo nodig de id van de tussentitel: book/why#figures.",
        ),
        en=(
            "'{value}' is not a place on this site",
            "Write the way to the page from the language, without '.md', and the id of the heading if needed: book/why#figures.",
        ),
    ),
}

DIAGNOSTICS = tuple(_BY_FAULT.values())


def check(project: Project) -> Iterator[Problem]:
    """Report every value that is not in the form of its field."""
    yield from from_faults(project, _BY_FAULT)

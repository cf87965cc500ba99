"""Every place in the data exists.

What: the `places` of the inventory, the register, the lists and the professions are pages of the site, and
the id behind `#` stands on that page.
Why: who looks something up in an index and finds nothing there does not look a second time.

Wrong (RG101), data/register.yaml:

    register:
      - id: visitors
        term: Bezoekers
        places:
          - book/wy

Wrong (RG102), data/register.yaml:

    register:
      - id: visitors
        term: Bezoekers
        places:
          - book/why#figure

Right, data/register.yaml:

    register:
      - id: visitors
        term: Bezoekers
        places:
          - book/why#figures
          - playbook/salon
          - figures#visitors-2019
"""

from collections.abc import Iterator
from typing import Any

from draaiboek.load.entries import Located
from draaiboek.load.project import Project
from draaiboek.model.problem import Place, Problem
from draaiboek.model.source_language import SOURCE_LANGUAGE
from draaiboek.rules.support.diagnostics import error, listed, nearest
from draaiboek.rules.support.site import Site, site_of

PAGE = error(
    "RG101",
    nl=(
        "'{value}' is geen pagina van de site",
        "Schrijf de weg naar de pagina vanaf de taal, zonder '.md': book/why#figures.",
    ),
    en=(
        "'{value}' is no page of the site",
        "Write the way to the page from the language, without '.md': book/why#figures.",
    ),
)
ANCHOR = error(
    "RG102",
    nl=("de pagina '{page}' heeft geen id '{anchor}'", "Neem een id van die pagina over: {choices}."),
    en=("the page '{page}' has no id '{anchor}'", "Copy an id of that page: {choices}."),
)

DIAGNOSTICS = (PAGE, ANCHOR)


def check(project: Project) -> Iterator[Problem]:
    """Look up every place in the data."""
    site = site_of(project)
    for value, place in used_places(project):
        yield from _exists(site, value, place)


def used_places(project: Project) -> Iterator[tuple[str, Place]]:
    """Every place that an entry of the data names, and where it names it."""
    for table in ("inventory", "register", "professions"):
        for row in project.entries(table):
            yield from _of(row, row.entry)
    for row in project.entries("lists"):
        for index, item in enumerate(row.entry.items):
            yield from _of(row, item, "items", index)


def _of(row: Located[Any], entry: Any, *keys: str | int) -> Iterator[tuple[str, Place]]:
    for index, value in enumerate(entry.places):
        yield value, row.place(*keys, "places", index)


def _exists(site: Site, value: str, place: Place) -> Iterator[Problem]:
    page, _, anchor = value.partition("#")
    address = site.page_address(page)
    if address is None:
        yield PAGE.at(place, candidates=nearest(page, site.addresses(SOURCE_LANGUAGE)), value=page)
        return
    anchors = site.anchors(SOURCE_LANGUAGE, address)
    if anchor and anchors is not None and anchor not in anchors:
        yield ANCHOR.at(
            place, candidates=nearest(anchor, anchors), page=page, anchor=anchor,
            choices=listed(sorted(anchors), 20) or "–",
        )  # fmt: skip

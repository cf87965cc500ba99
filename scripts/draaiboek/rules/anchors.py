"""An id stands once on a page and can be part of an address.

What: an id behind a heading, `{ #figures }`, is written in lower-case letters, digits and hyphens, and
no other part of the page has the same one.
Why: a link can lead to only one place, and an id is typed, sent and printed as part of an address.

Wrong (MD106), docs/nl/index.md:

    ---
    title: Waarom
    description: Waarom dit boek er is.
    ---

    # Waarom

    ## Cijfers { #figures }

    ## Meer cijfers { #figures }

Wrong (MD107), docs/nl/index.md:

    ---
    title: Waarom
    description: Waarom dit boek er is.
    ---

    # Waarom

    ## Cijfers { #Key_figures }

Right, docs/nl/index.md:

    ---
    title: Waarom
    description: Waarom dit boek er is.
    ---

    # Waarom

    ## Cijfers { #key-figures }
"""

import re
import unicodedata
from collections.abc import Iterator

from draaiboek.load.project import Project
from draaiboek.model.problem import Problem
from draaiboek.rules.support.diagnostics import error, shown
from draaiboek.rules.support.pages import Page, each_page, readable

TWICE = error(
    "MD106",
    nl=("de id '{anchor}' staat al op regel {first}", "Geef elk onderdeel van de pagina een eigen id."),
    en=("the id '{anchor}' already stands on line {first}", "Give each part of the page an id of its own."),
)
NOT_A_SLUG = error(
    "MD107",
    nl=("de id '{anchor}' is niet goed gevormd", "Gebruik kleine letters, cijfers en koppeltekens."),
    en=("the id '{anchor}' is not well formed", "Use lower-case letters, digits and hyphens."),
)

DIAGNOSTICS = (TWICE, NOT_A_SLUG)

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)


def check(project: Project) -> Iterator[Problem]:
    """Compare the ids of every page with each other and with the form of an id."""
    yield from each_page(project, _ids)


def _ids(page: Page) -> Iterator[Problem]:
    """Ids of steps and tasks are compared with the event form elsewhere, so their form is left alone."""
    seen: dict[str, int] = {}
    for mark in page.file.attributes if readable(page.file) else ():
        for anchor in re.findall(r"(?:^|\s)#([^\s{}]+)", mark.text):
            if anchor in seen:
                yield TWICE.at(mark.place, anchor=shown(anchor), first=seen[anchor])
            seen.setdefault(anchor, mark.place.line)
            if page.kind not in ("phase", "shared") and not _SLUG.fullmatch(anchor):
                better = _slug(anchor)
                yield NOT_A_SLUG.at(mark.place, candidates=(better,) if better else (), anchor=shown(anchor))


def _slug(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")

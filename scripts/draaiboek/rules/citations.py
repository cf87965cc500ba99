"""A footnote names a source or a figure that exists.

What: between `[^` and `]` stands the id of a source or a figure; the note itself is not written, the
site makes it from `data/sources.yaml` and `data/figures.yaml`; where a figure is cited, its value
stands on the same line, written as that language writes numbers.
Why: a reader must be able to check each fact, and a number that changes in one place must not live on
in the text.

Wrong (SR101), docs/nl/index.md:

    ---
    title: Draaiboek
    description: Hoe organisaties en werkzoekenden elkaar vinden.
    ---

    # Draaiboek

    Een salon is geen jobbeurs.[^sorce-1]

Wrong (SR102), docs/nl/index.md:

    ---
    title: Draaiboek
    description: Hoe organisaties en werkzoekenden elkaar vinden.
    ---

    # Draaiboek

    Een salon is geen jobbeurs.[^1]

    [^1]: VIVO, 2019.

Wrong (SR103), docs/nl/index.md:

    ---
    title: Draaiboek
    description: Hoe organisaties en werkzoekenden elkaar vinden.
    ---

    # Draaiboek

    Er kwamen meer dan 280 bezoekers.[^visitors-2019]

Right, docs/nl/index.md:

    ---
    title: Draaiboek
    description: Hoe organisaties en werkzoekenden elkaar vinden.
    ---

    # Draaiboek

    Een salon is geen jobbeurs.[^source-1]
    Er kwamen meer dan 300 bezoekers.[^visitors-2019]
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from draaiboek.load.markdown import Mark
from draaiboek.load.project import Project
from draaiboek.model.problem import Problem
from draaiboek.rules.support.diagnostics import error, nearest, shown
from draaiboek.rules.support.number_formats import has_number, written
from draaiboek.rules.support.pages import Page, all_pages

UNKNOWN = error(
    "SR101",
    nl=(
        "'{id}' is geen bron en geen cijfer",
        "Verbeter de id, of voeg de bron toe in data/sources.yaml.",
    ),
    en=(
        "'{id}' is neither a source nor a figure",
        "Correct the id, or add the source in data/sources.yaml.",
    ),
)
HANDWRITTEN = error(
    "SR102",
    nl=(
        "een voetnoot wordt hier niet zelf geschreven",
        "Zet de bron in data/sources.yaml, haal deze regel weg en schrijf in de tekst [^id-van-de-bron].",
    ),
    en=(
        "a footnote is not written by hand here",
        "Put the source in data/sources.yaml, remove this line and write [^id-of-the-source] in the text.",
    ),
)
OTHER_VALUE = error(
    "SR103",
    nl=(
        "het cijfer '{id}' is {value}, en dat staat niet op deze regel",
        "Schrijf {value} op deze regel, of verwijs naar de bron van het cijfer: [^{source}].",
    ),
    en=(
        "the figure '{id}' is {value}, which does not stand on this line",
        "Write {value} on this line, or refer to the source of the figure: [^{source}].",
    ),
)

DIAGNOSTICS = (UNKNOWN, HANDWRITTEN, OTHER_VALUE)


def check(project: Project) -> Iterator[Problem]:
    """Look up every footnote of every page."""
    known = project.ids("sources") | project.ids("figures")
    whole = project.tables["sources"].complete and project.tables["figures"].complete
    figures = {row.entry.id: (row.entry.value, row.entry.source) for row in project.entries("figures")}
    for page in all_pages(project):
        yield from _written_by_hand(page)
        for mark in _footnotes(page):
            if mark.text not in known and whole:
                yield UNKNOWN.at(mark.place, candidates=nearest(mark.text, known), id=shown(mark.text))
        yield from _values(page, figures)


def _written_by_hand(page: Page) -> Iterator[Problem]:
    for mark in page.file.definitions:
        yield HANDWRITTEN.at(mark.place)


def _footnotes(page: Page) -> Iterator[Mark]:
    """The footnotes in the text; those with a handwritten note are one fault, at that note."""
    by_hand = {mark.text for mark in page.file.definitions}
    return (mark for mark in page.file.footnotes if mark.text not in by_hand)


def _values(page: Page, figures: Mapping[str, tuple[Decimal, str]]) -> Iterator[Problem]:
    for mark in _footnotes(page):
        if mark.text in figures:
            value, source = figures[mark.text]
            line = page.file.lines[mark.place.line - page.file.first_line]
            if not has_number(line, value, page.language):
                yield OTHER_VALUE.at(mark.place, id=mark.text, value=written(value, page.language), source=source)

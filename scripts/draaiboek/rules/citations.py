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
from dataclasses import dataclass

from draaiboek.load.entries import Parsed
from draaiboek.load.markdown import Mark
from draaiboek.load.project import Project
from draaiboek.model.entries import Figure, Source
from draaiboek.model.problem import Problem
from draaiboek.rules.support.diagnostics import error, nearest, shown
from draaiboek.rules.support.number_formats import has_number, written
from draaiboek.rules.support.pages import Page, each_page

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


@dataclass(frozen=True, slots=True)
class _Sources:
    """What footnotes can name; not `complete` when some of it could not be read."""

    ids: frozenset[str]
    figures: Mapping[str, Figure]
    complete: bool


def check(project: Project) -> Iterator[Problem]:
    """Look up every footnote of every page."""
    sources = project.memory.kept(_known_sources, project.tables["sources"], project.tables["figures"])
    yield from each_page(project, _citations, sources)


def _known_sources(sources: Parsed[Source], figures: Parsed[Figure]) -> _Sources:
    by_id = {row.entry.id: row.entry for row in figures.entries}
    return _Sources(frozenset(row.entry.id for row in sources.entries), by_id, sources.complete and figures.complete)


def _citations(page: Page, sources: _Sources) -> Iterator[Problem]:
    yield from _written_by_hand(page)
    known = sources.ids | sources.figures.keys()
    for mark in _footnotes(page):
        if mark.text not in known and sources.complete:
            yield UNKNOWN.at(mark.place, candidates=nearest(mark.text, known), id=shown(mark.text))
    yield from _values(page, sources.figures)


def _written_by_hand(page: Page) -> Iterator[Problem]:
    for mark in page.file.definitions:
        yield HANDWRITTEN.at(mark.place)


def _footnotes(page: Page) -> Iterator[Mark]:
    """The footnotes in the text; those with a handwritten note are one fault, at that note."""
    by_hand = {mark.text for mark in page.file.definitions}
    return (mark for mark in page.file.footnotes if mark.text not in by_hand)


def _values(page: Page, figures: Mapping[str, Figure]) -> Iterator[Problem]:
    for mark in _footnotes(page):
        if mark.text in figures:
            value, source = figures[mark.text].value, figures[mark.text].source
            line = page.file.lines[mark.place.line - page.file.first_line]
            if not has_number(line, value, page.language):
                yield OTHER_VALUE.at(mark.place, id=mark.text, value=written(value, page.language), source=source)

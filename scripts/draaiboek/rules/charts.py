"""A chart compares what can be compared, and a text shows charts that exist.

What: a block ```` ```chart ```` in a text holds the id of one chart of `data/charts.yaml`; the figures of a
chart have the same unit; the parts of a chart add up to its total.
Why: bars of different units beside each other say something false, and an unknown id would leave a
gap on the page.

Wrong (CH101), docs/nl/index.md:

    ---
    title: Draaiboek
    description: Hoe organisaties en werkzoekenden elkaar vinden.
    ---

    # Draaiboek

    ```chart
    visitors
    ```

Wrong (CH102), data/figures.yaml:

    figures:
      - id: visitors-2018
        name:
          nl: Aandeel bezoekers in 2018
        value: 20
        unit: percent
        definition:
          nl: Bezoekers die de organisator telde, van alle genodigden.
        year: 2018
        source: source-1
      - id: visitors-2019
        name:
          nl: Bezoekers in 2019
        value: 300
        qualifier: more-than
        unit: people
        definition:
          nl: Bezoekers die de organisator telde.
        year: 2019
        source: source-1

Wrong (CH103), data/charts.yaml:

    charts:
      - id: turnout
        title:
          nl: Opkomst
        text:
          nl: Wie er kwam.
        kind: parts
        bars:
          - figure: visitors-2019
            label:
              nl: Voormiddag
          - figure: visitors-2019
            label:
              nl: Namiddag
        total:
          figure: visitors-2019
          label:
            nl: Samen

Right, docs/nl/index.md:

    ---
    title: Draaiboek
    description: Hoe organisaties en werkzoekenden elkaar vinden.
    ---

    # Draaiboek

    ```chart
    turnout
    ```
"""

import re
from collections.abc import Iterator
from typing import Any

from draaiboek.load.entries import Located, Parsed
from draaiboek.load.markdown import MarkdownFile
from draaiboek.load.project import Project
from draaiboek.model.entries import Figure
from draaiboek.model.lists import Chart
from draaiboek.model.problem import Place, Problem
from draaiboek.rules.support.diagnostics import error, listed, nearest, shown
from draaiboek.rules.support.pages import Page, each_page

UNKNOWN = error(
    "CH101",
    nl=("'{id}' is geen grafiek", "Zet in het blok één id uit data/charts.yaml: {choices}."),
    en=("'{id}' is no chart", "Put one id from data/charts.yaml in the block: {choices}."),
)
OTHER_UNIT = error(
    "CH102",
    nl=(
        "'{figure}' telt {unit} en '{first}' telt {expected}: die passen niet op één schaal",
        "Kies cijfers met dezelfde eenheid ('unit' in data/figures.yaml), of maak er twee grafieken van.",
    ),
    en=(
        "'{figure}' counts {unit} and '{first}' counts {expected}: they do not fit on one scale",
        "Choose figures with the same unit ('unit' in data/figures.yaml), or make two charts.",
    ),
)
NO_SUM = error(
    "CH103",
    nl=(
        "de delen zijn samen {sum}, en het totaal '{total}' is {value}",
        "Zet alle delen erbij, of kies 'kind: bars' als het geen delen van één geheel zijn.",
    ),
    en=(
        "the parts add up to {sum}, and the total '{total}' is {value}",
        "Add all parts, or choose 'kind: bars' if they are no parts of one whole.",
    ),
)

DIAGNOSTICS = (UNKNOWN, OTHER_UNIT, NO_SUM)

_FENCE = re.compile(r"^ {0,3}```+[ \t]*chart\b")


def check(project: Project) -> Iterator[Problem]:
    """Look at every chart, and at every block that shows one."""
    figures = {row.entry.id: row.entry for row in project.entries("figures")}
    for row in project.entries("charts"):
        yield from _chart(row, figures)
    if project.tables["charts"].complete:
        yield from each_page(project, _blocks, project.memory.kept(_ids, project.tables["charts"]))


def _ids(charts: Parsed[Chart]) -> frozenset[str]:
    return frozenset(row.entry.id for row in charts.entries)


def _chart(row: Located[Any], figures: dict[str, Figure]) -> Iterator[Problem]:
    """Unknown figures are another rule's question."""
    chart = row.entry
    known = [figures[bar.figure] for bar in chart.bars if bar.figure in figures]
    for index, bar in enumerate(chart.bars):
        figure = figures.get(bar.figure)
        if figure is not None and figure.unit != known[0].unit:
            place = row.place("bars", index, "figure")
            yield OTHER_UNIT.at(place, figure=figure.id, unit=figure.unit, first=known[0].id, expected=known[0].unit)
    total = figures.get(chart.total.figure) if chart.total else None
    if total is not None and len(known) == len(chart.bars):
        together = sum(figure.value for figure in known)
        if together != total.value:
            yield NO_SUM.at(row.place("total", "figure"), sum=together, total=total.id, value=total.value)


def chart_blocks(file: MarkdownFile) -> Iterator[tuple[str, Place]]:
    """What stands in every block that shows a chart, and where it begins; empty when it is not one line."""
    for index, line in enumerate(file.lines):
        if _FENCE.match(line):
            inside, end = [*(text.strip() for text in file.lines[index + 1 : index + 3]), "", ""][:2]
            whole = line.rstrip() == end + "chart" == "```chart"
            yield inside.strip("`") if whole else "", file.place(index + 1 if whole else index)


def _blocks(page: Page, charts: frozenset[str]) -> Iterator[Problem]:
    for name, place in chart_blocks(page.file):
        if name not in charts:
            yield UNKNOWN.at(
                place, candidates=nearest(name, charts), id=shown(name or "…"), choices=listed(sorted(charts)) or "–"
            )

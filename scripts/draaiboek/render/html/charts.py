"""Charts of figures: a picture in SVG with a text alternative, and the numbers in a table.

In: a chart of `data/charts.yaml`. Out: one HTML block. Widths are shares of the picture's width and
letters keep their size, so a chart fits a phone; colours come from the stylesheet.
"""

import textwrap
from dataclasses import dataclass
from decimal import Decimal

from draaiboek.catalogue import Catalogue, local
from draaiboek.model.entries import Direction, Figure
from draaiboek.model.lists import Bar, Chart
from draaiboek.render.citations import figure_value
from draaiboek.render.html.blocks import render_html

LINE, BAR, GAP = 20, 16, 18
"""Heights in pixels: a line of words, a bar, and the space below it."""
_CHARACTERS = 40
"""What fits on a line of a narrow phone."""


@dataclass(frozen=True, slots=True)
class Row:
    """One bar: its words in lines, and where it stands. `x` and `width` are percentages."""

    figure: Figure
    label: str
    value: str
    lines: tuple[str, ...]
    y: int
    x: str
    width: str


def render_chart(chart: Chart, catalogue: Catalogue, language: str, figures: str, *, unfold: bool = False) -> str:
    """A chart with its table; `figures` is the address of the page of figures as seen from the page."""
    rows = _rows(chart, catalogue, language)
    last = rows[-1]
    context = {
        "chart": chart,
        "title": local(chart.title, language),
        "text": local(chart.text, language),
        "rows": rows,
        "height": last.y + len(last.lines) * LINE + BAR + 4,
        "line": LINE,
        "bar": BAR,
        "edge": "100%" if _right_to_left(catalogue, language) else "0",
        "figures": figures,
        "unfold": unfold,
        "definitions": {row.figure.id: local(row.figure.definition, language) for row in rows},
        "sources": {row.figure.id: catalogue.sources[row.figure.source] for row in rows},
    }
    return render_html("chart.html", catalogue, language, context)


def _rows(chart: Chart, catalogue: Catalogue, language: str) -> tuple[Row, ...]:
    """The bars from top to bottom; parts begin where the one above them ends."""
    bars = (*chart.bars, *((chart.total,) if chart.total else ()))
    whole = max(catalogue.figures[bar.figure].value for bar in bars)
    rows: list[Row] = []
    begin, y = Decimal(0), LINE
    for bar in bars:
        if bar is chart.total or chart.kind == "bars":
            begin = Decimal(0)
        row = _row(bar, catalogue, language, y, begin / whole, whole)
        rows.append(row)
        begin += row.figure.value
        y += len(row.lines) * LINE + BAR + GAP
    return tuple(rows)


def _row(bar: Bar, catalogue: Catalogue, language: str, y: int, begin: Decimal, whole: Decimal) -> Row:
    figure = catalogue.figures[bar.figure]
    label, value = local(bar.label, language), figure_value(figure, catalogue, language)
    share = figure.value / whole
    x = max(1 - begin - share, Decimal(0)) if _right_to_left(catalogue, language) else begin
    # A no-break space keeps number and unit together.
    lines = textwrap.wrap(f"{label}: {value.replace(' ', chr(0xA0))}", _CHARACTERS, break_on_hyphens=False)
    return Row(figure, label, value, tuple(lines), y, f"{x:.1%}", f"{share:.1%}")


def _right_to_left(catalogue: Catalogue, language: str) -> bool:
    return catalogue.languages[language].direction is Direction.RTL

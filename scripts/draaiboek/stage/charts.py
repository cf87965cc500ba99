"""Charts in texts: a block ```` ```chart ```` with the id of a chart becomes the chart."""

import re

from draaiboek.render.html.charts import render_chart
from draaiboek.stage.context import Context
from draaiboek.stage.page import StagedPage
from draaiboek.stage.places import relative_url

_BLOCK = re.compile(r"^```chart[ \t]*\n([\w-]+)[ \t]*\n```[ \t]*$", re.MULTILINE)


def add_charts(context: Context, page: StagedPage) -> None:
    """Put the charts of a text in their places, in the language of that text."""
    language, figures = page.content_language, relative_url(page.url, "figures/")

    def chart(match: re.Match[str]) -> str:
        return render_chart(context.catalogue.charts[match[1]], context.catalogue, language, figures)

    page.body = _BLOCK.sub(chart, page.body)

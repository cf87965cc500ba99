"""Charts in texts: a block ```` ```chart ```` with the id of a chart becomes the chart."""

import re

from draaiboek.catalogue import Catalogue, remembered
from draaiboek.render.html.charts import render_chart
from draaiboek.stage.context import Context
from draaiboek.stage.page import StagedPage
from draaiboek.stage.places import relative_url

_BLOCK = re.compile(r"^```chart[ \t]*\n([\w-]+)[ \t]*\n```[ \t]*$", re.MULTILINE)


def add_charts(context: Context, page: StagedPage) -> None:
    """Put the charts of a text in their places, in the language of that text."""
    if "```chart" in page.body:
        page.body = _with_charts(context.catalogue, page.content_language, relative_url(page.url, "figures/"), page.body)


@remembered
def _with_charts(catalogue: Catalogue, language: str, figures: str, body: str) -> str:
    return _BLOCK.sub(lambda match: render_chart(catalogue.charts[match[1]], catalogue, language, figures), body)

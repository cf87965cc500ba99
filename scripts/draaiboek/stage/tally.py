"""The page on which an organiser counts appointments on the day itself."""

from draaiboek.derive.templates import template_ids
from draaiboek.render.browser.tally import render_tally_block
from draaiboek.stage.context import Context
from draaiboek.stage.page import StagedPage
from draaiboek.stage.templates import FOLDER

PATH = "tools/tally.md"


def tally_page(context: Context) -> StagedPage:
    """Without JavaScript it points to the tally sheets on paper; with it, it counts (web/tally/)."""
    title, intro = context.text("tally"), context.text("tally-intro")
    paper = f"[{context.text('tally-paper')}]({FOLDER.rpartition('/')[2]}.md)"
    parts = [f"# {title}", intro, *([paper] if template_ids(context.catalogue, context.language) else []), '<div id="tally"></div>']
    body = "\n\n".join([*parts, render_tally_block(context.catalogue, context.language)])
    return StagedPage(PATH, title, intro, "plain", "playbook", body, context.language)

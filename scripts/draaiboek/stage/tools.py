"""Pages of tools: without JavaScript they lead to the paper; with it, the browser's code does the work (web/<tool>/)."""

from collections.abc import Callable, Iterator, Mapping

from draaiboek.catalogue import Catalogue
from draaiboek.model.site import PAGES, PageRow
from draaiboek.model.source_language import SOURCE_LANGUAGE
from draaiboek.render.browser.tally import render_tally_block
from draaiboek.stage.context import Context
from draaiboek.stage.page import StagedPage
from draaiboek.stage.templates import FOLDER, template_pages

_DATA: Mapping[str, Callable[[Catalogue, str], str]] = {"tally": render_tally_block}
"""The block of data that the code of a tool works with, besides its strings; most need none."""


def tool_pages(context: Context) -> Iterator[StagedPage]:
    """A page for every tool that has one of its own."""
    for row in PAGES:
        if row.tool and row.path.startswith("tools/"):
            yield _page(context, row)


def _page(context: Context, row: PageRow) -> StagedPage:
    """The words of a tool are interface strings: `<tool>`, `<tool>-intro` and, for what there is on paper, `<tool>-paper`."""
    title, intro = context.text(row.tool), context.text(f"{row.tool}-intro")
    parts = [f"# {title}", intro, *_paper(context, row.tool), f'<div id="{row.tool}"></div>']
    if make := _DATA.get(row.tool):
        parts.append(make(context.catalogue, context.language))
    page = StagedPage(row.path, title, intro, "plain", "playbook", "\n\n".join(parts), context.language)
    page.meta["tool"] = row.tool
    return page


def _paper(context: Context, tool: str) -> Iterator[str]:
    """The way to the model texts, where there are any and the tool says what they are to it."""
    key = f"{tool}-paper"
    if context.catalogue.has_text(SOURCE_LANGUAGE, key) and any(template_pages(context)):
        yield f"[{context.text(key)}]({FOLDER.rpartition('/')[2]}.md)"

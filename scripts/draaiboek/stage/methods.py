"""The method sheets: what each one shows about itself, and the page to find them."""

from collections.abc import Mapping

from draaiboek.derive.alphabet import alphabetical
from draaiboek.model.chapter import Method
from draaiboek.model.source_language import SOURCE_LANGUAGE
from draaiboek.render.html.blocks import render_html
from draaiboek.stage.context import Context, remembered_here
from draaiboek.stage.page import StagedPage

FACETS = ("audience", "stage", "level", "effort", "kind")
"""What the sheets can be filtered by, in the order of the form."""


def add_methods(context: Context, pages: Mapping[str, StagedPage]) -> None:
    """Put the facts on every sheet, and the list of sheets on their first page."""
    sheets = []
    for name, page in _fronts(context).items():
        staged = pages.get(f"{name}.md")
        if staged is None:  # a language with only the visitors' section
            continue
        html = _facts(context, page)
        title, _, rest = staged.body.partition("\n")
        staged.body = f"{title}\n\n{html}\n{rest}"
        staged.kind = "chapter"
        sheets.append((name.removeprefix("methods/"), staged, page))
    sheets.sort(key=lambda sheet: alphabetical(sheet[1].title))
    index = pages.get("methods/index.md")
    if index is not None and sheets:
        context_of_list = {"sheets": sheets, "facets": FACETS, "choices": _choices(sheets)}
        index.body += "\n\n" + render_html("methods.html", context.catalogue, context.language, context_of_list)


@remembered_here
def _facts(context: Context, sheet: Method) -> str:
    return render_html("method-facts.html", context.catalogue, context.language, {"sheet": sheet, "facets": FACETS})


def _fronts(context: Context) -> dict[str, Method]:
    """The front matter of every sheet: that of the translation, or of the Dutch one."""
    found: dict[str, Method] = {}
    for language in (SOURCE_LANGUAGE, context.language):
        for name, page in context.catalogue.chapters.get(language, {}).items():
            if isinstance(page.front, Method):
                found[name] = page.front
    return found


def values(sheet: Method, facet: str) -> tuple[str, ...]:
    """What a sheet says of one facet, always as a list."""
    found = getattr(sheet, facet)
    return found if isinstance(found, tuple) else (found,)


def _choices(sheets: list[tuple[str, StagedPage, Method]]) -> dict[str, list[str]]:
    """Only what some sheet has can be chosen."""
    return {facet: sorted({value for _, _, sheet in sheets for value in values(sheet, facet)}) for facet in FACETS}

"""Pages made from data: sources, figures and the search page."""

from collections.abc import Iterator, Mapping

from draaiboek.catalogue import local
from draaiboek.model.entries import Figure
from draaiboek.render.citations import escape, figure_value, source_text
from draaiboek.render.html.charts import render_chart
from draaiboek.render.wording import long_date, partial_date
from draaiboek.stage.context import Context, remembered_here
from draaiboek.stage.frame import SECTIONS
from draaiboek.stage.page import StagedPage
from draaiboek.stage.uses import Use, Uses


def reference_pages(context: Context, uses: Uses) -> Iterator[StagedPage]:
    """What the facts rest on, and the figures, each with the pages that use it."""
    yield _sources(context, uses).copy()
    yield _figures(context, uses).copy()


@remembered_here
def _sources(context: Context, uses: Uses) -> StagedPage:
    text, language, used = context.text, context.language, dict(uses)
    lines = [f"# {text('page-sources')}", "", text("page-sources-intro"), ""]
    for source in sorted(context.catalogue.sources.values(), key=lambda entry: (entry.publisher or "", entry.title)):
        said = source_text(source, context.catalogue, language)
        lines += [f'- <span id="{source.id}"></span>{said}']
        if source.note:
            lines += ["", f"    {escape(local(source.note, language))}"]
        lines += ["", f"    {_used(context, used.get(source.id, ()))}", "    {: .used-on }", ""]
    return StagedPage(
        "sources.md", text("page-sources"), text("page-sources-intro"), "plain", "book", "\n".join(lines), language
    )


@remembered_here
def _figures(context: Context, uses: Uses) -> StagedPage:
    text, catalogue, language, used = context.text, context.catalogue, context.language, dict(uses)
    lines = [f"# {text('page-figures')}", "", text("page-figures-intro")]
    if catalogue.charts:
        lines += ["", f"## {text('figures-compared')} {{ #compared }}", "", text("figures-compared-intro"), ""]
        lines += [render_chart(chart, catalogue, language, "", unfold=True) + "\n" for chart in catalogue.charts.values()]
        lines += ["", f"## {text('figures-all')} {{ #all }}"]
    for figure in catalogue.figures.values():
        lines += _figure(context, figure, used)
    return StagedPage(
        "figures.md", text("page-figures"), text("page-figures-intro"), "plain", "book", "\n".join(lines), language
    )


def _figure(context: Context, figure: Figure, used: Mapping[str, tuple[Use, ...]]) -> list[str]:
    """A figure with all that a reader must know to repeat it."""
    text, catalogue, language = context.text, context.catalogue, context.language
    level = "###" if catalogue.charts else "##"
    value = escape(figure_value(figure, catalogue, language))
    lines = ["", f"{level} {escape(local(figure.name, language))} {{ #{figure.id} }}", ""]
    lines += [f"**{value}** ({partial_date(figure.year, catalogue, language)})", "{: .figure-number }", ""]
    lines += [escape(local(figure.definition, language)), ""]
    if figure.note:
        lines += [escape(local(figure.note, language)), ""]
    source = source_text(catalogue.sources[figure.source], catalogue, language)
    lines += [f"{text('source')}: {source}"]
    if figure.check_again:
        lines += ["", text("figures-check-again", date=long_date(figure.check_again, language))]
    return [*lines, "", _used(context, used.get(figure.id, ())), "{: .used-on }"]


def _used(context: Context, pages: tuple[Use, ...]) -> str:
    """Links to the pages that use a source or a figure."""
    if not pages:
        return context.text("used-nowhere")
    return context.text("used-on", pages=", ".join(_link(context, page) for page in pages))


def _link(context: Context, page: Use) -> str:
    marked = f'{{ lang="{page.language}" }}' if page.language != context.language else ""
    return f"[{escape(page.title)}]({page.path}){marked}"


def search_page(context: Context, pages: list[StagedPage]) -> StagedPage:
    """The page that shows results; without JavaScript it lists what there is to read."""
    text = context.text
    lines = [f"# {text('page-search')}", "", text("page-search-intro"), ""]
    lines += [f"## {text('page-search-contents')} {{ #contents }}", ""]
    listed = [page for page in pages if page.searchable and page.content_language == context.language]
    for name in (*SECTIONS, "rest"):
        found = [page for page in listed if _part(page) == name]
        if found:
            title = text("frame-footer-navigation" if name == "rest" else f"section-{name}")
            lines += [f"### {title} {{ #contents-{name} }}", ""]
            lines += [f"- [{escape(page.title)}]({page.path})" for page in sorted(found, key=lambda page: page.url)]
            lines.append("")
    return StagedPage(
        "search.md", text("page-search"), text("page-search-intro"), "search", "", "\n".join(lines), context.language,
        searchable=False,
    )  # fmt: skip


def _part(page: StagedPage) -> str:
    """The section of the site that a page's address lies in, or the rest."""
    folder = page.path.split("/")[0]
    return folder if folder in SECTIONS else "rest"

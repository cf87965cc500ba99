"""Pages made from data: sources, figures and the search page."""

from collections.abc import Iterator

from draaiboek.catalogue import local
from draaiboek.model.entries import Scope
from draaiboek.render.citations import escape, figure_value, source_text
from draaiboek.render.wording import long_date, partial_date
from draaiboek.stage.context import Context
from draaiboek.stage.page import StagedPage


def reference_pages(context: Context) -> Iterator[StagedPage]:
    """The pages from data that a language has."""
    if context.catalogue.languages[context.language].scope is Scope.FULL:
        yield _sources(context)
        yield _figures(context)


def _sources(context: Context) -> StagedPage:
    text = context.text
    lines = [f"# {text('page-sources')}", "", text("page-sources-intro"), ""]
    for source in sorted(context.catalogue.sources.values(), key=lambda entry: (entry.publisher or "", entry.title)):
        said = source_text(source, context.catalogue, context.language)
        if source.note:
            said += f" {escape(local(source.note, context.language))}"
        lines += [f"- <span id=\"{source.id}\"></span>{said}"]
    return StagedPage(
        "sources.md", text("page-sources"), text("page-sources-intro"), "plain", "book",
        "\n".join(lines), context.language,
    )  # fmt: skip


def _figures(context: Context) -> StagedPage:
    text, catalogue, language = context.text, context.catalogue, context.language
    lines = [f"# {text('page-figures')}", "", text("page-figures-intro")]
    for figure in catalogue.figures.values():
        lines += ["", f"## {escape(local(figure.name, language))} {{ #{figure.id} }}", ""]
        value = escape(figure_value(figure, catalogue, language))
        lines += [f"**{value}** ({partial_date(figure.year, catalogue, language)})", ""]
        lines += [escape(local(figure.definition, language)), ""]
        if figure.note:
            lines += [escape(local(figure.note, language)), ""]
        lines += [f"{text('source')}: {source_text(catalogue.sources[figure.source], catalogue, language)}"]
        if figure.check_again:
            lines += ["", text("figures-check-again", date=long_date(figure.check_again, language))]
    return StagedPage(
        "figures.md", text("page-figures"), text("page-figures-intro"), "plain", "book",
        "\n".join(lines), language,
    )  # fmt: skip


def search_page(context: Context, pages: list[StagedPage]) -> StagedPage:
    """The page that shows results; without JavaScript it lists what there is to read."""
    text = context.text
    lines = [f"# {text('page-search')}", "", text("page-search-intro"), ""]
    lines += [f"## {text('page-search-contents')} {{ #contents }}", ""]
    for page in sorted(pages, key=lambda page: page.path):
        if page.searchable and page.content_language == context.language:
            lines.append(f"- [{escape(page.title)}]({page.path})")
    return StagedPage(
        "search.md", text("page-search"), text("page-search-intro"), "search", "", "\n".join(lines), context.language,
        searchable=False,
    )  # fmt: skip

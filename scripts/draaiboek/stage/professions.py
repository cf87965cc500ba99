"""The professions: a page that lists them, and a card for each to print."""

from collections.abc import Iterator

from draaiboek.catalogue import local, local_language
from draaiboek.model.lists import Profession
from draaiboek.render.citations import figure_value
from draaiboek.render.html.blocks import render_html
from draaiboek.stage.context import Context, remembered_here
from draaiboek.stage.page import StagedPage
from draaiboek.stage.places import Places, Spot


def profession_pages(context: Context, places: Places) -> Iterator[StagedPage]:
    """The list and the cards, where there are professions."""
    cards = [
        _card(context, profession, tuple(places.spots(profession.places, f"professions/{profession.id}/"))).copy()
        for profession in context.catalogue.professions.values()
    ]
    if not cards:
        return
    title, intro = context.text("page-professions"), context.text("page-professions-intro")
    html = render_html("professions.html", context.catalogue, context.language, {"cards": cards})
    body = f"# {title}\n\n{intro}\n\n{html}"
    yield StagedPage("professions/index.md", title, intro, "landing", "book", body, context.language)
    yield from cards


@remembered_here
def _card(context: Context, profession: Profession, spots: tuple[Spot, ...]) -> StagedPage:
    catalogue = context.catalogue
    # Words that have not been translated would mix languages on one card: the card then is Dutch.
    language = local_language(profession.name, context.language)
    told = Context(catalogue, language, context.today, context.site_url)
    name, in_short = local(profession.name, language), local(profession.in_short, language)
    shortage = [
        (row, figure_value(catalogue.figures[row.figure], catalogue, language) if row.figure else "")
        for row in profession.shortage
    ]
    html = render_html(
        "profession.html",
        catalogue,
        language,
        {
            "profession": profession,
            "shortage": shortage,
            "sources": catalogue.sources,
            "spots": spots,
            "local": local,
        },
    )
    body = f"# {name}\n\n{in_short}\n\n{html}"
    page = StagedPage(f"professions/{profession.id}.md", name, in_short, "profession", "book", body, told.language)
    page.meta["order"] = list(catalogue.professions).index(profession.id) + 1
    return page

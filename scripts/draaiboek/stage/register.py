"""The page of the register: letters, entries, and links named by page and part."""

from collections.abc import Iterator

from draaiboek.derive.register import Letter, derive_register
from draaiboek.render.html.blocks import render_html
from draaiboek.stage.context import Context, remembered_here
from draaiboek.stage.page import StagedPage
from draaiboek.stage.places import Places, Spot

ADDRESS = "register/"


def register_pages(context: Context, places: Places) -> Iterator[StagedPage]:
    """The register, where there is anything in it."""
    letters = derive_register(context.catalogue, context.language)
    if not letters:
        return
    spots = tuple(
        (entry.id, tuple(places.spots(entry.places, ADDRESS))) for letter in letters for entry in letter.entries
    )
    yield _page(context, letters, spots).copy()


@remembered_here
def _page(
    context: Context, letters: tuple[Letter, ...], spots: tuple[tuple[str, tuple[Spot, ...]], ...]
) -> StagedPage:
    html = render_html(
        "register.html", context.catalogue, context.language, {"letters": letters, "spots": dict(spots)}
    )  # fmt: skip
    title, intro = context.text("page-register"), context.text("page-register-intro")
    body = f"# {title}\n\n{intro}\n\n{html}"
    return StagedPage("register.md", title, intro, "register", "book", body, context.language, searchable=False)

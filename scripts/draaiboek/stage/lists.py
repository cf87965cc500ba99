"""The page of lists: those of `data/lists.yaml`, the partners and the roles, each as a table."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from draaiboek.catalogue import local, local_language
from draaiboek.render.html.blocks import render_html
from draaiboek.stage.context import Context, remembered_here
from draaiboek.stage.page import StagedPage
from draaiboek.stage.places import Places, Spot

ADDRESS = "lists/"


@dataclass(frozen=True, slots=True)
class Words:
    """A text and its language."""

    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Item:
    """One row of a table."""

    id: str
    name: Words
    text: Words | None
    spots: tuple[Spot, ...] = ()
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """One list on the page."""

    id: str
    name: Words
    text: Words
    items: tuple[Item, ...]


def list_pages(context: Context, places: Places) -> Iterator[StagedPage]:
    """The page of lists, where there are any."""
    if not context.catalogue.lists:
        return
    tables = (*_own(context, places), _partners(context), _roles(context))
    yield _page(context, tables).copy()


@remembered_here
def _page(context: Context, tables: tuple[Table, ...]) -> StagedPage:
    html = render_html(
        "lists.html", context.catalogue, context.language, {"tables": tables, "sources": context.catalogue.sources}
    )
    title, intro = context.text("page-lists"), context.text("page-lists-intro")
    body = f"# {title}\n\n{intro}\n\n{html}"
    return StagedPage("lists.md", title, intro, "plain", "book", body, context.language)


def _own(context: Context, places: Places) -> Iterable[Table]:
    for entry in context.catalogue.lists.values():
        items = tuple(
            Item(
                id=item.id,
                name=_words(context, item.name),
                text=_words(context, item.text) if item.text else None,
                spots=tuple(places.spots(item.places, ADDRESS)),
                sources=item.sources,
            )
            for item in entry.items
        )
        yield Table(entry.id, _words(context, entry.name), _words(context, entry.text), items)


def _partners(context: Context) -> Table:
    """Every organisation that the site names, with who took over."""
    items = tuple(
        Item(entry.id, _words(context, entry.name), _words(context, entry.role), (), entry.sources)
        for entry in context.catalogue.organisations.values()
    )
    return Table("partners", _said(context, "list-partners"), _said(context, "list-partners-intro"), items)


def _roles(context: Context) -> Table:
    items = tuple(
        Item(f"role-{role.id}", _words(context, role.name), _words(context, role.description))
        for role in context.catalogue.roles.values()
    )
    return Table("roles", _said(context, "list-roles"), _said(context, "list-roles-intro"), items)


def _words(context: Context, words: Mapping[str, str]) -> Words:
    return Words(local(words, context.language), local_language(words, context.language))


def _said(context: Context, key: str) -> Words:
    return Words(context.text(key), context.language)

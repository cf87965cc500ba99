"""Pages that editors write whole: chapters, the visitors' section, the home page."""

from collections.abc import Iterator, Mapping
from datetime import date

from draaiboek.catalogue import Catalogue, Page, checked_date, local, remembered
from draaiboek.derive.events import EventView, derive_events, next_event
from draaiboek.derive.reading import reading_minutes
from draaiboek.model.chapter import Chapter
from draaiboek.model.entries import Scope
from draaiboek.model.site import PAGES
from draaiboek.model.source_language import SOURCE_LANGUAGE
from draaiboek.render.citations import figure_value
from draaiboek.render.html.blocks import render_html
from draaiboek.render.wording import long_date
from draaiboek.stage.context import Context
from draaiboek.stage.glossary import with_terms
from draaiboek.stage.page import StagedPage, with_sources

_READ = ("book", "methods")
"""The sections whose pages say how long they take to read."""


def chapter_pages(catalogue: Catalogue, language: str) -> Iterator[StagedPage]:
    """Every chapter in a language; in full languages the Dutch text where it is not translated."""
    own = catalogue.chapters.get(language, {})
    names = set(own)
    if catalogue.languages[language].scope is Scope.FULL:
        names |= set(catalogue.chapters[SOURCE_LANGUAGE])
    for name in sorted(names):
        page = own.get(name) or catalogue.chapters[SOURCE_LANGUAGE][name]
        yield _chapter(catalogue, language, name, page).copy()


def add_contents(context: Context, pages: Mapping[str, StagedPage]) -> None:
    """The table of contents on the first page of the book, in reading order."""
    index = pages.get("book/index.md")
    chapters = [page for path, page in pages.items() if path.startswith("book/") and page is not index]
    if index is None or not chapters:
        return
    rows = [
        {"name": page.url.removeprefix("book/").rstrip("/"), "title": page.title, "description": page.description,
         "content_language": page.content_language}
        for page in sorted(chapters, key=lambda page: (page.meta.get("order", 0), page.path))
    ]  # fmt: skip
    html = render_html("contents.html", context.catalogue, context.language, {"pages": rows})
    index.body += f"\n\n## {context.text('contents')} {{ #contents }}\n\n{html}"
    looked_up = sorted((row for row in PAGES if row.looked_up), key=lambda row: row.looked_up)
    others = [pages[row.path] for row in looked_up if row.path in pages]
    if others:
        lines = [f"- [{page.title}](../{page.path}){_marked(context, page)}: {page.description}" for page in others]
        index.body += "\n\n".join(["", f"## {context.text('look-up')} {{ #look-up }}", "\n".join(lines)])


def _marked(context: Context, page: StagedPage) -> str:
    return f'{{ lang="{page.content_language}" }}' if page.content_language != context.language else ""


@remembered
def _chapter(catalogue: Catalogue, language: str, name: str, page: Page) -> StagedPage:
    section = name.partition("/")[0] if "/" in name else ""
    kind = "home" if name == "index" else "landing" if name.endswith("/index") else "chapter"
    # A visitor's page explains itself: what it names, it says in plain words.
    body = with_terms(page.body, catalogue, page.language, name) if kind == "chapter" and section != "visitors" else page.body
    staged = StagedPage(
        path=f"{name}.md",
        title=page.title,
        description=page.description,
        kind=kind,
        section="home" if name == "index" else section,
        body=with_sources(body, catalogue, page.language),
        content_language=page.language,
        source_file=page.path,
    )
    staged.meta.update(page_notices(catalogue, language, page, staged.url))
    if isinstance(page.front, Chapter):
        staged.meta["order"] = page.front.order
    checked = checked_date(page)
    if checked and staged.kind == "chapter":
        staged.meta["checked"] = catalogue.text(language, "checked-on", date=long_date(checked, language))
    if section in _READ and staged.kind == "chapter":
        minutes = reading_minutes(page.body, page.title)
        staged.meta["reading"] = catalogue.text(language, "reading-time" if minutes > 1 else "reading-time-one", minutes=minutes)
    return staged


def page_notices(catalogue: Catalogue, language: str, page: Page, url: str) -> dict[str, object]:
    """What a reader must know about the text: not translated, older than the Dutch, not yet read by a person."""
    notices: list[dict[str, str]] = []

    def notice(kind: str, **more: str) -> None:
        notices.append({"kind": kind, "text": catalogue.text(language, f"notice-{kind}"), **more})

    if page.language != language:
        notice("untranslated")
    elif page.state == "stale":
        notice("stale", url=f"../{SOURCE_LANGUAGE}/{url}", link=catalogue.text(language, "notice-stale-link"))
    if page.language == language != SOURCE_LANGUAGE and not page.front.reviewed:
        notice("unreviewed")
    return {"notices": notices} if notices else {}


def home_meta(catalogue: Catalogue, language: str, today: date, figures: list[str]) -> dict[str, object]:
    """The doors, the next event and the figures of the home page."""
    doors = [("read", "book/"), ("organise", "playbook/"), ("find", "events/")]
    home: dict[str, object] = {
        "doors": [
            {
                "id": name,
                "icon": name,
                "url": url,
                "title": catalogue.text(language, f"home-{name}-title"),
                "text": catalogue.text(language, f"home-{name}-text"),
            }
            for name, url in doors
        ],
        "figures": [
            {
                "value": figure_value(catalogue.figures[name], catalogue, language),
                "name": local(catalogue.figures[name].name, language),
                "source": local(catalogue.figures[name].definition, language),
                "url": f"figures/#{name}",
            }
            for name in figures
            if name in catalogue.figures
        ],
    }
    coming = next_event(derive_events(catalogue, language, today), today)
    if coming:
        home["event"] = _event_card(catalogue, language, coming)
    return {"home": home}


def _event_card(catalogue: Catalogue, language: str, event: EventView) -> dict[str, object]:
    card: dict[str, object] = {
        "title": event.title,
        "when": long_date(event.date.latest, language) if event.date else "",
        "where": event.place,
        "url": f"events/{event.id}/",
    }
    if event.example:
        card["example"] = catalogue.text(language, "example")
    return card

"""An event as its visitors need it, in every language: the page behind the QR code."""

import io
from collections.abc import Iterator
from functools import partial

import segno

from draaiboek.derive.events import derive_event, occasion_of
from draaiboek.model.entries import Event
from draaiboek.render.html.blocks import render_html
from draaiboek.stage.context import Context, remembered_here
from draaiboek.stage.events import title_heading
from draaiboek.stage.page import StagedPage, TakeAlong

_HELP = "visitors/what-is-a-salon"
"""The page that says what to expect, for salons."""


def visitor_pages(context: Context) -> Iterator[StagedPage]:
    """One page for every event whose day is known."""
    chapters, full = context.catalogue.chapters.get(context.language, {}), context.catalogue.full_languages
    explained = _HELP in chapters or context.language in full
    for event in visitor_events(context):
        yield _page(context, event, explained).copy()


def visitor_events(context: Context) -> list[Event]:
    """The events that visitors may ask about."""
    return [event for event in context.catalogue.events.values() if occasion_of(event)]


def visitor_files(context: Context) -> Iterator[tuple[str, TakeAlong]]:
    """The QR code of every page, to put on an invitation."""
    for event in visitor_events(context):
        address = context.address(f"visitors/events/{event.id}/")
        yield f"visitors/events/{event.id}/qr.svg", partial(_qr, address)


def _qr(address: str) -> bytes:
    """Dark on white with a quiet zone, so that it can be read in every colour scheme."""
    picture = io.BytesIO()
    segno.make(address, error="m").save(picture, kind="svg", scale=6, border=4, light="#fff", xmldecl=False)
    return picture.getvalue()


@remembered_here
def _page(
    context: Context,
    event: Event,
    explained: bool,  # noqa: FBT001 - what is remembered is asked for in this order
) -> StagedPage:
    view = derive_event(context.catalogue, event, context.language, context.today)
    html = render_html(
        "visitor-event.html",
        context.catalogue,
        context.language,
        {"event": view, "help": event.playbook == "salon" and explained},
    )
    page = StagedPage(
        path=f"visitors/events/{event.id}.md",
        title=view.title,
        description=context.text("visitor-event-description", title=view.title),
        kind="visitors",
        section="visitors",
        body=f"{title_heading(view, context.language)}\n\n{html}",
        content_language=context.language,
        source_file="data/events.yaml",
    )
    if view.example:
        page.meta["notices"] = [{"kind": "example", "text": context.text("example-explained")}]
    return page

"""Pages of the events: the list, each event, and for full dates the dated checklist with its files."""

from collections.abc import Iterator
from functools import partial

from draaiboek.catalogue import local_language
from draaiboek.derive.checklist import ChecklistView, Request, derive_checklist
from draaiboek.derive.events import EventView, circumstances_of, derive_event, derive_events, occasion_of
from draaiboek.model.entries import Event
from draaiboek.render.formats import role_calendars
from draaiboek.render.html.blocks import render_html
from draaiboek.render.html.structured import render_json_ld
from draaiboek.render.ics.feeds import render_events_atom, render_events_ics
from draaiboek.stage.context import Context, remembered_here
from draaiboek.stage.page import StagedPage, TakeAlong, with_sources
from draaiboek.stage.playbooks import EVENT_FORMATS, checklist_page, downloads, take_along
from draaiboek.stage.templates import event_links, events_to_fill, is_prepared


def event_pages(context: Context) -> Iterator[StagedPage]:
    """All pages of all events in one language."""
    yield _overview(context).copy()
    for event in context.catalogue.events.values():
        dated = event_checklist(context, event)
        calendars = _calendars(event, dated)
        yield _event(context, event, dated is not None, calendars).copy()
        if dated:
            yield _checklist(context, event.id, dated, calendars).copy()


@remembered_here
def _checklist(context: Context, event: str, view: ChecklistView, calendars: tuple[tuple[str, str], ...]) -> StagedPage:
    return checklist_page(context, view, f"events/{event}/checklist.md", f"events/{event}/", calendars)


def event_files(context: Context) -> Iterator[tuple[str, TakeAlong]]:
    """The files of every event with a full date: path below the language's root, and how to make them."""
    for event in context.catalogue.events.values():
        view = event_checklist(context, event)
        if view:
            yield from take_along(context, view, f"events/{event.id}/{event.id}", EVENT_FORMATS)


def role_calendar_files(context: Context) -> Iterator[tuple[str, TakeAlong]]:
    """A calendar for each role of every event that is being prepared."""
    for event in events_to_fill(context):
        view = event_checklist(context, event)
        for ending, make in role_calendars(view, context.catalogue) if view else ():
            yield f"events/{event.id}/{event.id}{ending}", make


def _calendars(event: Event, view: ChecklistView | None) -> tuple[tuple[str, str], ...]:
    """The name of each role that has a calendar, and the calendar's file beside the event's page."""
    if view is None or not is_prepared(event):
        return ()
    return tuple((view.role_names[role], f"{event.id}-{role}.ics") for role in view.roles)


def event_feeds(context: Context) -> Iterator[tuple[str, TakeAlong]]:
    """All events of a language to follow: a calendar and a feed."""
    views = derive_events(context.catalogue, context.language, context.today)
    title, root = context.text("feed-title"), context.address("")
    yield "events.ics", partial(render_events_ics, views, title, context.today, root)
    yield "events.atom", partial(render_events_atom, views, title, context.language, root)


@remembered_here
def event_checklist(context: Context, event: Event) -> ChecklistView | None:
    """The dated checklist of an event; None without a full date or a playbook."""
    occasion = occasion_of(event)
    if occasion is None or event.playbook not in context.catalogue.plans:
        return None
    request = Request(
        playbook=event.playbook,
        language=context.language,
        today=context.today,
        address=context.address(f"events/{event.id}/checklist/"),
        occasion=occasion,
        event=event,
        circumstances=circumstances_of(context.catalogue, event),
    )
    return derive_checklist(context.catalogue, request)


@remembered_here
def _overview(context: Context) -> StagedPage:
    text = context.text
    views = derive_events(context.catalogue, context.language, context.today)
    cards = render_html("events.html", context.catalogue, context.language, {"events": views})
    feeds = [
        f"## {text('feeds')} {{ #feeds }}",
        f"- [{text('feed-ics')}](../events.ics)\n- [{text('feed-atom')}](../events.atom)",
        f'{text("feed-data")}: <a href="../../data/events.json">JSON</a>, <a href="../../data/events.csv">CSV</a>',
    ]
    body = "\n\n".join([f"# {text('page-events')}", text("page-events-intro"), cards, *feeds])
    return StagedPage(
        "events/index.md", text("page-events"), text("page-events-intro"), "events", "events", body, context.language
    )


def title_heading(view: EventView, language: str) -> str:
    """The first heading of an event's page, marked where its title is in another language."""
    marked = f' {{ lang="{view.title_language}" dir="auto" }}' if view.title_language != language else ""
    return f"# {view.title}{marked}"


@remembered_here
def _event(
    context: Context,
    event: Event,
    has_checklist: bool,  # noqa: FBT001 - what is remembered is asked for in this order
    calendars: tuple[tuple[str, str], ...],
) -> StagedPage:
    view = derive_event(context.catalogue, event, context.language, context.today)
    html = render_html(
        "event.html",
        context.catalogue,
        context.language,
        {
            "event": view,
            "checklist": has_checklist,
            "calendars": calendars,
            "note_language": local_language(event.note, context.language) if event.note else context.language,
            "visitors": f"../../visitors/events/{event.id}/" if occasion_of(event) else "",
        },
    )
    data = render_json_ld(view, context.address(f"events/{event.id}/"), context.language)
    body = f"{title_heading(view, context.language)}\n\n{html}\n\n{data}"
    if links := event_links(context, event):
        body += f"\n\n{links}"
    if view.sources:
        marks = "".join(f"[^{name}]" for name in view.sources)
        body += f"\n\n{context.text('page-sources')}:{marks}\n"
    page = StagedPage(
        path=f"events/{event.id}/index.md",
        title=view.title,
        description=context.text("event-description", title=view.title),
        kind="event",
        section="events",
        body=with_sources(body, context.catalogue, context.language),
        content_language=context.language,
        source_file="data/events.yaml",
    )
    if view.example:
        page.meta["notices"] = [{"kind": "example", "text": context.text("example-explained")}]
    if has_checklist:
        page.meta["downloads"] = downloads(context, f"events/{event.id}/{event.id}", EVENT_FORMATS)
    return page


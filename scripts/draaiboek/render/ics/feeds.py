"""Events as feeds: a calendar and an Atom feed per language. Examples are in neither."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from xml.sax.saxutils import escape, quoteattr

from icalendar import Calendar, Event

from draaiboek.derive.events import EventView
from draaiboek.render.ics.checklist import BRUSSELS


def feed_events(views: Iterable[EventView]) -> list[EventView]:
    """The events that are real and whose day is known exactly."""
    return [view for view in views if not view.example and view.date and view.date.full]


def render_events_ics(views: Iterable[EventView], name: str, today: date, address: str) -> bytes:
    """The events as one calendar; UIDs are the events' ids. `address` is the language's root."""
    calendar = Calendar()
    calendar.add("prodid", "-//Draaiboek//events//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    chosen = feed_events(views)
    for view in chosen:
        calendar.add_component(_entry(view, today, address))
    years = [view.date.year for view in chosen if view.date and view.opens]
    if years:
        calendar.add_missing_timezones(date(min(years) - 1, 1, 1), date(max(years) + 2, 1, 1))
    data: bytes = calendar.to_ical()
    return data


def _entry(view: EventView, today: date, address: str) -> Event:
    entry = Event()
    first = view.date.full if view.date else None
    last = (view.end_date.full if view.end_date else None) or first
    if first is None or last is None:
        raise ValueError(f"{view.id} has no full date")
    entry.add("uid", f"{view.id}@draaiboek")
    entry.add("dtstamp", datetime.combine(today, time(), UTC))
    entry.add("summary", view.title)
    entry.add("location", view.place)
    entry.add("url", f"{address}events/{view.id}/")
    if view.status == "cancelled":
        entry.add("status", "CANCELLED")
    if view.opens and view.closes:
        entry.add("dtstart", datetime.combine(first, view.opens, BRUSSELS))
        entry.add("dtend", datetime.combine(last, view.closes, BRUSSELS))
    else:
        entry.add("dtstart", first)
        entry.add("dtend", last + timedelta(days=1))
    return entry


def render_events_atom(views: Iterable[EventView], title: str, language: str, address: str) -> bytes:
    """The events as an Atom feed (RFC 4287), the newest first."""
    chosen = [view for view in views if not view.example and view.date]
    newest = max((view.sorting[0] for view in chosen), default=date(2000, 1, 1))
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={quoteattr(language)}>',
        f"<title>{escape(title)}</title>",
        f"<id>{escape(address)}events/</id>",
        f'<link rel="self" href={quoteattr(f"{address}events.atom")}/>',
        f'<link href={quoteattr(f"{address}events/")}/>',
        f"<updated>{newest.isoformat()}T00:00:00Z</updated>",
        f"<author><name>{escape(title)}</name></author>",
    ]
    for view in chosen:
        lines += [
            "<entry>",
            f"<title>{escape(view.title)}</title>",
            f"<id>{escape(address)}events/{view.id}/</id>",
            f'<link href={quoteattr(f"{address}events/{view.id}/")}/>',
            f"<updated>{view.sorting[0].isoformat()}T00:00:00Z</updated>",
            f"<summary>{escape(view.place)}</summary>",
            "</entry>",
        ]
    return "\n".join([*lines, "</feed>", ""]).encode()

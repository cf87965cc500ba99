"""Model texts: the page that lists them, the files to take along, and those filled in for an event.

A translation is a file of its own language, `/<lang>/tools/templates/…`, also in a language that has only
the visitors' section: it is made for them, and organisers find it beside the Dutch one.
"""

from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import Any

from draaiboek.catalogue import Catalogue, Page
from draaiboek.derive.events import occasion_of
from draaiboek.derive.templates import derive_template, has_placeholder, template_ids, template_page
from draaiboek.model.chapter import Reader, Template
from draaiboek.model.entries import Event, Status
from draaiboek.render.citations import escape
from draaiboek.render.formats import render_template
from draaiboek.render.html.blocks import render_html
from draaiboek.stage.context import Context
from draaiboek.stage.frame import is_full
from draaiboek.stage.page import StagedPage, TakeAlong

FOLDER = "tools/templates"
_READERS: tuple[Reader, ...] = ("visitor", "employer", "partner", "team")
"""The groups on the page, in this order."""


def template_pages(context: Context) -> Iterator[StagedPage]:
    """One page that lists every model text with when to use it, by who gets it in hand."""
    names = template_ids(context.catalogue, context.language)
    if not names:
        return
    title, intro = context.text("templates"), context.text("templates-intro")
    groups = [
        (reader, [_row(context, name, "", FOLDER) for name in names if _front(context, name).reader == reader])
        for reader in _READERS
    ]
    body = f"# {title}\n\n{intro}\n\n{_list(context, [group for group in groups if group[1]])}"
    yield StagedPage(f"{FOLDER}.md", title, intro, "plain", "playbook", body, context.language)


def template_files(context: Context) -> Iterator[tuple[str, TakeAlong]]:
    """Every model text left open."""
    for name in _names(context):
        yield f"{FOLDER}/{name}.{_front(context, name).format}", _maker(context, name, None)


def filled_template_files(context: Context) -> Iterator[tuple[str, TakeAlong]]:
    """Every model text with places to fill in, filled in for every event still to come."""
    events = events_to_fill(context)
    for name in _names(context):
        form = _front(context, name).format
        if has_placeholder(template_page(context.catalogue, name, context.language)):
            for event in events:
                yield f"events/{event.id}/{name}.{form}", _maker(context, name, event)


def _names(context: Context) -> tuple[str, ...]:
    """The model texts that a language has: all of them, or for visitors only what is translated."""
    own = context.catalogue.templates.get(context.language, {})
    names = template_ids(context.catalogue, context.language)
    return names if is_full(context) else tuple(name for name in names if name in own)


def events_to_fill(context: Context) -> list[Event]:
    """The events that organisers are preparing."""
    return [event for event in context.catalogue.events.values() if is_prepared(event)]


def is_prepared(event: Event) -> bool:
    """Whether organisers are preparing an event, on a day that is known."""
    return event.status in (Status.PLANNED, Status.CONFIRMED) and occasion_of(event) is not None


def _front(context: Context, name: str) -> Template:
    front = template_page(context.catalogue, name, context.language).front
    if not isinstance(front, Template):
        raise TypeError(f"{name} is not a model text")
    return front


def _row(context: Context, name: str, description: str, folder: str) -> dict[str, Any]:
    """One line of a list in `folder`: the file, and the same text in other languages."""
    page = template_page(context.catalogue, name, context.language)
    file = f"{name}.{_front(context, name).format}"
    up = "../" * (folder.count("/") + 2)
    return {
        "id": name,
        "title": page.title,
        "description": description or page.description,
        "language": page.language,
        "format": _front(context, name).format,
        "file": file,
        "others": [
            {"code": code, "name": language.name, "direction": language.direction.value, "file": f"{up}{code}/{folder}/{file}"}
            for code, language in context.catalogue.languages.items()
            if code != page.language and name in context.catalogue.templates.get(code, {})
        ],
    }


def _list(context: Context, groups: list[tuple[str, list[dict[str, Any]]]]) -> str:
    return render_html("model-texts.html", context.catalogue, context.language, {"groups": groups})


def _maker(context: Context, name: str, event: Event | None) -> TakeAlong:
    """Makes the file; in languages without a text of their own it is the Dutch one."""
    language = template_page(context.catalogue, name, context.language).language
    return partial(_make, context.catalogue, name, language, context.today, context.site_url, event)


def _make(catalogue: Catalogue, name: str, language: str, today: date, site_url: str, event: Event | None) -> bytes:
    view = derive_template(catalogue, name, language, today, site_url, event)
    return render_template(view)


def step_links(context: Context, step: str, depth: int) -> str:
    """Links from a step to the model texts that serve it; `depth` is how deep the page lies."""
    links = []
    for name in template_ids(context.catalogue, context.language):
        page, front = template_page(context.catalogue, name, context.language), _front(context, name)
        if step in front.steps:
            label = context.text("template-of-step", title=escape(page.title))
            links.append(f"- [{label}]({'../' * depth}{FOLDER}/{name}.{front.format})")
    return "\n".join(links)


def event_links(context: Context, event: Event) -> str:
    """Links from an event to what is filled in for it, under a heading; nothing for events that are over."""
    if not is_prepared(event):
        return ""
    folder = f"events/{event.id}"
    names = template_ids(context.catalogue, context.language)
    pages: dict[str, Page] = {name: template_page(context.catalogue, name, context.language) for name in names}
    rows = [_row(context, name, "", folder) for name, page in pages.items() if has_placeholder(page)]
    if not rows:
        return ""
    return f"## {context.text('templates-filled')} {{ #templates }}\n\n{_list(context, [('', rows)])}"

"""Model texts: the page that lists them, the files to take along, and those filled in for an event."""

from collections.abc import Iterator
from functools import partial

from draaiboek.derive.events import occasion_of
from draaiboek.derive.templates import derive_template, template_ids, template_page
from draaiboek.model.chapter import Template
from draaiboek.model.entries import Event, Status
from draaiboek.render.citations import escape
from draaiboek.render.formats import TEMPLATE_RENDERERS
from draaiboek.stage.context import Context
from draaiboek.stage.page import StagedPage, TakeAlong

FOLDER = "tools/templates"


def template_pages(context: Context) -> Iterator[StagedPage]:
    """One page that lists every model text with when to use it."""
    names = template_ids(context.catalogue, context.language)
    if not names:
        return
    lines = [f"# {context.text('templates')}", "", context.text("templates-intro"), ""]
    for name in names:
        page = template_page(context.catalogue, name, context.language)
        ending = _format(context, name)
        label = f"{escape(page.title)} ({context.text(f'download-{ending}')})"
        lines.append(f"- [{label}](templates/{name}.{ending}): {escape(page.description)}")
    title, intro = context.text("templates"), context.text("templates-intro")
    yield StagedPage(f"{FOLDER}.md", title, intro, "plain", "playbook", "\n".join(lines), context.language)


def template_files(context: Context) -> Iterator[tuple[str, TakeAlong]]:
    """Every model text left open, and filled in for every event still to come."""
    for name in template_ids(context.catalogue, context.language):
        yield f"{FOLDER}/{name}.{_format(context, name)}", partial(_make, context, name, None)
        for event in events_to_fill(context):
            yield f"events/{event.id}/{name}.{_format(context, name)}", partial(_make, context, name, event)


def events_to_fill(context: Context) -> list[Event]:
    """The events that organisers are preparing."""
    wanted = (Status.PLANNED, Status.CONFIRMED)
    return [event for event in context.catalogue.events.values() if event.status in wanted and occasion_of(event)]


def _format(context: Context, name: str) -> str:
    front = template_page(context.catalogue, name, context.language).front
    return front.format if isinstance(front, Template) else "docx"


def _make(context: Context, name: str, event: Event | None) -> bytes:
    view = derive_template(context.catalogue, name, context.language, context.today, context.site_url, event)
    return TEMPLATE_RENDERERS[view.format](view)


def step_links(context: Context, step: str, depth: int) -> str:
    """Links from a step to the model texts that serve it; `depth` is how deep the page lies."""
    links = []
    for name in template_ids(context.catalogue, context.language):
        page = template_page(context.catalogue, name, context.language)
        if isinstance(page.front, Template) and step in page.front.steps:
            label = context.text("template-of-step", title=escape(page.title))
            links.append(f"- [{label}]({'../' * depth}{FOLDER}/{name}.{page.front.format})")
    return "\n".join(links)


def event_links(context: Context, event: Event) -> str:
    """Links from an event to its model texts, under a heading; nothing for events that are over."""
    if event not in events_to_fill(context):
        return ""
    lines = [f"## {context.text('templates-filled')} {{ #templates }}", ""]
    for name in template_ids(context.catalogue, context.language):
        page = template_page(context.catalogue, name, context.language)
        lines.append(f"- [{escape(page.title)}]({name}.{_format(context, name)})")
    return "\n".join(lines) if len(lines) > 2 else ""

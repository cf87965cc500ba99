"""What stands above the languages: choosing one, the common 404 page, the sitemap, the data."""

import csv
import io
import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit
from xml.sax.saxutils import escape, quoteattr

from draaiboek.catalogue import Catalogue
from draaiboek.model.entries import Event, Quantity, Turnout
from draaiboek.model.source_language import SOURCE_LANGUAGE
from draaiboek.render.html.blocks import render_html
from draaiboek.render.json.event import event_entry
from draaiboek.render.server import CSP, render_headers
from draaiboek.stage.site_plan import SitePlan


def root_files(catalogue: Catalogue, plan: SitePlan) -> Iterator[tuple[str, bytes]]:
    """Path below the site's root, and bytes."""
    base = urlsplit(plan.settings.site_url).path
    languages = [entry for code, entry in catalogue.languages.items() if code in plan.languages]
    strings = {entry.code: catalogue.strings.get(entry.code, {}) for entry in languages}
    context = {"languages": languages, "strings": strings, "csp": CSP}
    yield "index.html", _page("root-index.html", catalogue, {**context, "base": "", "found": True})
    yield "404.html", _page("root-index.html", catalogue, {**context, "base": base, "found": False})
    yield "sitemap.xml", sitemap(plan).encode()
    yield "_headers", render_headers(plan.languages).encode()
    for address, target in plan.redirects.items():
        page = {"target": _relative(address, target), "canonical": f"{plan.settings.site_url}{target}", "csp": CSP}
        yield f"{address}index.html", _page("redirect.html", catalogue, page)
    yield "data/events.json", events_json(catalogue)
    yield "data/events.csv", events_csv(catalogue)


def _page(template: str, catalogue: Catalogue, context: dict[str, Any]) -> bytes:
    return (render_html(template, catalogue, SOURCE_LANGUAGE, context) + "\n").encode()


def _relative(address: str, target: str) -> str:
    """The way from one address of the site to another; both end in a slash."""
    return "../" * address.count("/") + target


def sitemap(plan: SitePlan) -> str:
    """Every page that is in its own language, with the same page in the others (hreflang)."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ]
    own = {
        code: {page.url for page in language.pages.values() if page.content_language == code and page.kind != "search"}
        for code, language in plan.languages.items()
    }
    for code, urls in own.items():
        for url in sorted(urls):
            lines.append("<url>")
            lines.append(f"<loc>{escape(f'{plan.settings.site_url}{code}/{url}')}</loc>")
            for other in (name for name, found in own.items() if url in found):
                href = quoteattr(f"{plan.settings.site_url}{other}/{url}")
                lines.append(f'<xhtml:link rel="alternate" hreflang="{other}" href={href}/>')
            lines.append("</url>")
    return "\n".join([*lines, "</urlset>", ""])


def _real(catalogue: Catalogue) -> list[Event]:
    """The events that count: examples are no data."""
    return [event for event in catalogue.events.values() if not event.example]


def events_json(catalogue: Catalogue) -> bytes:
    """The public data of all events, in the notation editors write."""
    rows = [event_entry(event) for event in _real(catalogue)]
    return (json.dumps({"events": rows}, ensure_ascii=False, indent=2) + "\n").encode()


def _number(turnout: Turnout | None, name: str) -> str:
    quantity: Quantity | None = getattr(turnout, name, None)
    if quantity is None:
        return ""
    return f"{quantity.value}" if quantity.qualifier.value == "exact" else f"{quantity.qualifier.value} {quantity.value}"


def events_csv(catalogue: Catalogue) -> bytes:
    """One row an event: UTF-8 with a byte order mark and semicolons."""
    counted = tuple(Turnout.model_fields)
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    facts = ("id", "playbook", "status", "date", "date-before", "municipality", "venue")
    writer.writerow([*facts, *(name.replace("_", "-") for name in counted), "sources"])
    for event in _real(catalogue):
        row = [getattr(event, name.replace("-", "_")) for name in facts]
        numbers = [_number(event.results, name) for name in counted]
        writer.writerow([*("" if cell is None else str(cell) for cell in row), *numbers, " ".join(event.sources)])
    return ("\ufeff" + text.getvalue()).encode()

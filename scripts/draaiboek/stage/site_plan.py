"""All pages and files of all languages, in memory: what `write_stage` puts on disk."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from functools import lru_cache, partial

from draaiboek.catalogue import Catalogue
from draaiboek.derive.glossary import search_words
from draaiboek.derive.search import search_sections
from draaiboek.load.settings import Settings
from draaiboek.render.browser.planner import render_planner_script
from draaiboek.stage.chapters import add_contents, chapter_pages, home_meta
from draaiboek.stage.charts import add_charts
from draaiboek.stage.config import engine_config
from draaiboek.stage.context import Context
from draaiboek.stage.events import event_feeds, event_files, event_pages, role_calendar_files
from draaiboek.stage.frame import add_frame, is_full
from draaiboek.stage.glossary import glossary_page
from draaiboek.stage.lists import list_pages
from draaiboek.stage.methods import add_methods
from draaiboek.stage.page import StagedPage, TakeAlong
from draaiboek.stage.places import Places
from draaiboek.stage.playbooks import playbook_files, playbook_pages
from draaiboek.stage.professions import profession_pages
from draaiboek.stage.reference import reference_pages, search_page
from draaiboek.stage.register import register_pages
from draaiboek.stage.templates import filled_template_files, template_files, template_pages
from draaiboek.stage.tools import tool_pages
from draaiboek.stage.uses import derive_uses
from draaiboek.stage.visitors import visitor_files, visitor_pages


@dataclass(frozen=True, slots=True)
class LanguagePlan:
    """One language: its pages, its other files and the files to take along, by path below `build/<lang>/`.

    `scripts` hold data for the browser's code; they are made when the stage is written.
    """

    code: str
    pages: dict[str, StagedPage]
    files: dict[str, bytes]
    scripts: dict[str, TakeAlong]
    take_along: dict[str, TakeAlong]
    passing: frozenset[str] = frozenset()
    """Files to take along that go when an event is over; their addresses are not for ever."""


@dataclass(frozen=True, slots=True)
class SitePlan:
    """Everything that will be staged."""

    languages: dict[str, LanguagePlan]
    settings: Settings
    redirects: Mapping[str, str]


def plan_site(catalogue: Catalogue, settings: Settings, today: date) -> SitePlan:
    """Put together all pages of all languages."""
    contexts = {code: Context(catalogue, code, today, settings.site_url) for code in catalogue.languages}
    pages = {code: _pages(context, settings) for code, context in contexts.items()}
    addresses = {code: frozenset(page.url for page in found.values()) for code, found in pages.items()}
    plans = {}
    for code, context in contexts.items():
        add_frame(context, pages[code], addresses, settings)
        files = {
            "mkdocs.yml": engine_config(context, pages[code], settings),
            "docs/search.json": _search(context, pages[code]),
        }
        lasting, passing = _lasting(context), _passing(context)
        plans[code] = LanguagePlan(code, pages[code], files, _scripts(context), lasting | passing, frozenset(passing))
    return SitePlan(plans, settings, catalogue.redirects)


def _pages(context: Context, settings: Settings) -> dict[str, StagedPage]:
    pages = list(chapter_pages(context.catalogue, context.language))
    if is_full(context):
        pages += playbook_pages(context)
        pages += event_pages(context)
        pages += template_pages(context)
        pages += tool_pages(context)
        pages.append(glossary_page(context))
    pages += visitor_pages(context)
    found = {page.path: page for page in pages}
    for page in pages:
        add_charts(context, page)
    if is_full(context):
        _add_data_pages(context, found)
    add_methods(context, found)
    add_contents(context, found)
    if "index.md" not in found:
        landing = found.get("visitors/index.md")
        found["index.md"] = _visitors_home(landing) if landing else _plain_home(context, found)
    else:
        found["index.md"].meta |= home_meta(
            context.catalogue, context.language, context.today, list(settings.home_figures)
        )  # fmt: skip
    found["search.md"] = search_page(context, list(found.values()))
    return found


def _add_data_pages(context: Context, found: dict[str, StagedPage]) -> None:
    """Pages from data: each links to those before it, and those of sources and figures to all that use them."""
    places = Places(found)

    def add(pages: Iterable[StagedPage]) -> None:
        found.update({page.path: page for page in pages})

    add(reference_pages(context, ()))
    add(profession_pages(context, places))
    add(list_pages(context, places))
    add(reference_pages(context, derive_uses(context.catalogue, found)))
    add(register_pages(context, places))


def _visitors_home(page: StagedPage) -> StagedPage:
    """The home of a language that has only the visitors' section: that section's first page."""
    body = re.sub(r"\]\((?!https?:|#)", "](visitors/", page.body)
    return replace(page, path="index.md", body=body, kind="landing", meta=dict(page.meta), searchable=False)


def _plain_home(context: Context, pages: dict[str, StagedPage]) -> StagedPage:
    """The home of a language for which nobody has written one yet: what there is to read."""
    title = context.text("visitors-home")
    lines = [f"- [{page.title}]({path})" for path, page in sorted(pages.items())]
    body = "\n".join([f"# {title}", "", *lines])
    return StagedPage("index.md", title, context.text("site-tagline"), "landing", "home", body, context.language)


def _scripts(context: Context) -> dict[str, TakeAlong]:
    """What the planner's pages of a language share."""
    if not is_full(context):
        return {}
    return {"docs/assets/javascripts/planner-data.js": partial(render_planner_script, context.catalogue, context.language)}


def take_along(catalogue: Catalogue, site_url: str, today: date, language: str) -> dict[str, TakeAlong]:
    """All files to take along in one language, without its pages."""
    context = Context(catalogue, language, today, site_url)
    return _lasting(context) | _passing(context)


def _lasting(context: Context) -> dict[str, TakeAlong]:
    files = [*visitor_files(context), *template_files(context)]
    if is_full(context):
        files += [*playbook_files(context), *event_files(context), *event_feeds(context)]
    return {f"docs/{path}": make for path, make in files}


def _passing(context: Context) -> dict[str, TakeAlong]:
    """What helps to prepare an event, and goes when it is over."""
    files = list(filled_template_files(context))
    if is_full(context):
        files += role_calendar_files(context)
    return {f"docs/{path}": make for path, make in files}


def _search(context: Context, pages: dict[str, StagedPage]) -> bytes:
    """The sections to search: only pages that are in this language."""
    found = [
        _found(page.url, page.title, page.body)
        for page in sorted(pages.values(), key=lambda page: page.path)
        if page.searchable and page.content_language == context.language
    ]
    head = json.dumps({"lang": context.language, "same": search_words(context.catalogue, context.language)}, ensure_ascii=False)
    return f'{head.removesuffix("}")}, "pages": [{", ".join(found)}]}}\n'.encode()


@lru_cache(maxsize=2_048)
def _found(url: str, title: str, body: str) -> str:
    """The sections of one page, as JSON."""
    sections = [asdict(section) for section in search_sections(body, title)]
    return json.dumps({"url": url, "title": title, "sections": sections}, ensure_ascii=False)

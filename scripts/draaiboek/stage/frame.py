"""What stands around a page: navigation in proportion to the page, and the same page elsewhere."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from draaiboek.catalogue import Catalogue
from draaiboek.derive.alphabet import alphabetical
from draaiboek.load.headings import elements_of, headings_of
from draaiboek.load.settings import Settings
from draaiboek.model.entries import Scope
from draaiboek.model.site import PAGES
from draaiboek.stage.context import Context
from draaiboek.stage.page import StagedPage

SECTIONS = tuple(row.address.removesuffix("/index") for row in PAGES if row.navigation)
"""The main navigation: the folder of each section."""
_MOST_LOCAL = 17
"""As many pages of one folder fit beside the text of a page."""
_MARKS = re.compile(r"\[\^[^\]]+\]|[*_`]|\\(?=\W)")
"""What the words of a heading are marked with."""

Pages = Mapping[str, StagedPage]
"""The pages of one language by their Markdown path."""


def add_frame(context: Context, pages: Pages, addresses: Mapping[str, frozenset[str]], settings: Settings) -> None:
    """Give every page of a language what the frame needs."""
    folders = _folders(pages)
    for page in pages.values():
        meta = page.meta
        meta["url"] = page.url
        meta["alternates"] = [code for code in context.catalogue.languages if page.url in addresses[code]]
        meta["breadcrumbs"] = _breadcrumbs(context, page, pages)
        meta["canonical"] = context.address(page.url)
        meta["toc"] = [] if page.kind == "register" else _contents(page.body)
        if page.content_language != context.language:
            language = context.catalogue.languages[page.content_language]
            meta |= {"content_lang": language.code, "content_dir": language.direction.value, "noindex": True}
        _add_local(context, page, folders.get(_folder(page), []))
        if settings.repository and page.source_file:
            meta["edit_url"] = f"{settings.repository}/{settings.edit_path}{page.source_file}"
            meta["report_url"] = f"{settings.repository}/issues/new?title={page.source_file}"


def _breadcrumbs(context: Context, page: StagedPage, pages: Pages) -> list[dict[str, str]]:
    """Home, then every page above this one."""
    if not page.url:
        return []
    crumbs = [{"title": context.text("section-home"), "url": "./"}]
    parts = page.url.rstrip("/").split("/")
    for depth in range(1, len(parts)):
        above = pages.get("/".join([*parts[:depth], "index.md"]))
        if above is not None:
            crumbs.append({"title": above.title, "url": above.url})
    return crumbs


@lru_cache(maxsize=2_048)
def _contents(body: str) -> list[dict[str, str]]:
    """The second-level headings, for the list on the page; the register has its letters instead."""
    parts = [(one.index, one.anchor, one.text) for one in headings_of(body) if one.level == 2 and one.anchor]
    parts += [(one.index, one.anchor, one.text) for one in elements_of(body) if one.name == "h2"]
    found = [{"id": anchor, "title": _MARKS.sub("", text)} for _, anchor, text in sorted(parts)]
    return found if len(found) > 2 else []


def _folder(page: StagedPage) -> str:
    return page.path.rpartition("/")[0]


def _folders(pages: Pages) -> dict[str, list[StagedPage]]:
    """The pages of every folder in reading order, the folder's own page first."""
    found: dict[str, list[StagedPage]] = {}
    for page in pages.values():
        found.setdefault(_folder(page), []).append(page)
    return {folder: sorted(near, key=_reading_order) for folder, near in found.items() if _is_read_in_order(folder)}


def _is_read_in_order(folder: str) -> bool:
    """Events and what stands on its own are no sequence."""
    return folder not in ("", "visitors/events")


def _reading_order(page: StagedPage) -> tuple[bool, int, tuple[str, str]]:
    """The folder's own page first, then as numbered, then by title."""
    return not page.path.endswith("index.md"), page.meta.get("order", 0), alphabetical(page.title)


def _add_local(context: Context, page: StagedPage, near: list[StagedPage]) -> None:
    """Navigation beside the text, and the pages before and after this one; `near` are those of its folder."""
    if len(near) < 2 or page.path == "playbook/index.md" or page.kind in ("event", "events", "search"):
        return
    place = next(number for number, other in enumerate(near) if other is page)
    shown = _around(near, place)
    local: dict[str, Any] = {
        "title": near[0].title,
        "items": [_link(context, other) | ({"current": True} if other is page else {}) for other in shown],
    }
    if len(shown) < len(near):
        local["all"] = {"count": str(len(near) - 1), "url": near[0].url}
    page.meta["local"] = local
    if place:
        page.meta["previous"] = _link(context, near[place - 1])
    if place + 1 < len(near):
        page.meta["next"] = _link(context, near[place + 1])


def _around(near: list[StagedPage], place: int) -> list[StagedPage]:
    """All pages of a folder, or of a big one those around the page; the folder's own page has them all."""
    if len(near) <= _MOST_LOCAL:
        return near
    start = min(max(1, place - _MOST_LOCAL // 2), len(near) - _MOST_LOCAL + 1)
    return [near[0], *near[start : start + _MOST_LOCAL - 1]]


def _link(context: Context, page: StagedPage) -> dict[str, Any]:
    """A link to a page; its title says so when it is in another language."""
    link: dict[str, Any] = {"title": page.title, "url": page.url}
    return link if page.content_language == context.language else {**link, "lang": page.content_language}


def sections(context: Context, pages: Pages) -> list[dict[str, str]]:
    """The main navigation: the sections that this language has."""
    return [
        {"id": name, "title": context.text(f"section-{name}"), "url": f"{name}/"}
        for name in SECTIONS
        if f"{name}/index.md" in pages
    ]


def footer(context: Context, pages: Pages) -> list[dict[str, Any]]:
    """Links at the foot of every page."""
    found = (pages.get(row.path) for row in PAGES if row.footer)
    return [_link(context, page) for page in found if page is not None]


def languages(catalogue: Catalogue) -> list[dict[str, str]]:
    """All languages of the site, for pages that exist in none of them."""
    return [
        {"code": code, "name": language.name, "dir": language.direction.value, "home": f"../{code}/"}
        for code, language in catalogue.languages.items()
    ]


def is_full(context: Context) -> bool:
    """Whether this language has the whole site."""
    return context.catalogue.languages[context.language].scope is Scope.FULL

"""Where each source and each figure is used: the pages that cite it or show it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from draaiboek.catalogue import Catalogue
from draaiboek.stage.page import StagedPage
from draaiboek.stage.places import full_title

_CITED = re.compile(r"\[\^([\w-]+)\](?!:)|(?:figures|sources)/#([\w-]+)\"")

@dataclass(frozen=True, slots=True)
class Use:
    """A page that uses a source or a figure: its Markdown file, its title, its language."""

    path: str
    title: str
    language: str


Uses = tuple[tuple[str, tuple[Use, ...]], ...]
"""The id of a source or a figure, and the pages that use it, in the order of their addresses."""


def derive_uses(catalogue: Catalogue, pages: Mapping[str, StagedPage]) -> Uses:
    """Look through all pages; who cites a figure also uses its source."""
    found: dict[str, dict[str, StagedPage]] = {}
    for page in sorted(pages.values(), key=lambda page: page.path):
        for name in _cited(page, catalogue):
            found.setdefault(name, {})[page.path] = page
            if name in catalogue.figures:
                found.setdefault(catalogue.figures[name].source, {})[page.path] = page
    return tuple(
        (name, tuple(Use(page.path, full_title(page, pages), page.content_language) for page in using.values()))
        for name, using in found.items()
    )


def _cited(page: StagedPage, catalogue: Catalogue) -> Iterable[str]:
    """The ids on a page; an event's page names the sources of the event's data."""
    yield from _marks(page.body)
    event = catalogue.events.get(page.path.removeprefix("events/").removesuffix("/index.md"))
    if event is not None and page.path.startswith("events/"):
        yield from event.sources


@lru_cache(maxsize=2_048)
def _marks(body: str) -> tuple[str, ...]:
    """The ids that a text cites or links to, in order."""
    return tuple(match[1] or match[2] for match in _CITED.finditer(body))

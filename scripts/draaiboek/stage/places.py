"""Places on the site as links: the page, the part of it, and what both are called."""

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from html import unescape

from draaiboek.derive.checklist import plain
from draaiboek.load.headings import elements_of, headings_of
from draaiboek.stage.page import StagedPage


@dataclass(frozen=True, slots=True)
class Spot:
    """A link: a relative address, the page's title, the title of the part, and the language of both."""

    url: str
    page: str
    part: str
    language: str


class Places:
    """The pages of one language, also those that are still to be added."""

    def __init__(self, pages: Mapping[str, StagedPage]) -> None:
        self._pages = pages

    def spot(self, place: str, seen_from: str) -> Spot | None:
        """The link from one page (its address) to a place; None where this language lacks the page."""
        name, _, anchor = place.partition("#")
        page = self._pages.get(f"{name}.md") or self._pages.get(f"{name}/index.md")
        if page is None:
            return None
        url = relative_url(seen_from, page.url) + (f"#{anchor}" if anchor else "")
        return Spot(url, plain(full_title(page, self._pages)), self._part(page, anchor) if anchor else "", page.content_language)

    def spots(self, places: Iterable[str], seen_from: str) -> list[Spot]:
        """The links to those places that this language has."""
        found = (self.spot(place, seen_from) for place in places)
        return [spot for spot in found if spot is not None]

    def _part(self, page: StagedPage, anchor: str) -> str:
        return _parts(page.body).get(anchor, "")


@lru_cache(maxsize=2_048)
def _parts(body: str) -> dict[str, str]:
    """What has an id on a page, with its words."""
    found = {element.anchor: unescape(element.text) for element in elements_of(body)}
    found |= {heading.anchor: heading.text for heading in headings_of(body) if heading.anchor and heading.level > 1}
    return {name: plain(words) for name, words in found.items()}


def full_title(page: StagedPage, pages: Mapping[str, StagedPage]) -> str:
    """The title of a page as it stands alone: phases of several playbooks are called alike."""
    folder = page.path.rpartition("/")[0]
    above = pages.get(f"{folder}/index.md")
    return f"{page.title} ({above.title})" if page.kind == "phase" and above is not None else page.title


@lru_cache(maxsize=20_000)
def relative_url(seen_from: str, url: str) -> str:
    """From one address below the language's root to another; both end in a slash, the root is empty."""
    found = posixpath.relpath(url or ".", seen_from or ".")
    return f"{found}/"

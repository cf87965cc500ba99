"""Light and steady: what a first visit costs over the wire, and whether anything moves while a page comes in."""

import gzip
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest
from playwright.sync_api import Page

MOST = 100_000
"""Bytes of a first visit, compressed: the page and every style, script and picture it names."""
SITE = "http://site.invalid/"


@cache
def compressed(file: Path) -> int:
    """Bytes of a file as a server sends it."""
    return len(gzip.compress(file.read_bytes(), compresslevel=6))


def parts(document: Any, site: Path) -> set[Path]:
    """The files that a browser which knows nothing yet fetches for a page."""
    named = [one["href"] for one in document.all("link") if one.get("rel") in ("stylesheet", "icon")]
    named += [one["src"] for one in document.all("script", "img", "source") if "src" in one]
    paths = (urlsplit(urljoin(SITE + document.address, name)).path for name in named)
    return {document.file, *(site / path.lstrip("/") for path in paths)}


def test_first_visit_to_any_page_costs_at_most_100_kilobytes(staying: list[Any], site: Path) -> None:
    costs = {document.address: sum(map(compressed, parts(document, site))) for document in staying}

    assert {address: cost for address, cost in costs.items() if cost > MOST} == {}


# A distant server: every style and script comes a while after the page that names it, which is painted meanwhile.
DISTANT = {"offline": False, "latency": 60, "downloadThroughput": -1, "uploadThroughput": -1}

TOO_MUCH = 0.001
"""A hundredth of what counts as good: a line that comes in two parts, and nothing else."""

SHIFTS = """async () => {
  for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
  const observer = new PerformanceObserver(() => {});
  observer.observe({ type: "layout-shift", buffered: true });
  return observer.takeRecords().map(({ value, sources }) => [value, sources.map(({ node }) =>
    node?.outerHTML?.slice(0, 80) ?? node?.textContent?.slice(0, 80) ?? "something that has gone")]);
}"""


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_moves_while_a_page_comes_in(
    some: list[Any], server: str, walk: Callable[..., list[Any]], width: int
) -> None:
    def examine(page: Page, address: str) -> list[str]:
        line = page.context.new_cdp_session(page)
        line.send("Network.enable")
        line.send("Network.setCacheDisabled", {"cacheDisabled": True})
        line.send("Network.emulateNetworkConditions", DISTANT)
        page.goto(server + address)
        shifts = page.evaluate(SHIFTS)
        line.detach()
        return [f"{address}: {value:.3f} {nodes}" for value, nodes in shifts if value > TOO_MUCH]

    addresses = [document.address for document in some]
    found = walk(addresses, examine, viewport={"width": width, "height": 800}, reduced_motion="reduce")

    told = [fault for faults in found for fault in faults]
    assert not told, "\n".join(told)

"""Navigation beside the text stays in proportion to the page, however many pages a folder has."""

import re
from datetime import date
from pathlib import Path

import pytest
from draaiboek.catalogue import build_catalogue
from draaiboek.load.project import load_project
from draaiboek.load.settings import load_settings
from draaiboek.stage import SitePlan, plan_site
from draaiboek.stage.page import StagedPage

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def plan() -> SitePlan:
    return plan_site(build_catalogue(load_project(ROOT)), load_settings(ROOT), date(2026, 11, 22))


def pages_in(plan: SitePlan, folder: str) -> list[StagedPage]:
    """The pages of a folder in reading order, as its pages name each other."""
    pages = {page.url: page for page in plan.languages["nl"].pages.values()}
    found = [pages[folder]]
    while following := found[-1].meta.get("next"):
        found.append(pages[following["url"]])
    return found


@pytest.mark.parametrize("folder", ["book/", "methods/", "playbook/salon/"])
def test_pages_around_stand_beside_the_text_with_the_page_itself_and_its_folder(plan: SitePlan, folder: str) -> None:
    pages = pages_in(plan, folder)
    for place, page in enumerate(pages):
        local = page.meta["local"]
        urls = [item["url"] for item in local["items"]]

        assert urls[0] == folder
        assert [item["url"] for item in local["items"] if item.get("current")] == [page.url]
        assert len(urls) == min(len(pages), 17) == len(set(urls))
        neighbours = [other.url for other in pages[max(0, place - 1) : place + 2]]
        assert set(neighbours) <= set(urls)
        assert local.get("all") == ({"count": str(len(pages) - 1), "url": folder} if len(pages) > 17 else None)


def test_page_of_a_big_folder_leads_to_all_of_its_pages(plan: SitePlan) -> None:
    pages = pages_in(plan, "methods/")
    named = set(re.findall(r"\(([\w-]+)\.md\)|href=\"([\w-]+)/\"", pages[0].body))

    assert len(pages) > 17
    assert {page.url.split("/")[1] for page in pages[1:]} <= {name for pair in named for name in pair}

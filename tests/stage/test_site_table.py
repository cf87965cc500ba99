"""The table of what the site makes is true: staging makes these pages and files, and no others."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import yaml
from draaiboek.catalogue import build_catalogue
from draaiboek.load.project import Project, load_project
from draaiboek.load.settings import load_settings
from draaiboek.model.site import FORMATS, PAGES, pages_of, url_of
from draaiboek.render.formats import RENDERERS
from draaiboek.rules.support.site_names import ids_on, lasting_addresses, names_of
from draaiboek.stage import SitePlan, plan_site

ROOT = Path(__file__).parent.parent.parent
TODAY = date(2026, 11, 22)

Made = tuple[Project, SitePlan]


@pytest.fixture(params=["small project", "project itself"])
def made(request: pytest.FixtureRequest, project: Callable[..., Path]) -> Made:
    strings = {f"i18n/{name}.yaml": (ROOT / f"i18n/{name}.yaml").read_bytes() for name in ("nl", "fr", "ar")}
    root = ROOT if request.param == "project itself" else project(strings)
    loaded = load_project(root)
    return loaded, plan_site(build_catalogue(loaded), load_settings(ROOT), TODAY)


def test_staging_makes_the_lasting_addresses_and_no_others(made: Made) -> None:
    project, plan = made
    staged = {
        f"{code}/{address}"
        for code, language in plan.languages.items()
        for address in (
            *(page.url for page in language.pages.values()),
            *(path.removeprefix("docs/") for path in language.take_along if path not in language.passing),
        )
    }

    assert staged == lasting_addresses(project)
    assert len(staged) > 50


def test_every_id_that_the_table_promises_stands_on_the_page(made: Made) -> None:
    project, plan = made
    names = names_of(project, "nl")
    promised = {path: ids_on(project, row, names) for row in PAGES for path in pages_of(row, names) if row.ids}
    missing = {
        path: sorted(name for name in ids or () if not re.search(rf"#{name}[ }}]|id=\"{name}\"", plan.languages["nl"].pages[path].body))
        for path, ids in promised.items()
    }

    assert {path: ids for path, ids in missing.items() if ids} == {}
    assert sum(len(ids or ()) for ids in promised.values()) > 5


def test_every_format_has_a_renderer_and_a_name(made: Made) -> None:
    project, plan = made
    offered = [link for page in plan.languages["fr"].pages.values() for link in page.meta.get("downloads", ())]

    assert list(RENDERERS) == list(FORMATS)
    assert {link["format"] for link in offered} == {form.id for form in FORMATS.values() if form.of_playbook or form.of_event}
    assert {link["title"] for link in offered} >= {"Excel", "Word", "PDF", "CSV", project.strings["fr"].value["download-ics"]}
    assert all(link["title"] for link in offered)


def test_the_page_of_a_tool_has_its_words_the_way_to_paper_and_a_place_for_its_code() -> None:
    catalogue = build_catalogue(load_project(ROOT))
    page = plan_site(catalogue, load_settings(ROOT), TODAY).languages["en"].pages["tools/tally.md"]
    title, intro, paper, mount, block = page.body.split("\n\n")

    assert (title, intro) == (f"# {catalogue.text('en', 'tally')}", catalogue.text("en", "tally-intro"))
    assert (paper, mount) == ("[Rather on paper? Take the tally sheet from the model texts](templates.md)", '<div id="tally"></div>')
    assert block.startswith('<script type="application/json" id="tally-data">{')
    assert page.meta["tool"] == "tally"


def test_navigation_footer_and_what_to_look_up_stand_in_their_own_order() -> None:
    plan = plan_site(build_catalogue(load_project(ROOT)), load_settings(ROOT), TODAY)
    pages = plan.languages["nl"].pages
    frame = yaml.safe_load(plan.languages["nl"].files["mkdocs.yml"])["extra"]
    look_up = pages["book/index.md"].body.partition("{ #look-up }")[2]

    assert [link["url"] for link in frame["sections"]] == ["book/", "methods/", "playbook/", "events/", "visitors/"]
    assert [link["url"] for link in frame["footer"]] == [url_of(row.path) for row in PAGES if row.footer]
    assert re.findall(r"\]\(\.\./([\w/-]+)\.md\)", look_up) == [
        "for-you", "register", "glossary", "figures", "professions/index", "lists", "sources",
    ]  # fmt: skip

"""Pages made from data: every place in the register leads somewhere, and sources say where they are used."""

import re
from datetime import date
from pathlib import Path

import pytest
from draaiboek.catalogue import build_catalogue
from draaiboek.load.project import Project, load_project
from draaiboek.load.settings import load_settings
from draaiboek.stage import SitePlan, plan_site
from draaiboek.stage.page import StagedPage

ROOT = Path(__file__).parent.parent.parent
SEEDS = {
    "minister-answer-2008", "verso-iedertalenttelt", "vdab-projecten", "antwerp-interview-2019", "minderhedenforum-2020",
}  # fmt: skip


@pytest.fixture(scope="module")
def project() -> Project:
    return load_project(ROOT)


@pytest.fixture(scope="module")
def plan(project: Project) -> SitePlan:
    return plan_site(build_catalogue(project), load_settings(ROOT), date(2026, 11, 22))


def page(plan: SitePlan, path: str, language: str = "nl") -> StagedPage:
    return plan.languages[language].pages[path]


def section(text: str, anchor: str) -> str:
    """What stands from an id to the next heading or list item."""
    return re.split(r"\n#|\n- ", text[text.index(f'{anchor}"' if f'"{anchor}"' in text else f"#{anchor} ") :])[0]


def test_the_inventory_has_all_rows_of_the_five_documents(project: Project) -> None:
    rows = [row.entry for row in project.entries("inventory")]

    assert sorted(row.number for row in rows) == list(range(1, 142))
    assert {name for row in rows for name in row.sources} == SEEDS


@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_every_place_of_the_register_is_a_link_with_the_name_of_its_section(plan: SitePlan, language: str) -> None:
    register = page(plan, "register.md", language)
    pages = {found.url: found for found in plan.languages[language].pages.values()}
    links = re.findall(r'<li><a href="\.\./([^"#]*)(?:#([^"]+))?"[^>]*>(.+?)</a></li>', register.body)

    assert len(links) > 300
    for url, anchor, words in links:
        assert url in pages
        if anchor:
            assert re.search(rf'(?:id="|#){anchor}[" ]', pages[url].body), (url, anchor)
            assert re.sub(r"<span.*?</span>\s*|\s", "", words), (url, anchor)


def test_the_register_holds_every_row_and_every_term(plan: SitePlan, project: Project) -> None:
    ids = re.findall(r'<li id="([^"]+)"', page(plan, "register.md").body)

    assert sorted(ids) == sorted(project.ids("inventory") | project.ids("register"))


def test_a_source_and_a_figure_name_the_pages_that_use_them(plan: SitePlan) -> None:
    sources, figures = page(plan, "sources.md").body, page(plan, "figures.md").body

    # Cited directly, through a figure, and by the data of an event.
    used = section(sources, "zorgtalent-2019")
    assert "](book/key-figures.md)" in used
    assert "](book/measuring.md)" in used
    assert "](events/antwerp-2/index.md)" in used
    assert "](book/measuring.md)" in section(figures, "antwerp-2-visitors")


def test_chapters_show_their_charts_in_the_language_of_the_text(plan: SitePlan) -> None:
    for language in ("nl", "fr"):
        body = page(plan, "book/why.md", language).body
        assert "```chart" not in body
        assert '<figcaption id="chart-staff-share-definitions">Vier antwoorden op dezelfde vraag</figcaption>' in body
        assert 'href="../../figures/#staff-share"' in body


def test_each_profession_has_a_card_in_every_full_language(plan: SitePlan, project: Project) -> None:
    for language in ("nl", "fr", "en"):
        for name in project.ids("professions"):
            card = page(plan, f"professions/{name}.md", language)
            assert card.content_language == language
            assert card.kind == "profession"
    assert "147 postes vacants" in page(plan, "professions/nurse.md", "fr").body


def test_chapters_and_sheets_say_how_long_they_take(plan: SitePlan) -> None:
    assert page(plan, "book/why.md").meta["reading"].startswith("Ongeveer ")
    assert page(plan, "methods/sherpa.md", "en").meta["reading"].startswith("About ")
    assert "reading" not in page(plan, "visitors/what-is-a-salon.md").meta


def test_the_arabic_site_has_none_of_these_pages(plan: SitePlan) -> None:
    assert not {"register.md", "sources.md", "figures.md", "lists.md", "professions/index.md"} & set(
        plan.languages["ar"].pages
    )

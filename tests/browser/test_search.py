"""Search as visitors use it: however they spell, with the answer said aloud, and nothing leaving the page.

The questions are taken from what the site says, so that they follow its texts.
"""

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

import pytest
import yaml
from playwright.sync_api import Page, expect

ROOT = Path(__file__).parent.parent.parent
HAMZA = str.maketrans("أإآ", "ااا")


def plain(word: str) -> str:
    """A word without its accents."""
    return "".join(letter for letter in unicodedata.normalize("NFKD", word) if not unicodedata.combining(letter))


def words(site: Path, language: str) -> Iterator[tuple[str, str]]:
    """Every word in the headings and texts of a language, rarest first, with the address of its page."""
    pages = json.loads((site / language / "search.json").read_text(encoding="utf-8"))["pages"]
    found = []
    for page in pages:
        text = " ".join(f"{section['title']} {section['text']}" for section in page["sections"])
        found += [(word.lower(), page["url"]) for word in set(re.findall(r"[^\W\d_]{6,}", text))]
    times = Counter(word for word, _ in found)
    yield from sorted(found, key=lambda one: (times[one[0]], one))


def first(site: Path, language: str, wanted: Callable[[str], bool]) -> tuple[str, str]:
    """A rare word that is as wanted, and its page."""
    return next(one for one in words(site, language) if wanted(one[0]))


def strings(language: str) -> dict[str, str]:
    """The interface strings of a language."""
    return yaml.safe_load((ROOT / f"i18n/{language}.yaml").read_text(encoding="utf-8"))


def search(page: Page, address: str, asked: str) -> None:
    """Type a question on the search page and wait for the answer."""
    page.goto(address)
    page.locator("main input[type=search]").fill(asked)
    expect(page.locator("main [role=status]")).not_to_be_empty()


def expect_found(page: Page, url: str) -> None:
    """The page is among the results."""
    expect(page.locator(f'main .search-results a[href$="{url}"]').first).to_be_visible()


def test_accents_may_be_left_out(new_page: Callable[..., Page], server: str, site: Path) -> None:
    word, url = first(site, "fr", lambda word: plain(word) != word)
    page = new_page()
    search(page, f"{server}fr/search/", plain(word))

    expect_found(page, url)


def test_capitals_do_not_matter(new_page: Callable[..., Page], server: str, site: Path) -> None:
    word, url = first(site, "nl", str.isascii)
    page = new_page()
    search(page, f"{server}nl/search/", word.upper())

    expect_found(page, url)


def test_beginning_of_a_word_is_enough(new_page: Callable[..., Page], server: str, site: Path) -> None:
    word, url = first(site, "nl", lambda word: len(word) > 9)
    page = new_page()
    search(page, f"{server}nl/search/", word[:-2])

    expect_found(page, url)


def test_arabic_is_found_without_hamza(new_page: Callable[..., Page], server: str, site: Path) -> None:
    word, url = first(site, "ar", lambda word: word.translate(HAMZA) != word)
    page = new_page()
    search(page, f"{server}ar/search/", word.translate(HAMZA))

    expect_found(page, url)


def test_page_with_both_words_comes_before_pages_with_one(
    new_page: Callable[..., Page], server: str, site: Path
) -> None:
    pages = json.loads((site / "nl/search.json").read_text(encoding="utf-8"))["pages"]
    titles = " ".join(section["title"] for page in pages for section in [page, *page["sections"]]).lower()
    times = Counter(word for word, _ in words(site, "nl"))

    def some(text: str, least: int, most: int) -> list[str]:
        # Words of the text alone: one in a heading weighs more.
        found = sorted(set(re.findall(r"[a-z]{6,}", text.lower())))
        return [word for word in found if least <= times[word] <= most and word not in titles]

    url, rare, common = next(
        (page["url"], one[0], other[0])
        for page in pages
        for section in page["sections"]
        if (one := some(section["text"], 1, 1)) and (other := some(section["text"], 3, 6))
    )
    page = new_page()
    search(page, f"{server}nl/search/", f"{common} {rare}")
    results = page.locator("main .search-results > li > a:first-child")

    expect(results.first).to_have_attribute("href", f"../{url}")
    assert results.count() >= 3


@pytest.mark.parametrize("language", ["nl", "fr", "en", "ar"])
def test_number_of_pages_is_said_and_is_right(
    new_page: Callable[..., Page], server: str, site: Path, language: str
) -> None:
    word, _ = first(site, language, bool)
    page = new_page()
    search(page, f"{server}{language}/search/", word)
    shown = page.locator("main .search-results > li").count()

    expect(page.locator("main [role=status]")).to_have_text(
        strings(language)["search-count"].replace("{count}", f"{shown}")
    )


@pytest.mark.parametrize("language", ["nl", "fr", "en", "ar"])
def test_finding_nothing_is_said_with_what_was_asked(
    new_page: Callable[..., Page], server: str, language: str
) -> None:
    asked = "qqqxyz <qqq>"
    page = new_page()
    search(page, f"{server}{language}/search/", asked)

    expect(page.locator("main [role=status]")).to_have_text(
        strings(language)["search-none"].replace("{query}", asked)
    )
    expect(page.locator("main .search-results a")).to_have_count(0)


def test_question_stays_in_the_address_and_answers_again(
    new_page: Callable[..., Page], server: str, site: Path
) -> None:
    word, url = first(site, "fr", lambda word: plain(word) != word)
    page = new_page()
    search(page, f"{server}fr/search/", word)
    page.wait_for_url(f"{server}fr/search/?q={quote(word)}")
    page.reload()

    expect(page.locator("main input[type=search]")).to_have_value(word)
    expect_found(page, url)


def test_header_field_leads_to_the_search_page_with_the_question(
    new_page: Callable[..., Page], server: str, site: Path
) -> None:
    word, url = first(site, "nl", str.isascii)
    page = new_page()
    page.goto(f"{server}nl/")
    page.locator("header input[type=search]").fill(word)
    expect(page.locator("header [data-search-results] a").first).to_be_visible()
    page.locator("header input[type=search]").press("Enter")
    page.wait_for_url(f"{server}nl/search/?q={word}")

    expect_found(page, url)


def test_result_leads_to_the_section(new_page: Callable[..., Page], server: str, site: Path) -> None:
    pages = json.loads((site / "nl/search.json").read_text(encoding="utf-8"))["pages"]
    titles = Counter(section["title"] for page in pages for section in page["sections"] if section["id"])
    url, section = next(
        (page["url"], section)
        for page in pages
        for section in page["sections"]
        if section["id"] and titles[section["title"]] == 1 and section["title"].isascii()
    )
    page = new_page()
    search(page, f"{server}nl/search/", section["title"])
    page.locator(f'main .search-results a[href$="{url}#{section["id"]}"]').first.click()

    page.wait_for_url(f"{server}nl/{url}#{section['id']}")
    expect(page.locator(f'[id="{section["id"]}"]')).to_be_in_viewport()


def test_nothing_typed_leaves_the_page(new_page: Callable[..., Page], server: str, site: Path) -> None:
    word, _ = first(site, "nl", str.isascii)
    asked: list[Any] = []
    page = new_page()
    page.on("request", lambda request: asked.append(request))  # noqa: PLW0108 - Playwright leaves a mark on what it is given
    search(page, f"{server}nl/search/", word)

    assert {urlsplit(request.url).netloc for request in asked} == {urlsplit(server).netloc}
    assert [request.url for request in asked if word in request.url or request.method != "GET"] == []


def test_search_that_fails_says_so_and_leaves_the_list(new_page: Callable[..., Page], server: str) -> None:
    page = new_page()
    page.route("**/search.json", lambda route: route.abort())
    search(page, f"{server}nl/search/", "salon")

    expect(page.locator("main [role=status]")).to_have_text(strings("nl")["search-failed"])
    expect(page.locator("main article > ul a, main article a").first).to_be_visible()


@pytest.mark.parametrize(("asked", "name"), [("AgII", "agii"), ("allochtonen", "migration-background"), ("klare taal", "plain-language")])
def test_another_name_finds_the_term_and_the_pages_that_use_it(
    new_page: Callable[..., Page], server: str, site: Path, asked: str, name: str
) -> None:
    found = json.loads((site / "nl/search.json").read_text(encoding="utf-8"))
    others = [word for group in found["same"] if asked in group for word in group if word != asked]
    texts = {page["url"]: " ".join(section["text"] for section in page["sections"]).lower() for page in found["pages"]}
    urls = {
        url for url, text in texts.items() if asked.lower() not in text and any(word.lower() in text for word in others)
    }
    page = new_page()
    search(page, f"{server}nl/search/", asked)

    expect_found(page, f"glossary/#{name}")
    shown = {link.get_attribute("href") for link in page.locator("main .search-results > li > a:first-child").all()}
    assert shown & {f"../{url}" for url in urls}

"""The page above the languages, addresses that do not exist, and addresses that lead on."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

LANGUAGES = {"nl": "ltr", "fr": "ltr", "en": "ltr", "ar": "rtl"}


@pytest.mark.parametrize(
    ("locale", "home"),
    [("nl-BE", "nl/"), ("fr-BE", "fr/"), ("en-GB", "en/"), ("ar", "ar/"), ("ar-MA", "ar/"), ("nl", "nl/")],
)
def test_root_goes_to_the_language_of_the_browser(
    new_page: Callable[..., Page], server: str, locale: str, home: str
) -> None:
    page = new_page(locale=locale)
    page.goto(server, wait_until="commit")

    page.wait_for_url(server + home)
    expect(page.locator("html")).to_have_attribute("lang", home.rstrip("/"))


def expect_list(page: Page, server: str) -> None:
    """Every language is there to choose, in its own words and direction."""
    for code, direction in LANGUAGES.items():
        link = page.locator(f"main a[hreflang={code}]")
        expect(link).to_be_visible()
        assert link.evaluate("(link) => [link.href, getComputedStyle(link).direction, link.closest('[lang]').lang]") == [
            f"{server}{code}/",
            direction,
            code,
        ]


@pytest.mark.parametrize("address", ["", "?choose"])
def test_root_lists_the_languages_for_another_language_and_for_who_asks(
    new_page: Callable[..., Page], server: str, address: str
) -> None:
    page = new_page(locale="nl-BE" if address else "de-DE")
    page.goto(server + address)

    expect_list(page, server)
    expect(page).to_have_url(server + address)


def test_root_lists_the_languages_without_javascript(new_page: Callable[..., Page], server: str) -> None:
    page = new_page(locale="nl-BE", java_script_enabled=False)
    page.goto(server)

    for code in LANGUAGES:
        expect(page.locator(f'main a[href="{code}/"]')).to_be_visible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_missing_page_answers_in_its_language_however_deep(
    new_page: Callable[..., Page], server: str, language: str
) -> None:
    page = new_page()
    response = page.goto(f"{server}{language}/a/deep/address/")

    assert response
    assert response.status == 404
    expect(page.locator("html")).to_have_attribute("lang", language)
    expect(page.locator("html")).to_have_attribute("dir", LANGUAGES[language])
    expect(page.locator("h1")).to_be_visible()
    assert page.evaluate("() => [...document.styleSheets].every((sheet) => sheet.cssRules.length)")
    page.locator("main a").first.click()
    page.wait_for_url(f"{server}{language}/**")
    expect(page.locator("main h1")).to_be_visible()


def test_missing_page_outside_the_languages_lists_them_all(new_page: Callable[..., Page], server: str) -> None:
    page = new_page(locale="nl-BE")
    response = page.goto(f"{server}nowhere/at/all")

    assert response
    assert response.status == 404
    expect_list(page, server)


@pytest.mark.parametrize("scripts", [True, False])
def test_old_address_leads_to_the_new_one(new_page: Callable[..., Page], server: str, scripts: bool) -> None:
    page = new_page(java_script_enabled=scripts)
    page.goto(f"{server}nl/oud-adres/", wait_until="commit")

    page.wait_for_url(f"{server}nl/visitors/")


@pytest.mark.parametrize("width", [390, 1280])
def test_language_menu_keeps_the_page(new_page: Callable[..., Page], server: str, width: int) -> None:
    page = new_page(viewport={"width": width, "height": 800})
    page.goto(f"{server}nl/visitors/what-is-a-salon/")
    for code, direction in {"ar": "rtl", "fr": "ltr", "nl": "ltr"}.items():
        page.locator(".languages summary").click()
        page.locator(f".languages a[hreflang={code}]").click()
        page.wait_for_url(f"{server}{code}/visitors/what-is-a-salon/")
        expect(page.locator("html")).to_have_attribute("dir", direction)

"""With JavaScript switched off: menus open, the search page lists what there is, nothing dead is shown."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

PHONE = {"width": 390, "height": 800}


@pytest.fixture
def plain(new_page: Callable[..., Page]) -> Page:
    """A phone without JavaScript."""
    return new_page(java_script_enabled=False, viewport=PHONE)


@pytest.mark.parametrize("language", ["nl", "fr", "en", "ar"])
@pytest.mark.parametrize("button", [".menu > summary", ".languages summary"])
def test_menus_open_and_lead_on(plain: Page, server: str, language: str, button: str) -> None:
    plain.goto(f"{server}{language}/search/")
    menu = plain.locator(button).locator("xpath=..")
    link = menu.locator("a:not([aria-current])").first
    expect(link).to_be_hidden()
    plain.locator(button).click()
    expect(link).to_be_visible()
    link.click()

    expect(plain).not_to_have_url(f"{server}{language}/search/")
    expect(plain.locator("h1")).to_be_visible()


@pytest.mark.parametrize("language", ["nl", "fr", "en", "ar"])
def test_search_says_that_it_needs_javascript_and_lists_what_there_is(plain: Page, server: str, language: str) -> None:
    plain.goto(f"{server}{language}/visitors/")
    plain.locator("header .search-link").click()

    expect(plain.locator(".search-needs")).to_be_visible()
    expect(plain.locator("main a").first).to_be_visible()
    for link in plain.locator("main a").all():
        expect(link).to_be_visible()


@pytest.mark.parametrize("viewport", [PHONE, {"width": 1280, "height": 800}])
def test_what_needs_javascript_is_not_shown(
    new_page: Callable[..., Page], server: str, viewport: dict[str, int]
) -> None:
    page = new_page(java_script_enabled=False, viewport=viewport)
    page.goto(f"{server}nl/playbook/salon/checklist/")

    expect(page.locator("main h1")).to_be_visible()
    expect(page.locator("main button:visible, [data-scheme-choice]:visible")).to_have_count(0)


def test_lists_beside_the_text_can_be_opened_on_a_phone(plain: Page, server: str) -> None:
    plain.goto(f"{server}nl/playbook/salon/idea/")
    for name in ("local", "toc"):
        folded = plain.locator(f".{name} details")
        folded.locator("summary").click()

        expect(folded.locator("a").first).to_be_visible()


def test_lists_beside_the_text_stand_open_on_a_wide_screen(new_page: Callable[..., Page], server: str) -> None:
    page = new_page(java_script_enabled=False, viewport={"width": 1400, "height": 800})
    page.goto(f"{server}nl/playbook/salon/idea/")

    for name in ("local", "toc"):
        expect(page.locator(f".{name} a").first).to_be_visible()

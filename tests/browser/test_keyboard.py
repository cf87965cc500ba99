"""Everything with the keyboard alone: reached in order, seen while it has the focus, and left again."""

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Locator, Page, expect

SIZES = {"phone": {"width": 390, "height": 800}, "desktop": {"width": 1280, "height": 800}}
MOST = 900
"""No page has this many stops; a walk that does not end is a trap."""

# Everything one can act on. Of a group of radio buttons the keyboard stops at one.
STOPS = 'a[href], button, input, select, textarea, summary, [tabindex="0"]'

PREPARE = """(stops) => {
  const name = (element) => [element.localName, ...element.classList].join(".") + " " +
    (element.getAttribute("aria-label") ?? element.getAttribute("name") ?? element.textContent).trim().slice(0, 40);
  const style = (element) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    return { outline: outlineStyle === "none" ? 0 : parseFloat(outlineWidth), shadow: boxShadow };
  };
  const shown = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: false });
  const seen = new Set();
  let last = null;

  // The focus must be marked, in the window (of what is larger, nearly a window full), and not below something else.
  function fault(element) {
    const box = element.getBoundingClientRect();
    const { outline, shadow } = style(element);
    if (!shown(element) || box.width < 2 || box.height < 2) return "has the focus but cannot be seen";
    const top = Math.max(box.top, 0), bottom = Math.min(box.bottom, innerHeight);
    const left = Math.max(box.left, 0), right = Math.min(box.right, innerWidth);
    if (bottom - top < Math.min(box.height, innerHeight - 40) - 1) return `outside the window: ${Math.round(box.top)} to ${Math.round(box.bottom)}`;
    if (right - left < Math.min(box.width, innerWidth) - 1) return `beside the window: ${Math.round(box.left)} to ${Math.round(box.right)}`;
    const boxes = [...element.getClientRects()];
    const middle = (from, to, room) => (Math.max(from, 0) + Math.min(to, room)) / 2;
    const above = boxes.map((one) => document.elementFromPoint(middle(one.left, one.right, innerWidth), middle(one.top, one.bottom, innerHeight)));
    if (!above.some((one) => one && (element.contains(one) || one.contains(element)))) return `covered by ${above[0]?.className}`;
    last = { element, outline, shadow };
    return outline >= 2 || shadow !== "none" ? "" : "has no visible mark of the focus";
  }

  window.keyboard = {
    // The mark must come with the focus: once it has gone, the element looks different again.
    step() {
      const before = last, element = document.activeElement;
      // The day, the month and the year of a date are stops within one field.
      if (element && element === before?.element && element.matches("input[type=date], input[type=time]")) return { done: false, faults: [] };
      const faults = [];
      last = null;
      if (before && before.element !== element) {
        const now = style(before.element);
        if (now.outline === before.outline && now.shadow === before.shadow) faults.push(`${name(before.element)}: looks the same with and without focus`);
      }
      if (!element || element === document.body || seen.has(element)) return { done: true, faults };
      seen.add(element);
      const found = fault(element);
      if (found) faults.push(`${name(element)}: ${found}`);
      return { done: false, faults };
    },
    missed() {
      return [...document.querySelectorAll(stops)]
        .filter((element) => shown(element) && !element.disabled && element.tabIndex >= 0 && !seen.has(element))
        .filter((element) => element.type !== "radio" || element.checked)
        .map((element) => `${name(element)}: the keyboard does not get there`);
    },
  };
}"""


UNFOLD = """() => {
  const folded = [...document.querySelectorAll("details:not([data-menu], [open])")];
  for (const one of folded) one.open = true;
  return folded.length;
}"""


def quiet(new_page: Callable[..., Page], size: str, **options: Any) -> Page:
    """A page where nothing moves by itself: what has the focus is where it will stay."""
    return new_page(viewport=SIZES[size], reduced_motion="reduce", **options)


def tab_through(page: Page, key: str = "Tab") -> list[str]:
    """What is wrong at each stop, and what is never reached."""
    page.evaluate(PREPARE, STOPS)
    faults: list[str] = []
    for _ in range(MOST):
        page.keyboard.press(key)
        stop = page.evaluate("() => keyboard.step()")
        faults += stop["faults"]
        if stop["done"]:
            return faults + page.evaluate("() => keyboard.missed()")
    return [*faults, "the keyboard never gets out of this page"]


@pytest.mark.parametrize("size", SIZES)
def test_tab_reaches_everything_visibly_and_gets_out(
    some_shapes: list[Any], server: str, walk: Callable[..., list[Any]], size: str
) -> None:
    def examine(page: Page, address: str) -> list[str]:
        page.goto(server + address)
        faults = tab_through(page)
        # Again with all that folds unfolded, but the menus that close by themselves when the focus goes on.
        page.goto(server + address)
        if page.evaluate(UNFOLD):
            faults += tab_through(page)
        return [f"{address}: {fault}" for fault in dict.fromkeys(faults)]

    addresses = [document.address for document in some_shapes]
    found = walk(addresses, examine, viewport=SIZES[size], reduced_motion="reduce")

    told = [fault for faults in found for fault in faults]
    assert not told, "\n".join(told)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["nl", "ar"])
def test_shift_tab_gets_back_from_the_end(new_page: Callable[..., Page], server: str, language: str, size: str) -> None:
    page = quiet(new_page, size)
    page.goto(f"{server}{language}/")

    assert tab_through(page, "Shift+Tab") == []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["nl", "fr", "en", "ar"])
def test_skip_link_comes_first_and_leads_past_the_frame(
    new_page: Callable[..., Page], server: str, language: str, size: str
) -> None:
    page = quiet(new_page, size)
    page.goto(f"{server}{language}/visitors/")
    page.keyboard.press("Tab")
    link = page.locator(":focus")
    expect(link).to_have_attribute("href", "#main")
    expect(link).to_be_in_viewport(ratio=1)
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.keyboard.press("Tab")

    expect(page.locator("main :focus")).to_have_count(1)


def open_with_keyboard(page: Page, summary: Locator) -> Locator:
    """Put the focus on what opens a menu, open it with Enter, and give the menu."""
    summary.focus()
    page.keyboard.press("Enter")
    menu = summary.locator("xpath=..")
    expect(menu).to_have_attribute("open", "")
    return menu


MENUS = [("phone", ".menu > summary"), ("phone", ".languages summary"), ("desktop", ".languages summary")]


@pytest.mark.parametrize(("size", "button"), MENUS)
@pytest.mark.parametrize("language", ["nl", "ar"])
class TestMenu:
    """The drawer and the language menu, left-to-right and right-to-left."""

    def test_enter_opens_and_tab_walks_through_visibly(
        self, new_page: Callable[..., Page], server: str, language: str, size: str, button: str
    ) -> None:
        page = quiet(new_page, size)
        page.goto(f"{server}{language}/visitors/")
        menu = open_with_keyboard(page, page.locator(button))
        links = menu.locator("a").all()

        assert links
        for link in links:
            page.keyboard.press("Tab")
            expect(link).to_be_focused()
            expect(link).to_be_in_viewport(ratio=1)

    def test_escape_closes_and_gives_the_focus_back(
        self, new_page: Callable[..., Page], server: str, language: str, size: str, button: str
    ) -> None:
        page = quiet(new_page, size)
        page.goto(f"{server}{language}/visitors/")
        menu = open_with_keyboard(page, page.locator(button))
        page.keyboard.press("Tab")
        expect(menu.locator("a").first).to_be_focused()
        page.keyboard.press("Escape")

        expect(menu).not_to_have_attribute("open", "")
        expect(page.locator(button)).to_be_focused()

    def test_leaving_closes(
        self, new_page: Callable[..., Page], server: str, language: str, size: str, button: str
    ) -> None:
        page = quiet(new_page, size)
        page.goto(f"{server}{language}/visitors/")
        menu = open_with_keyboard(page, page.locator(button))
        for _ in menu.locator("a").all():
            page.keyboard.press("Tab")
        page.keyboard.press("Tab")

        expect(menu).not_to_have_attribute("open", "")
        expect(page.locator(":focus")).to_be_in_viewport(ratio=1)

    def test_enter_follows_a_link(
        self, new_page: Callable[..., Page], server: str, language: str, size: str, button: str
    ) -> None:
        page = quiet(new_page, size)
        page.goto(f"{server}{language}/visitors/")
        link = open_with_keyboard(page, page.locator(button)).locator("a").last
        target = link.evaluate("(link) => link.href")
        link.focus()
        page.keyboard.press("Enter")

        page.wait_for_url(target)


@pytest.mark.parametrize("size", SIZES)
def test_whatever_folds_opens_and_closes_with_enter_and_space(
    some_shapes: list[Any], server: str, walk: Callable[..., list[Any]], size: str
) -> None:
    def examine(page: Page, address: str) -> list[str]:
        page.goto(server + address)
        faults = []
        for summary in page.locator("summary").all():
            if not summary.is_visible():
                continue
            summary.focus()
            states = [summary.evaluate("(one) => one.parentElement.open")]
            for key in ("Enter", "Space"):
                page.keyboard.press(key)
                states.append(summary.evaluate("(one) => one.parentElement.open"))
            if states[0] == states[1] or states[1] == states[2]:
                faults.append(f"{address}: {summary.inner_text()!r} went {states}")
        return faults

    found = walk([document.address for document in some_shapes], examine, viewport=SIZES[size], reduced_motion="reduce")

    told = [fault for faults in found for fault in faults]
    assert not told, "\n".join(told)


@pytest.mark.parametrize("language", ["nl", "ar"])
def test_search_in_the_header_opens_walks_and_closes(new_page: Callable[..., Page], server: str, language: str) -> None:
    page = quiet(new_page, "desktop")
    page.goto(f"{server}{language}/visitors/")
    word = page.locator("main h1").inner_text().split()[0]
    field = page.locator("header input[type=search]")
    field.focus()
    page.keyboard.type(word)
    panel = page.locator("header [data-search-results]")
    # The answer to the whole word: what answers its beginning goes away again.
    expect(panel.locator(".search-all")).to_have_attribute("href", re.compile(re.escape(f"?q={quote(word)}") + "$"))
    expect(panel.locator("a").first).to_be_visible()
    expect(panel).to_be_in_viewport(ratio=0.99)
    page.keyboard.press("ArrowDown")
    expect(panel.locator("a").first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(field).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")

    expect(panel).to_be_hidden()
    expect(field).to_be_focused()
    expect(field).to_have_value(word)


@pytest.mark.parametrize("language", ["nl", "ar"])
def test_search_on_a_phone_is_one_key_away_and_types_at_once(
    new_page: Callable[..., Page], server: str, language: str
) -> None:
    page = quiet(new_page, "phone")
    page.goto(f"{server}{language}/visitors/")
    page.locator("header .search-link").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"{server}{language}/search/")
    field = page.locator("main input[type=search]")
    expect(field).to_be_visible()
    field.focus()
    page.keyboard.type("a")
    page.keyboard.press("Enter")

    page.wait_for_url("**/search/?q=a")


@pytest.mark.parametrize("size", SIZES)
def test_arrows_choose_the_colours(new_page: Callable[..., Page], server: str, size: str) -> None:
    page = quiet(new_page, size, color_scheme="light")
    page.goto(f"{server}nl/")
    light = page.evaluate("() => getComputedStyle(document.body).backgroundColor")
    choice = page.locator("[data-scheme-choice] input")
    choice.first.focus()
    expect(choice.first).to_be_in_viewport(ratio=1)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(choice.nth(2)).to_be_checked()
    dark = page.evaluate("() => getComputedStyle(document.body).backgroundColor")
    page.goto(f"{server}nl/visitors/")

    assert dark != light
    assert page.evaluate("() => getComputedStyle(document.body).backgroundColor") == dark
    expect(choice.nth(2)).to_be_checked()

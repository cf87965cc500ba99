"""What visitors set on their device is respected: forced colours, less motion, light or dark."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

# The browser itself gives every text and its background a readable pair of colours, unless told not to.
KEEPS_COLOURS = """() => [...document.querySelectorAll("body, body *:not(svg, svg *)")]
  .filter((element) => getComputedStyle(element).forcedColorAdjust !== "auto")
  .map((element) => `${element.outerHTML.slice(0, 60)} keeps its own colours`)"""

# In forced colours a background is gone: what only a background told apart needs a line of its own, or text.
UNMARKED = """() => [...document.querySelectorAll("[aria-current], button, input, summary")]
  .filter((element) => element.checkVisibility({ visibilityProperty: true }) && element.getBoundingClientRect().width > 1)
  .filter((element) => {
    const { borderTopWidth, borderTopStyle, textDecorationLine, appearance } = getComputedStyle(element);
    const line = borderTopStyle !== "none" && parseFloat(borderTopWidth) > 0;
    if (element.matches("input")) return !line && appearance === "none";
    if (element.matches("[aria-current]")) return !line && textDecorationLine === "none" && getComputedStyle(element).fontWeight < 600;
    return !element.textContent.trim() && !element.querySelector("svg");
  })
  .map((element) => element.outerHTML.slice(0, 90))"""

# The focus, as the keyboard gives it.
RING = """() => {
  if (document.activeElement === document.body) return ""; // past the last one
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(document.activeElement);
  const ground = (element) => {
    const colour = element ? getComputedStyle(element).backgroundColor : "rgb(255, 255, 255)";
    return colour === "rgba(0, 0, 0, 0)" ? ground(element.parentElement) : colour;
  };
  const seen = outlineStyle !== "none" && parseFloat(outlineWidth) >= 2 && outlineColor !== ground(document.activeElement.parentElement);
  return seen ? "" : document.activeElement.outerHTML.slice(0, 90);
}"""


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_forced_colours_leave_text_controls_and_focus_visible(
    some_shapes: list[Any], server: str, walk: Callable[..., list[Any]], scheme: str, width: int
) -> None:
    def examine(page: Page, address: str) -> list[str]:
        page.goto(server + address)
        faults = page.evaluate(KEEPS_COLOURS)
        faults += [f"nothing marks {one}" for one in page.evaluate(UNMARKED)]
        for _ in range(12):
            page.keyboard.press("Tab")
            ring = page.evaluate(RING)
            faults += [f"no focus seen on {ring}"] if ring else []
        return [f"{address}: {fault}" for fault in faults]

    addresses = [document.address for document in some_shapes]
    size = {"width": width, "height": 800}
    found = walk(addresses, examine, viewport=size, forced_colors="active", color_scheme=scheme, reduced_motion="reduce")

    told = sorted(fault for faults in found for fault in faults)
    assert not told, "\n".join(told)


# Whatever moves, grows or turns. A colour that fades is no motion.
MOVING = """() => document.getAnimations()
  .filter((one) => one.playState === "running" && !/color|fill|stroke|shadow|opacity|visibility|outline|text-decoration/.test(one.transitionProperty ?? "none"))
  .map((one) => `${one.transitionProperty ?? one.animationName} on ${one.effect.target.outerHTML.slice(0, 60)}`)"""


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_moves_for_who_wants_less_motion(
    some_shapes: list[Any], server: str, walk: Callable[..., list[Any]], width: int
) -> None:
    def examine(page: Page, address: str) -> list[str]:
        page.goto(server + address)
        moving = page.evaluate(MOVING)
        page.keyboard.press("Tab")
        moving += page.evaluate(MOVING)
        page.evaluate('() => document.querySelectorAll("details").forEach((one) => { one.open = true; })')
        moving += page.evaluate(MOVING)
        page.evaluate("() => scrollTo(0, document.body.scrollHeight)")
        top = page.evaluate("() => scrollY")
        page.wait_for_function("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))")
        moving += [] if page.evaluate("() => scrollY") == top else ["the page glides"]
        return [f"{address}: {one}" for one in moving]

    addresses = [document.address for document in some_shapes]
    found = walk(addresses, examine, viewport={"width": width, "height": 800}, reduced_motion="reduce")

    told = [one for moving in found for one in moving]
    assert not told, "\n".join(told)


def ground(page: Page) -> str:
    """The colour behind the text."""
    return page.evaluate("() => getComputedStyle(document.body).backgroundColor")


def test_device_says_light_or_dark_until_one_chooses(new_page: Callable[..., Page], server: str) -> None:
    page = new_page(color_scheme="light")
    page.goto(f"{server}nl/")
    light = ground(page)
    page.emulate_media(color_scheme="dark")
    dark = ground(page)
    page.locator("[data-scheme-choice] input[value=light]").check()
    page.goto(f"{server}nl/visitors/")

    assert light != dark
    assert ground(page) == light
    page.locator("[data-scheme-choice] input[value=auto]").check()
    assert ground(page) == dark


def test_choice_of_colours_reaches_other_open_pages(new_page: Callable[..., Page], server: str) -> None:
    page = new_page(color_scheme="light")
    page.goto(f"{server}nl/")
    light = ground(page)
    other = page.context.new_page()
    other.emulate_media(color_scheme="light")
    other.goto(f"{server}ar/")
    other.locator("[data-scheme-choice] input[value=dark]").check()

    page.wait_for_function("(light) => getComputedStyle(document.body).backgroundColor !== light", arg=light)
    expect(page.locator("[data-scheme-choice]")).to_be_visible()

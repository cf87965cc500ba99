"""Accessibility faults that a machine can find: none, on any page, language, colour scheme or width.

Each page is loaded once and then looked at in six ways, by two sets of rules:
- every rule, at 1280, 390 and 320 pixels in the light. At 320 that is only needed where something shows
  that does not at 390; elsewhere the rules about the document have been answered, and those that depend
  on the layout remain;
- the rules about colour, at the same widths in the dark. The dark stylesheet gives other values to the
  colours' names and does nothing else; that nothing shows or moves because of it is checked for each page.
"""

from collections import defaultdict
from collections.abc import Callable
from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOUR = ["color-contrast", "link-in-text-block"]
LAYOUT = [*COLOUR, "target-size", "scrollable-region-focusable"]
WIDTHS = (1280, 390, 320)

Fault = tuple[str, str, str]
"""Rule, selector, and where it was seen."""

RUN = """async ([rules, place]) => {
  // A colour on its way to another is neither: the transitions that a change of scheme starts end here.
  for (const animation of document.getAnimations()) animation.finish();
  const { violations } = await axe.run(place ?? document, { ...rules, preload: false, reporter: "no-passes" });
  const why = (node) => [...node.any, ...node.all, ...node.none].map((check) => check.message)[0] ?? "";
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => [id, node.target.join(" "), why(node)]));
}"""

# What shows, and where: the elements' boxes, rounded.
BOXES = """() => [...document.querySelectorAll("body *")].map((element) => {
  const { x, y, width, height } = element.getBoundingClientRect();
  return element.checkVisibility({ visibilityProperty: true }) ? [x, y, width, height].map(Math.round).join() : "";
})"""
SHOWN = '() => [...document.querySelectorAll("body *")].map((element) => element.checkVisibility({ visibilityProperty: true }))'

# Each target that is smaller than 24 pixels and does not stand in a sentence (WCAG 2.5.8); what a label
# belongs to is as large as the label.
SMALL = """() => [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")]
  .filter((element) => element.checkVisibility({ visibilityProperty: true }))
  .filter((element) => {
    const sizes = [element, ...(element.labels ?? [])].map((one) => one.getBoundingClientRect());
    if (sizes.some(({ width, height }) => width >= 23.9 && height >= 23.9)) return false;
    const around = element.closest("p, li, dd, dt, td, th, figcaption, h1, h2, h3, h4, h5, h6");
    const inline = getComputedStyle(element).display === "inline" || element.closest("sup");
    return !(inline && around && around.textContent.trim().length > element.textContent.trim().length);
  })
  .map((element) => {
    const { width, height } = element.getBoundingClientRect();
    const name = element.className ? `${element.localName}.${[...element.classList].join(".")}` : element.localName;
    return [`${name} in ${element.parentElement.className || element.parentElement.localName}`,
      `${Math.round(width)} x ${Math.round(height)}: ${element.textContent.trim().slice(0, 30)}`];
  })"""

# What makes the page wider than the window; boxes that scroll by themselves may.
WIDE = """() => {
  const room = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= room) return [];
  const scrolls = (element) => element && (getComputedStyle(element).overflowX !== "visible" || scrolls(element.parentElement));
  return [...document.querySelectorAll("body *")]
    .filter((element) => {
      const { left, right, width } = element.getBoundingClientRect();
      return width > 1 && (right > room + 1 || left < -1) && !scrolls(element.parentElement);
    })
    .slice(-3)
    .map((element) => `${element.localName}.${[...element.classList].join(".")}`);
}"""

# Text that its own box cuts off. Names for screen readers only are one pixel wide and meant to be.
CUT = """() => [...document.querySelectorAll("body *")]
  .filter((element) => element.checkVisibility({ visibilityProperty: true }) && element.clientWidth > 1)
  .filter((element) => ["hidden", "clip"].includes(getComputedStyle(element).overflowX))
  .filter((element) => element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1)
  .map((element) => `${element.localName}.${[...element.classList].join(".")}`)"""

LARGER = """() => {
  for (const element of document.querySelectorAll("[style]")) element.removeAttribute("style");
  const root = document.documentElement;
  root.style.fontSize = `${2 * parseFloat(getComputedStyle(root).fontSize)}px`;
}"""
SPACED = """() => {
  for (const element of document.querySelectorAll("body *")) {
    element.style.lineHeight = "1.5";
    element.style.letterSpacing = "0.12em";
    element.style.wordSpacing = "0.16em";
  }
}"""


def ask(page: Page, where: str, kind: str, values: list[str], place: str | None = None) -> list[Fault]:
    """What axe finds now, with rules chosen by tag or by name, in the whole page or in one place."""
    asked = [{"runOnly": {"type": kind, "values": values}}, place]
    return [(rule, f"{selector} ({why})", where) for rule, selector, why in page.evaluate(RUN, asked)]


def show(page: Page, width: int, scheme: str) -> None:
    """Look at the page in another way."""
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme)


def look_in_six_ways(page: Page, address: str) -> list[Fault]:
    """Every fault of one page."""
    faults: list[Fault] = []
    page.emulate_media(color_scheme="light")
    page.goto(address)
    page.evaluate(AXE_SCRIPT)
    shown = None
    for width in WIDTHS:
        show(page, width, "light")
        before, shown = shown, page.evaluate(SHOWN)
        known = width == 320 and before == shown
        faults += ask(page, f"{width} light", *(("rule", LAYOUT) if known else ("tag", TAGS)))
        faults += [("target under 24 px", f"{name} ({size})", f"{width}") for name, size in page.evaluate(SMALL)]
        light = page.evaluate(BOXES)
        show(page, width, "dark")
        faults += ask(page, f"{width} dark", "rule", COLOUR)
        if page.evaluate(BOXES) != light:
            faults.append(("layout changes with the colours", "page", f"{width}"))
    return faults + look_narrow(page)


def look_narrow(page: Page) -> list[Fault]:
    """What does not fit: at 320 pixels, in letters twice as large, and with more room between them."""
    faults = [("wider than the window", name, "320") for name in page.evaluate(WIDE)]
    page.evaluate(SPACED)
    faults += [("wider than the window", name, "320, spaced text") for name in page.evaluate(WIDE)]
    faults += [("text cut off", name, "320, spaced text") for name in page.evaluate(CUT)]
    page.set_viewport_size({"width": 640, "height": 800})
    page.evaluate(LARGER)
    faults += [("wider than the window", name, "640, text at 200 %") for name in page.evaluate(WIDE)]
    faults += [("text cut off", name, "640, text at 200 %") for name in page.evaluate(CUT)]
    return faults


def grouped(found: list[tuple[str, list[Fault]]]) -> str:
    """The faults by rule and selector, each with how often and where it was seen first."""
    places: dict[tuple[str, str], list[str]] = defaultdict(list)
    for address, faults in found:
        for rule, selector, where in faults:
            places[rule, selector].append(f"{address} ({where})")
    lines = [f"{rule}: {selector}\n    {len(seen)} x, as on {seen[0]}" for (rule, selector), seen in places.items()]
    return "\n".join(sorted(lines))


def test_no_page_has_a_fault_in_any_language_scheme_or_width(
    staying: list[Any], server: str, walk: Callable[..., list[Any]]
) -> None:
    def examine(page: Page, address: str) -> tuple[str, list[Fault]]:
        return address, look_in_six_ways(page, server + address)

    found = walk([document.address for document in staying], examine)

    assert len(found) == len(staying)
    assert not grouped(found), grouped(found)


OPEN = """(place) => {
  const all = [...document.querySelectorAll("details")];
  all.forEach((one, at) => { one.open = at === place || !one.matches("[data-menu]"); });
  all[place].setAttribute("data-opened", "");
}"""


def look_at_what_opens(page: Page, address: str) -> list[Fault]:
    """Every fault in what folds: the menus one by one, as only one is open at a time."""
    faults: list[Fault] = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(address)
        page.evaluate(AXE_SCRIPT)
        for place in range(page.locator("details").count()):
            page.evaluate(OPEN, place)
            page.emulate_media(color_scheme="light")
            faults += ask(page, f"{width} light, opened", "tag", TAGS, "details[data-opened]")
            page.emulate_media(color_scheme="dark")
            faults += ask(page, f"{width} dark, opened", "rule", COLOUR, "details[data-opened]")
            page.evaluate('() => document.querySelector("[data-opened]").removeAttribute("data-opened")')
    return faults


def test_what_opens_has_no_fault_either(richest: list[Any], server: str, walk: Callable[..., list[Any]]) -> None:
    def examine(page: Page, address: str) -> tuple[str, list[Fault]]:
        return address, look_at_what_opens(page, server + address)

    found = walk([one.address for one in richest], examine)

    assert not grouped(found), grouped(found)

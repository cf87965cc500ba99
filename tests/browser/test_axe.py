"""Accessibility faults that a machine can find: none, on any kind of page, language, colour scheme or width.

With `--all-pages` every page is looked at; what needs no browser is looked for on every page in any case
(`test_static.py`). Each page is loaded once and then looked at in six ways, by these sets of rules:
- every rule, at 1280, 390 and 320 pixels in the light. At 320 that is only needed where something shows
  that does not at 390; elsewhere the rules about the document have been answered, and those that depend
  on the layout remain;
- the rules about colour, at the same widths in the dark. The dark stylesheet gives other values to the
  colours' names and does nothing else; that nothing shows or moves because of it is checked for each page.
Colours are asked about once for texts that look the same (`look.js`), however many pages they stand on;
contrast that axe leaves unmeasured is a fault too. That faults are found in this way is shown by putting some in.
"""

from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

LOOK = (Path(__file__).parent / "look.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LAYOUT = ["target-size", "scrollable-region-focusable"]
WIDTHS = (1280, 390, 320)

Fault = tuple[str, str, str]
"""Rule, selector, and where it was seen."""


def load(page: Page, address: str) -> None:
    """Go to a page, and bring along what looks at it."""
    page.set_viewport_size({"width": WIDTHS[0], "height": 800})
    page.emulate_media(color_scheme="light")
    page.goto(address)
    page.evaluate(AXE_SCRIPT)
    page.evaluate(LOOK)


def show(page: Page, width: int, scheme: str) -> None:
    """Look at the page in another way."""
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme)
    page.evaluate("() => look.settle()")


def at(where: str, found: list[list[str]]) -> list[Fault]:
    """What the page said, with where it was seen."""
    return [(rule, selector, ": ".join((where, *size))) for rule, selector, *size in found]


def ask(page: Page, where: str, kind: str, values: list[str], place: str | None = None) -> list[Fault]:
    """What axe finds now, with rules chosen by tag or by name, in the whole page or in one place."""
    return at(where, page.evaluate("(asked) => look.rules(...asked)", [kind, values, place]))


def ask_colours(page: Page, where: str, known: set[str], place: str = "html") -> list[Fault]:
    """The faults in the colours of what looks like nothing seen before; it is known from then on."""
    faults = at(where, page.evaluate("() => look.drawn()"))
    new = [key for key in page.evaluate("(place) => look.looks(place)", place) if key not in known]
    if not new:
        return faults
    found = page.evaluate("(wanted) => look.colours(wanted)", new)
    known.update(found["judged"])
    return faults + at(where, found["faults"])


def look_in_six_ways(page: Page, known: set[str]) -> list[Fault]:
    """Every fault of the page that is loaded."""
    faults: list[Fault] = []
    shown = None
    for width in WIDTHS:
        show(page, width, "light")
        before, shown = shown, page.evaluate("() => look.shown()")
        answered = width == 320 and before == shown
        faults += ask(page, f"{width} light", *(("rule", LAYOUT) if answered else ("tag", TAGS)))
        faults += ask_colours(page, f"{width} light", known)
        faults += at(f"{width}", page.evaluate("() => look.small()"))
        light = page.evaluate("() => look.boxes()")
        show(page, width, "dark")
        faults += ask_colours(page, f"{width} dark", known)
        if page.evaluate("() => look.boxes()") != light:
            faults.append(("layout changes with the colours", "page", f"{width}"))
    return faults + look_narrow(page)


def look_narrow(page: Page) -> list[Fault]:
    """What does not fit: at 320 pixels, with more room between the letters, and in letters twice as large."""
    faults = at("320", page.evaluate("() => look.wide()"))
    page.evaluate("() => look.space()")
    faults += at("320, spaced text", page.evaluate("() => [...look.wide(), ...look.cut()]"))
    page.set_viewport_size({"width": 640, "height": 800})
    page.evaluate("() => look.enlarge()")
    return faults + at("640, text at 200 %", page.evaluate("() => [...look.wide(), ...look.cut()]"))


def grouped(found: list[tuple[str, list[Fault]]]) -> str:
    """The faults by rule and selector, each with how often and where it was seen first."""
    places: dict[tuple[str, str], list[str]] = defaultdict(list)
    for address, faults in found:
        for rule, selector, where in faults:
            places[rule, selector].append(f"{address} ({where})")
    lines = [f"{rule}: {selector}\n    {len(seen)} x, as on {seen[0]}" for (rule, selector), seen in places.items()]
    return "\n".join(sorted(lines))


def test_no_page_has_a_fault_in_any_language_scheme_or_width(
    some_and_changed: list[Any], server: str, walk: Callable[..., list[Any]]
) -> None:
    known: set[str] = set()

    def examine(page: Page, address: str) -> tuple[str, list[Fault]]:
        load(page, server + address)
        return address, look_in_six_ways(page, known)

    found = walk([document.address for document in some_and_changed], examine)

    assert not grouped(found), grouped(found)


OPENED = "details[data-opened]"


def look_at_what_opens(page: Page, address: str, known: set[str]) -> list[Fault]:
    """Every fault in what only shows when asked: the skip link, and the menus one by one, as only one is open at a time."""
    faults: list[Fault] = []
    load(page, address)
    for scheme in ("light", "dark"):
        page.evaluate('() => document.querySelector(".skip-link")?.focus()')
        show(page, WIDTHS[0], scheme)
        faults += ask_colours(page, f"{scheme}, skip link", known, ".skip-link")
    for width in WIDTHS:
        for place in range(page.locator("details").count()):
            page.evaluate("(place) => look.open(place)", place)
            show(page, width, "light")
            faults += ask(page, f"{width} light, opened", "tag", TAGS, OPENED)
            faults += ask_colours(page, f"{width} light, opened", known, OPENED)
            show(page, width, "dark")
            faults += ask_colours(page, f"{width} dark, opened", known, OPENED)
    return faults


def test_what_opens_has_no_fault_either(some_shapes: list[Any], server: str, walk: Callable[..., list[Any]]) -> None:
    known: set[str] = set()

    def examine(page: Page, address: str) -> tuple[str, list[Fault]]:
        return address, look_at_what_opens(page, server + address, known)

    found = walk([one.address for one in some_shapes], examine)

    assert not grouped(found), grouped(found)


def rule_in(sheet: str, text: str) -> str:
    """A rule added to one of the page's own stylesheets."""
    return f"""() => {{
      const sheet = document.querySelector('link[href*="{sheet}"]').sheet;
      sheet.insertRule(`{text}`, sheet.cssRules.length);
    }}"""


LAST = "main article > p:last-of-type"
PALE = f"{LAST} {{ color: #a09aa0 !important; }}"
UNDER = """() => {
  const text = document.querySelector("main article > p:last-of-type"), box = document.createElement("div");
  const { left, top, width, height } = text.getBoundingClientRect();
  text.style.position = "relative";
  Object.assign(box.style, { position: "absolute", left: `${left + scrollX}px`, top: `${top + scrollY}px`,
    width: `${width}px`, height: `${height}px`, background: "#444" });
  document.body.prepend(box);
}"""
DRAWN = """() => {
  document.querySelector("main article").insertAdjacentHTML("beforeend", `<svg width="99" height="40"><text y="20" fill="#999">9</text></svg>`);
}"""
UNNAMED = '() => document.querySelector("main").append(document.createElement("input"))'
SMALL = """() => {
  const list = document.createElement("p");
  list.innerHTML = "<button>a</button><button>b</button>";
  for (const button of list.children) Object.assign(button.style, { width: "12px", height: "12px", padding: 0 });
  document.querySelector("main").append(list);
}"""
SPOILED = [
    ("color-contrast", "1280 light", rule_in("draaiboek.css", PALE)),
    ("contrast", "1280 light", UNDER),
    ("color-contrast", "390 light", rule_in("draaiboek.css", f"@media (max-width: 400px) {{ {PALE} }}")),
    ("color-contrast", "320 dark", rule_in("dark.css", f"@media (max-width: 330px) {{ {LAST} {{ color: #554; }} }}")),
    ("color-contrast", "1280 dark", rule_in("dark.css", f"{LAST} {{ opacity: 0.3; }}")),
    ("link-in-text-block", "1280 dark", rule_in("dark.css", "main article p a { text-decoration: none !important; }")),
    ("text in a picture", "1280 dark", DRAWN),
    ("label", "1280 light", UNNAMED),
    ("target-size", "320 light", SMALL),
    ("layout changes with the colours", "390", rule_in("dark.css", f"{LAST} {{ padding-block-end: 9px; }}")),
    ("wider than the window", "320", rule_in("draaiboek.css", f"{LAST} {{ min-width: 30rem; }}")),
    ("text cut off", "640, text at 200 %", rule_in("draaiboek.css", f"{LAST} {{ overflow: hidden; max-height: 1.8rem; }}")),
]
"""What must be found, where, and what is put into the page for it."""


def test_fault_put_in_one_text_is_found(new_page: Callable[..., Page], server: str) -> None:
    page, known, missed = new_page(), set[str](), []
    address = f"{server}nl/book/why/"
    load(page, address)
    assert look_in_six_ways(page, known) == []
    for rule, place, spoil in SPOILED:
        load(page, address)
        page.evaluate(spoil)
        found = {(name, where) for name, _, where in look_in_six_ways(page, set(known))}
        missed += [] if any(rule in name and place == where for name, where in found) else [f"{rule} at {place}: found {sorted(found)}"]

    assert missed == []

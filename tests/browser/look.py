"""Every fault of the planner as it stands now: at three widths, in both colour schemes, for thumbs too."""

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

from .test_axe import LOOK, TAGS, WIDTHS, Fault, ask, ask_colours, at, show

# What one presses, smaller than 44 by 44 pixels; a box is as large as its label, a link in a sentence may be small.
UNDER_44 = """() => [...document.querySelectorAll(".planner :is(button, input, select, textarea, summary)")]
  .filter((element) => element.checkVisibility({ visibilityProperty: true }))
  .filter((element) => ![element, ...(element.labels ?? [])].some((one) => {
    const { width, height } = one.getBoundingClientRect();
    return width >= 43.9 && height >= 43.9;
  }))
  .map((element) => ["target under 44 px", `${element.localName}#${element.id}`])"""


def faults_of(page: Page, *, colours: bool = True) -> list[Fault]:
    """What is wrong with the page without loading it again."""
    page.evaluate(AXE_SCRIPT)
    page.evaluate(LOOK)
    faults: list[Fault] = []
    known: set[str] = set()
    for width in WIDTHS:
        show(page, width, "light")
        faults += ask(page, f"{width}", "tag", TAGS)
        faults += ask_colours(page, f"{width} light", known) if colours else []
        faults += at(f"{width}", page.evaluate(UNDER_44))
        faults += at(f"{width}", page.evaluate("() => [...look.small(), ...look.wide()]"))
    if colours:
        show(page, WIDTHS[0], "dark")
        faults += ask_colours(page, "dark", known)
    return faults

"""Accessibility that needs no browser: what the elements of a page say, checked on every page of the site.

In: the tree of one page as an HTML parser reads it. Out: faults, each a sentence about one element.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise

from lxml.html import HtmlElement

Check = Callable[[HtmlElement], Iterator[str]]
CHECKS: dict[str, Check] = {}
"""Every check by its name."""

FIELDS = "//input[not(@type='hidden' or @type='submit' or @type='button' or @type='reset')] | //select | //textarea"
HEADINGS = "//*[self::h1 or self::h2 or self::h3 or self::h4 or self::h5 or self::h6]"
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
REFERENCES = ("aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "aria-activedescendant", "for")
ROLES = {
    "alert", "banner", "button", "checkbox", "combobox", "complementary", "contentinfo", "dialog", "doc-backlink",
    "doc-endnotes", "doc-noteref", "figure", "form", "group", "heading", "img", "link", "list", "listbox", "listitem", "log",
    "main", "meter", "navigation", "none", "note", "option", "presentation", "progressbar", "radio", "radiogroup", "region",
    "row", "search", "separator", "status", "tab", "table", "tablist", "tabpanel", "timer", "toolbar",
}  # fmt: skip
REACHED = "self::a[@href] or self::button or self::input or self::select or self::textarea or self::summary or @tabindex >= 0"
ITEM = "self::li or self::template or self::script"


def check(function: Check) -> Check:
    """Let a check take part, under the name of its function."""
    CHECKS[function.__name__] = function
    return function


def shown(element: HtmlElement) -> str:
    """An element as a fault names it."""
    return " ".join((element.tag, *(f"{name}={value!r}" for name, value in element.items())))[:120]


def name_of(element: HtmlElement) -> str:
    """What a screen reader calls an element: its label, its text and the texts of pictures in it."""
    if element.get("aria-label", "").strip():
        return str(element.get("aria-label"))
    named = [element.getroottree().getroot().get_element_by_id(one, None) for one in element.get("aria-labelledby", "").split()]
    parts = [one.text_content() for one in named if one is not None]
    parts += element.xpath(".//text()[not(ancestor::*[@aria-hidden='true'])]")
    parts += element.xpath(".//img/@alt | .//svg/@aria-label")
    return " ".join("".join(parts).split()) or element.get("title", "").strip()


@check
def languages_are_languages(page: HtmlElement) -> Iterator[str]:
    if not page.get("lang"):
        yield "the page does not say its language"
    yield from (shown(one) for one in page.xpath("//*[@lang]") if not LANGUAGE.fullmatch(one.get("lang")))


@check
def page_has_a_title(page: HtmlElement) -> Iterator[str]:
    if not [one for one in page.xpath("/html/head/title") if (one.text or "").strip()]:
        yield "no title"


@check
def headings_go_down_one_by_one(page: HtmlElement) -> Iterator[str]:
    levels = [int(one.tag[1]) for one in page.xpath(HEADINGS)]
    if levels.count(1) != 1:
        yield f"{levels.count(1)} headings of the first level"
    found = page.xpath(HEADINGS)
    yield from (shown(one) for before, one in pairwise(found) if int(one.tag[1]) > int(before.tag[1]) + 1)
    yield from (f"{shown(one)} is empty" for one in found if not name_of(one))


@check
def pictures_have_words(page: HtmlElement) -> Iterator[str]:
    yield from (shown(one) for one in page.xpath("//img[not(@alt)]"))
    named = "@aria-hidden='true' or @aria-label or @aria-labelledby or title or ancestor::*[@aria-hidden='true']"
    yield from (shown(one) for one in page.xpath(f"//svg[not({named})]"))


@check
def fields_have_labels(page: HtmlElement) -> Iterator[str]:
    labels = {label.get("for") for label in page.xpath("//label[@for]") if name_of(label)}
    for field in page.xpath(FIELDS):
        around = field.xpath("ancestor::label")
        if not (name_of_field(field) or field.get("id") in labels or (around and name_of(around[0]))):
            yield shown(field)


def name_of_field(field: HtmlElement) -> bool:
    """Whether a field names itself."""
    return any(field.get(name, "").strip() for name in ("aria-label", "aria-labelledby", "title"))


@check
def links_and_buttons_have_names(page: HtmlElement) -> Iterator[str]:
    yield from (shown(one) for one in page.xpath("//a[@href] | //button | //summary") if not name_of(one))


@check
def ids_stand_once(page: HtmlElement) -> Iterator[str]:
    yield from (f"{name} stands {times} times" for name, times in Counter(page.xpath("//@id")).items() if times > 1)


@check
def references_lead_to_an_element(page: HtmlElement) -> Iterator[str]:
    ids = set(page.xpath("//@id"))
    for name in REFERENCES:
        yield from (shown(one) for one in page.xpath(f"//*[@{name}]") if not ids >= set(one.get(name).split()))


@check
def roles_exist(page: HtmlElement) -> Iterator[str]:
    yield from (shown(one) for one in page.xpath("//*[@role]") if one.get("role") not in ROLES)


@check
def all_that_is_read_stands_in_a_landmark(page: HtmlElement) -> Iterator[str]:
    if len(page.xpath("//main")) != 1:
        yield f"{len(page.xpath('//main'))} x main"
    inside = "self::header or self::main or self::footer or self::nav or self::aside or self::script or self::template"
    for text in page.xpath(f"//body//text()[not(ancestor::*[{inside}])]"):
        if text.strip() and text.getparent().get("href") != "#main":
            yield str(text).strip()[:80]


@check
def landmarks_of_a_kind_have_different_names(page: HtmlElement) -> Iterator[str]:
    # The same list twice, for a narrow and a wide window, is one that shows once.
    for tag in ("nav", "aside"):
        parts = {(one.get("aria-label") or one.get("aria-labelledby"), *one.xpath(".//a/@href")) for one in page.xpath(f"//{tag}")}
        names = Counter(name for name, *_ in parts)
        yield from (f"{times} x {tag} {name!r}" for name, times in names.items() if times > 1)


@check
def first_link_leads_past_the_frame(page: HtmlElement) -> Iterator[str]:
    first = page.xpath("(//body//a[@href])[1]")
    if page.xpath("//body/header//nav") and (not first or first[0].get("href") != "#main" or not page.xpath("//*[@id='main']")):
        yield "no skip link"


@check
def tables_have_headings(page: HtmlElement) -> Iterator[str]:
    yield from (shown(one) for one in page.xpath("//table[not(.//th)]"))
    yield from (f"{shown(one)} is empty" for one in page.xpath("//th") if not name_of(one))


@check
def lists_hold_items(page: HtmlElement) -> Iterator[str]:
    yield from (shown(one) for one in page.xpath(f"//ul/*[not({ITEM})] | //ol/*[not({ITEM})]"))
    yield from (shown(one) for one in page.xpath("//li[not(parent::ul or parent::ol)]"))
    yield from (shown(one) for one in page.xpath("//dl/*[not(self::dt or self::dd or self::div or self::template or self::script)]"))
    yield from (shown(one) for one in page.xpath("//*[self::dt or self::dd][not(ancestor::dl)]"))


@check
def order_of_the_keyboard_is_that_of_the_page(page: HtmlElement) -> Iterator[str]:
    yield from (shown(one) for one in page.xpath("//*[@tabindex > 0] | //*[@accesskey]"))


@check
def nothing_hidden_takes_the_focus(page: HtmlElement) -> Iterator[str]:
    yield from (shown(one) for one in page.xpath(f"//*[@aria-hidden='true']/descendant-or-self::*[{REACHED}]"))


@check
def nothing_stands_in_what_one_presses(page: HtmlElement) -> Iterator[str]:
    inner = ".//a[@href] | .//button | .//input | .//select | .//textarea"
    yield from (shown(one) for outer in page.xpath("//a[@href] | //button | //summary") for one in outer.xpath(inner))


@check
def window_may_be_enlarged(page: HtmlElement) -> Iterator[str]:
    for content in page.xpath("//meta[@name='viewport']/@content"):
        if re.search(r"user-scalable\s*=\s*(no|0)|maximum-scale", content):
            yield content


@check
def nothing_changes_by_itself(page: HtmlElement) -> Iterator[str]:
    yield from (shown(one) for one in page.xpath("//meta[@http-equiv='refresh'] | //*[@autoplay] | //blink | //marquee"))


@check
def boxes_that_belong_together_are_grouped(page: HtmlElement) -> Iterator[str]:
    for radio in page.xpath("//input[@type='radio']"):
        if not radio.xpath("ancestor::fieldset[legend] | ancestor::*[@role='radiogroup' or @role='group']"):
            yield shown(radio)

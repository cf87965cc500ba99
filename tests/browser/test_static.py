"""No page of the site has a fault that its elements alone betray; that each check sees faults is shown by putting some in."""

from pathlib import Path
from typing import Any

import pytest
from lxml import html

from .static import CHECKS


def faults(tree: html.HtmlElement) -> set[str]:
    """The names of the checks that find something."""
    return {name for name, check in CHECKS.items() if list(check(tree))}


@pytest.mark.parametrize("name", CHECKS)
def test_no_page_has_a_fault(trees: dict[str, html.HtmlElement], name: str) -> None:
    found = {address: list(CHECKS[name](tree)) for address, tree in trees.items()}

    assert {address: seen[:3] for address, seen in found.items() if seen} == {}


@pytest.fixture(scope="module")
def trees(staying: list[Any]) -> dict[str, html.HtmlElement]:
    """Every page as a tree."""
    return {one.address: html.parse(str(one.file)).getroot() for one in staying}


ARTICLE = "</article>"


def text(html: str) -> tuple[str, str]:
    """Something put behind a text."""
    return ARTICLE, html + ARTICLE


PLANTED = {
    "languages_are_languages": [("<html lang=", "<html data-lang="), text('<i lang="néé">x</i>')],
    "page_has_a_title": [("<title>", "<title></title><template>x")],
    "headings_go_down_one_by_one": [("<h1", "<h2"), ("</h1>", "</h1><h4>x</h4>"), ("</h1>", "</h1><h2> </h2>")],
    "pictures_have_words": [text('<img src="x.png">'), text("<svg><path/></svg>")],
    "fields_have_labels": [text("<input>"), text('<label for="x"></label><select id="x"></select>')],
    "links_and_buttons_have_names": [text('<a href="#main"> </a>'), text('<button><svg aria-hidden="true"/></button>')],
    "ids_stand_once": [text('<i id="main">x</i>')],
    "references_lead_to_an_element": [text('<p aria-describedby="nowhere">x</p>')],
    "roles_exist": [text('<p role="buton">x</p>')],
    "all_that_is_read_stands_in_a_landmark": [("</body>", "<p>x</p></body>"), ("</body>", "<main>x</main></body>")],
    "landmarks_of_a_kind_have_different_names": [text('<nav>x</nav><nav><a href="/">y</a></nav>')],
    "first_link_leads_past_the_frame": [
        ('href="#main"', 'href="#mian"'), ('<a class="skip-link"', '<a href="/">x</a><a class="skip-link"'),
    ],
    "tables_have_headings": [text("<table><tr><td>x</td></tr></table>"), text("<table><tr><th></th></tr></table>")],
    "lists_hold_items": [
        text("<ul><p>x</p></ul>"),
        text("<div><li>x</li></div>"),
        text("<dl><p>x</p></dl>"),
        text("<div><dd>x</dd></div>"),
    ],
    "order_of_the_keyboard_is_that_of_the_page": [
        text('<p tabindex="3">x</p>'),
        text('<a href="/" accesskey="k">x</a>'),
    ],
    "nothing_hidden_takes_the_focus": [
        text('<p aria-hidden="true"><a href="/">x</a></p>'),
        text('<button aria-hidden="true">x</button>'),
    ],
    "nothing_stands_in_what_one_presses": [text('<button>x<input aria-label="x"></button>')],
    "window_may_be_enlarged": [
        ("<title>", '<meta name="viewport" content="user-scalable=no"><title>'),
        ("<title>", '<meta name="viewport" content="maximum-scale=1"><title>'),
    ],
    "nothing_changes_by_itself": [
        ("<title>", '<meta http-equiv="refresh" content="9"><title>'),
        text("<video autoplay></video>"),
    ],
    "boxes_that_belong_together_are_grouped": [text('<label><input type="radio">x</label>')],
}  # fmt: skip
"""Changes to a page by the check that must see them: a part of its HTML, and what comes in its place."""


CASES = [
    pytest.param(name, *change, id=f"{name}-{number}")
    for name, changes in PLANTED.items()
    for number, change in enumerate(changes, start=1)
]


@pytest.mark.parametrize(("name", "part", "spoiled"), CASES)
def test_fault_put_in_a_page_is_seen(site: Path, name: str, part: str, spoiled: str) -> None:
    page = (site / "nl/book/why/index.html").read_text(encoding="utf-8")

    assert part in page
    assert faults(html.document_fromstring(page)) == set()
    assert name in faults(html.document_fromstring(page.replace(part, spoiled, 1)))


def test_every_check_is_shown_to_see_something() -> None:
    assert set(PLANTED) == set(CHECKS)

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
PLANTED = {
    "languages_are_languages": [("<html lang=", "<html data-lang="), (ARTICLE, '<i lang="néé">x</i></article>')],
    "page_has_a_title": [("<title>", "<title></title><template>x")],
    "headings_go_down_one_by_one": [("<h1", "<h2"), ("</h1>", "</h1><h4>x</h4>"), ("</h1>", "</h1><h2> </h2>")],
    "pictures_have_words": [(ARTICLE, '<img src="x.png"></article>'), (ARTICLE, "<svg><path/></svg></article>")],
    "fields_have_labels": [(ARTICLE, "<input></article>"), (ARTICLE, '<label for="x"></label><select id="x"></select></article>')],
    "links_and_buttons_have_names": [(ARTICLE, '<a href="#main"> </a></article>'), (ARTICLE, '<button><svg aria-hidden="true"/></button></article>')],
    "ids_stand_once": [(ARTICLE, '<i id="main">x</i></article>')],
    "references_lead_to_an_element": [(ARTICLE, '<p aria-describedby="nowhere">x</p></article>')],
    "roles_exist": [(ARTICLE, '<p role="buton">x</p></article>')],
    "all_that_is_read_stands_in_a_landmark": [("</body>", "<p>x</p></body>"), ("</body>", "<main>x</main></body>")],
    "landmarks_of_a_kind_have_different_names": [(ARTICLE, '<nav>x</nav><nav><a href="/">y</a></nav></article>')],
    "first_link_leads_past_the_frame": [('href="#main"', 'href="#mian"'), ('<a class="skip-link"', '<a href="/">x</a><a class="skip-link"')],
    "tables_have_headings": [(ARTICLE, "<table><tr><td>x</td></tr></table></article>"), (ARTICLE, "<table><tr><th></th></tr></table></article>")],
    "lists_hold_items": [(ARTICLE, "<ul><p>x</p></ul></article>"), (ARTICLE, "<div><li>x</li></div></article>"), (ARTICLE, "<dl><p>x</p></dl></article>"), (ARTICLE, "<div><dd>x</dd></div></article>")],
    "order_of_the_keyboard_is_that_of_the_page": [(ARTICLE, '<p tabindex="3">x</p></article>'), (ARTICLE, '<a href="/" accesskey="k">x</a></article>')],
    "nothing_hidden_takes_the_focus": [(ARTICLE, '<p aria-hidden="true"><a href="/">x</a></p></article>'), (ARTICLE, '<button aria-hidden="true">x</button></article>')],
    "nothing_stands_in_what_one_presses": [(ARTICLE, '<button>x<input aria-label="x"></button></article>')],
    "window_may_be_enlarged": [("<title>", '<meta name="viewport" content="user-scalable=no"><title>'), ("<title>", '<meta name="viewport" content="maximum-scale=1"><title>')],
    "nothing_changes_by_itself": [("<title>", '<meta http-equiv="refresh" content="9"><title>'), (ARTICLE, "<video autoplay></video></article>")],
    "boxes_that_belong_together_are_grouped": [(ARTICLE, '<label><input type="radio">x</label></article>')],
}  # fmt: skip
"""Changes to a page by the check that must see them: a part of its HTML, and what comes in its place."""


@pytest.mark.parametrize(
    ("name", "part", "spoiled"), [pytest.param(name, *one, id=f"{name}-{number}") for name, all_of_it in PLANTED.items() for number, one in enumerate(all_of_it, 1)]
)
def test_fault_put_in_a_page_is_seen(site: Path, name: str, part: str, spoiled: str) -> None:
    page = (site / "nl/book/why/index.html").read_text(encoding="utf-8")

    assert part in page
    assert faults(html.document_fromstring(page)) == set()
    assert name in faults(html.document_fromstring(page.replace(part, spoiled, 1)))


def test_every_check_is_shown_to_see_something() -> None:
    assert set(PLANTED) == set(CHECKS)

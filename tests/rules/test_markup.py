"""Only Markdown is Markdown: tags, attributes and open code are found wherever the site engine would see them."""

from collections.abc import Callable

import pytest

Found = Callable[..., list[tuple[str, int, int, str]]]
Base = Callable[..., str]

PATH = "docs/nl/index.md"
HEAD = "---\ntitle: Draaiboek\ndescription: Hoe mensen elkaar vinden.\n---\n\n# Draaiboek\n\n"
OWN = ("MD13",)


def places(problems: list[tuple[str, int, int, str]]) -> list[tuple[int, int, str]]:
    return [(line, column, code) for _, line, column, code in problems]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<b>x</b> <b>y</b>", [(8, 1, "MD131"), (8, 10, "MD131")]),
        ("x</b>", [(8, 2, "MD131")]),
        ("<img\nsrc=x onerror=y>", [(8, 1, "MD131")]),
        ("<a:b onclick=x>", [(8, 1, "MD131")]),
        ("<x-y/>", [(8, 1, "MD131")]),
        ("<!-- later -->", [(8, 1, "MD131")]),
        ("<?php x ?>", [(8, 1, "MD131")]),
        ("<![CDATA[x]]>", [(8, 1, "MD131")]),
        ("\\<b onclick=x>", [(8, 2, "MD131")]),
        ("!!! note\n    <div>x</div>", [(9, 5, "MD131")]),
        ("> <b>", [(8, 3, "MD131")]),
        ("2 < 3 en 3 > 2, <3, <https://example.org>", []),
        ("&lt;b&gt; &nbsp; &copy;", []),
        ("`<b>` en ``a ` <b>``", []),
        ("```html\n<b>\n```", []),
        ("~~~\n```\n<b>\n~~~", []),
    ],
)
def test_html_is_reported_where_a_browser_would_get_it(
    found: Found, body: str, expected: list[tuple[int, int, str]]
) -> None:
    assert places(found({PATH: f"{HEAD}{body}\n"}, *OWN)) == expected


@pytest.mark.parametrize(
    "body",
    [
        "`a\n- b` <b> `c`",
        "`a\\` <b> `c`",
        "```a`` <b> ``",
        "```x y ! z\n<b>\n```",
        "- a\n\n    ```\n  <b>\n    ```",
        "```\nx\n  ```\n<b>",
        "```\nx\n````\n<b>",
    ],
)
def test_code_that_is_not_quite_code_hides_nothing(found: Found, body: str) -> None:
    assert {code for _, _, code in places(found({PATH: f"{HEAD}{body}\n"}, *OWN))} & {"MD131", "MD133"}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("## Wie { #who .steps }", []),
        ("Tekst.\n{: .steps #who }", []),
        ("## Wie { #who .big }", [(8, 8, "MD132")]),
        ("## Wie { hidden }", [(8, 8, "MD132")]),
        ("[x](book/why.md){target=_blank}", [(8, 17, "MD132")]),
        ("*x*{: title='a}b' }", [(8, 4, "MD132")]),
        ("{ #who {.steps} onclick=x }", [(8, 1, "MD132")]),
        ("```{.yaml onclick=x}\na: b\n```", [(8, 4, "MD132")]),
        ('```yaml title="a"\na: {b}\n```', []),
        ("Vul {naam} in.", [(8, 5, "MD132")]),
        ("Vul `{naam}` of \\{naam\\} in.", []),
        ("Een { zonder einde", []),
    ],
)
def test_braces_hold_an_id_or_a_known_class_only(found: Found, body: str, expected: list[tuple[int, int, str]]) -> None:
    assert places(found({PATH: f"{HEAD}{body}\n"}, *OWN)) == expected


def test_ids_behind_items_are_for_tasks_only(found: Found, base: Base) -> None:
    index = "playbook/salon/nl/index.md"
    files = {PATH: f"{HEAD}- Bel. {{ #call }}\n", index: base(index) + "\n1. Bel. { #call }\n"}

    assert found(files, *OWN) == [(PATH, 8, 8, "MD134"), (index, 10, 9, "MD134")]


def test_code_that_is_never_closed_does_not_make_its_page_incomplete_as_well(found: Found, base: Base) -> None:
    path = "playbook/salon/nl/day.md"

    assert found({path: base(path, ("## Zet", "```\n## Zet"))}) == [(path, 10, 1, "MD133")]

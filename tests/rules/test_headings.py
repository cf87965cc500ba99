"""Headings and ids are looked at as the site will show them."""

from collections.abc import Callable

import pytest

Found = Callable[..., list[tuple[str, int, int, str]]]

PATH = "docs/nl/index.md"
HEAD = "---\ntitle: Draaiboek\ndescription: Hoe mensen elkaar vinden.\n---\n"
OWN = ("MD101", "MD102", "MD103", "MD104", "MD105", "MD106", "MD107", "MD108", "MD109")


def codes(problems: list[tuple[str, int, int, str]]) -> list[tuple[int, str]]:
    return [(line, code) for _, line, _, code in problems]


@pytest.mark.parametrize(
    "title",
    [
        "# Draaiboek",
        "#Draaiboek",
        "# Draaiboek #",
        "# *Draaiboek* { #top }",
        "\n\n# Draaiboek",
    ],
)
def test_a_title_may_be_written_in_every_way_markdown_has(found: Found, title: str) -> None:
    assert found({PATH: f"{HEAD}{title}\n\nWelkom.\n"}, *OWN) == []


def test_a_title_in_other_words_differs_also_by_accents_code_and_capitals(found: Found) -> None:
    for title in ("draaiboek", "Draaiböek", "Draaiboek `x`"):
        assert codes(found({PATH: f"{HEAD}\n# {title}\n"}, *OWN)) == [(6, "MD102")]


def test_a_title_that_is_not_the_first_heading_is_a_missing_title_only(found: Found) -> None:
    assert codes(found({PATH: f"{HEAD}\nWelkom.\n\n## Wie {{ #who }}\n\n# Draaiboek\n"}, *OWN)) == [(6, "MD101")]


def test_a_page_without_text_has_no_title(found: Found) -> None:
    assert codes(found({PATH: HEAD}, *OWN)) == [(5, "MD101")]


def test_only_the_step_down_is_limited_and_each_jump_counts(found: Found) -> None:
    body = "# Draaiboek\n\n#### A\n\n## B { #b }\n\n### C { #c }\n\n##### D\n\n## E { #e }\n"

    assert codes(found({PATH: f"{HEAD}\n{body}"}, *OWN)) == [(8, "MD104"), (14, "MD104")]


def test_headings_in_code_and_escaped_ones_are_no_headings(found: Found) -> None:
    body = "# Draaiboek\n\n```markdown\n# Titel\n\n#### Diep\n```\n\n~~~\n## Zonder id\n~~~\n\n\\# Geen titel\n"

    assert found({PATH: f"{HEAD}\n{body}"}, *OWN) == []


def test_the_headings_of_steps_need_no_id_here_but_those_of_chapters_do(found: Found) -> None:
    step = "---\ntitle: De dag zelf\n---\n\n# De dag zelf\n\n## Zonder id\n\n### Ook zonder\n"
    chapter = f"{HEAD}\n# Draaiboek\n\n## Zonder id\n\n### Ook zonder\n\n#### Diep\n"

    assert found({"playbook/salon/nl/day.md": step}, *OWN) == []
    assert codes(found({PATH: chapter}, *OWN)) == [(8, "MD105"), (10, "MD105")]


def test_a_heading_without_words_is_not_asked_for_more(found: Found) -> None:
    body = "# Draaiboek\n\n##\n\n##   \n\n## { #x }\n\n## ``\n"

    assert codes(found({PATH: f"{HEAD}\n{body}"}, *OWN)) == [(8, "MD108"), (10, "MD108"), (12, "MD108"), (14, "MD105")]


def test_an_id_twice_is_reported_at_each_repetition(found: Found) -> None:
    body = "# Draaiboek\n\n## A { #a }\n\n## B { #a }\n\nTekst.\n{: #a }\n"

    assert found({PATH: f"{HEAD}\n{body}"}, *OWN) == [(PATH, 10, 6, "MD106"), (PATH, 13, 1, "MD106")]


@pytest.mark.parametrize("anchor", ["Who", "who_is", "wié", "-who", "who-", "who--is", "who.is"])
def test_an_id_has_only_small_letters_digits_and_single_hyphens(found: Found, anchor: str) -> None:
    problems = found({PATH: f"{HEAD}\n# Draaiboek\n\n## Wie {{ #{anchor} }}\n"}, *OWN)

    assert problems == [(PATH, 8, 8, "MD107")]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Tekst\n---\n", [(9, "MD109")]),
        ("Tekst\n=\n", [(9, "MD109")]),
        ("- punt\n---\n", [(9, "MD109")]),
        ("Tekst\n\n---\n", []),
        ("Twee\nregels\n---\n", []),
        ("| a |\n|---|\n| b |\n", []),
        ("```\nTekst\n---\n```\n", []),
    ],
)
def test_dashes_right_below_the_first_line_of_a_paragraph_are_reported(
    found: Found, body: str, expected: list[tuple[int, str]]
) -> None:
    assert codes(found({PATH: f"{HEAD}\n# Draaiboek\n\n{body}"}, *OWN)) == expected

"""Interface strings are compared key by key, and one slip is one problem."""

from collections.abc import Callable
from pathlib import Path

import pytest
from draaiboek.load.project import load_project
from draaiboek.rules import check_project

Found = Callable[..., list[tuple[str, int, int, str]]]

FR = "i18n/fr.yaml"


def test_a_misspelt_key_is_not_missing_as_well_but_others_are(project: Callable[..., Path]) -> None:
    dutch = "menu: A\nevents-list: B\nevents-page: C\nsearch-field: D\n"
    root = project({"i18n/nl.yaml": dutch, FR: "menu: A\nevents-lst: B\nextra-words: E\n", "i18n/ar.yaml": "menu: A\n"})

    problems = [problem for problem in check_project(load_project(root)) if problem.code.startswith("UI")]

    assert [(problem.code, problem.severity, problem.params.get("keys")) for problem in problems] == [
        ("UI102", "info", "search-field"),
        ("UI102", "warning", "events-page, search-field"),
        ("UI101", "error", None),
        ("UI101", "error", None),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("'{count} sur {count}'", []),
        ("résultats", ["UI103"]),
        ("'{count} et {total}'", ["UI103"]),
        ("'{ count }'", ["UI103"]),
        ("'{count} }'", ["UI103"]),
        ("'<i>{count}</i>'", ["UI104"]),
        ("'**{count}**'", ["UI104"]),
        ("'[{count}](x)'", ["UI104"]),
        ("'{count}&nbsp;x'", ["UI104"]),
        ('"{count}\\u202E"', ["UI104"]),
        ("'{count} & < 3'", []),
        ("", ["UI105"]),
        ("' '", ["UI105"]),
        ("[a]", ["UI105"]),
        ("{a: b}", ["UI105"]),
    ],
)
def test_a_text_is_plain_and_has_the_placeholders_of_the_dutch_one(found: Found, text: str, expected: list[str]) -> None:
    problems = found({FR: f"search-results: {text}\nmenu: Menu\n"}, "UI")

    assert [code for _, _, _, code in problems] == expected


@pytest.mark.parametrize("text", ["- Menu\n", "Menu\n", "menu: Menu\nsub:\n  menu: Menu\n"])
def test_a_file_that_is_no_flat_mapping_is_reported_once(found: Found, text: str) -> None:
    assert [code for _, _, _, code in found({"i18n/ar.yaml": text}, "UI")] == ["UI105"]


def test_a_dutch_file_that_cannot_be_read_is_not_blamed_on_translations(found: Found) -> None:
    for text in (None, b"\xff", "menu: [\n"):
        codes = [code for _, _, _, code in found({"i18n/nl.yaml": text}, "UI")]

        assert codes == (["UI106"] if text is None else [])
        assert text is None or found({"i18n/nl.yaml": text}) != []

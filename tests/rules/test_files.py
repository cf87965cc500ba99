"""Files are expected where they are read, under names that can be addresses."""

from collections.abc import Callable

import pytest

Found = Callable[..., list[tuple[str, int, int, str]]]

PAGE = "---\ntitle: x\ndescription: y\n---\n\n# x\n"


@pytest.mark.parametrize(
    ("path", "codes"),
    [
        ("data/Events.yaml", ["FL108"]),
        ("data/events.yml", ["FL108"]),
        ("data/more/events.yaml", ["FL108"]),
        ("i18n/nl.yml", ["FL108"]),
        ("i18n/more/nl.yaml", ["FL108"]),
        ("i18n/de.yaml", ["FL107"]),
        ("playbook/notes.md", ["FL108"]),
        ("playbook/salon/notes.md", ["FL108"]),
        ("playbook/salon/nl/more/day.md", ["FL108"]),
        ("playbook/shared/playbook.yaml", ["FL108"]),
        ("playbook/salon/de/day.md", ["FL107"]),
        ("docs/index.md", ["FL108"]),
        ("docs/de/index.md", ["FL107"]),
        ("docs/nl/book/plan.html", ["FL108"]),
        ("docs/nl/book/Channels.md", ["FL109"]),
        ("docs/nl/book/tell a story.md", ["FL109"]),
        ("docs/nl/book/affiche_é.png", ["FL109"]),
        ("docs/nl/book/--.md", ["FL109"]),
        ("docs/nl/book/.draft.md", []),
        ("docs/nl/book/channels.md~", []),
        ("docs/nl/book/channels-2.md", []),
        ("docs/nl/book/map.svg", []),
    ],
)
def test_a_file_in_a_place_or_under_a_name_of_its_own(found: Found, path: str, codes: list[str]) -> None:
    assert [code for where, _, _, code in found({path: PAGE}, "FL") if where == path] == codes


def test_a_folder_of_an_unknown_language_is_reported_once_at_its_first_file(found: Found) -> None:
    files = {f"docs/de/{name}.md": PAGE for name in ("b", "a", "c/d")} | {"playbook/salon/de/day.md": PAGE}

    assert found(files, "FL") == [("docs/de/a.md", 1, 1, "FL107"), ("playbook/salon/de/day.md", 1, 1, "FL107")]


def test_a_folder_with_a_bad_name_is_reported_once(found: Found) -> None:
    assert found({f"docs/nl/My Folder/{name}.md": PAGE for name in "ab"}, "FL") == [("docs/nl/My Folder/a.md", 1, 1, "FL109")]


def test_languages_are_not_called_unknown_while_their_table_cannot_be_read(found: Found) -> None:
    assert found({"data/languages.yaml": "languages:\n\t- x\n", "docs/de/a.md": PAGE}, "FL") == []


def test_a_table_under_another_name_is_reported_as_missing_and_as_not_read(found: Found) -> None:
    assert found({"data/events.yaml": None, "data/events.yml": "events: []\n"}, "FL") == [
        ("data/events.yaml", 1, 1, "FL106"),
        ("data/events.yml", 1, 1, "FL108"),
    ]

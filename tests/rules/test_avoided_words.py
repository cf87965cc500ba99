"""Words to avoid are found wherever people read, and excused only where the notation says so."""

from collections.abc import Callable

import pytest

Found = Callable[..., list[tuple[str, int, int, str]]]
Base = Callable[..., str]

PATH = "docs/nl/index.md"
HEAD = "---\ntitle: Draaiboek\ndescription: Hoe mensen elkaar vinden.\n---\n\n# Draaiboek\n\n"


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("*allochtonen*[^old-source]", None),
        ("*werk voor allochtonen en anderen*[^old-source]", None),
        ("*allochtonen* [^old-source]", 2),
        ("**allochtonen**[^old-source]", 3),
        ("*allochtonen*[^source-1]", 2),
        ("*allochtonen*[^visitors-2019]", 2),
        ("*allochtonen*[^nowhere]", 2),
        ("*werk* voor allochtonen*[^old-source]", 13),
        ("'allochtonen'", 2),
        ("> allochtonen", 3),
        ("ALLOCHTOON", 1),
        ("het niet-allochtone team", 10),
        ("[allochtonen](index.md)", 2),
        ("`allochtonen`", None),
    ],
)
def test_a_dated_word_needs_italics_and_an_older_source(text: str, column: int | None, found: Found) -> None:
    expected = [] if column is None else [(PATH, 8, column, "WD101")]

    assert found({PATH: HEAD + text + "\n"}, "WD") == expected


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("Schrijf 'om', niet 'teneinde'.", None),
        ('Schrijf “teneinde”, ‘teneinde’, "teneinde" of «teneinde» niet.', None),
        ("> Teneinde u te helpen.", None),
        ("    > Teneinde u te helpen, in een kader.", None),
        ("Collega's teneinde foto's te maken.", 11),
        ("'s Avonds teneinde te rusten, foto's.", 11),
        ("'Kom' teneinde 'te gaan'.", 7),
        ("Onteneinde, teneinden.", None),
    ],
)
def test_other_words_may_be_spoken_about(text: str, column: int | None, found: Found) -> None:
    expected = [] if column is None else [(PATH, 8, column, "WD103")]

    assert found({PATH: HEAD + text + "\n"}, "WD") == expected


def test_every_place_that_people_read_is_looked_at(found: Found, base: Base) -> None:
    files = {
        "docs/nl/index.md": "---\ntitle: Doelgroep\ndescription: Onze doelgroep.\n---\n\n# Doelgroep\n",
        "data/roles.yaml": base("data/roles.yaml", ("Bewaakt het hele plan.", "Bewaakt de doelgroep.")),
        "i18n/nl.yaml": base("i18n/nl.yaml") + "doelgroep: Voor de doelgroep\n",
        "playbook/salon/nl/day.md": base("playbook/salon/nl/day.md") + "\nVoor de doelgroep.\n",
    }
    places = {(path, line) for path, line, _, _ in found(files, "WD")}

    assert {path for path, _ in places} == set(files)
    assert {line for path, line in places if path == "docs/nl/index.md"} == {2, 3, 6}


def test_sources_events_and_older_names_keep_their_own_words(found: Found, base: Base) -> None:
    files = {
        "data/sources.yaml": base("data/sources.yaml", ("Een oude bron", "Werk voor allochtonen")),
        "data/glossary.yaml": base("data/glossary.yaml", ("- werkbegeleider", "- allochtonenconsulent")),
        "data/words.yaml": base("data/words.yaml", ("Niemand zegt het zo.", "Wie zegt er nog teneinde?")),
    }

    assert found(files, "WD") == []


def test_words_belong_to_one_language(found: Found) -> None:
    assert found({"docs/fr/book/why.md": HEAD + "Une doelgroep, des allochtonen.\n"}, "WD") == []

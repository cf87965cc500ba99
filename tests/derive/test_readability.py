"""What counts as a sentence, a word and a syllable, and where the remarks fall."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from draaiboek.derive.readability import Section, sections_of
from draaiboek.load.markdown import load_markdown
from draaiboek.load.text import TextFile

from ..command import Done

Run = Callable[..., Done]
HEAD = "---\ntitle: Waarom\n---\n\n"

LETTER_BEFORE = (
    "Naar aanleiding van uw deelname aan het salon delen wij u mede dat er voor u een oriënterend gesprek werd ingepland"
    " met onze personeelsdienst.\nGelieve zich aan te melden aan het onthaal en de nodige documenten voor te leggen.\n"
    "Indien u verhinderd bent, dient u ons hiervan tijdig op de hoogte te brengen.\n"
)


def sections(text: str) -> tuple[Section, ...]:
    return sections_of(load_markdown(TextFile("docs/nl/book/why.md", HEAD + text)))


def sentences(text: str) -> list[str]:
    return [sentence.text for section in sections(text) for sentence in section.sentences]


def test_the_letter_that_the_book_counts_by_hand_gets_the_same_numbers() -> None:
    (letter,) = sections(LETTER_BEFORE)

    assert (len(letter.words), len(letter.sentences)) == (53, 3)
    assert letter.words_per_sentence == pytest.approx(17.7, abs=0.05)
    assert letter.syllables_per_100_words == pytest.approx(166.0, abs=2)  # by hand 88, pyphen finds 87
    assert letter.score == pytest.approx(63, abs=2)


def test_score_is_the_formula_of_flesch_and_douma() -> None:
    (section,) = sections("Wij zien u.\nZij zien ons nu.\n")

    assert section.score == pytest.approx(206.84 - 0.77 * 100 - 0.93 * 3.5)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Eén zin. Nog een? Ja!", ["Eén zin.", "Nog een?", "Ja!"]),
        ("Een zin over bv. zorg en m.b.t. taal.", ["Een zin over bv. zorg en m.b.t. taal."]),
        ("'Kom binnen.' Dat zegt zij.", ["'Kom binnen.'", "Dat zegt zij."]),
        ("- Bel de partner. { #call }\n1. Vraag het.", ["Bel de partner.", "Vraag het."]),
        ("> Wij citeren.", ["Wij citeren."]),
        ("Ga naar www.vdab.be en lees verder.", ["Ga naar             en lees verder."]),
        ("Een feit.[^bron]\nNog één.", ["Een feit.", "Nog één."]),
        ("| Kop | Cel |\n|---|---|\n| Een zin. | Twee. |", []),
        ('!!! note "Een titel. Twee."\n    De tekst.', ["De tekst."]),
        ("```\nEen zin.\n```", []),
        ("12 345.", []),
    ],
)
def test_sentences_are_running_text_alone(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_sections_follow_the_headings_and_empty_ones_are_left_out() -> None:
    found = sections("# Titel\n\nIntro.\n\n## Leeg { #empty }\n\n## Vol { #full }\n\nEen. Twee.\n")

    assert [(section.title, section.place.line, len(section.sentences)) for section in found] == [("Titel", 5, 1), ("Vol", 11, 2)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("De brief wordt morgen verstuurd.", True),
        ("U moet ontvangen worden.", True),
        ("Het werd ingepland.", True),
        ("Het wordt warm.", False),
        ("Wij hebben u uitgenodigd.", False),
        ("Het wordt een gesprek in de gemeente.", False),
    ],
)
def test_passive_is_worden_with_a_participle(text: str, expected: bool) -> None:
    assert [sentence.is_passive for section in sections(text) for sentence in section.sentences] == [expected]


def test_the_command_points_at_the_place_and_never_fails(project: Callable[..., Path], run: Run) -> None:
    path = "docs/nl/book/why.md"
    head = "---\ntitle: Waarom\ndescription: Waarom.\n---\n\n# Waarom\n\nKort. "
    passive = "De brief wordt verstuurd.\nDe zaal wordt gehuurd.\nDe gast wordt verwacht.\n"
    hard = "Verantwoordelijkheidsverdelingen organiseren ondernemingsvertegenwoordigers.\n" * 20
    root = project({path: head + "woord " * 31 + "einde.\n\n## Stil { #quiet }\n\n" + passive + "\n## Zwaar { #hard }\n\n" + hard})
    done = run("readability", path, "--root", root, "--format", "json", "--messages", "en")
    found = [(row["line"], row["column"], row["severity"], row["code"]) for row in json.loads(done.stdout)]

    assert done.returncode == 0
    assert found == [(8, 7, "info", "RD101"), (10, 1, "info", "RD102"), (16, 1, "info", "RD103")]
    more = json.loads(run("readability", path, "--root", root, "--longer-than", "40", "--below", "-999", "--format", "json").stdout)
    assert [row["code"] for row in more] == ["RD102"]


def test_the_formula_is_for_dutch_and_long_sentences_are_for_all(project: Callable[..., Path], run: Run) -> None:
    path = "docs/fr/book/why.md"
    root = project({path: "---\ntitle: Pourquoi\ndescription: Oui.\n---\n\n# Pourquoi\n\n" + "anticonstitutionnellement " * 70 + ".\n"})
    rows = json.loads(run("readability", path, "--root", root, "--format", "json").stdout)

    assert [row["code"] for row in rows] == ["RD101"]

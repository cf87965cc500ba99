"""The register: letters in order, entries under the letter a reader looks for, references between them."""

from collections.abc import Callable
from pathlib import Path

from draaiboek.catalogue import build_catalogue
from draaiboek.derive.register import Letter, derive_register
from draaiboek.load.project import load_project

REGISTER = """register:
  - id: education
    term:
      nl: Onderwijs
      fr: Éducation
    places:
      - book/why
  - id: via
    term: ‘VIA’-akkoord
    places:
      - book/why#figures
  - id: volunteers
    term: (Vrijwilligers)werk
    see:
      - education
  - id: ten
    term: 10 salons
    places:
      - book/why
  - id: esf
    term: Ésf
    places:
      - book/why
"""


def letters(project: Callable[..., Path], language: str) -> tuple[Letter, ...]:
    files = {"data/register.yaml": REGISTER, "data/inventory.yaml": "rows: []\n"}
    return derive_register(build_catalogue(load_project(project(files))), language)


def test_marks_brackets_and_quotes_do_not_change_the_letter(project: Callable[..., Path]) -> None:
    found = [(letter.id, letter.name, [entry.term for entry in letter.entries]) for letter in letters(project, "nl")]

    assert found == [
        ("letter-digits", "0–9", ["10 salons"]),
        ("letter-e", "E", ["Ésf"]),
        ("letter-o", "O", ["Onderwijs"]),
        ("letter-v", "V", ["‘VIA’-akkoord", "(Vrijwilligers)werk"]),
    ]


def test_translated_terms_move_to_their_own_letter_and_the_rest_stays_dutch(project: Callable[..., Path]) -> None:
    found = {letter.name: [(entry.term, entry.language) for entry in letter.entries] for letter in letters(project, "fr")}

    assert found["E"] == [("Éducation", "fr"), ("Ésf", "nl")]
    assert "O" not in found


def test_a_reference_carries_the_words_of_the_entry_it_leads_to(project: Callable[..., Path]) -> None:
    entry = next(entry for letter in letters(project, "fr") for entry in letter.entries if entry.id == "volunteers")

    assert (entry.places, [(other.id, other.term, other.language) for other in entry.see]) == (
        (), [("education", "Éducation", "fr")],
    )  # fmt: skip

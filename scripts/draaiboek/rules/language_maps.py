"""Words in the data are there in Dutch, and in languages of the site.

What: a group of texts by language has a Dutch one (`nl`), and its other keys are codes of
`data/languages.yaml`. A group of lists by language, such as synonyms, may lack Dutch.
Why: Dutch is the source; where another language is missing, readers see the Dutch words. A text under a
code that the site does not have is never shown.

Wrong (EV210), data/municipalities.yaml:

    municipalities:
      - id: antwerpen
        name:
          fr: Anvers

Wrong (EV211), data/municipalities.yaml:

    municipalities:
      - id: antwerpen
        name:
          nl: Antwerpen
          fra: Anvers

Right, data/municipalities.yaml:

    municipalities:
      - id: antwerpen
        name:
          nl: Antwerpen
          fr: Anvers
"""

from collections.abc import Iterator
from typing import Any

from draaiboek.load.entries import Located
from draaiboek.load.project import Project
from draaiboek.load.yaml_source import Path_
from draaiboek.model.fields import Entry, kebab
from draaiboek.model.problem import Problem
from draaiboek.model.source_language import SOURCE_LANGUAGE
from draaiboek.rules.support.diagnostics import error, listed, nearest

NO_DUTCH = error(
    "EV210",
    nl=("de Nederlandse tekst ontbreekt", "Voeg een regel 'nl: …' toe: Nederlands is de brontaal."),
    en=("the Dutch text is missing", "Add a line 'nl: …': Dutch is the source language."),
)
UNKNOWN_LANGUAGE = error(
    "EV211",
    nl=(
        "'{value}' is geen taal van de site",
        "De talen zijn {choices}; voeg een nieuwe taal eerst toe in data/languages.yaml.",
    ),
    en=(
        "'{value}' is not a language of the site",
        "The languages are {choices}; add a new language in data/languages.yaml first.",
    ),
)

DIAGNOSTICS = (NO_DUTCH, UNKNOWN_LANGUAGE)
LOOKS_AT_CHAPTERS = False


def check(project: Project) -> Iterator[Problem]:
    """Look at every language map of every entry in `data/`."""
    known = [row.entry.code for row in project.entries("languages")]
    for table in project.tables:
        for row in project.entries(table):
            for keys, words in _language_maps(row.entry):
                if SOURCE_LANGUAGE not in words and not _are_lists(words):
                    yield NO_DUTCH.at(row.tree.key_place((*row.path, *keys)))
                if project.tables["languages"].complete:
                    yield from _unknown(row, keys, words, known)


def _are_lists(words: dict[str, Any]) -> bool:
    """Whether each language has words of its own instead of a translation of the Dutch."""
    return any(isinstance(text, tuple) for text in words.values())


def _unknown(row: Located[Any], keys: Path_, words: dict[str, Any], known: list[str]) -> Iterator[Problem]:
    for code in words:
        # A text without language is Dutch, whatever languages the site has.
        if code not in known and code != SOURCE_LANGUAGE:
            place = row.tree.key_place((*row.path, *keys, code))
            yield UNKNOWN_LANGUAGE.at(place, candidates=nearest(code, known), value=code, choices=listed(known))


def _language_maps(value: Any, keys: Path_ = ()) -> Iterator[tuple[Path_, dict[str, Any]]]:
    """Every text, or list of words, by language inside an entry, with its keys as editors write them."""
    if isinstance(value, Entry):
        for name, field in value:
            yield from _language_maps(field, (*keys, kebab(name)))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _language_maps(item, (*keys, index))
    elif isinstance(value, dict) and all(isinstance(text, (str, tuple)) for text in value.values()):
        yield keys, value

"""A word in the glossary means one thing.

What: within a language, a name, synonym, former name or inflected form belongs to one term of
`data/glossary.yaml`, and stands there once; capitals make no difference.
Why: a reader who follows the word would otherwise reach either of two explanations.

Wrong (GL101), data/glossary.yaml:

    glossary:
      - id: jobcoach
        name:
          nl: jobcoach
        definition:
          nl: Begeleidt iemand op het werk.
      - id: buddy
        name:
          nl: buddy
        definition:
          nl: Een collega die een nieuwe collega op weg helpt.
        synonyms:
          nl:
            - Jobcoach

Right, data/glossary.yaml:

    glossary:
      - id: jobcoach
        name:
          nl: jobcoach
          fr: jobcoach
        definition:
          nl: Begeleidt iemand op het werk.
        forms:
          nl:
            - jobcoaches
"""

from collections.abc import Iterator

from draaiboek.load.entries import Located
from draaiboek.load.project import Project
from draaiboek.model.fields import kebab
from draaiboek.model.problem import Place, Problem
from draaiboek.model.vocabulary import Term
from draaiboek.rules.support.diagnostics import error, shown

TWICE = error(
    "GL101",
    nl=(
        "'{word}' hoort al bij de term '{term}'",
        "Laat het woord bij één term staan, en daar één keer.",
    ),
    en=(
        "'{word}' already belongs to the term '{term}'",
        "Leave the word with one term, and once there.",
    ),
)

DIAGNOSTICS = (TWICE,)
LOOKS_AT_CHAPTERS = False

_LISTS = ("synonyms", "former_names", "forms")


def check(project: Project) -> Iterator[Problem]:
    """Report every second use of a word, with the term that has it."""
    first: dict[tuple[str, str], str] = {}
    for row in project.entries("glossary"):
        for language, word, place in _words(row):
            key = (language, word.casefold())
            if key in first:
                yield TWICE.at(place, word=shown(word), term=first[key])
            first.setdefault(key, row.entry.id)


def _words(row: Located[Term]) -> Iterator[tuple[str, str, Place]]:
    """Every word of a term with its language and its place."""
    for language, name in row.entry.name.items():
        yield language, name, row.place("name", language)
    for field in _LISTS:
        for language, words in (getattr(row.entry, field) or {}).items():
            for index, word in enumerate(words):
                yield language, word, row.place(kebab(field), language, index)

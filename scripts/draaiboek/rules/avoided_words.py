"""The words that the book gives up are not used.

What: the words of `data/words.yaml` do not stand in a text of their language. A dated word may stand in
italics right before a footnote to a source that is older than its `dated-since`; any other one may
stand between quotation marks or in a quotation (a line that begins with `>`), because it is then spoken
about. Titles of sources, and synonyms and former names in the glossary, keep their own words.
Why: readers notice how they are spoken about, and a word that needs explaining keeps people out. The
reasons stand with the words.

Wrong (WD101), docs/nl/index.md:

    ---
    title: Draaiboek
    description: Hoe organisaties en werkzoekenden elkaar vinden.
    ---

    # Draaiboek

    Een salon voor allochtonen.

Wrong (WD102), docs/nl/index.md:

    ---
    title: Draaiboek
    description: Hoe organisaties en werkzoekenden elkaar vinden.
    ---

    # Draaiboek

    Wij zoeken een moedertaalspreker.

Wrong (WD103), docs/nl/index.md:

    ---
    title: Draaiboek
    description: Hoe organisaties en werkzoekenden elkaar vinden.
    ---

    # Draaiboek

    Bel ons teneinde een afspraak te maken.

Wrong (WD105), docs/nl/index.md:

    ---
    title: Draaiboek
    description: Hoe organisaties en werkzoekenden elkaar vinden.
    ---

    # Draaiboek

    Onze doelgroep leest dit.

Wrong (WD104), data/words.yaml:

    words:
      - id: foreign
        language: nl
        forms:
          - vreemde
        kind: dated
        reason:
          nl: Wie hier geboren is, is niet vreemd.
        instead:
          nl: inwoner

Right, docs/nl/index.md:

    ---
    title: Draaiboek
    description: Hoe organisaties en werkzoekenden elkaar vinden.
    ---

    # Draaiboek

    In 2008 heette dat *werk voor allochtonen*[^old-source].
    Schrijf niet 'teneinde' maar 'om', en vraag geen "moedertaalspreker".

    > Onze doelgroep dient te bellen teneinde een afspraak te maken.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypedDict

from draaiboek.load.entries import Parsed
from draaiboek.load.markdown import MarkdownFile
from draaiboek.load.project import Project
from draaiboek.load.yaml_source import YamlTree
from draaiboek.model.entries import Figure, Source
from draaiboek.model.problem import Problem
from draaiboek.model.source_language import SOURCE_LANGUAGE
from draaiboek.model.vocabulary import AvoidedWord
from draaiboek.rules.support.diagnostics import error, shown, warning
from draaiboek.rules.support.texts import Line, files, language_codes, lines_in, lines_of_data
from draaiboek.rules.support.word_finder import WordFinder

_HINT = ("Schrijf liever: {instead_nl}. {reason_nl}", "Rather write: {instead_en}. {reason_en}")

DATED = error(
    "WD101",
    nl=(
        "'{word}' gebruikt dit boek niet meer",
        f"{_HINT[0]} In een verwijzing naar een bron van vóór {{since}}: *{{word}}*[^id-van-de-bron].",
    ),
    en=(
        "this book no longer uses '{word}'",
        f"{_HINT[1]} In a reference to a source from before {{since}}: *{{word}}*[^id-of-the-source].",
    ),
)
DEMAND = warning(
    "WD102",
    nl=("'{word}' sluit mensen uit die het werk wel kunnen", _HINT[0]),
    en=("'{word}' shuts out people who can do the work", _HINT[1]),
)
JARGON = warning(
    "WD103",
    nl=("voor '{word}' bestaat een gewoner woord", _HINT[0]),
    en=("there is a plainer word for '{word}'", _HINT[1]),
)
LABEL = warning(
    "WD105",
    nl=("'{word}' zet mensen in een hokje", _HINT[0]),
    en=("'{word}' puts people in a box", _HINT[1]),
)
NO_DATE = error(
    "WD104",
    nl=(
        "het gedateerde woord '{word}' zegt niet sinds wanneer",
        "Voeg 'dated-since:' toe: een oudere bron mag met haar eigen woord aangehaald worden.",
    ),
    en=(
        "the dated word '{word}' does not say since when",
        "Add 'dated-since:': an older source may be quoted with its own word.",
    ),
)

DIAGNOSTICS = (DATED, DEMAND, JARGON, NO_DATE, LABEL)

_BY_KIND = {"dated": DATED, "demand": DEMAND, "label": LABEL, "jargon": JARGON}
_CITED = re.compile(r"(?<!\*)\*(?=\S)([^*\n]*[^*\s])\*\[\^([^\[\]\s]+)\]")
_QUOTED = re.compile(r"(?<!\w)'(?=\S)[^'\n]*'(?!\w)|‘[^’\n]*’|\"[^\"\n]*\"|“[^”\n]*”|«[^»\n]*»|„[^”“\n]*[”“]")
_OWN_WORDS = {
    "data/glossary.yaml": ("synonyms", "former-names", "forms"),
    "data/words.yaml": ("reason",),
    "data/events.yaml": ("title",),
}
"""Fields that keep an older name, speak about a word, or hold a title that an event had."""


@dataclass(frozen=True, slots=True)
class _Avoided:
    """The avoided words of one language, and when each source appeared."""

    language: str
    finder: WordFinder
    appeared: Mapping[str, date]

    def problems(self, line: Line) -> Iterator[Problem]:
        """Every use on a line that is not excused."""
        for word, match in self.finder.uses(line.text):
            if not self._excused(word, line.text, match):
                yield _BY_KIND[word.kind].at(line.place(match.start()), word=shown(match[0]), **_advice(word))

    def _excused(self, word: AvoidedWord, text: str, match: re.Match[str]) -> bool:
        """Quoted from an older source, or for other words than dated ones only spoken about."""
        if word.kind != "dated":
            return text.lstrip().startswith(">") or any(
                quoted.start() < match.start() < quoted.end() for quoted in _QUOTED.finditer(text)
            )
        since = word.dated_since.earliest if word.dated_since else date.min
        return any(
            cited.start(1) <= match.start() < cited.end(1) and self.appeared.get(cited[2], date.max) < since
            for cited in _CITED.finditer(text)
        )


def check(project: Project) -> Iterator[Problem]:
    """Look for the words in every text, by its language."""
    for row in project.entries("words"):
        if row.entry.kind == "dated" and row.entry.dated_since is None:
            yield NO_DATE.at(row.place("kind"), word=shown(row.entry.forms[0]))
    memory, tables = project.memory, project.tables
    by_language = memory.kept(_avoided, tables["words"], tables["sources"], tables["figures"])
    codes = memory.kept(language_codes, tables["languages"])
    for language, file in files(project):
        if language in by_language:
            yield from memory.found(_in_file, file, by_language[language])
    for tree in project.trees.values():
        yield from memory.found(_in_data, tree, codes, by_language)


def _in_file(file: MarkdownFile, avoided: _Avoided) -> Iterator[Problem]:
    for line in lines_in(file, avoided.language):
        yield from avoided.problems(line)


def _in_data(tree: YamlTree, codes: frozenset[str], by_language: Mapping[str, _Avoided]) -> Iterator[Problem]:
    own_words = _OWN_WORDS.get(tree.path, ())
    for line in lines_of_data(tree, codes):
        if line.language in by_language and line.key not in own_words:
            yield from by_language[line.language].problems(line)


def _avoided(words: Parsed[AvoidedWord], sources: Parsed[Source], figures: Parsed[Figure]) -> Mapping[str, _Avoided]:
    """One for each language that has words to avoid."""
    by_language: dict[str, list[AvoidedWord]] = {}
    for row in words.entries:
        by_language.setdefault(row.entry.language, []).append(row.entry)
    appeared = _appeared(sources, figures)
    return {language: _Avoided(language, WordFinder(found), appeared) for language, found in by_language.items()}


class _Advice(TypedDict):
    """What a message says besides the word, in both languages of the messages."""

    instead_nl: str
    instead_en: str
    reason_nl: str
    reason_en: str
    since: str


def _advice(word: AvoidedWord) -> _Advice:
    instead, reason = word.instead, word.reason
    return {
        "instead_nl": instead[SOURCE_LANGUAGE],
        "instead_en": instead.get("en", instead[SOURCE_LANGUAGE]),
        "reason_nl": reason[SOURCE_LANGUAGE],
        "reason_en": reason.get("en", reason[SOURCE_LANGUAGE]),
        "since": str(word.dated_since),
    }


def _appeared(sources: Parsed[Source], figures: Parsed[Figure]) -> dict[str, date]:
    """The last day on which each dated source, or the source of each figure, can have appeared."""
    found = {row.entry.id: row.entry.date.latest for row in sources.entries if row.entry.date}
    found |= {row.entry.id: found[row.entry.source] for row in figures.entries if row.entry.source in found}
    return found

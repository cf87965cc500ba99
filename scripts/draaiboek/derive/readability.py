"""How a text reads, in numbers: sentence length, passive sentences, and the Flesch-Douma score for Dutch.

In: a Markdown file. Out: its sections with their sentences. Only running text counts: headings, tables,
code, names of boxes and numbers do not. The numbers point at places to look at; they judge nothing
(see `reference/words.md`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from pyphen import Pyphen

from draaiboek.load.markdown import MarkdownFile
from draaiboek.model.problem import Place
from draaiboek.rules.support.texts import prose

_WORD = re.compile(r"[^\W\d_]+(?:[-'’·][^\W\d_]+)*")
_MARKER = re.compile(r"^\s*(?:>\s*)*(?:[-*+]\s+|\d{1,4}[.)]\s+)?")
_ABBREVIATION = re.compile(r"\b(?:bv|bijv|nr|art|blz|ca|enz|mevr|dhr|\w)\.$", re.IGNORECASE)
_END = re.compile(r"[.!?…]+[*_'’”\"»)]*(?=\s)")
_BLOCK = re.compile(r"\s*(?:#|\||!!!|\?\?\?|===)")
_PARTICIPLE = re.compile(r"\b(?!gemeente|gesprek|gevolg|gebouw|geld)(?:\w{0,6}ge|be|ver|ont|her)\w{2,}(?:d|t|en)\b")
_PASSIVE = re.compile(r"\b(?:word|wordt|worden|werd|werden)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as it stands in the file, without what nobody reads."""

    text: str
    place: Place

    @property
    def words(self) -> tuple[str, ...]:
        """Its words; numbers are none, because nobody knows how they are said."""
        return tuple(_WORD.findall(self.text))

    @property
    def is_passive(self) -> bool:
        """Whether it seems passive: a form of "worden" and a past participle. Dutch only."""
        return bool(_PASSIVE.search(self.text) and _PARTICIPLE.search(self.text))


@dataclass(frozen=True, slots=True)
class Section:
    """The sentences below one heading."""

    title: str
    place: Place
    sentences: tuple[Sentence, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """All words, in order."""
        return tuple(word for sentence in self.sentences for word in sentence.words)

    @property
    def words_per_sentence(self) -> float:
        """Average length of a sentence in words; 0 without sentences."""
        return len(self.words) / len(self.sentences) if self.sentences else 0.0

    @property
    def syllables_per_100_words(self) -> float:
        """As pyphen parts them, which is a few too few: it never splits off a lone first vowel in a compound."""
        words = self.words
        return 100 * sum(map(_syllables, words)) / len(words) if words else 0.0

    @property
    def score(self) -> float:
        """Flesch-Douma: 206.84 - 0.77 times syllables per 100 words - 0.93 times words per sentence."""
        return 206.84 - 0.77 * self.syllables_per_100_words - 0.93 * self.words_per_sentence


def sections_of(file: MarkdownFile) -> tuple[Section, ...]:
    """The sections of a page that have running text, in order."""
    starts = {heading.place.line - file.first_line: heading for heading in file.headings}
    found: list[tuple[str, Place, list[Sentence]]] = [("", file.place(0), [])]
    for index, line in enumerate(file.masked):
        if heading := starts.get(index):
            found.append((heading.text, heading.place, []))
        elif line.strip() and not _BLOCK.match(line):
            found[-1][2].extend(_sentences(line, file.place(index)))
    return tuple(Section(title, place, tuple(sentences)) for title, place, sentences in found if sentences)


def _sentences(line: str, start: Place) -> Iterator[Sentence]:
    """The sentences of one line; a line end ends a sentence, as editors write one to a line."""
    text = prose(line)
    begin = _MARKER.match(text).end()  # type: ignore[union-attr]
    for end in (*(match.end() for match in _END.finditer(text)), len(text)):
        part = text[begin:end]
        if _ABBREVIATION.search(part) and end < len(text):
            continue
        if _WORD.search(part):
            lead = len(part) - len(part.lstrip())
            yield Sentence(part.strip(), Place(start.path, start.line, start.column + begin + lead))
        begin = end


def _syllables(word: str) -> int:
    return len(_hyphenation().positions(word.lower())) + 1


@cache
def _hyphenation() -> Pyphen:
    return Pyphen(lang="nl_NL", left=1, right=1)

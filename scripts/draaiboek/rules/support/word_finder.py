"""Words that the book gives up, looked for in a line of text.

In: the words to avoid of one language. Out: every use of one, whole words only, whatever the case.
Nearly every line has none of them, so one pattern, which reads what several forms begin with only
once, finds the places where any of them stands; only there is each word tried.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from draaiboek.model.vocabulary import AvoidedWord


class WordFinder:
    """Finds the words to avoid of one language."""

    def __init__(self, words: Sequence[AvoidedWord]) -> None:
        self._words = words
        forms = [form for word in words for form in word.forms]
        self._anywhere = re.compile(rf"(?<!\w)(?=(?:{_by_letters(forms)})(?!\w))", re.IGNORECASE)

    def uses(self, text: str) -> Iterator[tuple[AvoidedWord, re.Match[str]]]:
        """Every use, from left to right; of several words that begin at one place the first in the list."""
        position = 0
        for begin in self._anywhere.finditer(text):
            if begin.start() >= position:
                found = ((word, _pattern(word).match(text, begin.start())) for word in self._words)
                word, match = next((word, match) for word, match in found if match)
                position = match.end()
                yield word, match


def _pattern(word: AvoidedWord) -> re.Pattern[str]:
    """All forms of one word, the longest first."""
    forms = sorted(word.forms, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(_form, forms))})(?!\w)", re.IGNORECASE)


def _form(form: str) -> str:
    return re.escape(form.removesuffix("*")) + (r"\w*" if form.endswith("*") else "")


def _by_letters(forms: Sequence[str], depth: int = 0) -> str:
    """A pattern for any of the forms, from this letter on."""
    if len(forms) == 1 or any(form.removesuffix("*")[depth:] == "" for form in forms):
        return "|".join(_form(form[depth:]) for form in forms)
    beginnings: dict[str, list[str]] = {}
    for form in forms:
        beginnings.setdefault(form[depth], []).append(form)
    branches = (f"{re.escape(letter)}(?:{_by_letters(found, depth + 1)})" for letter, found in beginnings.items())
    return f"{_one_of(beginnings)}(?:{'|'.join(branches)})"


def _one_of(letters: Iterable[str]) -> str:
    return f"(?=[{''.join(map(re.escape, letters))}])"

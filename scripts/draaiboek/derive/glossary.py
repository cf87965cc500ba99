"""Glossary terms in running text: each links to its explanation where a page first uses it.

In: the Markdown of a page, and the words of the glossary in its language. Out: the same Markdown with
links. Headings, code, links, footnotes, HTML, titles of boxes and tables stay as they are: in a cell a link
of a short word is too small to hit, and often the cell has nothing else.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from draaiboek.catalogue import Catalogue, remembered
from draaiboek.load.code_mask import mask_code
from draaiboek.load.markdown import blank_links

_ASIDE = re.compile(r"\[\^[^\]\s]+\]|\{[^}\n]*\}|<[^>\n]*>|https?://\S+")
_NO_TEXT = re.compile(r"\s{0,3}#|\s*(?:!!!|\?\?\?|===|\[\^[^\]]+\]:)")
_HTML = re.compile(r"<[a-z][a-z0-9]*[\s>]")
_TABLE_RULE = re.compile(r"\s*\|?[\s:|-]*-[\s:|-]*$")


@dataclass(frozen=True, slots=True)
class TermWords:
    """The words of the glossary in one language: a pattern, and the term of each word."""

    pattern: re.Pattern[str] | None
    terms: Mapping[str, str]


@remembered
def term_words(catalogue: Catalogue, language: str) -> TermWords:
    """The words that are linked in texts of a language, longest first."""
    terms = {
        _key(word): term.id for term in catalogue.terms.values() if term.linked for word in term.words(language)
    }
    words = sorted(terms, key=lambda word: (-len(word), word))
    either = "|".join(_either_case(word) for word in words)
    # Not inside a compound: "ESF-project" is not the term.
    return TermWords(re.compile(rf"(?<![\w-])(?:{either})(?![\w-])") if words else None, terms)


def _key(word: str) -> str:
    return word.replace("’", "'")


def _either_case(word: str) -> str:
    """A word that begins small may begin a sentence; one with a capital is a name."""
    pattern = re.escape(word).replace("'", "['’]")
    return f"[{word[0]}{word[0].upper()}]{pattern[1:]}" if word[0].islower() else pattern


def link_terms(text: str, words: TermWords, glossary: str) -> str:
    """A page's text with the first use of each term linked; `glossary` is the way from the page to the glossary."""
    if words.pattern is None:
        return text
    lines = text.split("\n")
    seen: set[str] = set()
    for index, free in _running(lines):
        parts, position = [], 0
        for match in words.pattern.finditer(free):
            if (term := _term(words, match[0])) not in seen:
                seen.add(term)
                said = lines[index][match.start() : match.end()]
                parts += [lines[index][position : match.start()], f"[{said}]({glossary}#{term}){{ .term }}"]
                position = match.end()
        lines[index] = "".join(parts) + lines[index][position:]
    return "\n".join(lines)


def _term(words: TermWords, found: str) -> str:
    """The term of a word as it stands in the text."""
    key = _key(found)
    return words.terms.get(key) or words.terms[key[0].lower() + key[1:]]


def _running(lines: list[str]) -> Iterator[tuple[int, str]]:
    """The lines where terms may be linked: index, and the line with blanks for what is not running text."""
    masked, _ = mask_code(tuple(lines))
    free = blank_links("\n".join(masked)).split("\n")
    in_block = False  # HTML and tables go on until an empty line
    for index, line in enumerate(free):
        table = "|" in line and index + 1 < len(free) and _TABLE_RULE.match(free[index + 1])
        in_block = bool(line.strip()) and bool(in_block or table or _HTML.match(line))
        if len(line) == len(lines[index]) and not in_block and not _NO_TEXT.match(line):
            yield index, _ASIDE.sub(lambda match: " " * len(match[0]), line)


def search_words(catalogue: Catalogue, language: str) -> list[list[str]]:
    """Words that mean the same, for the search: each term's words, with those the book gave up for it."""
    given_up: dict[str, list[str]] = {}
    for word in catalogue.avoided_words.values():
        if word.term and word.language == language:
            given_up.setdefault(word.term, []).extend(form for form in word.forms if not form.endswith("*"))
    groups = ([*term.words(language), *given_up.get(term.id, [])] for term in catalogue.terms.values())
    return [group for group in groups if len(group) > 1]

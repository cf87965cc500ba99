"""What links can point to in a Markdown text: its headings, and elements of HTML with an id. Code is neither.

In: the text below the front matter. Out: each heading or element with its words, its id and its line.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from draaiboek.load.code_mask import mask_code

HEADING = re.compile(r"^(#{1,6})[ \t]*(.*)$")
_HEADING_ID = re.compile(r"\{:?[ \t]*#([^\s{}]+)[^{}]*\}$")
_ELEMENT = re.compile(r"<(\w+)[^<>]*\bid=\"([\w-]+)\"[^<>]*>([^<>]+)<")


@dataclass(frozen=True, slots=True)
class HeadingLine:
    """A heading on one line, counted from 0; `anchor` is its explicit id, if it has one."""

    level: int
    text: str
    anchor: str | None
    index: int


@dataclass(frozen=True, slots=True)
class Element:
    """An element of HTML with an id, and the words right in it, as they are written."""

    name: str
    text: str
    anchor: str
    index: int


def headings_of(body: str) -> Iterator[HeadingLine]:
    """The headings of a text."""
    return headings_in(*_lines(body))


@lru_cache(maxsize=2_048)
def _lines(body: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The lines of a text as they stand, and with their code blanked out."""
    lines = tuple(body.split("\n"))
    return lines, mask_code(lines)[0]


def headings_in(lines: tuple[str, ...], masked: tuple[str, ...]) -> Iterator[HeadingLine]:
    """The headings among lines whose code has been blanked out; their words may hold code."""
    for index, line in enumerate(masked):
        if match := HEADING.match(line):
            words, anchor = lines[index][match.start(2) :], None
            if found := _HEADING_ID.search(match[2].rstrip()):
                anchor, words = found[1], words[: found.start()]
            yield HeadingLine(len(match[1]), _without_closing(words), anchor, index)


def _without_closing(words: str) -> str:
    """A heading may be closed with the marks that open it; an escaped one belongs to its words."""
    text = words.rstrip("# \t")
    return f"{text}#" if text.endswith("\\") and words[len(text) :].startswith("#") else text


def elements_of(body: str) -> Iterator[Element]:
    """The elements with an id in a text."""
    lines, masked = _lines(body)
    # Lines of code are empty in both, and all others as long as they were: a place in the one is that in the other.
    text, seen = "\n".join(masked), "\n".join(line if kept else "" for line, kept in zip(lines, masked, strict=True))
    index = position = 0
    for match in _ELEMENT.finditer(text):
        index, position = index + text.count("\n", position, match.start()), match.start()
        yield Element(match[1], seen[match.start(3) : match.end(3)], match[2], index)

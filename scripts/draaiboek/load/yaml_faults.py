"""What the YAML parser refuses, put down as faults: a place, and a cause that editors can act on."""

import re
from collections.abc import Iterator, Mapping

import yaml

from draaiboek.model.problem import Fault, Place

_COMMENT = re.compile(r"[ \t:,\]}]*(?<=[ \t])(#.*)")
_TAB = re.compile(r" *\t")
_SEPARATORS = re.compile("[\x85\u2028\u2029]")

_CAUSES = {
    "did not find expected key": "indent",
    "did not find expected '-' indicator": "indent",
    "did not find expected <document start>": "indent",
    "mapping values are not allowed": "colon",
    "found unexpected ':'": "colon",
    "could not find expected ':'": "no-colon",
    "found unexpected end of stream": "unclosed",
    "unexpected document indicator": "unclosed",
    "did not find expected ',' or": "unclosed",
    "found character that cannot start any token": "character",
    "did not find expected alphabetic or numeric character": "character",
    "did not find expected node content": "character",
    "block sequence entries are not allowed": "list",
    "did not find expected comment or line break": "block",
    "found unknown escape character": "escape",
    "did not find expected hexdecimal number": "escape",
}
"""The parser's words, and the cause behind them."""

_SHOWN_AT_START = {"unclosed", "no-colon"}
"""Causes for which the place where it began says more than the place where it was noticed."""


def separator_fault(path: str, text: str, offset: int) -> Fault | None:
    """Find a character that YAML takes for a line end and editors do not: lines would be counted wrong."""
    found = _SEPARATORS.search(text)
    return _unwanted(path, text, offset, found.start()) if found else None


def character_fault(path: str, text: str, offset: int, error: yaml.YAMLError) -> Fault:
    """Name a character that YAML does not allow, by its position in the text."""
    position = min(int(getattr(error, "position", 0) or 0), len(text))
    for index, character in enumerate(text):
        if not (character in "\t\n" or " " <= character <= "~" or character >= "\xa0"):
            position = index
            break
    return _unwanted(path, text, offset, position)


def _unwanted(path: str, text: str, offset: int, position: int) -> Fault:
    before = text[:position]
    character = text[position : position + 1] or " "
    place = Place(path, before.count("\n") + 1 + offset, position - before.rfind("\n"))
    return Fault("yaml-character", place, {"value": f"U+{ord(character):04X}"})


def comment_faults(path: str, text: str, offset: int, ends: Mapping[int, int]) -> Iterator[Fault]:
    """Name comments behind a value: `venue: Zaal #3` reads as `Zaal`. `ends`: line to column of its last value."""
    if "#" not in text:
        return
    lines = text.split("\n")
    for line, column in sorted(ends.items()):
        behind = line < len(lines) and lines[line][:column].strip()
        if behind and (found := _COMMENT.match(lines[line], column)):
            place = Place(path, line + 1 + offset, found.start(1) + 1)
            yield Fault("yaml-comment", place, {"value": found[1]})


def syntax_fault(path: str, text: str, offset: int, error: yaml.MarkedYAMLError) -> Fault:
    """Name a syntax error at the place where it shows, a tab apart because it cannot be seen."""
    cause = _cause(error)
    mark = error.problem_mark or error.context_mark
    if cause in _SHOWN_AT_START and error.context_mark:
        mark = error.context_mark
    lines = text.split("\n")
    line, column = (mark.line, mark.column) if mark else (0, 0)
    if line < len(lines) and (tab := _TAB.match(lines[line])):
        return Fault("yaml-tab", Place(path, line + 1 + offset, tab.end()))
    line, column = _inside(lines, line, column)
    cause, column = _refined(cause, lines[line], column)
    return Fault("yaml-syntax", Place(path, line + 1 + offset, column + 1), {"reason": cause})


def _cause(error: yaml.MarkedYAMLError) -> str:
    said = f"{error.problem or ''} {error.context or ''}"
    return next((cause for words, cause in _CAUSES.items() if words in said), "other")


def _inside(lines: list[str], line: int, column: int) -> tuple[int, int]:
    """Move a position behind the last text back to the end of that text."""
    if line < len(lines) and (line == 0 or "".join(lines[line:]).strip()):
        return line, column
    filled = [index for index, shown in enumerate(lines) if shown.strip()]
    line = filled[-1] if filled else len(lines) - 1
    return line, len(lines[line])


def _refined(cause: str, line: str, column: int) -> tuple[str, int]:
    """Tell apart what the parser calls by one name, by what stands before the place on its line."""
    before = line[:column]
    if cause == "indent" and before.strip():
        return "rest", column
    if cause == "colon" and ":" not in before:
        # The first colon of a line is only unexpected when the line is read as more of the one above.
        return "indent", len(line) - len(line.lstrip())
    return cause, column

"""Blank out what is code in a Markdown text, so that nothing in an example is taken for the real thing.

In: the lines of a body. Out: the same lines, with blanks where code and escaped marks were. It follows
the site engine (Python-Markdown with SuperFences); where that is uncertain, text stays visible.
"""

import re

_FENCE = re.compile(
    r"""^(?P<indent>[ \t]*)(?P<marks>`{3,}|~{3,})
    (?P<words>[ \t]*\.?[\w#.+-]*(?:[ \t]*\{[^`\n]*\}|(?:[ \t]+[A-Za-z]\w*(?:="[^"`]*"|='[^'`]*')?)*+)[ \t]*)$""",
    re.VERBOSE,
)
_BOUNDARIES = (
    re.compile(r"(?=\n[ \t]*(?:\n|#|\||>|[-*+][ \t]|\d+[.)][ \t]))"),
    re.compile(r"(?=\n[ \t]*\n)"),
    re.compile(r"(?=\n)"),
)
"""Where code between backticks may end at the latest: at a block, a paragraph, a line."""
_ESCAPE_OR_CODE = re.compile(r"\\[\\`*_{}\[\]()>#+.!-]|`++")


def mask_code(lines: tuple[str, ...]) -> tuple[tuple[str, ...], int | None]:
    """Blank out code and escaped marks, keeping columns; also the line of a fence that is never closed."""
    kept: list[str] = []
    opened: re.Match[str] | None = None
    opened_at, unclosed = 0, None
    for index, line in enumerate(lines):
        fence = _FENCE.match(line)
        if opened is not None and line.strip() and _indent(line) < _indent(opened["indent"] + "x"):
            # The site engine gives up a block that is left by its indentation: its text is text again.
            unclosed = opened_at if unclosed is None else unclosed
            opened = None
        if opened is None:
            opened, opened_at = fence, index
            kept.append("" if fence and "{" not in fence["words"] else line)  # attributes stay to be seen
        else:
            same = fence and fence["marks"] == opened["marks"] and not fence["words"].strip()
            opened = None if same and _indent(line) == _indent(opened["indent"] + "x") else opened
            kept.append("")
    if opened is not None and unclosed is None:
        unclosed = opened_at
    return _without_code(kept), unclosed


def _indent(line: str) -> int:
    """Columns of blanks before the first mark, with tabs of four."""
    line = line.expandtabs(4)
    return len(line) - len(line.lstrip(" "))


def _without_code(lines: list[str]) -> tuple[str, ...]:
    """Blank out code spans, except what is code or not depending on which lines belong together."""
    text = "\n".join(lines)
    if not _ESCAPE_OR_CODE.search(text):
        return tuple(lines)
    readings = ["".join(map(_blanked, boundary.split(text))) for boundary in _BOUNDARIES]
    if len(set(readings)) == 1:
        return tuple(readings[0].split("\n"))
    signs = zip(text, *readings, strict=True)
    return tuple("".join(read[0] if len(set(read)) == 1 else raw for raw, *read in signs).split("\n"))


def _blanked(text: str) -> str:
    """A text that is read as a whole, without its code spans and escaped marks."""
    parts: list[str] = []
    position = 0
    while match := _ESCAPE_OR_CODE.search(text, position):
        end = match.end() if match[0][0] == "\\" else _code_end(text, match)
        parts.append(text[position : match.start()])
        parts.append(re.sub(r"[^\n]", " ", text[match.start() : end]) if end else match[0])
        position = end or match.end()
    return "".join(parts) + text[position:]


def _code_end(text: str, opening: re.Match[str]) -> int | None:
    """Where a code span ends: at as many marks as open it, or else at the most there are, as the site engine has it."""
    ticks, most, end = len(opening[0]), 0, None
    for closing in re.compile("`++").finditer(text, opening.end()):
        if len(closing[0]) == ticks:
            return closing.end()
        if len(closing[0]) > most:
            most, end = len(closing[0]), closing.end()
    return end if most < ticks else None

"""Texts as a workbook can hold them, and how much room they take.

In: any text. Out: text for a cell, a formula, a footer or a sheet's name, within the limits of Excel; and
the height of a row, since Excel does not work it out for a file that a program wrote.
Nothing here looks at a clock, a font file or a workbook.
"""

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from draaiboek.render.document import clean, one_line

_CELL, _LITERAL, _FOOTER, _SHEET = 32_767, 255, 255, 31
"""Excel's limits, in UTF-16 units: a cell, a text in a formula, a footer, the name of a sheet."""
TITLE, MESSAGE = 32, 255
"""Excel's limits for the title and the message of a validation."""


def cut(text: str, limit: int) -> str:
    """Text of at most so many UTF-16 units; what is cut off leaves an ellipsis."""
    if _units(text) <= limit:
        return text
    units = text.encode("utf-16-le")
    return units[: 2 * (limit - 1)].decode("utf-16-le", "ignore") + "…"


@lru_cache(maxsize=4_096)
def cell_text(text: str) -> str:
    """Text for a cell: no characters that XML refuses, no more than a cell holds."""
    return cut(clean(text), _CELL)


def begins_like_formula(text: str) -> bool:
    """Whether Excel would take the text for a formula once somebody edits the cell."""
    return text[:1] in ("=", "+", "-", "@")


def literal(text: str) -> str:
    """Text as it stands in a formula."""
    return '"' + cut(clean(text).replace("\n", " "), _LITERAL).replace('"', '""') + '"'


def footer(text: str, page: str, *, rtl: bool) -> str:
    """A footer with a text where lines begin, and the page where they end; `&` would begin a code there."""
    begin, end, opened, closed = ("&R", "&L", "\u202b", "\u202c") if rtl else ("&L", "&R", "", "")
    room = _FOOTER - len(begin + end + page + opened + closed)
    said = cut(one_line(text), room)
    while _units(said.replace("&", "&&")) > room:
        said = cut(said, _units(said) - 1)
    return f"{begin}{opened}{said.replace('&', '&&')}{closed}{end}{page}"


def _units(text: str) -> int:
    """How long a text is as Excel counts."""
    return len(text.encode("utf-16-le")) // 2


def sheet_name(text: str, taken: Iterable[str]) -> str:
    """A name that Excel takes: short, without its forbidden signs, and used once."""
    wanted = "".join(" " if sign in "[]:*?/\\" else sign for sign in one_line(text))
    wanted = cut(wanted, _SHEET - 3).strip("' ") or "1"
    used = {name.lower() for name in taken}
    names = (wanted, *(f"{wanted} {number}" for number in range(2, 100)))
    return next(name for name in names if name.lower() not in used)


_WIDTHS = {
    191: "'", 222: "ijl", 260: "|", 278: " !,./:;I[]\\ft", 333: "()-`r", 334: "{}", 355: '"“”', 389: "*",
    469: "^", 500: "ckszvxyJ", 584: "+<=>~", 611: "FTZ", 667: "&ABEKPSVXY", 722: "CDHNRUw", 778: "GOQ",
    833: "Mm", 889: "%", 944: "W", 1015: "@…",
}  # fmt: skip
"""Thousandths of the font size that a character is wide in Arial (and Helvetica, Liberation Sans)."""
_WIDTH = {character: width for width, characters in _WIDTHS.items() for character in characters}
_ORDINARY, _ZERO, _WIDE = 556, 0, 1_300

_FONT_SIZE = 10
_PIXELS_PER_COLUMN = 7
"""What one unit of a column's width is, with Arial 10 as the workbook's font."""
_CAPACITY = _PIXELS_PER_COLUMN * 0.75 / _FONT_SIZE * 1_000
_SAFE = 0.93
"""Share of a column that is counted on: other fonts and printers run a little wider."""
_LINE, _TALL_LINE, _PADDING, _HIGHEST = 12.75, 17.0, 3.5, 409.0
"""Points: a line of Latin script, of another script, the space around, and the highest row there is."""


@lru_cache(maxsize=4_096)
def _character(character: str) -> int:
    """How wide a character is; accents take no room of their own."""
    base = unicodedata.normalize("NFD", character)[0]
    if base in _WIDTH:
        return _WIDTH[base]
    if unicodedata.combining(character) or unicodedata.category(character) in ("Cf", "Mn"):
        return _ZERO
    wide = unicodedata.east_asian_width(character) in "WF"
    return _WIDE if wide else _ORDINARY if ord(base) < 0x2000 else 1_000


def _lines(paragraph: str, room: float) -> int:
    """How many lines a paragraph takes when it breaks between words, and within what is too long."""
    lines, used = 1, 0.0
    for word in paragraph.split(" "):
        width = sum(map(_character, word))
        if used and used + width > room:
            lines, used = lines + 1, 0.0
        lines += int((used + width) // room) if width > room else 0
        used = (used + width) % room if width > room else used + width
        used += _WIDTH[" "]
    return lines


@lru_cache(maxsize=20_000)
def text_height(text: str, width: float, *, bold: bool = False) -> float:
    """Points that a text takes in a column of a width in characters, wrapped."""
    if not text:
        return 0.0
    room = width * _CAPACITY * _SAFE * (0.93 if bold else 1)
    lines = sum(_lines(paragraph, room) for paragraph in text.split("\n"))
    # Scripts that reach higher or lower than Latin come from another font, with taller lines.
    line = _TALL_LINE if any(ord(character) > 0x52F and character.isalpha() for character in text) else _LINE
    return lines * line


def row_height(cells: Iterable[tuple[str, float]], least: float = 0.0) -> float:
    """The height in points of a row with these texts, each with the width of its column."""
    tallest = max((text_height(text, width) for text, width in cells), default=_LINE)
    return min(_HIGHEST, max(least, tallest + _PADDING, _LINE + _PADDING))

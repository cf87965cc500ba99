"""How wide the columns of a model text's table are: as wide as their words ask, with room to write.

In: the texts of a table. Out: widths in characters. Word and Excel turn them into their own units.
"""

from collections.abc import Sequence

_NARROWEST, _WIDEST, _MARGIN = 9, 46, 4
"""Characters: a column at least and at most, and what the edges of a cell take."""
_LINE, _LEAST_TO_WRITE, _MOST_TO_WRITE = 84, 14, 40
"""Characters: what the columns of a table share, and what a column to write in gets of it."""


def column_widths(rows: Sequence[Sequence[str]]) -> list[int]:
    """The width of every column; the first row is the head, short rows are filled up."""
    columns = len(rows[0]) if rows else 0
    to_write = min(_MOST_TO_WRITE, max(_LEAST_TO_WRITE, _LINE // max(1, columns)))
    return [
        _width([cells[column] if column < len(cells) else "" for cells in rows], to_write) for column in range(columns)
    ]


def _width(texts: Sequence[str], to_write: int) -> int:
    """As wide as the longest text below the head, and never narrower than the longest word."""
    name, *below = texts
    longest_word = max((len(word) for text in texts for word in text.split()), default=0)
    wanted = max((len(text) for text in below), default=len(name))
    if not all(below):
        wanted = max(wanted, to_write)
    return min(_WIDEST, max(_NARROWEST, longest_word + _MARGIN, wanted + _MARGIN))

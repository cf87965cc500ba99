"""The fonts of a PDF, and which characters they can show.

They come from packages, never from the system, so that a PDF is the same everywhere. What a font
covers is read from its `cmap` table (OpenType 1.9, formats 4 and 12).
"""

import struct
from functools import cache
from pathlib import Path

import fontpkg
import typst

_WANTED = ("Noto Sans", "IBM Plex Sans Arabic", "Noto Sans Arabic")
"""In order of preference: letters that the first lacks come from the next.

Noto draws Arabic letters and their dots apart, so who copies them or listens gets letters twice;
IBM Plex keeps them whole. The lock file says which ones are installed.
"""


@cache
def families() -> tuple[str, ...]:
    """The names of the fonts that there are."""
    return tuple(filter(_installed, _WANTED))


def _installed(name: str) -> bool:
    try:
        fontpkg.family(name)
    except fontpkg.FamilyNotInstalled:
        return False
    return True


@cache
def fonts() -> typst.Fonts:
    """The fonts, ready for the compiler."""
    folders = sorted({str(fontpkg.path(name).parent) for name in families()})
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)


@cache
def covered() -> frozenset[int]:
    """The code points that at least one of the fonts can show."""
    return frozenset().union(*(code_points(fontpkg.path(name)) for name in families()))


def code_points(path: Path) -> set[int]:
    """The code points that a TrueType or OpenType file maps to a glyph."""
    data = path.read_bytes()
    count = struct.unpack_from(">H", data, 4)[0]
    tables = (struct.unpack_from(">4sLLL", data, 12 + 16 * index) for index in range(count))
    start = next(offset for tag, _, offset, _ in tables if tag == b"cmap")
    found: set[int] = set()
    for index in range(struct.unpack_from(">H", data, start + 2)[0]):
        table = start + struct.unpack_from(">HHL", data, start + 4 + 8 * index)[2]
        kind = struct.unpack_from(">H", data, table)[0]
        if kind in _READERS:
            found |= _READERS[kind](data, table)
    return found


def _segments(data: bytes, table: int) -> set[int]:
    """Format 4: the characters of the basic plane, in segments."""
    double = struct.unpack_from(">H", data, table + 6)[0]
    size = double // 2
    ends, starts, deltas, offsets = (
        struct.unpack_from(f">{size}H", data, table + place)
        for place in (14, 16 + double, 16 + 2 * double, 16 + 3 * double)
    )
    found = set()
    for index in range(size):
        here = table + 16 + 3 * double + 2 * index
        for code in range(starts[index], min(ends[index], 0xFFFE) + 1):
            if offsets[index]:
                glyph = struct.unpack_from(">H", data, here + offsets[index] + 2 * (code - starts[index]))[0]
            else:
                glyph = (code + deltas[index]) % 65536
            if glyph:
                found.add(code)
    return found


def _groups(data: bytes, table: int) -> set[int]:
    """Format 12: any characters, in groups."""
    count = struct.unpack_from(">L", data, table + 12)[0]
    groups = (struct.unpack_from(">LLL", data, table + 16 + 12 * index) for index in range(count))
    return {code for first, last, _ in groups for code in range(first, last + 1)}


_READERS = {4: _segments, 12: _groups}

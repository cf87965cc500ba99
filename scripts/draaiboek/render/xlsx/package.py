"""The last touch to a workbook's package: what XlsxWriter has no words for.

In: the bytes of a workbook. Out: the same workbook that names its language, and whose rows of tasks grow
when somebody types more into them. The same bytes for the same input: entries keep their order and the
oldest date that the container knows.
"""

import io
import re
import zipfile
from collections.abc import Collection, Sequence
from html import escape

_DAY_ZERO = (1980, 1, 1, 0, 0, 0)
_SHEET = re.compile(r"xl/worksheets/sheet(\d+)\.xml")
_FIXED_ROW = re.compile(rb'(<row r="(\d+)"[^>]*?) customHeight="1"')
"""A row whose height Excel will never change by itself."""


def finish(data: bytes, language: str, growing: Sequence[Collection[int]]) -> bytes:
    """Name the language, and let rows grow: per sheet the rows, from 0."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as made, zipfile.ZipFile(target, "w") as done:
        for name in made.namelist():
            part = _part(name, made.read(name), language, growing)
            entry = zipfile.ZipInfo(name, _DAY_ZERO)
            # Programs that unpack on disk need to be able to read what they unpacked.
            entry.external_attr = 0o600 << 16
            done.writestr(entry, part, zipfile.ZIP_DEFLATED)
    return target.getvalue()


def _part(name: str, part: bytes, language: str, growing: Sequence[Collection[int]]) -> bytes:
    if name == "docProps/core.xml":
        end = b"</cp:coreProperties>"
        return part.replace(end, f"<dc:language>{escape(language)}</dc:language>".encode() + end)
    if match := _SHEET.fullmatch(name):
        return _let_grow(part, growing[int(match[1]) - 1])
    return part


def _let_grow(part: bytes, rows: Collection[int]) -> bytes:
    """Keep the heights, but no longer fixed."""
    return _FIXED_ROW.sub(lambda row: row[1] if int(row[2]) - 1 in rows else row[0], part)

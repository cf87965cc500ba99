"""Read a file as text, or say why that cannot be."""

from dataclasses import dataclass
from pathlib import Path

from draaiboek.model.problem import Fault, Place

MAX_BYTES = 5 * 1024 * 1024
"""Largest file that is read, in bytes."""

MAX_FAULTS = 1_000
"""Most faults that one reading of a file keeps: nobody goes through a million lines."""


@dataclass(frozen=True, slots=True)
class TextFile:
    """A file's text with LF line ends; `text` is None when a fault says why."""

    path: str
    text: str | None
    faults: tuple[Fault, ...] = ()


def load_text(root: Path, path: str) -> TextFile:
    """Read one UTF-8 file, given relative to the root; a byte order mark is skipped."""

    def refuse(kind: str, line: int = 1, column: int = 1, **params: object) -> TextFile:
        return TextFile(path, None, (Fault(kind, Place(path, line, column), params),))

    file = root / path
    try:
        size = file.stat().st_size
        if size > MAX_BYTES:
            return refuse("file-large", size=f"{size / 1024**2:.1f}", limit=MAX_BYTES // 1024**2)
        data = file.read_bytes()
    except OSError as error:
        return refuse("file-unreadable", reason=error.strerror or str(error))
    if b"\0" in data:
        return refuse("file-binary")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = len(before.rpartition(b"\n")[2].decode("utf-8", "replace")) + 1
        return refuse("file-encoding", line, column, byte=f"0x{data[error.start]:02X}")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        return refuse("file-empty")
    return TextFile(path, text)

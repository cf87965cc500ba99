"""Which files of a project editors may have written, and what stands in them."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

FOLDERS = ("data", "playbook", "docs", "i18n")
"""Where editors write."""

_IGNORED = ("~", ".swp", ".tmp", ".orig", ".bak")


def found_files(root: Path) -> Iterable[str]:
    """Every file editors may have written, relative to the root, without backups and hidden files."""
    for folder in FOLDERS:
        for file in (root / folder).rglob("*"):
            parts = file.relative_to(root).parts
            hidden = any(part.startswith(".") for part in parts)
            if file.is_file() and not hidden and not file.name.endswith(_IGNORED):
                yield "/".join(parts)


def without_chapters(root: Path) -> Iterator[bytes]:
    """All that a project without its chapters consists of: the content of its files, and the names of the chapters."""
    for path in sorted(found_files(root)):
        yield path.encode("utf-8", "surrogateescape")
        if not path.startswith("docs/"):
            yield _content(root / path)


def _content(path: Path) -> bytes:
    """The bytes of a file; of one that cannot be read, why, so that it is not taken for an empty one."""
    try:
        return b"read " + path.read_bytes()
    except OSError as error:
        return b"unread " + os.fsencode(str(error))

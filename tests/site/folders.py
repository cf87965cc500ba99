"""Folders compared: one hash of all that is in them, and what a build left lying about."""

import hashlib
from pathlib import Path


def digest(folder: Path) -> str:
    """One hash of all paths and bytes in a folder."""
    found = hashlib.sha256()
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        found.update(file.relative_to(folder).as_posix().encode() + b"\0" + file.read_bytes() + b"\0")
    return found.hexdigest()


def leftovers(root: Path) -> list[str]:
    """What only stands in a project while a build runs."""
    return [path.name for path in root.iterdir() if path.name.startswith(".draaiboek-")]

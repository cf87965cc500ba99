"""The files that commands are pointed to, and those that they write."""

import contextlib
import errno
import os
from collections.abc import Iterable
from pathlib import Path

from draaiboek.cli.common import Refusal, message_language
from draaiboek.cli.words import say


def find_root(given: Path | None) -> Path:
    """The project's folder: the given one, or the first from here upwards that has data/ and docs/."""
    if given is not None:
        if not (given / "data").is_dir():
            raise Refusal("not-a-project", path=given)
        return given.resolve()
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / "data").is_dir() and (folder / "docs").is_dir():
            return folder
    raise Refusal("no-project")


def wanted_paths(root: Path, paths: Iterable[Path]) -> tuple[str, ...]:
    """The named files and folders, relative to the root; a name may also start at the root."""
    found = []
    for path in paths:
        near = Path.cwd() / path  # an absolute path stays as it is
        absolute = near if near.exists() and near.resolve().is_relative_to(root.resolve()) else root / path
        if not absolute.exists():
            raise Refusal("no-file", path=path)
        try:
            found.append(absolute.resolve().relative_to(root.resolve()).as_posix())
        except ValueError:
            raise Refusal("outside", path=path, root=root) from None
    return tuple(found)


def write_whole(path: Path, data: bytes) -> None:
    """Write a file whole or not at all; into a device or a pipe, which cannot be replaced, as it comes."""
    target = Path(os.path.realpath(path))
    partial = target.with_name(f".{os.getpid()}.draaiboek-part")
    try:
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if target.exists() and not target.is_file():
            target.write_bytes(data)
            return
        partial.write_bytes(data)
        partial.replace(target)
    except OSError as error:
        with contextlib.suppress(OSError):
            partial.unlink()
        raise cannot_write(path, error) from None


def cannot_write(path: object, error: OSError) -> Refusal:
    """Say in plain words why a file or folder cannot be written."""
    known = {errno.EACCES: "denied", errno.EPERM: "denied", errno.EROFS: "denied", errno.EISDIR: "is-folder",
             errno.ENOENT: "no-folder", errno.ENOTDIR: "no-folder", errno.EEXIST: "in-the-way", errno.ENOSPC: "full",
             errno.ENAMETOOLONG: "long-name"}  # fmt: skip
    key = known.get(error.errno or 0)
    reason = say(f"reason-{key}", message_language()) if key else error.strerror or error
    return Refusal("cannot-write", path=path, reason=reason)

"""What one run has made, kept for the next one: a folder of the user's own, outside every project.

In: a key that says all that the result depends on, and a result. Out: the result, or None. It is never
an error when something cannot be kept or read: then it is made again. `DRAAIBOEK_CACHE` names another
folder, or is `off`. An entry is a pickle, which can run a program: so it is only read from a folder
that nobody else can write to, never from a project, which others send.
"""

import contextlib
import hashlib
import io
import os
import pickle
import stat
import sys
import tempfile
from collections.abc import Iterable
from copyreg import dispatch_table
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

MOST_ENTRIES = 24
"""Entries that are kept; the oldest ones go."""

_DIGEST = hashlib.sha256().digest_size


def key_of(parts: Iterable[bytes]) -> str:
    """A key for a result that depends on these parts, on this program and on what is installed beside it."""
    digest = hashlib.sha256(_program())
    for part in parts:
        digest.update(hashlib.sha256(part).digest())
    return digest.hexdigest()


def recall(key: str) -> Any:
    """What was kept under a key; None when there is nothing, or nothing that can be trusted."""
    try:
        folder = _folder()
        data = (folder / key).read_bytes() if folder and _only_ours(folder) else b""
        if data and hashlib.sha256(data[_DIGEST:]).digest() == data[:_DIGEST]:
            return pickle.loads(data[_DIGEST:])  # noqa: S301 - a folder that only this user can write to
    except Exception:  # noqa: BLE001 - whatever is wrong with an entry, it is made again
        return None
    return None


def remember(key: str, value: object) -> None:
    """Keep a result, whole or not at all."""
    with contextlib.suppress(Exception):  # a full disk, a folder that cannot be written, a value that cannot be kept
        folder = _folder()
        if folder is None:
            return
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if _only_ours(folder):
            payload = _pickled(value)
            _write_whole(folder / key, hashlib.sha256(payload).digest() + payload)
            _drop_oldest(folder)


def _folder() -> Path | None:
    wanted = os.environ.get("DRAAIBOEK_CACHE")
    if wanted:
        return None if wanted == "off" else Path(wanted)
    from platformdirs import user_cache_path

    return user_cache_path("draaiboek", appauthor=False)


def _only_ours(folder: Path) -> bool:
    """Whether nobody else can write into a folder; on Windows a user's own folders are private anyway."""
    if os.name == "nt":
        return True
    found = folder.lstat()
    return stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid() and not found.st_mode & 0o022


def _write_whole(path: Path, data: bytes) -> None:
    handle, partial = tempfile.mkstemp(prefix=".part-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(partial).replace(path)
    except BaseException:
        Path(partial).unlink()
        raise


def _drop_oldest(folder: Path) -> None:
    by_age = sorted(folder.iterdir(), key=lambda file: file.stat().st_mtime, reverse=True)
    for file in by_age[MOST_ENTRIES:]:
        file.unlink(missing_ok=True)


def _pickled(value: object) -> bytes:
    buffer = io.BytesIO()
    pickler = pickle.Pickler(buffer, protocol=pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = {**dispatch_table, MappingProxyType: lambda view: (_view, (dict(view),))}
    pickler.dump(value)
    return buffer.getvalue()


def _view(values: dict[Any, Any]) -> MappingProxyType[Any, Any]:
    """What cannot be pickled by itself, made again."""
    return MappingProxyType(values)


@cache
def _program() -> bytes:
    """A hash of this program's own text, of Python's version and of the names and versions of all packages."""
    import yaml

    own = Path(__file__).parent.parent
    digest = hashlib.sha256(sys.version.encode())
    for path in sorted(own.rglob("*.py")):
        digest.update(b"\0".join((path.relative_to(own).as_posix().encode(), hashlib.sha256(path.read_bytes()).digest())))
    packages = Path(yaml.__file__).parent.parent
    installed = sorted(path.name for path in packages.iterdir() if path.name.endswith(".dist-info"))
    digest.update("\0".join(installed).encode())
    return digest.digest()

"""The parts of a build, in processes of their own, one for each core: files to take along, then languages.

In: the catalogue, once for each process, and parts: some files, or one staged language. A worker does not outlive
the build that began it, and holds its part's lock as long as it may write, so that the next build can wait for
its end.
"""

import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from draaiboek.catalogue import Catalogue
from draaiboek.site.engine import Engine
from draaiboek.site.lock import locked
from draaiboek.stage import take_along, write_changed
from draaiboek.stage.page import TakeAlong


@dataclass(frozen=True, slots=True)
class Ground:
    """What all parts of one build rest on. `epoch` is the build's clock, in seconds since 1970."""

    catalogue: Catalogue
    build: Path
    site_url: str
    today: date
    epoch: int


@dataclass(frozen=True, slots=True)
class Place:
    """A file to take along: its language, and its path below `build/<lang>/`."""

    language: str
    path: str


@dataclass(frozen=True, slots=True)
class Files:
    """Some files to make: the places of each, which all get the same bytes."""

    number: int
    places: tuple[tuple[Place, ...], ...]


@dataclass(frozen=True, slots=True)
class Language:
    """One staged language, and the folder that it is built into."""

    code: str
    target: Path


class _Work:
    """What this process builds on: it serves one build and ends with it."""

    ground: Ground
    makers: dict[str, dict[str, TakeAlong]]


def begin_work(ground: Ground) -> None:
    """Tie this process to the one that began it: a killed build takes its workers along."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # for Windows, where it is not inherited
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _Work.ground, _Work.makers = ground, {}


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def wait_for_workers(build: Path) -> None:
    """Wait until the workers of a build that was killed have ended."""
    for lock in sorted(build.glob(".part-*.lock")):
        with locked(lock):
            pass


@contextmanager
def _part(name: str) -> Iterator[Ground]:
    """Hold the lock of a part."""
    with locked(_Work.ground.build / f".part-{name}.lock"):
        parent = multiprocessing.parent_process()
        if parent is not None and not parent.is_alive():
            os._exit(1)  # the lock was waited for: the folder now belongs to another build
        yield _Work.ground


def make_files(part: Files) -> list[str]:
    """Make some files to take along, and write each to its places; there is never anything to warn of."""
    with _part(f"files-{part.number}") as ground:
        for places in part.places:
            first = places[0]
            data = _makers(ground, first.language)[first.path]()
            for place in places:
                write_changed({place.path: data}, ground.build / place.language)
    return []


def _makers(ground: Ground, language: str) -> dict[str, TakeAlong]:
    if language not in _Work.makers:
        _Work.makers[language] = take_along(ground.catalogue, ground.site_url, ground.today, language)
    return _Work.makers[language]


def build_language(part: Language) -> list[str]:
    """Build one staged language and return the engine's warnings."""
    with _part(part.code) as ground:
        warnings = Engine(ground.build / part.code, part.target, ground.epoch).build()
    return [f"{part.code}: {line}" for line in warnings]

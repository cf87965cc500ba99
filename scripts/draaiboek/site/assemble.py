"""The whole site in one go: stage, build every language, add what stands above them, swap in."""

import multiprocessing
import os
import shutil
import signal
from collections.abc import Callable, Hashable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import partial
from pathlib import Path
from typing import TypeVar

from draaiboek.catalogue import Catalogue
from draaiboek.site.lock import locked
from draaiboek.site.roots import root_files
from draaiboek.site.swap import new_folder, recover, swap_in
from draaiboek.site.trees import write_trees
from draaiboek.site.worker import Files, Ground, Language, Place, begin_work, build_language, make_files, wait_for_workers
from draaiboek.stage import SitePlan
from draaiboek.stage.browser_code import BrowserCodeFault
from draaiboek.stage.page import TakeAlong

Part = TypeVar("Part")
_PARTS = 24
"""In so many parts the files to take along are made: enough to keep all cores at work until the end."""

Progress = Callable[[int, int], None]
"""Called with how many parts are done, and how many there are."""


class BuildFault(Exception):
    """The browser's code could not be bundled, or the engine could not build a staged tree without warnings."""


@dataclass(frozen=True, slots=True)
class Order:
    """What to build, from what, and where to. `languages` empty means all."""

    root: Path
    out: Path
    build: Path
    today: date
    languages: tuple[str, ...] = ()


def build_site(plan: SitePlan, catalogue: Catalogue, order: Order, progress: Progress) -> None:
    """Build the site into `order.out`; on any failure the old site stays as it was."""
    with locked(order.build / ".lock"):
        wait_for_workers(order.build)
        recover(order.out)
        _stage(plan, order)
        fresh = new_folder(order.out)
        try:
            _fill(fresh, plan, catalogue, order, progress)
            swap_in(fresh, order.out)
        except BaseException:
            shutil.rmtree(fresh, ignore_errors=True)
            recover(order.out)
            raise


def _stage(plan: SitePlan, order: Order) -> None:
    try:
        write_trees(plan, order.root, order.build)
    except BrowserCodeFault as fault:
        raise BuildFault(str(fault)) from None


def _fill(fresh: Path, plan: SitePlan, catalogue: Catalogue, order: Order, progress: Progress) -> None:
    """The languages, and what stands above them."""
    ground = Ground(catalogue, order.build, plan.settings.site_url, order.today, epoch_of(order.today))
    _build_languages(plan, order.languages or tuple(plan.languages), ground, fresh, progress)
    for path, data in root_files(catalogue, plan):
        target = fresh / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)


def _build_languages(
    plan: SitePlan, languages: tuple[str, ...], ground: Ground, fresh: Path, progress: Progress
) -> None:
    """First the files to take along, which stand in the trees of the languages; then the languages."""
    files = _in_parts(plan, languages)
    parts = [Language(code, fresh / code) for code in languages]
    total = len(files) + len(parts)
    progress(0, total)
    with _workers(ground) as pool:
        _done(pool, make_files, files, lambda done: progress(done, total))
        warnings = _done(pool, build_language, parts, lambda done: progress(len(files) + done, total))
    if warnings:
        raise BuildFault("\n".join(sorted(warnings)))


def _in_parts(plan: SitePlan, languages: tuple[str, ...]) -> list[Files]:
    """All files to take along, some at a time; a file that several languages share is made once."""
    places: dict[Hashable, list[Place]] = {}
    for code in languages:
        for path, make in plan.languages[code].take_along.items():
            places.setdefault(_what(make), []).append(Place(code, path))
    found = [tuple(same) for same in places.values()]
    return [Files(number, tuple(found[number::_PARTS])) for number in range(min(_PARTS, len(found)))]


def _what(make: TakeAlong) -> Hashable:
    """What a file is made by and from: the same for files with the same bytes."""
    if not isinstance(make, partial):
        return make
    return make.func, *(thing if isinstance(thing, str) else id(thing) for thing in make.args)  # the plan holds them


def _done(
    pool: ProcessPoolExecutor, work: Callable[[Part], list[str]], parts: Iterable[Part], progress: Callable[[int], None]
) -> list[str]:
    """Do some parts, in no order, and return all that they warn of."""
    warnings: list[str] = []
    with _deaf_to_ctrl_c():
        jobs = [pool.submit(work, part) for part in parts]
    for done, job in enumerate(as_completed(jobs), start=1):
        warnings += job.result()
        progress(done)
    return warnings


@contextmanager
def _workers(ground: Ground) -> Iterator[ProcessPoolExecutor]:
    """Processes to build in, one for each core; on any failure, and on Ctrl-C, they end at once."""
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(os.cpu_count(), mp_context=spawn, initializer=begin_work, initargs=(ground,)) as pool:
        try:
            yield pool
        except BaseException:
            for worker in multiprocessing.active_children():
                worker.kill()
            raise


@contextmanager
def _deaf_to_ctrl_c() -> Iterator[None]:
    """Processes that begin meanwhile never hear Ctrl-C, not even before `begin_work`; here it is answered afterwards."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows, where `begin_work` comes early enough
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def epoch_of(today: date) -> int:
    """Midnight UTC of a day, in seconds since 1970: the build's clock."""
    return int(datetime.combine(today, time(), UTC).timestamp())

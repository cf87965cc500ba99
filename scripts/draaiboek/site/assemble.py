"""The whole site in one go: stage, build every language, add what stands above them, swap in."""

import multiprocessing
import os
import shutil
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path

from draaiboek.catalogue import Catalogue
from draaiboek.site.lock import locked
from draaiboek.site.roots import root_files
from draaiboek.site.swap import new_folder, recover, swap_in
from draaiboek.site.trees import write_trees
from draaiboek.site.worker import Job, begin_work, finish_language, language_lock
from draaiboek.stage import SitePlan
from draaiboek.stage.browser_code import BrowserCodeFault

Progress = Callable[[int, int], None]
"""Called with how many languages are done, and how many there are."""


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
        for code in plan.languages:
            with locked(language_lock(order.build, code)):
                pass  # a worker of a build that was killed has ended by now
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
    _build_languages(order.languages or tuple(plan.languages), order, fresh, progress)
    for path, data in root_files(catalogue, plan):
        target = fresh / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)


def _build_languages(languages: tuple[str, ...], order: Order, fresh: Path, progress: Progress) -> None:
    epoch = epoch_of(order.today)
    warnings: list[str] = []
    progress(0, len(languages))
    with _workers(len(languages)) as pool:
        with _deaf_to_ctrl_c():
            jobs = {
                pool.submit(finish_language, Job(order.root, order.build, fresh / code, code, order.today, epoch)): code
                for code in languages
            }
        for done, job in enumerate(as_completed(jobs), start=1):
            warnings += [f"{jobs[job]}: {line}" for line in job.result()]
            progress(done, len(languages))
    if warnings:
        raise BuildFault("\n".join(sorted(warnings)))


@contextmanager
def _workers(count: int) -> Iterator[ProcessPoolExecutor]:
    """Processes to build languages in, no more than there are cores; on any failure, and on Ctrl-C, they end at once."""
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(min(os.cpu_count() or 1, count), mp_context=spawn, initializer=begin_work) as pool:
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

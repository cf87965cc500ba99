"""Languages in processes of their own, one for each core: the files to take along, then the pages.

A catalogue does not travel between processes, so each makes it again from the files; that costs less
than it wins where there is more than one core. A worker does not outlive the build that began it,
and holds its language's lock as long as it may write, so that the next build can wait for its end.
"""

import multiprocessing
import os
import signal
import threading
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from draaiboek.catalogue import build_catalogue
from draaiboek.load.project import load_project
from draaiboek.load.settings import load_settings
from draaiboek.site.engine import Engine
from draaiboek.site.lock import locked
from draaiboek.stage import SitePlan, plan_site, write_take_along


@dataclass(frozen=True, slots=True)
class Job:
    """One language to build. `epoch` is the build's clock, in seconds since 1970."""

    root: Path
    build: Path
    target: Path
    language: str
    today: date
    epoch: int


def begin_work() -> None:
    """Tie this process to the one that began it: a killed build takes its workers along."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # for Windows, where it is not inherited
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def language_lock(build: Path, language: str) -> Path:
    """The file whose lock a worker holds while it writes the files of one language."""
    return build / f".{language}.lock"


def finish_language(job: Job) -> list[str]:
    """Build one staged language and return the engine's warnings."""
    with locked(language_lock(job.build, job.language)):
        parent = multiprocessing.parent_process()
        if parent is not None and not parent.is_alive():
            os._exit(1)  # the lock was waited for: the folder now belongs to another build
        write_take_along(_plan(job.root, job.today).languages[job.language], job.build)
        return Engine(job.build / job.language, job.target, job.epoch).build()


@cache
def _plan(root: Path, today: date) -> SitePlan:
    """The plan of the site, made once: this process serves one build and ends with it."""
    return plan_site(build_catalogue(load_project(root)), load_settings(root), today)

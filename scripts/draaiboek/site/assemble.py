"""The whole site in one go: stage, build every language, add what stands above them, swap in."""

import multiprocessing
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path

from draaiboek.catalogue import Catalogue
from draaiboek.site.roots import root_files
from draaiboek.site.swap import new_folder, recover, swap_in
from draaiboek.site.worker import Job, finish_language
from draaiboek.stage import SitePlan, write_stage
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
    recover(order.out)
    chosen = order.languages or tuple(plan.languages)
    try:
        write_stage(plan, order.root, order.build)
    except BrowserCodeFault as fault:
        raise BuildFault(str(fault)) from None
    fresh = new_folder(order.out)
    _build_languages(chosen, order, fresh, progress)
    for path, data in root_files(catalogue, plan):
        target = fresh / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    swap_in(fresh, order.out)


def _build_languages(languages: tuple[str, ...], order: Order, fresh: Path, progress: Progress) -> None:
    epoch = epoch_of(order.today)
    warnings: list[str] = []
    progress(0, len(languages))
    with ProcessPoolExecutor(max_workers=min(4, len(languages)), mp_context=multiprocessing.get_context("spawn")) as pool:
        jobs = {
            pool.submit(finish_language, Job(order.root, order.build, fresh / code, code, order.today, epoch)): code
            for code in languages
        }
        for done, job in enumerate(as_completed(jobs), start=1):
            warnings += [f"{jobs[job]}: {line}" for line in job.result()]
            progress(done, len(languages))
    if warnings:
        raise BuildFault("\n".join(sorted(warnings)))


def epoch_of(today: date) -> int:
    """Midnight UTC of a day, in seconds since 1970: the build's clock."""
    return int(datetime.combine(today, time(), UTC).timestamp())

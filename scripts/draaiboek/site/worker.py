"""One language in a process of its own: its files to take along, then its pages.

A catalogue does not travel between processes, so it is made again from the files; that costs less
than it wins where there is more than one core.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from draaiboek.catalogue import build_catalogue
from draaiboek.load.project import load_project
from draaiboek.site.engine import Engine
from draaiboek.stage import plan_site, write_take_along
from draaiboek.stage.settings import load_settings


@dataclass(frozen=True, slots=True)
class Job:
    """One language to build. `epoch` is the build's clock, in seconds since 1970."""

    root: Path
    build: Path
    target: Path
    language: str
    today: date
    epoch: int


def finish_language(job: Job) -> list[str]:
    """Build one staged language and return the engine's warnings."""
    plan = plan_site(build_catalogue(load_project(job.root)), load_settings(job.root), job.today)
    write_take_along(plan.languages[job.language], job.build)
    return Engine(job.build / job.language, job.target, job.epoch).build()

"""What people wait for, with this checkout's code and, beside it, with that of another one from before.

Each works on its own content, right after the other, so that the ratios hold on a machine that is busy.
"""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from rich.table import Table

from bench.corpus import ROOT
from bench.cost import CONSOLE, Cost, cost, median, python_of

Words = list[object]


@dataclass(frozen=True)
class Wait:
    """One thing people wait for, now and, where that was measured, before."""

    name: str
    now: Cost
    before: Cost | None

    def row(self) -> tuple[str, ...]:
        """The cells of a table."""
        if self.before is None:
            return self.name, f"{self.now.cpu:.2f}", f"{self.now.wall:.2f}"
        ratio = self.before.cpu / self.now.cpu
        return self.name, f"{self.before.cpu:.2f}", f"{self.now.cpu:.2f}", f"{ratio:.1f}", f"{self.now.wall:.2f}"


def commands(checkout: Path, folder: Path, today: str) -> Mapping[str, Words]:
    """What is measured of a checkout: the words after `draaiboek`. Its site comes to stand in `folder`."""
    events, dated = folder / "events", folder / "dated"
    corpora = "from bench.corpus import *; make_events(Path(sys.argv[1]), 1000); make_dated_events(Path(sys.argv[2]), 100)"
    cost([python_of(checkout), "-c", f"import sys; from pathlib import Path; {corpora}", events, dated], checkout)
    salon = ["--root", checkout, "--playbook", "salon", "--date", "2027-03-18", "--opening", "13:30", "--today", today]
    return {
        "the whole site": ["build", "--root", checkout, "--out", folder / "site", "--today", today],
        "checking everything": ["check", "--root", checkout],
        "checking 1 000 events": ["check", "--root", events],
        "one checklist in Excel": ["checklist", *salon, "--format", "xlsx", "-o", folder / "p.xlsx"],
        "a hundred events in all formats": ["export", "--root", dated, "--today", today, "--out", folder / "e"],
    }


def content_of(checkout: Path, folder: Path) -> Path:
    """A copy of what editors write, to change at will."""
    for name in ("data", "docs", "i18n", "playbook", "theme", "web"):
        shutil.copytree(checkout / name, folder / name)
    shutil.copy(checkout / "mkdocs.yml", folder)
    return folder


def _events_of(checkout: Path, folder: Path, count: int) -> Path:
    """A project of so many events, with what that checkout's pages ask for."""
    make = "from bench.corpus import *; make_events(Path(sys.argv[1]), int(sys.argv[2]))"
    cost([python_of(checkout), "-c", f"import sys; from pathlib import Path; {make}", folder, count], checkout)
    for name in ("i18n", "theme", "web"):
        shutil.copytree(checkout / name, folder / name, dirs_exist_ok=True)
    shutil.copy(checkout / "mkdocs.yml", folder)
    return folder


def insides(checkout: Path, folder: Path) -> Mapping[str, tuple[str, Callable[[], Path]]]:
    """What is measured inside a process that runs on (bench/inside.py): its word, and how to make the project for it."""

    def events(count: int) -> Callable[[], Path]:
        return lambda: _events_of(checkout, folder / f"plan-{count}", count)

    return {
        "a saved chapter, until it shows": ("chapter", lambda: content_of(checkout, folder / "chapter")),
        "a saved event, until it shows": ("event", lambda: content_of(checkout, folder / "event")),
        "planning 100 events": ("plan", events(100)),
        "planning 1 000 events": ("plan", events(1000)),
    }


def measure_inside(name: str, checkout: Path, word: str, root: Path, runs: int) -> Cost:
    """Measure one of these, with the package of a checkout."""
    command = [str(python_of(checkout)), "-W", "ignore", str(Path(__file__).parent / "inside.py"), word, str(root)]

    def once() -> Cost:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            sys.exit(f"{' '.join(command)}\n{done.stdout}{done.stderr}")
        return Cost(**json.loads(done.stdout))

    return median(f"{name}, {checkout}", once, runs)


def measure(name: str, checkout: Path, words: Words, runs: int) -> Cost:
    """Measure one command of one checkout."""
    command = [python_of(checkout), "-m", "draaiboek", *words]
    return median(f"{name}, {checkout}", lambda: cost(command, checkout), runs)


def bench_waiting(folder: Path, today: str, before: Path | None, runs: int, only: list[str]) -> None:
    """Print what people wait for as a table; `only` chooses by a part of the name."""
    heads = ("what", "before CPU s", "CPU s", "before ÷ now", "wall s") if before else ("what", "CPU s", "wall s")
    table = Table(*heads)
    now = commands(ROOT, folder, today)
    earlier = commands(before, folder / "before", today) if before else {}
    for name, words in now.items():
        if not only or any(part in name for part in only):
            cost_before = measure(name, before, earlier[name], runs) if before else None
            table.add_row(*Wait(name, measure(name, ROOT, words, runs), cost_before).row())
    now_inside = insides(ROOT, folder)
    earlier_inside = insides(before, folder / "before") if before else {}
    for name, (word, make) in now_inside.items():
        if not only or any(part in name for part in only):
            cost_before = measure_inside(name, before, word, earlier_inside[name][1](), runs) if before else None
            table.add_row(*Wait(name, measure_inside(name, ROOT, word, make(), runs), cost_before).row())
    CONSOLE.print(table)

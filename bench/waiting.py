"""What people wait for, with this checkout's code and, beside it, with that of another one from before.

Both work on the same content, one after the other, so that the ratios hold on a machine that is busy.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from rich.table import Table

from bench.corpus import ROOT, make_dated_events, make_events
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


def commands(folder: Path, today: str) -> Mapping[str, Words]:
    """What is measured: the words after `draaiboek`. The site comes to stand in `folder`."""
    events = make_events(folder / "events", 1000)
    dated = make_dated_events(folder / "dated", 100)
    salon = ["--root", ROOT, "--playbook", "salon", "--date", "2027-03-18", "--opening", "13:30", "--today", today]
    return {
        "the whole site": ["build", "--root", ROOT, "--out", folder / "site", "--today", today],
        "checking everything": ["check", "--root", ROOT],
        "checking 1 000 events": ["check", "--root", events],
        "one checklist in Excel": ["checklist", *salon, "--format", "xlsx", "-o", folder / "p.xlsx"],
        "a hundred events in all formats": ["export", "--root", dated, "--today", today, "--out", folder / "e"],
    }


def measure(name: str, words: Words, before: Path | None, runs: int) -> Wait:
    """Measure one command with one checkout, or with two."""

    def of(checkout: Path) -> Cost:
        command = [python_of(checkout), "-m", "draaiboek", *words]
        return median(f"{name}, {checkout}", lambda: cost(command, checkout), runs)

    return Wait(name, of(ROOT), of(before) if before else None)


def bench_waiting(folder: Path, today: str, before: Path | None, runs: int, only: list[str]) -> None:
    """Print what people wait for as a table; `only` chooses by a part of the name."""
    heads = ("what", "before CPU s", "CPU s", "before ÷ now", "wall s") if before else ("what", "CPU s", "wall s")
    table = Table(*heads)
    for name, words in commands(folder, today).items():
        if not only or any(part in name for part in only):
            table.add_row(*measure(name, words, before, runs).row())
    CONSOLE.print(table)

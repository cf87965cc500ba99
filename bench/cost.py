"""What a command costs: CPU seconds of its whole process tree, and seconds on the clock."""

import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console

CONSOLE = Console()


@dataclass(frozen=True)
class Cost:
    """CPU and wall seconds of one or more processes."""

    cpu: float
    wall: float


def cost(command: list[object], folder: Path) -> Cost:
    """Run a command in a folder and measure what it costs."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.monotonic()
    done = subprocess.run([str(word) for word in command], cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{' '.join(map(str, command))}\n{done.stdout}{done.stderr}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(cpu, time.monotonic() - started)


def median(what: str, measure: Callable[[], Cost], runs: int) -> Cost:
    """The median of several runs; meanwhile the screen tells what is measured."""
    with CONSOLE.status(f"{what}, {runs} ×"):
        found = [measure() for _ in range(runs)]
    return Cost(statistics.median(run.cpu for run in found), statistics.median(run.wall for run in found))


def python_of(checkout: Path) -> Path:
    """The Python of a checkout's own installation."""
    return checkout / ".venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

"""Measure building, checking and exporting, and print what was found as tables.

    python3 make.py bench                    70 and 250 pages a language
    python3 make.py bench --pages 1000       another size

CPU seconds are those of the whole process tree; ratios compare runs made one after another.
"""

import argparse
import gzip
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml
from rich.console import Console
from rich.table import Table

from bench.corpus import ROOT, make_corpus, make_dated_events, make_events
from draaiboek.catalogue import build_catalogue
from draaiboek.load.project import load_project
from draaiboek.load.settings import load_settings
from draaiboek.stage import plan_site, write_stage

TODAY = "2026-11-22"
_CONSOLE = Console()


@dataclass(frozen=True)
class Cost:
    """CPU and wall seconds of one or more processes."""

    cpu: float
    wall: float


def cost(*commands: list[object]) -> Cost:
    """Run commands one after another and add up what they cost."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.monotonic()
    for command in commands:
        subprocess.run([str(word) for word in command], check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(cpu, time.monotonic() - started)


def median(measure: Callable[[], Cost], runs: int) -> Cost:
    """The median of several runs."""
    found = [measure() for _ in range(runs)]
    return Cost(statistics.median(run.cpu for run in found), statistics.median(run.wall for run in found))


def plain_copy(tree: Path) -> Path:
    """The same staged tree, for plain MkDocs-Material: its own templates, navigation and search."""
    copy = tree.with_name(f"plain-{tree.name}")
    shutil.copytree(tree, copy)
    config = yaml.safe_load((copy / "mkdocs.yml").read_text(encoding="utf-8"))
    del config["theme"]["custom_dir"]
    config["plugins"] = ["search"]
    (copy / "mkdocs.yml").write_text(yaml.safe_dump(config, allow_unicode=True), encoding="utf-8")
    return copy


def mkdocs(tree: Path) -> list[object]:
    """The command that builds one tree."""
    return [sys.executable, "-W", "ignore", "-m", "mkdocs", "build", "-q", "-f", tree / "mkdocs.yml"]


def bench_build(sizes: list[int], runs: int) -> None:
    """The own frame beside plain MkDocs-Material, on the same staged trees."""
    table = Table("pages a language", "own CPU s", "own wall s", "plain CPU s", "plain wall s", "own ÷ plain CPU")
    for pages in sizes:
        with tempfile.TemporaryDirectory() as folder:
            root = make_corpus(Path(folder) / "project", pages)
            plan = plan_site(build_catalogue(load_project(root)), load_settings(root), date.fromisoformat(TODAY))
            write_stage(plan, root, root / "build")
            trees = [root / "build" / code for code in plan.languages]
            plain = [plain_copy(tree) for tree in trees]
            own_cost = median(lambda: cost(*map(mkdocs, trees)), runs)
            plain_cost = median(lambda: cost(*map(mkdocs, plain)), runs)
        table.add_row(
            str(pages), f"{own_cost.cpu:.1f}", f"{own_cost.wall:.1f}", f"{plain_cost.cpu:.1f}", f"{plain_cost.wall:.1f}",
            f"{own_cost.cpu / plain_cost.cpu:.2f}",
        )  # fmt: skip
        _CONSOLE.print(f"{pages} pages: done")
    _CONSOLE.print(table)


def bench_commands(runs: int) -> None:
    """What people wait for: the whole site, a thousand events, one Excel file, the files of a hundred events."""
    draaiboek = [sys.executable, "-m", "draaiboek"]
    table = Table("what", "CPU s", "wall s")
    with tempfile.TemporaryDirectory() as folder:
        events = make_events(Path(folder) / "events", 1000)
        dated = make_dated_events(Path(folder) / "dated", 100)
        salon = ["--root", ROOT, "--playbook", "salon", "--date", "2027-03-18", "--today", TODAY]
        measured = {
            "the whole site": [*draaiboek, "build", "--root", ROOT, "--out", Path(folder) / "site", "--today", TODAY],
            "checking everything": [*draaiboek, "check", "--root", ROOT],
            "checking 1 000 events": [*draaiboek, "check", "--root", events],
            "one checklist in Excel": [*draaiboek, "checklist", *salon, "--format", "xlsx", "-o", Path(folder) / "p.xlsx"],
            "a hundred events in all formats": [*draaiboek, "export", "--root", dated, "--today", TODAY, "--out", Path(folder) / "e"],
        }
        for name, command in measured.items():
            found = median(lambda command=command: cost(command), runs)
            table.add_row(name, f"{found.cpu:.1f}", f"{found.wall:.1f}")
        _CONSOLE.print(table)
        print_weights(Path(folder) / "site")


def print_weights(site: Path) -> None:
    """What a first visit to the heaviest pages costs over the wire, compressed."""
    shared = [*(site / "nl/assets").rglob("*.css"), *(site / "nl/assets").rglob("*.js"), site / "nl/assets/favicon.svg"]
    frame = sum(len(gzip.compress(file.read_bytes())) for file in shared)
    pages = {page: len(gzip.compress(page.read_bytes())) for page in site.rglob("*.html")}
    table = Table("first visit", "page kB", "styles and scripts kB", "in all kB")
    for page in sorted(pages, key=lambda page: -pages[page])[:5]:
        own = pages[page] / 1000
        table.add_row(str(page.relative_to(site)), f"{own:.1f}", f"{frame / 1000:.1f}", f"{own + frame / 1000:.1f}")
    _CONSOLE.print(table)


def main() -> None:
    """Read the sizes and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, nargs="*", default=[70, 250])
    parser.add_argument("--runs", type=int, default=3)
    chosen = parser.parse_args()
    bench_commands(chosen.runs)
    bench_build(chosen.pages, chosen.runs)


if __name__ == "__main__":
    main()

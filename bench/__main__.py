"""Measure building, checking and exporting, and print what was found as tables.

    python3 make.py bench                    70, 250 and 1 000 pages a language
    python3 make.py bench --pages 70         one size

CPU seconds are those of the whole process tree.
"""

import argparse
import gzip
import re
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
from draaiboek.catalogue import build_catalogue
from draaiboek.load.project import load_project
from draaiboek.load.settings import load_settings
from draaiboek.site.trees import write_trees
from draaiboek.stage import plan_site, write_take_along
from rich.console import Console
from rich.table import Table

from bench.corpus import ROOT, make_corpus, make_dated_events, make_events

TODAY = "2026-11-22"
_NAMED = re.compile(r'(?:src|href)="([^"]+\.(?:css|js|svg|png|webp))"')
_LARGE = 500
"""Pages a language from which a size is measured once, not several times."""
_CONSOLE = Console()


@dataclass(frozen=True)
class Cost:
    """CPU and wall seconds of one or more processes."""

    cpu: float
    wall: float


def cost(command: list[object]) -> Cost:
    """Run a command and measure what it costs."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.monotonic()
    done = subprocess.run([str(word) for word in command], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{' '.join(map(str, command))}\n{done.stdout}{done.stderr}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(cpu, time.monotonic() - started)


def median(what: str, measure: Callable[[], Cost], runs: int) -> Cost:
    """The median of several runs; meanwhile the screen tells what is measured."""
    with _CONSOLE.status(f"{what}, {runs} ×"):
        found = [measure() for _ in range(runs)]
    return Cost(statistics.median(run.cpu for run in found), statistics.median(run.wall for run in found))


def plain_copy(tree: Path) -> Path:
    """The same staged tree, for plain MkDocs-Material: its own templates, navigation and search."""
    copy = tree.with_name(f"plain-{tree.name}")
    shutil.copytree(tree, copy)
    config = yaml.safe_load((copy / "mkdocs.yml").read_text(encoding="utf-8"))
    extra = config["extra"]
    config["theme"] = {"name": "material", "language": extra["lang"], "direction": extra["dir"], "font": False}
    config["plugins"] = ["search"]
    (copy / "mkdocs.yml").write_text(yaml.safe_dump(config, allow_unicode=True), encoding="utf-8")
    return copy


def engine(kind: str, target: Path, trees: list[Path]) -> list[object]:
    """The command that builds trees in one process."""
    return [sys.executable, "-W", "ignore", "-m", "bench.engine", kind, target, *trees]


def staged(folder: Path, pages: int) -> tuple[Path, list[Path], list[Path]]:
    """A project of so many pages, its staged trees, and copies of them for plain MkDocs."""
    root = make_corpus(folder / "project", pages)
    plan = plan_site(build_catalogue(load_project(root)), load_settings(root), date.fromisoformat(TODAY))
    write_trees(plan, root, root / "build")
    for language in plan.languages.values():
        write_take_along(language, root / "build")
    trees = [root / "build" / code for code in plan.languages]
    return root, trees, [plain_copy(tree) for tree in trees]


def bench_build(sizes: list[int], runs: int) -> None:
    """The own frame beside plain MkDocs-Material, on the same staged trees; and the whole command."""
    table = Table("pages a language", "own CPU s", "own wall s", "plain CPU s", "plain wall s", "own ÷ plain CPU", "build CPU s")
    for pages in sizes:
        times = runs if pages < _LARGE else 1
        with tempfile.TemporaryDirectory() as folder:
            with _CONSOLE.status(f"{pages} pages, staging"):
                root, trees, plain = staged(Path(folder), pages)
            target = Path(folder) / "out"
            whole = [sys.executable, "-m", "draaiboek", "build", "--root", root, "--out", Path(folder) / "site", "--today", TODAY]
            own_cost = median(f"{pages} pages, own", lambda: cost(engine("own", target, trees)), times)
            plain_cost = median(f"{pages} pages, plain", lambda: cost(engine("plain", target, plain)), times)
            whole_cost = median(f"{pages} pages, whole build", lambda: cost(whole), times)
        table.add_row(
            str(pages), f"{own_cost.cpu:.1f}", f"{own_cost.wall:.1f}", f"{plain_cost.cpu:.1f}", f"{plain_cost.wall:.1f}",
            f"{own_cost.cpu / plain_cost.cpu:.2f}", f"{whole_cost.cpu:.1f}",
        )  # fmt: skip
    _CONSOLE.print(table)
    _CONSOLE.print(
        "own: the last step of a build; plain: MkDocs-Material; both build the same trees of four languages one after\n"
        "another in one process. build: the whole command, with checking, staging, search and swap.",
        soft_wrap=True,
    )


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
            found = median(name, lambda command=command: cost(command), runs)
            table.add_row(name, f"{found.cpu:.1f}", f"{found.wall:.1f}")
        _CONSOLE.print(table)
        print_weights(Path(folder) / "site")


def first_visit(page: Path) -> tuple[float, float]:
    """Kilobytes over the wire, compressed: the page, and the styles, scripts and pictures that it names."""
    html = page.read_text(encoding="utf-8")
    named = {(page.parent / name).resolve() for name in _NAMED.findall(html)}
    return _compressed(page), sum(_compressed(file) for file in named if file.is_file())


def _compressed(file: Path) -> float:
    return len(gzip.compress(file.read_bytes())) / 1000


def print_weights(site: Path) -> None:
    """What a first visit to the heaviest pages costs."""
    costs = {page: first_visit(page) for page in site.rglob("*.html")}
    table = Table("first visit", "page kB", "styles and scripts kB", "in all kB")
    for page, (own, frame) in sorted(costs.items(), key=lambda item: -sum(item[1]))[:5]:
        table.add_row(page.parent.relative_to(site).as_posix(), f"{own:.1f}", f"{frame:.1f}", f"{own + frame:.1f}")
    _CONSOLE.print(table)


def main() -> None:
    """Read the sizes and measure."""
    parser = argparse.ArgumentParser(prog="make.py bench", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, nargs="*", default=[70, 250, 1000])
    parser.add_argument("--runs", type=int, default=3)
    chosen = parser.parse_args()
    bench_commands(chosen.runs)
    bench_build(chosen.pages, chosen.runs)


if __name__ == "__main__":
    main()

"""Measure building, checking and exporting, and print what was found as tables.

    python3 make.py bench                    70, 250 and 1 000 pages a language
    python3 make.py bench --pages 70         one size
    python3 make.py bench --pages --before ../earlier    what people wait for, beside an earlier checkout

CPU seconds are those of the whole process tree.
"""

import argparse
import gzip
import re
import shutil
import sys
import tempfile
from datetime import date
from pathlib import Path

import yaml
from draaiboek.catalogue import build_catalogue
from draaiboek.load.project import load_project
from draaiboek.load.settings import load_settings
from draaiboek.site.trees import write_trees
from draaiboek.stage import plan_site, write_take_along
from rich.table import Table

from bench.corpus import ROOT, make_corpus
from bench.cost import CONSOLE, Cost, cost, median
from bench.waiting import bench_waiting

TODAY = "2026-11-22"
_NAMED = re.compile(r'(?:src|href)="([^"]+\.(?:css|js|svg|png|webp))"')
_LARGE = 500
"""Pages a language from which a size is measured once, not several times."""


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


def build_costs(pages: int, times: int) -> tuple[Cost, Cost, Cost]:
    """What one size costs: the own last step, plain MkDocs, and the whole command."""
    with tempfile.TemporaryDirectory() as folder:
        with CONSOLE.status(f"{pages} pages, staging"):
            root, trees, plain = staged(Path(folder), pages)
        target = Path(folder) / "out"
        whole = [sys.executable, "-m", "draaiboek", "build", "--root", root, "--out", Path(folder) / "site", "--today", TODAY]
        return (
            median(f"{pages} pages, own", lambda: cost(engine("own", target, trees), ROOT), times),
            median(f"{pages} pages, plain", lambda: cost(engine("plain", target, plain), ROOT), times),
            median(f"{pages} pages, whole build", lambda: cost(whole, ROOT), times),
        )


def bench_build(sizes: list[int], runs: int) -> None:
    """The own frame beside plain MkDocs-Material, on the same staged trees; and the whole command."""
    table = Table("pages a language", "own CPU s", "own wall s", "plain CPU s", "plain wall s", "own ÷ plain CPU", "build CPU s")
    for pages in sizes:
        own, plain, whole = build_costs(pages, runs if pages < _LARGE else 1)
        table.add_row(
            str(pages), f"{own.cpu:.1f}", f"{own.wall:.1f}", f"{plain.cpu:.1f}", f"{plain.wall:.1f}",
            f"{own.cpu / plain.cpu:.2f}", f"{whole.cpu:.1f}",
        )  # fmt: skip
    CONSOLE.print(table)
    CONSOLE.print(
        "own: the last step of a build; plain: MkDocs-Material; both build the same trees of four languages one after\n"
        "another in one process. build: the whole command, with checking, staging, search and swap.",
        soft_wrap=True,
    )


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
    CONSOLE.print(table)


def main() -> None:
    """Read the sizes and measure."""
    parser = argparse.ArgumentParser(prog="make.py bench", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, nargs="*", default=[70, 250, 1000])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--before", type=Path, help="another checkout, with its own .venv/, to compare with")
    parser.add_argument("--only", nargs="*", default=[], help="of what people wait for only what has such a name")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        bench_waiting(Path(folder), TODAY, chosen.before and chosen.before.resolve(), chosen.runs, chosen.only)
        if (Path(folder) / "site").is_dir():
            print_weights(Path(folder) / "site")
    if chosen.pages:
        bench_build(chosen.pages, chosen.runs)


if __name__ == "__main__":
    main()

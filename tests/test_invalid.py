"""Every diagnostic code has an invalid project whose whole report is known.

A folder under `tests/invalid/` is named after its code and holds `files/`, laid over the small
valid project, and `expected.txt`: the whole report in Dutch and in English. A file whose name ends
in `.delete` removes the file of that name. A file too large to keep is described in `generate.txt`:
lines of a path and a size, such as `data/events.yaml 5300000`. After a change of words, look at what
`DRAAIBOEK_REWRITE=1 python3 make.py test tests/test_invalid.py` changes in the expected reports.
"""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from draaiboek.load.project import load_project
from draaiboek.report import render_text
from draaiboek.rules import RULES, check_project

FOLDER = Path(__file__).parent / "invalid"
CASES = sorted(path for path in FOLDER.iterdir() if path.is_dir())


def generate(case: Path, root: Path) -> None:
    """Make the files that are only described."""
    plan = case / "generate.txt"
    for line in plan.read_text(encoding="utf-8").splitlines() if plan.exists() else []:
        path, size = line.split()
        (root / path).write_text("x" * int(size), encoding="utf-8")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_invalid_project_gives_exactly_this_report(case: Path, project: Callable[..., Path]) -> None:
    root = project()
    if (case / "files").exists():
        shutil.copytree(case / "files", root, dirs_exist_ok=True)
    for marker in root.rglob("*.delete"):
        marker.with_suffix("").unlink()
        marker.unlink()

    generate(case, root)

    problems = check_project(load_project(root))
    report = "".join(render_text(problems, language) for language in ("nl", "en"))

    if os.environ.get("DRAAIBOEK_REWRITE"):
        (case / "expected.txt").write_text(report, encoding="utf-8")
    assert report == (case / "expected.txt").read_text(encoding="utf-8")
    assert case.name[:5] in {problem.code for problem in problems}


def test_every_code_has_an_invalid_project() -> None:
    known = {diagnostic.code for rule in RULES for diagnostic in rule.DIAGNOSTICS}

    assert {case.name[:5] for case in CASES} == known


def test_the_small_project_is_valid(project: Callable[..., Path]) -> None:
    problems = check_project(load_project(project()))

    assert [problem for problem in problems if problem.severity != "info"] == []

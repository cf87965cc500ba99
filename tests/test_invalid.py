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
from draaiboek.checking import Blocked, checked_playbooks
from draaiboek.load.project import load_project
from draaiboek.model.problem import Problem, Severity
from draaiboek.report import render_text
from draaiboek.rules import RULES, check_project

FOLDER = Path(__file__).parent / "invalid"
ONLY_CHAPTERS_TELL = {"AD101", "AD102", "AD103", "MD112", "RG102", "RG105", "RG106"}
"""Which addresses chapters have, whether an id is on their page, what a section says: for a checklist none is read."""
CASES = sorted(path for path in FOLDER.iterdir() if path.is_dir())


def generate(case: Path, root: Path) -> None:
    """Make the files that are only described."""
    plan = case / "generate.txt"
    for line in plan.read_text(encoding="utf-8").splitlines() if plan.exists() else []:
        path, size = line.split()
        (root / path).write_text("x" * int(size), encoding="utf-8")


def lay_out_invalid(case: Path, root: Path) -> Path:
    """Lay an invalid project over the small valid one."""
    if (case / "files").exists():
        shutil.copytree(case / "files", root, dirs_exist_ok=True)
    for marker in root.rglob("*.delete"):
        marker.with_suffix("").unlink()
        marker.unlink()
    generate(case, root)
    return root


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_invalid_project_gives_exactly_this_report(case: Path, project: Callable[..., Path]) -> None:
    root = lay_out_invalid(case, project())

    problems = check_project(load_project(root))
    report = "".join(render_text(problems, language) for language in ("nl", "en"))

    if os.environ.get("DRAAIBOEK_REWRITE"):
        (case / "expected.txt").write_text(report, encoding="utf-8")
    assert report == (case / "expected.txt").read_text(encoding="utf-8")
    assert case.name[:5] in {problem.code for problem in problems}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_checklist_is_blocked_by_exactly_the_errors_outside_chapters(case: Path, project: Callable[..., Path]) -> None:
    root = lay_out_invalid(case, project())
    blocked: tuple[Problem, ...] = ()
    try:
        checked_playbooks(root)
    except Blocked as found:
        blocked = found.problems
    outside = [problem for problem in check_project(load_project(root)) if not problem.place.path.startswith("docs/")]
    assert blocked == tuple(
        problem
        for problem in outside
        if problem.severity is Severity.ERROR and (problem in blocked or problem.code not in ONLY_CHAPTERS_TELL)
    )


def test_every_code_has_an_invalid_project() -> None:
    known = {diagnostic.code for rule in RULES for diagnostic in rule.DIAGNOSTICS}

    assert {case.name[:5] for case in CASES} == known


def test_the_small_project_is_valid(project: Callable[..., Path]) -> None:
    problems = check_project(load_project(project()))

    assert [problem for problem in problems if problem.severity != "info"] == []

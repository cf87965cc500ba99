"""A whole project is loaded and checked whatever stands in it; all files are reported in one run."""

import random
import re
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from draaiboek.load.project import load_project
from draaiboek.model.problem import Problem
from draaiboek.report import render_github, render_json, render_text
from draaiboek.rules import check_project
from hypothesis import given, settings
from hypothesis import strategies as st

BASE = Path(__file__).parent.parent / "base"
SOURCES = Path(__file__).parent.parent.parent / "scripts" / "draaiboek"

SNIPPETS = [
    "\t", "\n", "- ", ": ", "'", '"', "[", "{", "&a ", "*a", "!x ", " #", "---\n", "\x00", "\u2028", "<script>", "~", "24:00",
    "2026-02-30", "../x", "{ #x }", "```\n", "[^x]", "](y)", "\r", "٣", "use: venue\n", "id: x\n", "applies-to:\n", "no",
]  # fmt: skip


def check(root: Path) -> tuple[Problem, ...]:
    """Load and check a project and write every kind of report about it."""
    problems = check_project(load_project(root))
    for language in ("nl", "en"):
        assert len(render_text(problems, language).splitlines()) <= 2 * len(problems) + 1
        render_github(problems, language)
        render_json(problems, language)
    return problems


def test_an_empty_folder_gives_problems_and_no_failure(tmp_path: Path) -> None:
    assert {problem.code for problem in check(tmp_path)} >= {"FL106"}


@pytest.mark.parametrize(
    "content",
    [b"", b"\x00", b"\xff\xfe", b"\t", b"[" * 3_000, b"- - -", b"{}", b"[]", b"''", b"---", b"a: &a [*a]", b"# x", b"\xef\xbb\xbf"],
    ids=repr,
)
def test_a_project_of_garbage_in_every_file_gives_a_problem_in_every_file(tmp_path: Path, content: bytes) -> None:
    root = tmp_path / "project"
    shutil.copytree(BASE, root)
    files = [path for path in sorted(root.rglob("*")) if path.suffix in (".yaml", ".md") and path.parent != root]
    for file in files:
        file.write_bytes(content)

    reported = {problem.place.path for problem in check(root)}

    expected = {path.relative_to(root).as_posix() for path in files}
    # Without keys these are valid: no interface strings, no shared steps.
    may_be_empty = {path for path in expected if path.startswith(("i18n/", "playbook/shared/steps.yaml"))}
    assert expected - reported - may_be_empty == set()


def test_faults_in_several_files_are_all_reported_in_one_run(project: Callable[..., Path]) -> None:
    root = project(
        {
            "data/events.yaml": "events:\n\t- id: x\n",
            "data/organisations.yaml": b"",
            "data/sources.yaml": b"PK\x00",
            "data/figures.yaml": "figures: &a []\n",
            "data/roles.yaml": "role: []\n",
            "data/municipalities.yaml": None,
            "docs/nl/book/why.md": "# Waarom\n",
            "docs/xx/x.md": "---\ntitle: x\n---\n\n# x\n",
            "playbook/salon/playbook.yaml": "id: salon\nphases: x\n",
            "i18n/nl.yaml": "a: 1\na: 2\n",
        }
    )

    found = {(problem.place.path, problem.code) for problem in check(root)}

    assert found >= {
        ("data/events.yaml", "YA102"),
        ("data/organisations.yaml", "FL101"),
        ("data/sources.yaml", "FL102"),
        ("data/figures.yaml", "YA111"),
        ("data/roles.yaml", "FD101"),
        ("data/municipalities.yaml", "FL106"),
        ("docs/nl/book/why.md", "YA104"),
        ("docs/xx/x.md", "FL107"),
        ("playbook/salon/playbook.yaml", "FD111"),
        ("i18n/nl.yaml", "FD103"),
    }


def test_a_file_that_cannot_be_read_is_not_reported_again_by_what_refers_to_it(project: Callable[..., Path]) -> None:
    broken = ("sources", "organisations", "roles", "municipalities", "circumstances", "languages", "forms")
    root = project({f"data/{name}.yaml": f"{name}:\n\t- x\n" for name in broken})
    root.joinpath("playbook/shared/steps.yaml").write_text("steps:\n\t- x\n", encoding="utf-8")

    reported = [(problem.place.path, problem.code) for problem in check(root) if problem.code[:2] in ("RF", "ID", "EV", "FL", "YA")]

    expected = [f"data/{name}.yaml" for name in broken] + ["playbook/shared/steps.yaml"]
    assert reported == [(path, "YA102") for path in sorted(expected)]


def test_values_from_files_cannot_write_control_signs_or_lines_into_a_report(project: Callable[..., Path]) -> None:
    roles = 'roles:\n  - id: "x\\e[31m\\n::error::y\\u202E"\n    name:\n      nl: x\n    description:\n      nl: y\n'
    problems = check(project({"data/roles.yaml": roles}))

    message = next(problem.message("en") for problem in problems if problem.code == "ID101")

    assert message == "'x [31m ::error::y' cannot be an id"


def test_every_kind_of_fault_has_words() -> None:
    raised = set()
    for file in [*SOURCES.glob("load/*.py"), *SOURCES.glob("model/*.py")]:
        text = file.read_text(encoding="utf-8")
        raised |= set(re.findall(r"\b(?:Fault|ValueFault|_Refusal|refuse|self\.fault)\(\s*\"([a-z-]+)\"", text))
    rules = "".join(file.read_text(encoding="utf-8") for file in SOURCES.glob("rules/**/*.py"))

    assert "file-empty" in raised
    assert {kind for kind in raised if f'"{kind}"' not in rules} == set()


@settings(max_examples=120, deadline=None)
@given(st.randoms(use_true_random=False))
def test_no_mutation_of_a_project_raises_or_points_outside_a_file(chance: random.Random) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "project"
        shutil.copytree(BASE, root)
        files = [path for path in sorted(root.rglob("*")) if path.suffix in (".yaml", ".md", ".lock")]
        for file in chance.sample(files, k=chance.choice([1, 1, 3])):
            text = file.read_text(encoding="utf-8")
            at = chance.randrange(len(text) + 1)
            text = text[:at] + chance.choice(SNIPPETS) + text[at + chance.choice([0, 0, 3]) :]
            file.write_bytes(text.encode())

        for problem in check(root):
            place = problem.place
            lines = (root / place.path).read_text(encoding="utf-8").split("\n") if (root / place.path).is_file() else [""]
            assert 1 <= place.line <= len(lines)
            assert 1 <= place.column <= len(lines[place.line - 1]) + 1

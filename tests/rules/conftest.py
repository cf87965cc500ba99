"""Running all rules over the small valid project with some files replaced."""

from collections.abc import Callable
from pathlib import Path

import pytest
from draaiboek.load.project import load_project
from draaiboek.model.problem import Severity
from draaiboek.rules import check_project

Found = tuple[str, int, int, str]
"""Path, line, column and code."""


@pytest.fixture
def found(project: Callable[..., Path]) -> Callable[..., list[Found]]:
    """Where which codes are reported, remarks left out; of some families only (`RF`, `ID102`), when given."""

    def run(files: dict[str, str | bytes | None], *families: str) -> list[Found]:
        problems = check_project(load_project(project(files)))
        return [
            (problem.place.path, problem.place.line, problem.place.column, problem.code)
            for problem in problems
            if problem.code.startswith(families or ("",)) and problem.severity != Severity.INFO
        ]

    return run


@pytest.fixture
def base(project: Callable[..., Path]) -> Callable[..., str]:
    """The text of one file of the small valid project, with some parts replaced."""
    root = project()

    def read(path: str, *replacements: tuple[str, str]) -> str:
        text = (root / path).read_text(encoding="utf-8")
        for old, new in replacements:
            assert old in text
            text = text.replace(old, new, 1)
        return text

    return read

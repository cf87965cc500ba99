"""What the benchmarks measure is a project without faults, so that they measure what people do."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bench.corpus import make_corpus, make_dated_events, make_events

from .command import Done


@pytest.mark.parametrize("make", [make_corpus, make_events, make_dated_events])
def test_generated_projects_pass_the_checks(
    make: Callable[[Path, int], Path], tmp_path: Path, run: Callable[..., Done]
) -> None:
    done = run("check", "--root", make(tmp_path / "project", 5))

    assert (done.returncode, done.stderr) == (0, "")

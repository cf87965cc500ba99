"""What all tests share: the small valid project, and laying files over it."""

import os
import shutil
from collections.abc import Callable, Generator
from pathlib import Path

import pytest

from .command import Done, call, invoke
from .shared import copy_project, made_once, make_py

BASE = Path(__file__).parent / "base"
ROOT = Path(__file__).parent.parent
TODAY = "2026-11-22"
OLD, NEW = "nl/oud-adres/", "nl/visitors/"
"""A redirect that the copy of the project gets besides its own, so that there is always one to test."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """What the walks through the site in a browser look at, besides pages of every kind in every language."""
    parser.addoption("--all-pages", action="store_true", help="look at every page of the site in a browser")
    parser.addoption("--changed-since", metavar="REVISION", help="look also at the pages whose text changed since then")

os.environ["DRAAIBOEK_CACHE"] = "off"  # no test sees what another run has kept


def lay_out(root: Path, files: dict[str, str | bytes | None] | None = None) -> Path:
    """Copy the small valid project to a folder, with some files replaced; `None` removes one."""
    shutil.copytree(BASE, root, dirs_exist_ok=True)
    for path, content in (files or {}).items():
        target = root / path
        if content is None:
            target.unlink()
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content.encode() if isinstance(content, str) else content)
    return root


@pytest.fixture
def project(tmp_path: Path) -> Callable[..., Path]:
    """Make a copy of the small valid project, with some files replaced."""
    return lambda files=None: lay_out(tmp_path / "project", files)


def build_small(folder: Path) -> None:
    """Build the small project with the real frame and interface strings."""
    root = lay_out(folder)
    for name in ("theme", "web", "i18n"):
        shutil.copytree(ROOT / name, root / name, dirs_exist_ok=True)
    shutil.copy(ROOT / "mkdocs.yml", root / "mkdocs.yml")
    (root / "i18n" / "en.yaml").unlink()
    done = call("build", "--root", root, "--today", TODAY)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.fixture(scope="session")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small project with its site, built once for all tests; nobody may change it."""
    return made_once(tmp_path_factory, "small", build_small)


@pytest.fixture
def built(built_once: Path, tmp_path: Path) -> Path:
    """A copy of the built small project, to change at will."""
    return Path(shutil.copytree(built_once, tmp_path / "built"))


def build_site(folder: Path) -> None:
    """Build the real site in a copy of the project, by the README's own words."""
    copy_project(folder)
    redirects = folder / "data/redirects.yaml"
    kept = redirects.read_text(encoding="utf-8").replace("redirects: []", "redirects:").rstrip()
    redirects.write_text(f"{kept}\n  - from: {OLD}\n    to: {NEW}\n", encoding="utf-8")
    done = make_py(folder, "site", "--today", TODAY)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, built once for all tests; nobody may change it."""
    return made_once(tmp_path_factory, "real", build_site) / "site"


@pytest.fixture
def run() -> Callable[..., Done]:
    """Run the command, in this process."""
    return invoke


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Where everything must run, a skipped test is a failed one."""
    report = yield
    if report.skipped and os.environ.get("DRAAIBOEK_NO_SKIPS"):
        report.outcome = "failed"
        report.longrepr = f"skipped where nothing may be skipped: {report.longrepr}"
    return report


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of the system's Chromium; tests that need it are skipped where there is none."""
    names = ("chromium", "chromium-browser", "google-chrome", "chrome")
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, names)), None)
    if found is None:
        pytest.skip("no Chromium on this machine (set CHROMIUM to its path)")
    return found

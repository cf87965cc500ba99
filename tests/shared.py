"""What all processes of one test run use together: made by whoever asks first, changed by nobody."""

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
from collections.abc import Callable
from pathlib import Path

import pytest
from draaiboek.site.lock import locked

ROOT = Path(__file__).parent.parent
NOT_COPIED = {".git", ".venv", "node_modules", "build", "site", ".hypothesis", ".pytest_cache"}
PACKAGES = Path(pytest.__file__).parent.parent
STAMP = """
import make
for name, lock in make.LOCKS.items():
    (make.VENV / f".{name}.stamp").write_text(make.stamp(lock))
"""
"""Tells make.py in a copy that everything is installed."""


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """A folder that the first to ask fills, while the others wait."""
    base = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        base = base.parent
    folder, whole = base / name, base / f"{name}.whole"
    with locked(base / f"{name}.lock"):
        if not whole.exists():
            shutil.rmtree(folder, ignore_errors=True)  # of somebody who did not get it done
            folder.mkdir()
            make(folder)
            whole.touch()
    return folder


def copy_project(target: Path) -> None:
    """Copy the project without what is made in it, ready to work: its own `make.py` has nothing to install."""
    for path in ROOT.iterdir():
        if path.is_dir() and path.name not in NOT_COPIED:
            shutil.copytree(path, target / path.name)
        elif path.is_file():
            shutil.copy(path, target / path.name)
    (target / "node_modules").symlink_to(ROOT / "node_modules", target_is_directory=True)
    make_environment(target)


def make_environment(project: Path) -> None:
    """An environment of the copy's own: its own package, and the other packages where they stand."""
    folder = project / ".venv"
    venv.create(folder, symlinks=os.name != "nt")
    place = sysconfig.get_path("purelib", "venv", {"base": str(folder), "platbase": str(folder)})
    (Path(place) / "packages.pth").write_text(f"{project / 'scripts'}\n{PACKAGES}\n", encoding="utf-8")
    subprocess.run([sys.executable, "-c", STAMP], cwd=project, check=True)


def make_py(project: Path, *words: object) -> subprocess.CompletedProcess[str]:
    """Run a copy's `make.py`, as the README says."""
    command = [sys.executable, "make.py", *map(str, words)]
    # A test run in the copy is one by itself, not part of this one.
    ours = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    return subprocess.run(command, cwd=project, capture_output=True, text=True, encoding="utf-8", env=ours, check=False)

"""The README is true: its commands run, its folders exist, its dependencies are the installed ones."""

import json
import re
from pathlib import Path

import pytest

from .shared import copy_project, make_py

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^    python3 (make\.py .+)$", README, re.MULTILINE)


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project, where commands may do what they do."""
    folder = tmp_path_factory.mktemp("copy")
    copy_project(folder)
    return folder


@pytest.mark.parametrize("command", [one for one in COMMANDS if one != "make.py site"])
def test_command_of_the_readme_runs(command: str, copy: Path) -> None:
    words = command.split()[1:]
    if words == ["test"]:
        words += ["tests/load/test_text.py"]  # the tests cannot run inside themselves
    done = make_py(copy, *words)

    assert done.returncode == 0, done.stdout + done.stderr


def test_site_is_built_by_the_command_of_the_readme(site: Path) -> None:
    assert "make.py site" in COMMANDS
    assert (site / "index.html").is_file()


def test_command_that_fails_is_seen_to_fail(copy: Path) -> None:
    (copy / "tests/test_false.py").write_text("def test_false() -> None:\n    assert False\n", encoding="utf-8")

    assert make_py(copy, "test", "tests/test_false.py").returncode == 1
    assert make_py(copy, "checklist", "--playbook", "saloon", "--date", "2027-03-18").returncode == 3


def test_readme_names_the_two_commands() -> None:
    assert {"make.py site", "make.py test"} <= set(COMMANDS)


def test_every_folder_in_the_map_exists_or_is_made_by_the_build() -> None:
    rows = re.findall(r"^\| (`[^|]+) \|", README, re.MULTILINE)
    named = {re.split(r"[<]", name)[0].rstrip("/") for row in rows for name in re.findall(r"`([^`]+)`", row)}

    assert {name for name in named if not (ROOT / name).exists()} <= {"build", "site", "node_modules"}


def test_every_direct_dependency_is_explained() -> None:
    names = set()
    for file in ("site.in", "web.in", "test.in"):
        for line in (ROOT / "requirements" / file).read_text(encoding="utf-8").split("\n"):
            if line and not line.startswith(("-", "#")):
                names.add(re.split(r"[<=>\[ ]", line)[0].lower())
    packages = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))
    names |= {*packages["dependencies"], *packages["devDependencies"]}
    explained = README.lower().replace("material for mkdocs", "mkdocs-material").replace("python-markdown", "markdown")

    assert {name for name in names if name not in explained} == set()


def test_no_lock_file_names_a_host() -> None:
    for lock in (*(ROOT / "requirements").iterdir(), ROOT / "package-lock.json"):
        assert "://" not in lock.read_text(encoding="utf-8")

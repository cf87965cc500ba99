"""The README is true: its commands run, its folders exist, its dependencies are the installed ones."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^    python3 (make\.py .+)$", README, re.MULTILINE)


@pytest.mark.parametrize("command", COMMANDS)
def test_command_of_the_readme_runs(command: str, tmp_path: Path) -> None:
    words = re.sub(r"\bplan(s/|\.xlsx)", rf"{tmp_path}/plan\1", command).split()
    if words[-1] == "test":
        words += ["--collect-only", "-q"]  # the tests cannot run inside themselves
    done = subprocess.run(
        [sys.executable, *words], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", timeout=900, check=False
    )

    assert done.returncode == 0, done.stdout + done.stderr


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

"""What rules said before is used again only where it still holds: after any edits the report is that of a fresh check."""

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from draaiboek.load.memory import Memory
from draaiboek.load.project import load_project
from draaiboek.rules import check_project

INVALID = Path(__file__).parent.parent / "invalid"
EDITS = ["\n# Nog een kop\n", "\n- regel { #x }\n", "\n[^x]\n", ": {", "\nBel 0470 12 34 56 over allochtonen.\n", "\n[hier](../weg.md#x)\n"]


@pytest.mark.parametrize("seed", range(4))
def test_after_any_edits_the_report_is_that_of_a_fresh_check(seed: int, project: Callable[..., Path]) -> None:
    chance = random.Random(seed)
    memory = Memory()
    root = project()
    originals = {path: path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}
    for _ in range(12):
        if chance.random() < 0.5:
            _lay_over(chance, root)
        else:
            _edit(chance, originals)
        assert check_project(load_project(root, memory)) == check_project(load_project(root))


def _lay_over(chance: random.Random, root: Path) -> None:
    """Write the files of one invalid project, which stay until another edit."""
    files = chance.choice(sorted(INVALID.iterdir())) / "files"
    if files.is_dir():
        shutil.copytree(files, root, dirs_exist_ok=True)


def _edit(chance: random.Random, originals: dict[Path, bytes]) -> None:
    """Remove a file, bring it back as it was, or write something behind it."""
    path = chance.choice(list(originals))
    fate = chance.random()
    if fate < 0.15:
        path.unlink(missing_ok=True)
    elif fate < 0.6 or not path.exists():
        path.write_bytes(originals[path])
    else:
        path.write_bytes(path.read_bytes() + chance.choice(EDITS).encode())

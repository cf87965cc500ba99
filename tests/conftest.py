"""What all tests share: the small valid project, and laying files over it."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

BASE = Path(__file__).parent / "base"
ROOT = Path(__file__).parent.parent


@pytest.fixture
def project(tmp_path: Path) -> Callable[..., Path]:
    """Make a copy of the small valid project with some files replaced; `None` removes one."""

    def make(files: dict[str, str | bytes | None] | None = None) -> Path:
        root = tmp_path / "project"
        shutil.copytree(BASE, root, dirs_exist_ok=True)
        for path, content in (files or {}).items():
            target = root / path
            if content is None:
                target.unlink()
                continue
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content.encode() if isinstance(content, str) else content)
        return root

    return make

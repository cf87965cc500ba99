"""Every interface string that code, templates and browser code ask for exists, and none is left over."""

import re
from itertools import chain
from pathlib import Path

from draaiboek.load.project import load_project

ROOT = Path(__file__).parent.parent
KEY = re.compile(
    r"""(?:\btext\(|\bwords\(|strings\[(?=.[a-z]+-)|_text\([^,()]+, |text\(language, |text\([\w.]+language, )f?["']([a-z][a-z0-9-]*)(["'{])"""
)
"""A string asked for by its key; `{` begins a part that only the program knows."""


def asked_for() -> set[tuple[str, bool]]:
    files = chain((ROOT / "scripts").rglob("*.py"), (ROOT / "scripts").rglob("*.html"), (ROOT / "theme").rglob("*.html"))
    return {
        (match[1], match[2] != "{" and not match[1].endswith("-"))
        for file in files
        if "cli" not in file.parts and "rules" not in file.parts and "catalogue" not in file.parts
        for match in KEY.finditer(file.read_text(encoding="utf-8"))
    }


def dutch() -> set[str]:
    return set(load_project(ROOT).strings["nl"].value)


def test_every_string_that_is_asked_for_exists() -> None:
    keys = dutch()
    missing = {
        key for key, whole in asked_for()
        if (whole and key not in keys) or (not whole and not any(name.startswith(key) for name in keys))
    }  # fmt: skip

    assert missing == set()


def test_full_languages_have_every_string() -> None:
    strings = load_project(ROOT).strings

    assert set(strings["fr"].value) == set(strings["nl"].value) == set(strings["en"].value)

"""A project that is loaded again is what a fresh loading gives, of the same objects where nothing changed."""

import random
from collections.abc import Callable
from pathlib import Path

from draaiboek.load.memory import Memory
from draaiboek.load.project import load_project

EDITS = ["", "\n# Nog een kop\n", "\n- regel\n", "\n[^x]\n", ": {", "\nsleutel: waarde\n", "\0", "\n```\n", "<b>"]


def test_an_unchanged_project_is_the_same_object(project: Callable[..., Path]) -> None:
    memory = Memory()
    root = project()
    assert load_project(root, memory) is load_project(root, memory)


def test_a_changed_chapter_leaves_everything_else_the_same_object(project: Callable[..., Path]) -> None:
    memory = Memory()
    root = project()
    before = load_project(root, memory)
    chapter = root / "docs" / "nl" / "index.md"
    chapter.write_text(chapter.read_text(encoding="utf-8") + "\nNog een zin.\n", encoding="utf-8")
    after = load_project(root, memory)
    kept = ("tables", "playbooks", "shared", "templates", "locked_ids", "front", "strings", "trees", "files", "faults")
    assert [name for name in kept if getattr(after, name) is not getattr(before, name)] == []
    assert after.chapters["nl"]["index"].lines[-2:] == ("Nog een zin.", "")
    assert [
        (language, name)
        for language, pages in after.chapters.items()
        for name, page in pages.items()
        if page is not before.chapters[language][name]
    ] == [("nl", "index")]


def test_loading_after_any_edits_gives_what_a_fresh_loading_gives(project: Callable[..., Path]) -> None:
    chance = random.Random(20261122)
    memory = Memory()
    root = project()
    originals = {path: path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}
    for _ in range(60):
        for path in chance.sample(list(originals), chance.randint(1, 3)):
            _edit(path, originals[path], chance)
        assert load_project(root, memory) == load_project(root)


def _edit(path: Path, original: bytes, chance: random.Random) -> None:
    """Remove a file, bring it back as it was, or write something behind it."""
    fate = chance.random()
    if fate < 0.15:
        path.unlink(missing_ok=True)
    elif fate < 0.4 or not path.exists():
        path.write_bytes(original)
    else:
        path.write_bytes(path.read_bytes() + chance.choice(EDITS).encode())

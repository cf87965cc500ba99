"""The preview after a series of changes, beside a preview that began with the last of them: the same bytes everywhere."""

import random
from collections.abc import Callable
from datetime import date
from pathlib import Path

from draaiboek.model.problem import Problem
from draaiboek.preview import Preview

TODAY = date(2026, 11, 22)
Change = Callable[[Path], None]


def replacing(path: str, old: str, new: str) -> Change:
    def change(root: Path) -> None:
        text = (root / path).read_text(encoding="utf-8")
        assert old in text, (path, old)
        (root / path).write_text(text.replace(old, new), encoding="utf-8")

    return change


def adding(path: str, text: str) -> Change:
    def change(root: Path) -> None:
        before = (root / path).read_text(encoding="utf-8")
        (root / path).write_text(before + text, encoding="utf-8")

    return change


def new_chapter(root: Path) -> None:
    text = (root / "docs/nl/book/why.md").read_text(encoding="utf-8").replace("Waarom", "Beelden")
    (root / "docs/nl/book/images.md").write_text(text, encoding="utf-8")


def no_new_chapter(root: Path) -> None:
    (root / "docs/nl/book/images.md").unlink()


NEW_EVENT = """  - id: antwerp-new
    playbook: salon
    status: planned
    date: 2027-05-20
    municipality: antwerpen
"""
WHY, EVENTS = "docs/nl/book/why.md", "data/events.yaml"
CHANGES: dict[str, Change] = {
    "text": replacing(WHY, "Lees ook", "Lees zeker ook"),
    "title": replacing(WHY, "Waarom", "Waarom toch"),
    "heading": adding(WHY, "\n## Nog iets { #more }\n\nDit is nog een stuk tekst voor wie meer wil weten.\n"),
    "new chapter": new_chapter,
    "event": replacing(EVENTS, "municipality: antwerpen", "municipality: antwerpen\n    venue: Het Eilandje"),
    "new event": adding(EVENTS, NEW_EVENT),
    "string": replacing("i18n/nl.yaml", "page-events: ", "page-events: Nieuwe "),
    "playbook": replacing("playbook/salon/nl/prepare.md", "Begin met het doel.", "Begin bij het doel."),
    "removed chapter": no_new_chapter,
    "removed event": replacing(EVENTS, NEW_EVENT, ""),
    "glossary": replacing("data/glossary.yaml", "- werkbegeleider", "- begeleider op het werk"),
    "figure": replacing("data/figures.yaml", "value: 200", "value: 210"),
    "theme": replacing("theme/partials/footer.html", "<footer", '<footer data-changed="yes"'),
}


def previewed(root: Path) -> Preview:
    def tell(problems: list[Problem], fault: str | None, _: float) -> None:
        errors = [problem.message("en") for problem in problems if problem.severity == "error"]
        assert (errors, fault) == ([], None)

    preview = Preview(root, TODAY, "nl", tell)
    preview.update()
    return preview


def shown(preview: Preview) -> dict[str, bytes]:
    """All that is served: the site's files, and for those to take along what is made when they are asked for."""
    files = {file.relative_to(preview.site).as_posix(): file for file in preview.site.rglob("*") if file.is_file()}
    made = {path: preview.file(f"/{path}") for path in files}
    return {path: data if (data := made[path]) is not None else file.read_bytes() for path, file in files.items()}


def afresh(root: Path, elsewhere: Path) -> dict[str, bytes]:
    """What a preview shows that has seen no change."""
    for name in ("data", "docs", "i18n", "playbook", "theme", "web", "mkdocs.yml"):
        for file in sorted((root / name).rglob("*")) or [root / name]:
            if file.is_file():
                target = elsewhere / file.relative_to(root)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(file.read_bytes())
    return shown(previewed(elsewhere))


LOOKED_AT = ("event", "figure", "theme")
"""After these changes all is compared: what went stale before them would still be."""


def test_after_a_series_of_changes_the_preview_shows_what_a_fresh_one_shows(built: Path, tmp_path: Path) -> None:
    preview = previewed(built)
    for name, change in CHANGES.items():
        change(built)
        preview.update()
        if name in LOOKED_AT:
            now, fresh = shown(preview), afresh(built, tmp_path / name)
            assert sorted(now) == sorted(fresh), name
            assert [path for path in now if now[path] != fresh[path]] == [], name


BACK = {WHY: "text", EVENTS: "event", "i18n/nl.yaml": "string", "playbook/salon/nl/prepare.md": "playbook"}
"""Files, and a change to each of them."""


def test_changes_taken_back_in_any_order_leave_nothing_behind(built: Path) -> None:
    preview = previewed(built)
    first = shown(preview)
    chance = random.Random(20261122)
    for path in chance.sample(sorted(BACK), len(BACK)):
        before = (built / path).read_bytes()
        CHANGES[BACK[path]](built)
        preview.update()
        assert shown(preview) != first, path
        (built / path).write_bytes(before)
        preview.update()
        assert shown(preview) == first, path


def test_files_to_take_along_are_there_after_a_start_on_a_fault(built: Path) -> None:
    good = (built / EVENTS).read_bytes()
    (built / EVENTS).write_bytes(b"events:\n  - id: [\n")
    preview = Preview(built, TODAY, "nl", lambda *_: None)
    preview.update()
    assert preview.file("/nl/playbook/salon/salon.csv") is None
    (built / EVENTS).write_bytes(good)
    preview.update()

    made = preview.file("/nl/playbook/salon/salon.csv")
    assert made is not None
    assert made.startswith(b"\xef\xbb\xbf")

"""A site plan to disk: only what changed is written, what vanished is removed."""

from collections.abc import Collection, Mapping
from pathlib import Path

from draaiboek.model.source_language import SOURCE_LANGUAGE
from draaiboek.stage.browser_code import SERVICE_WORKER, scripts, styles
from draaiboek.stage.site_plan import LanguagePlan, SitePlan


def write_stage(
    plan: SitePlan, root: Path, build: Path, added: Mapping[str, bytes], before: SitePlan | None = None
) -> dict[str, frozenset[str]]:
    """Write `build/theme/` and the pages of `build/<lang>/`; returns what changed, by folder.

    `added` are files that the engine gives to the frame, by their path below `build/theme/`.

    The files to take along stay as they stand: `write_take_along` makes them. `before` is the plan that was
    written last, where that is known: pages that are the same in both stay as they stand as well.
    """
    changed = {"theme": sync({**_theme(root), **added}, build / "theme")}
    for code, language in plan.languages.items():
        earlier = before.languages.get(code) if before else None
        same = _same_pages(language, earlier) if earlier else set()
        files = _language(root, language, same)
        changed[code] = sync(files, build / code, keep={*language.take_along, *(f"docs/{path}" for path in same)})
    return changed


def _same_pages(language: LanguagePlan, earlier: LanguagePlan) -> set[str]:
    return {path for path, page in language.pages.items() if earlier.pages.get(path) == page}


def write_take_along(language: LanguagePlan, build: Path) -> frozenset[str]:
    """Make the Excel, Word, PDF and calendar files of one language; returns what changed."""
    return write_changed({path: make() for path, make in language.take_along.items()}, build / language.code)


def hold_places(language: LanguagePlan, build: Path) -> frozenset[str]:
    """Let an empty file stand where one to take along is not made yet, for the links to it; returns what is new."""
    folder = build / language.code
    return write_changed({path: b"" for path in language.take_along if not (folder / path).is_file()}, folder)


def _language(root: Path, language: LanguagePlan, same: Collection[str]) -> dict[str, bytes]:
    """What stands in the tree of a language, but for the pages that are the same as before."""
    pages = ((path, page) for path, page in language.pages.items() if path not in same)
    files = {f"docs/{path}": page.markdown().encode() for path, page in pages}
    files |= language.files
    files |= {path: make() for path, make in language.scripts.items()}
    files |= {f"docs/{name}": code for name, code in scripts(root).items() if name == SERVICE_WORKER}
    files |= _assets(root, language.code)
    return files


def _assets(root: Path, language: str) -> dict[str, bytes]:
    """Pictures that stand beside the chapters; a translation falls back to the Dutch one."""
    found: dict[str, bytes] = {}
    for code in dict.fromkeys((SOURCE_LANGUAGE, language)):
        folder = root / "docs" / code
        for file in sorted(folder.rglob("*")):
            if file.suffix in (".png", ".jpg", ".svg", ".webp"):
                found[f"docs/{file.relative_to(folder).as_posix()}"] = file.read_bytes()
    return found


def _theme(root: Path) -> dict[str, bytes]:
    """The frame, with the styles and the browser code as they are sent."""
    files = {
        file.relative_to(root / "theme").as_posix(): file.read_bytes()
        for file in sorted((root / "theme").rglob("*"))
        if file.is_file() and not file.name.startswith(".")
    }
    code = {f"assets/javascripts/{name}": code for name, code in scripts(root).items() if name != SERVICE_WORKER}
    return files | styles(root) | code


def sync(files: dict[str, bytes], folder: Path, keep: Collection[str] = ()) -> frozenset[str]:
    """Make a folder hold exactly these files, and those to keep; returns what was written or removed."""
    changed = set(write_changed(files, folder))
    for file in sorted(folder.rglob("*"), reverse=True):
        path = file.relative_to(folder).as_posix()
        if file.is_dir():
            if not any(file.iterdir()):
                file.rmdir()
        elif path not in files and path not in keep:
            file.unlink()
            changed.add(path)
    return frozenset(changed)


def write_changed(files: dict[str, bytes], folder: Path) -> frozenset[str]:
    """Write the files that differ from what stands there; returns their paths."""
    changed: set[str] = set()
    for path, data in files.items():
        target = folder / path
        if not target.is_file() or target.read_bytes() != data:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
            changed.add(path)
    return frozenset(changed)

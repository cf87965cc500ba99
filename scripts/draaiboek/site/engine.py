"""The replaceable last step: MkDocs on one staged tree.

A build keeps its pages, so that the preview can render a few of them again without the rest.
"""

import gc
import logging
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

_NOT_SENT = (".html", ".md")
"""What of the frame only makes pages and tells editors."""
_NOT_FOUND = "404.html"


class _Collect(logging.Handler):
    """Keeps the engine's warnings instead of printing them."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


@contextmanager
def _engine_warnings(epoch: int) -> Iterator[list[str]]:
    """Run the engine without its banner, by the build's own clock, and collect what it warns of."""
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    os.environ["SOURCE_DATE_EPOCH"] = str(epoch)
    logger = logging.getLogger("mkdocs")
    logger.setLevel(logging.WARNING)
    logger.propagate = False
    collect = _Collect()
    logger.addHandler(collect)
    try:
        yield collect.lines
    finally:
        logger.removeHandler(collect)


class Engine:
    """One staged tree and the folder it is built into."""

    def __init__(self, tree: Path, target: Path, epoch: int) -> None:
        self.tree = tree
        self.target = target
        self.epoch = epoch
        self._state: tuple[Any, Any, Any, Any] | None = None

    def build(self) -> list[str]:
        """Build everything and return the engine's warnings; they never raise."""
        from mkdocs.exceptions import Abort, MkDocsException

        with _engine_warnings(self.epoch) as warnings:
            gc.disable()  # a build ends before its garbage matters: some 70 MB for 1 000 pages
            try:
                self._build()
            except (Abort, MkDocsException) as error:
                self._state = None
                warnings.append(str(error) or "the site engine stopped")
            finally:
                gc.enable()
        return warnings

    def _build(self) -> None:
        from mkdocs.commands import build
        from mkdocs.config import load_config
        from mkdocs.structure.files import get_files
        from mkdocs.structure.nav import get_navigation

        config = load_config(str(self.tree / "mkdocs.yml"), site_dir=str(self.target))
        files = get_files(config)
        environment = config.theme.get_env()
        _add_frame(files, config)
        navigation = get_navigation(files, config)
        pages = files.documentation_pages()
        made = [file.page for file in pages if file.page]
        for page in made:
            build._populate_page(page, config, files)
        for page in made:
            page.validate_anchor_links(files=files, log_level=logging.WARNING)
        files.copy_static_files()
        build._build_theme_template(_NOT_FOUND, environment, files, config, navigation)
        for page in made:
            build._build_page(page, config, pages, navigation, environment)
        _remove_stale(self.target, {file.dest_uri for file in files} | {_NOT_FOUND})
        self._state = (config, files, navigation, environment)

    def rebuild(self, changed: Iterable[str]) -> list[str]:
        """Render changed pages and copy changed files again; everything when that is not enough.

        `changed` are paths below the tree. A page that is new or gone, or another setting, changes
        more than itself.
        """
        state = self._state
        paths = list(changed)
        if state is None or not all(self._is_known(state, path) for path in paths):
            return self.build()
        with _engine_warnings(self.epoch) as warnings:
            for path in paths:
                self._again(state, path.removeprefix("docs/"))
        return warnings

    def _is_known(self, state: tuple[Any, ...], path: str) -> bool:
        name = path.removeprefix("docs/")
        present = (self.tree / path).is_file()
        return path.startswith("docs/") and present and state[1].get_file_from_path(name) is not None

    def _again(self, state: tuple[Any, ...], name: str) -> None:
        from mkdocs.commands import build

        config, files, navigation, environment = state
        file = files.get_file_from_path(name)
        if file.page is None:
            shutil.copyfile(self.tree / "docs" / name, self.target / file.dest_uri)
            return
        build._populate_page(file.page, config, files)
        build._build_page(file.page, config, files.documentation_pages(), navigation, environment)


def _add_frame(files: Any, config: Any) -> None:
    """Add the files of the own frame; of the engine's theme no page asks for any."""
    from mkdocs.structure.files import File

    frame = Path(config.theme.dirs[0])
    for path in sorted(frame.rglob("*")):
        name = path.relative_to(frame).as_posix()
        if path.is_file() and path.suffix not in _NOT_SENT and not name.startswith("."):
            files.append(File(name, str(frame), config.site_dir, config.use_directory_urls))


def _remove_stale(site: Path, built: set[str]) -> None:
    """Remove what an earlier build left; pages were written over, so none was ever missing."""
    for file in sorted(site.rglob("*"), reverse=True):
        if file.is_dir():
            _remove_empty(file)
        elif file.relative_to(site).as_posix() not in built:
            file.unlink()


def _remove_empty(folder: Path) -> None:
    if not any(folder.iterdir()):
        folder.rmdir()

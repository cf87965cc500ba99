"""The replaceable last step: MkDocs on one staged tree.

A build keeps its pages, so that the preview can render a few of them again without the rest.
"""

import logging
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import yaml

from draaiboek.site.stylesheet import trim_stylesheet

_UNUSED = ("sitemap.xml", "sitemap.xml.gz", "assets/javascripts", "assets/images", "assets/stylesheets")
"""What the engine and its theme bring that the site does not use, below a language's root."""


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
            try:
                self._build()
            except (Abort, MkDocsException) as error:
                self._state = None
                warnings.append(str(error) or "the site engine stopped")
        _prune(self.target, self.tree)
        return warnings

    def _build(self) -> None:
        from mkdocs.commands import build
        from mkdocs.config import load_config
        from mkdocs.structure.files import get_files
        from mkdocs.structure.nav import get_navigation

        config = load_config(str(self.tree / "mkdocs.yml"), site_dir=str(self.target))
        files = get_files(config)
        environment = config.theme.get_env()
        files.add_files_from_theme(environment, config)
        navigation = get_navigation(files, config)
        pages = files.documentation_pages()
        for file in pages:
            build._populate_page(file.page, config, files)
        for file in pages:
            file.page.validate_anchor_links(files=files, log_level=logging.WARNING)
        files.copy_static_files()
        for template in config.theme.static_templates:
            build._build_theme_template(template, environment, files, config, navigation)
        for file in pages:
            build._build_page(file.page, config, pages, navigation, environment)
        _remove_stale(self.target, {file.dest_uri for file in files} | set(config.theme.static_templates))
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


def _prune(site: Path, tree: Path) -> None:
    """Remove what the theme copied and no page asks for, keeping the project's own assets."""
    config = yaml.safe_load((tree / "mkdocs.yml").read_text(encoding="utf-8"))
    used = set(config["extra"]["stylesheets"])
    for folder in (tree.parent / "theme", tree / "docs"):
        used |= {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}
    for name in _UNUSED:
        path = site / name
        files = [path] if path.is_file() else sorted(path.rglob("*"), reverse=True)
        for file in files:
            if file.is_dir():
                _remove_empty(file)
            elif file.relative_to(site).as_posix() not in used:
                file.unlink()
        if path.is_dir():
            _remove_empty(path)
    for name in config["extra"]["stylesheets"]:
        file = site / name
        file.write_text(trim_stylesheet(file.read_text(encoding="utf-8")), encoding="utf-8")


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

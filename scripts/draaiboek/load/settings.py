"""The project's `mkdocs.yml`: the site's address, its name, its Markdown settings."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml


class SettingsFault(Exception):
    """`mkdocs.yml` cannot be used; the message says why and on which line."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the builds of all languages share. `site_url` ends in a slash."""

    site_url: str
    repository: str
    edit_path: str
    home_figures: tuple[str, ...]
    base: dict[str, Any]


def load_settings(root: Path) -> Settings:
    """Read `mkdocs.yml`; raises `SettingsFault` when it is missing or broken."""
    path = root / "mkdocs.yml"
    try:
        base = yaml.safe_load(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise SettingsFault(f"mkdocs.yml:1:1: {error.strerror}") from None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        raise SettingsFault(f"mkdocs.yml:{line}:{column}: {error.problem}") from None
    if not isinstance(base, dict) or not isinstance(base.get("site_url"), str):
        raise SettingsFault("mkdocs.yml:1:1: site_url is missing")
    if not base["site_url"].startswith(("https://", "http://")):
        raise SettingsFault("mkdocs.yml:1:1: site_url must begin with https://")
    extra = base.get("extra") or {}
    return Settings(
        site_url=base["site_url"].rstrip("/") + "/",
        repository=(base.get("repo_url") or "").rstrip("/"),
        edit_path=base.get("edit_uri") or "",
        home_figures=tuple(extra.get("home-figures") or ()),
        base=base,
    )

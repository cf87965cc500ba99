"""The configuration of one language's build: complete, so that every engine reads it alike."""

from collections.abc import Mapping
from typing import Any

import yaml

from draaiboek.load.settings import Settings
from draaiboek.model.source_language import SOURCE_LANGUAGE
from draaiboek.render.server import CSP
from draaiboek.stage import frame
from draaiboek.stage.context import Context
from draaiboek.stage.page import DUMPER, StagedPage


def engine_config(context: Context, pages: Mapping[str, StagedPage], settings: Settings) -> bytes:
    """`mkdocs.yml` of one language."""
    base = dict(settings.base)
    language = context.catalogue.languages[context.language]
    config: dict[str, Any] = {
        "site_name": base["site_name"],
        "site_url": f"{settings.site_url}{context.language}/",
        "docs_dir": "docs",
        "site_dir": "site",
        "use_directory_urls": True,
        "theme": {
            "name": None,  # the frame stands on its own, on no theme of an engine
            "custom_dir": "../theme",
            "static_templates": ["404.html"],
        },
        "markdown_extensions": _extensions(base.get("markdown_extensions") or [], context),
        "plugins": base.get("plugins") or [],
        "validation": base.get("validation") or {},
        "extra": {
            "lang": context.language,
            "dir": language.direction.value,
            "site_name": context.text("site-name"),
            "tagline": context.text("site-tagline"),
            "strings": _strings(context),
            "languages": frame.languages(context.catalogue),
            "sections": frame.sections(context, pages),
            "footer": frame.footer(context, pages),
            "repository": settings.repository,
            "csp": CSP,
        },
    }
    return yaml.dump(config, Dumper=DUMPER, allow_unicode=True, sort_keys=False, width=10_000).encode()


def _strings(context: Context) -> dict[str, str]:
    """The interface strings that the frame uses, Dutch where the language lacks one."""
    dutch = context.catalogue.strings[SOURCE_LANGUAGE]
    own = context.catalogue.strings.get(context.language, {})
    return {key: own.get(key, text) for key, text in dutch.items() if key.startswith(("frame-", "search-"))}


def _extensions(base: list[Any], context: Context) -> list[Any]:
    """The Markdown settings, with the words of the language where an extension prints words."""
    footnotes = {"footnotes": {"BACKLINK_TITLE": context.text("footnotes-back", number="{}")}}
    return [footnotes if _name(extension) == "footnotes" else extension for extension in base]


def _name(extension: Any) -> Any:
    """An extension is its name, or a mapping of that to its settings."""
    return next(iter(extension)) if isinstance(extension, dict) else extension

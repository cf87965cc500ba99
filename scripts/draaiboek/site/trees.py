"""The staged trees, whose frame also gets what the engine's own theme gives: Material's styles for text."""

from pathlib import Path

from draaiboek.site.stylesheet import text_styles
from draaiboek.stage import SitePlan, write_stage


def write_trees(
    plan: SitePlan, root: Path, build: Path, before: SitePlan | None = None
) -> dict[str, frozenset[str]]:
    """Stage all languages with a frame that is complete; returns what changed, by folder (see `write_stage`)."""
    return write_stage(plan, root, build, {"assets/css/text.css": text_styles()}, before)

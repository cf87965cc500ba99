"""The sections that serve rows of the inventory, and what those rows are called."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from draaiboek.load.entries import Located
from draaiboek.load.project import Project
from draaiboek.model.problem import Place
from draaiboek.model.source_language import SOURCE_LANGUAGE
from draaiboek.rules.support.diagnostics import shown
from draaiboek.rules.support.site import site_of

Use = tuple[Located[Any], Place]
"""A row of the inventory, and where it names a place."""


def served_sections(project: Project) -> tuple[tuple[str, str, list[Use]], ...]:
    """Every section that editors wrote and that serves rows of the inventory: its place, its text, the rows."""
    return project.memory.found(_served_sections, project)


def _served_sections(project: Project) -> Iterator[tuple[str, str, list[Use]]]:
    found: dict[str, list[Use]] = defaultdict(list)
    for row in project.entries("inventory"):
        for index, value in enumerate(row.entry.places):
            found[value].append((row, row.place("places", index)))
    site = site_of(project)
    for value, uses in found.items():
        page, _, anchor = value.partition("#")
        text = site.section(site.page_address(page) or "", anchor) if anchor else None
        if text is not None:
            yield value, text, uses


def dutch_name(words: Mapping[str, str]) -> str:
    """What something is called in Dutch, short enough for a message."""
    return shown(words.get(SOURCE_LANGUAGE) or next(iter(words.values())), 80)

"""A checklist as a tagged PDF (PDF/UA-1) on A4, to print and to read with any aid.

The words go to the typesetter as data, never as markup; what they look like stands in
`checklist.typ`. The same view gives the same bytes.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from functools import cache
from importlib.resources import files
from itertools import groupby
from typing import Any, cast

import typst

from draaiboek.catalogue import Catalogue
from draaiboek.derive.checklist import ChecklistView
from draaiboek.render.checklist_document import checklist_document
from draaiboek.render.document import ChecklistDocument, one_line
from draaiboek.render.pdf.fonts import covered, families, fonts

_INVISIBLE = re.compile("[\\s\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f]")
"""Characters that need no glyph: spaces, direction marks, joiners and variation selectors."""

_JOINS = re.compile("[\u200d\ufe00-\ufe0f\U0001f3fb-\U0001f3ff]")
"""Characters that change the one before them, as in most emoji of people."""

_LONGEST_ADDRESS = 2000
"""Longer ones are shown, but are no link."""

_ENDLESS = re.compile(r"\w{40}(?=\w)")
"""The beginning of a word that would run off the page; it may be broken here."""


def render_pdf(view: ChecklistView, catalogue: Catalogue) -> bytes:
    """The checklist as a PDF file."""
    document = checklist_document(view, catalogue)
    data = {**_showable(asdict(document)), "metadata": _metadata(document, view, catalogue)}
    compiler = typst.Compiler(
        _template(), font_paths=fonts(), sys_inputs={"data": json.dumps(data, ensure_ascii=False)}
    )
    # Only pictures come in more files than one.
    return cast("bytes", compiler.compile(format="pdf", pdf_standards=["ua-1"], timestamp=0))


@cache
def _template() -> bytes:
    return files("draaiboek.render.pdf").joinpath("checklist.typ").read_bytes()


def _metadata(document: ChecklistDocument, view: ChecklistView, catalogue: Catalogue) -> dict[str, Any]:
    """What is said about the file, not in it."""
    address = one_line(view.address)
    return {
        "title": catalogue.text(view.language, "checklist-of", title=document.title),
        "author": document.publisher,
        "keywords": [document.version],
        "address": address if len(address) < _LONGEST_ADDRESS else "",
        "day": [document.today.year, document.today.month, document.today.day],
        "fonts": list(families()),
    }


def _showable(value: Any) -> Any:
    """The same data, in which characters that no font can show stand apart."""
    if isinstance(value, str):
        return _pieces(value)
    if isinstance(value, dict):
        return {key: _showable(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [_showable(inner) for inner in value]
    return value.isoformat() if isinstance(value, date) else value


def _pieces(text: str) -> str | list[str | dict[str, str]]:
    """The text itself, or its parts when some characters cannot be shown."""
    text = _ENDLESS.sub("\\g<0>\u200b", text)
    if all(map(_shown, text)):
        return text
    found: list[str | dict[str, str]] = []
    for shown, run in groupby(zip(text, _with_joiners(text), strict=True), key=lambda pair: pair[1]):
        part = "".join(character for character, _ in run)
        found.append(part if shown else {"unknown": part})
    return found


def _with_joiners(text: str) -> Iterator[bool]:
    """Which characters can be shown; what joins to the character before it goes with that one."""
    shown = True
    for character in text:
        if not _JOINS.match(character):
            shown = _shown(character)
        yield shown


def _shown(character: str) -> bool:
    return ord(character) in covered() or _INVISIBLE.match(character) is not None

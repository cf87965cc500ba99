"""The register: a back-of-book index of what the sources name and what readers look up.

In: the inventory, the further terms of `data/register.yaml`, and a language. Out: letters with entries in
alphabetical order; each entry has places on the site, or leads to other entries, or both.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from draaiboek.catalogue import Catalogue, local, local_language, remembered
from draaiboek.derive.alphabet import alphabetical
from draaiboek.model.register import IndexTerm, InventoryRow

DIGITS = "0–9"
"""The heading above the entries that begin with a number."""


@dataclass(frozen=True, slots=True)
class Reference:
    """Another entry of the register."""

    id: str
    term: str
    language: str


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """One entry. `places` are pages below the language's root, perhaps with an id: `book/why#figures`."""

    id: str
    term: str
    language: str
    places: tuple[str, ...]
    see: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """The entries under one letter; `id` is its anchor on the page."""

    id: str
    name: str
    entries: tuple[IndexEntry, ...]


@remembered
def derive_register(catalogue: Catalogue, language: str) -> tuple[Letter, ...]:
    """Every entry under its first letter; digits come first."""
    ordered = sorted(_entries(catalogue, language), key=lambda entry: alphabetical(entry.term))
    return tuple(
        Letter(f"letter-{'digits' if name == DIGITS else name.lower()}", name, tuple(entries))
        for name, entries in groupby(ordered, key=lambda entry: _letter(entry.term))
    )


def _entries(catalogue: Catalogue, language: str) -> Iterator[IndexEntry]:
    words = {row.id: row.name for row in catalogue.inventory.values()}
    words |= {row.id: row.term for row in catalogue.register.values()}
    for row in _rows(catalogue):
        see = tuple(Reference(name, *_in(words[name], language)) for name in row.see)
        yield IndexEntry(row.id, *_in(words[row.id], language), row.places, see)


def _rows(catalogue: Catalogue) -> Iterator[InventoryRow | IndexTerm]:
    yield from catalogue.inventory.values()
    yield from catalogue.register.values()


def _in(words: dict[str, str], language: str) -> tuple[str, str]:
    return local(words, language), local_language(words, language)


def _letter(term: str) -> str:
    first = alphabetical(term)[0][:1]
    return first.upper() if first.isalpha() else DIGITS

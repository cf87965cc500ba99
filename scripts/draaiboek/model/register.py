"""What stands behind the register: the inventory of the sources, and further terms to look up."""

from typing import Literal

from pydantic import Field

from draaiboek.model.fields import Count, Entry, Identifier, PagePlace, Reference, Term

Form = Literal["H", "F", "S", "T", "M", "D"]
"""Chapter, method sheet, step, tool, model text, data."""


class InventoryRow(Entry):
    """Something that the source documents name, and where the site treats it."""

    id: Identifier = Field(description="stable id")
    number: Count = Field(description="its number in the inventory, for ever")
    name: Term = Field(description="what the source calls it, as it stands in the register")
    sources: tuple[Reference, ...] = Field(description="ids of the sources that name it", min_length=1)
    forms: tuple[Form, ...] = Field(
        description="what it asks for: H chapter, F method sheet, S step, T tool, M model text, D data", min_length=1
    )
    places: tuple[PagePlace, ...] = Field((), description="where it is treated: book/why#figures")
    see: tuple[Reference, ...] = Field((), description="ids of related entries of the register")


class IndexTerm(Entry):
    """A word that a reader may look up in the register."""

    id: Identifier = Field(description="stable id, not one of the inventory's")
    term: Term = Field(description="the word, as a reader looks for it")
    places: tuple[PagePlace, ...] = Field((), description="where it is treated; none: only a reference to others")
    see: tuple[Reference, ...] = Field((), description="ids of the entries to look under (as well)")

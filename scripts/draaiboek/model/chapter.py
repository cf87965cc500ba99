"""What stands above the words of a Markdown file: its front matter."""

from typing import Literal

from pydantic import Field

from draaiboek.model.fields import Count, Entry, Flag, FullDate, Hash, Reference, Text


class Words(Entry):
    """Front matter that every Markdown file has."""

    title: Text = Field(description="title of the page, the same as its first heading")
    description: Text | None = Field(None, description="one or two sentences for search results and sharing")
    source_hash: Hash | None = Field(None, description="translations: hash of the Dutch text they match")
    reviewed: Flag | None = Field(None, description="translations: true when a person has read them")


class Chapter(Words):
    """Front matter of a page under `docs/`."""

    description: Text = Field(description="one or two sentences for search results and sharing")
    order: Count = Field(0, description="place among the chapters of its section")
    checked: FullDate | None = Field(None, description="when the facts on the page were last checked")


PLACEHOLDERS = (
    "event", "date", "opens", "closes", "venue", "address", "municipality", "organisers", "languages", "page",
)  # fmt: skip
"""What a template can have filled in from an event."""


class Template(Words):
    """Front matter of a model text under `playbook/templates/`."""

    description: Text = Field(description="when this text is used")
    format: Literal["docx", "xlsx"] = Field(description="the program it is for: docx or xlsx")
    steps: tuple[Reference, ...] = Field((), description="ids of the steps that use it")

"""What stands above the words of a Markdown file: its front matter."""

from pydantic import Field

from draaiboek.model.fields import Count, Entry, Flag, FullDate, Hash, Text


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

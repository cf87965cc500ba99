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


Audience = Literal["organisation", "local-government", "mediator", "school", "policy"]
Stage = Literal["school", "civic-integration", "shop-floor"]
Level = Literal["individual", "instrument", "policy"]
Effort = Literal["small", "medium", "large"]
SheetKind = Literal["method", "meeting", "role", "agreement", "campaign", "idea"]

SHEET_HEADINGS = (
    "what-it-is", "why-it-works", "what-you-need", "how-to-do-it", "pitfalls", "first-step-tomorrow",
)  # fmt: skip
"""The headings that every method sheet has, in this order."""


class Method(Chapter):
    """Front matter of a method sheet: a page under `docs/<lang>/methods/`."""

    kind: SheetKind = Field(description="method, meeting, role, agreement, campaign or idea")
    audience: tuple[Audience, ...] = Field(description="who can use it", min_length=1)
    stage: tuple[Stage, ...] = Field((), description="where on the way to work: school, civic-integration, shop-floor")
    level: Level = Field(description="what it changes: individual, instrument or policy")
    effort: Effort = Field(description="small: within a day; medium: within a month; large: longer")
    evidence: Literal["sourced", "advice"] = Field(description="sourced: a source describes it; advice: our own")


PLACEHOLDERS = (
    "event", "date", "opens", "closes", "venue", "address", "municipality", "organisers", "languages", "page",
)  # fmt: skip
"""What a template can have filled in from an event."""


Reader = Literal["visitor", "employer", "partner", "team"]


class Template(Words):
    """Front matter of a model text under `playbook/templates/`."""

    description: Text = Field(description="when this text is used")
    format: Literal["docx", "xlsx"] = Field(description="the program it is for: docx or xlsx")
    reader: Reader = Field(description="who gets it in hand: visitor, employer, partner or team")
    steps: tuple[Reference, ...] = Field((), description="ids of the steps that use it")

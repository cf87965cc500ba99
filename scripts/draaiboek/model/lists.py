"""Lists, professions and charts: data that readers see as tables, cards and pictures."""

from typing import Literal

from pydantic import Field

from draaiboek.model.fields import Entry, Identifier, LanguageMap, PagePlace, Reference, Term


class ListItem(Entry):
    """One thing in a list."""

    id: Identifier = Field(description="stable id, unlike any other on the page of lists")
    name: Term = Field(description="what it is called")
    text: Term | None = Field(None, description="what it is or means, in one or two sentences")
    sources: tuple[Reference, ...] = Field((), description="ids of sources; none: advice of this site")
    places: tuple[PagePlace, ...] = Field((), description="where the site says more: book/why#figures")


class NamedList(Entry):
    """A list of things of one sort, shown as a table."""

    id: Identifier = Field(description="stable id, part of the address")
    name: Term = Field(description="title of the list")
    text: Term = Field(description="what the list is for")
    items: tuple[ListItem, ...] = Field(description="what is in it, in the order of the table", min_length=1)


SubSector = Literal["hospital", "care-home", "childcare", "disability-care", "family-care", "socio-cultural-work"]


class Shortage(Entry):
    """What a source says about how hard a profession is to find people for."""

    source: Reference = Field(description="id of a source")
    figure: Reference | None = Field(None, description="id of the figure it gives")
    text: Term = Field(description="what the source says, for which area and when")


class Profession(Entry):
    """A profession that the sources name, with what stands on its card."""

    id: Identifier = Field(description="stable id, part of the address")
    name: LanguageMap = Field(description="name of the profession")
    in_short: LanguageMap = Field(description="what someone does, in one sentence of everyday words")
    tasks: tuple[LanguageMap, ...] = Field(description="what someone does on an ordinary day", min_length=3)
    fits: tuple[LanguageMap, ...] = Field(description="what one needs to like or be able to do", min_length=2)
    ask: tuple[LanguageMap, ...] = Field(description="what to ask an employer, school or VDAB", min_length=2)
    sub_sectors: tuple[SubSector, ...] = Field(description="where the work is found", min_length=1)
    shortage: tuple[Shortage, ...] = Field((), description="what sources say about open vacancies")
    sources: tuple[Reference, ...] = Field(description="ids of the sources that name the profession", min_length=1)
    places: tuple[PagePlace, ...] = Field((), description="where the site says more")


class Bar(Entry):
    """One figure in a chart."""

    figure: Reference = Field(description="id of a figure")
    label: LanguageMap = Field(description="what stands beside its bar: a few words")


class Chart(Entry):
    """A picture of figures that share a unit; a text shows it with a block ```` ```chart ````."""

    id: Identifier = Field(description="stable id, written in the texts that show it")
    title: LanguageMap = Field(description="what the chart shows")
    text: LanguageMap = Field(description="what a reader should see in it, and what not")
    kind: Literal["bars", "parts"] = Field(description="bars: beside each other; parts: together they make the total")
    bars: tuple[Bar, ...] = Field(description="the figures, from top to bottom", min_length=2)
    total: Bar | None = Field(None, description="parts: the figure they add up to")

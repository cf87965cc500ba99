"""What stands in `data/*.yaml`: one class per kind of entry, one definition per field.

The field descriptions are the field reference (`draaiboek generate`).
"""

from enum import StrEnum
from typing import Literal

from pydantic import Field

from draaiboek.model.fields import (
    Address,
    Clock,
    Count,
    Entry,
    Flag,
    FullDate,
    Identifier,
    Language,
    LanguageMap,
    Note,
    Number,
    Partial,
    Reference,
    Text,
    Url,
)


class Status(StrEnum):
    """Where an event stands. `announced`: known only from its announcement."""

    PLANNED = "planned"
    CONFIRMED = "confirmed"
    HELD = "held"
    CANCELLED = "cancelled"
    ANNOUNCED = "announced"


class Qualifier(StrEnum):
    """How a number is to be read."""

    EXACT = "exact"
    AT_LEAST = "at-least"
    MORE_THAN = "more-than"
    ABOUT = "about"


class Known(StrEnum):
    """A fact that may be unknown: a missing marker is never a silent no."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Direction(StrEnum):
    """Writing direction of a language."""

    LTR = "ltr"
    RTL = "rtl"


class Scope(StrEnum):
    """How much of the site a language has."""

    FULL = "full"
    VISITORS = "visitors"


class Quantity(Entry):
    """A number with how to read it and where it comes from."""

    value: Count = Field(description="the number as the source gives it")
    qualifier: Qualifier = Field(Qualifier.EXACT, description="exact, at-least, more-than or about")
    source: Reference | None = Field(None, description="id of a source")
    note: Note | None = Field(None, description="how the number was read")


class Turnout(Entry):
    """Who came (`results`) or was announced (`expected`), and the appointments made."""

    visitors: Quantity | None = Field(None, description="job-seekers and others who came")
    employers: Quantity | None = Field(None, description="employers with a table")
    support_organisations: Quantity | None = Field(None, description="training and support organisations")
    appointments_interview: Quantity | None = Field(None, description="appointments for a job interview")
    appointments_training: Quantity | None = Field(None, description="appointments with a training provider")
    appointments_support: Quantity | None = Field(None, description="appointments with a support organisation")


class Accessibility(Entry):
    """Access facts of the venue: yes, no or unknown; what is missing is unknown."""

    step_free: Known = Field(Known.UNKNOWN, description="reachable without steps")
    accessible_toilet: Known = Field(Known.UNKNOWN, description="wheelchair-accessible toilet")
    hearing_loop: Known = Field(Known.UNKNOWN, description="induction loop")
    quiet_room: Known = Field(Known.UNKNOWN, description="quiet room")
    childcare: Known = Field(Known.UNKNOWN, description="childcare during the event")
    interpreters: Known = Field(Known.UNKNOWN, description="interpreters present")


class Event(Entry):
    """One edition of an event form: planned, held, cancelled or only announced."""

    id: Identifier = Field(description="stable id, part of the address")
    playbook: Reference = Field(description="id of the event form (data/forms.yaml)")
    status: Status = Field(description="planned, confirmed, held, cancelled or announced")
    example: Flag = Field(False, description="true: an invented example, never counted or fed")
    title: LanguageMap | None = Field(None, description="its own title, if it has one")
    date: Partial | None = Field(None, description="the (first) day")
    date_before: Partial | None = Field(None, description="known only to be strictly before this date")
    end_date: Partial | None = Field(None, description="the last day, when there are several")
    opens: Clock | None = Field(None, description="opening time in Brussels")
    closes: Clock | None = Field(None, description="closing time in Brussels")
    municipality: Reference = Field(description="id of a municipality")
    venue: Text | None = Field(None, description="name of the place")
    address: Text | None = Field(None, description="street, number, postal code and municipality")
    directions: LanguageMap | None = Field(None, description="how to get there, for visitors")
    organisers: tuple[Reference, ...] = Field((), description="ids of organisations")
    partners: tuple[Reference, ...] = Field((), description="ids of organisations")
    languages: tuple[Language, ...] = Field((), description="languages spoken there")
    accessibility: Accessibility | None = Field(None, description="access facts of the venue")
    expected: Turnout | None = Field(None, description="what was announced")
    results: Turnout | None = Field(None, description="what came of it")
    note: Note | None = Field(None, description="what a reader of the data must know")
    sources: tuple[Reference, ...] = Field((), description="ids of sources")


SourceKind = Literal[
    "law", "report", "press", "interview", "announcement", "website", "guide", "dataset", "parliamentary-answer", "book"
]


class Source(Entry):
    """What a fact rests on."""

    id: Identifier = Field(description="stable id, used in footnotes")
    title: Text = Field(description="title of the document, in its own language")
    publisher: Text | None = Field(None, description="who published it")
    kind: SourceKind = Field(description="kind of document")
    date: Partial | None = Field(None, description="when it was published, if known")
    consulted: Partial | None = Field(None, description="when it was read for this site")
    language: Language = Field(description="language of the document")
    url: Url | None = Field(None, description="address, if there is one")
    note: LanguageMap | None = Field(None, description="what to be careful about")


Unit = Literal[
    "percent", "percentage-points", "people", "jobs", "establishments", "events", "organisations", "vacancies",
    "languages", "contracts", "hours",
]  # fmt: skip


class Figure(Entry):
    """A number that may be cited: with definition, year and source."""

    id: Identifier = Field(description="stable id, used in footnotes; shared id space with sources")
    name: LanguageMap = Field(description="short name")
    value: Number = Field(description="the number, with a decimal point")
    qualifier: Qualifier = Field(Qualifier.EXACT, description="exact, at-least, more-than or about")
    unit: Unit = Field(description="what is counted")
    definition: LanguageMap = Field(description="exactly what is counted, by whom, where")
    year: Partial = Field(description="the period the number is about")
    source: Reference = Field(description="id of a source")
    check_again: FullDate | None = Field(None, description="look for a newer number by this date")
    note: LanguageMap | None = Field(None, description="contradictions and cautions")


OrganisationKind = Literal[
    "sector", "public-employment", "local-government", "government", "federation", "civic-integration", "training",
    "support", "employer-network", "research", "social-insurance",
]  # fmt: skip


class Organisation(Entry):
    """An organisation that is named on the site."""

    id: Identifier = Field(description="stable id")
    name: LanguageMap = Field(description="official name")
    kind: OrganisationKind = Field(description="what sort of organisation")
    role: LanguageMap = Field(description="what it does for this field, in one sentence")
    url: Url | None = Field(None, description="its website")
    successor: Reference | None = Field(None, description="organisation that took over")
    note: LanguageMap | None = Field(None, description="what has changed")
    sources: tuple[Reference, ...] = Field((), description="ids of sources")


class SiteLanguage(Entry):
    """A language of the site."""

    code: Language = Field(description="BCP 47 code, the folder and address")
    name: Text = Field(description="the language's own name for itself")
    direction: Direction = Field(description="ltr or rtl")
    scope: Scope = Field(description="full: the whole site; visitors: only the visitors' section")


class Role(Entry):
    """Who does a step."""

    id: Identifier = Field(description="stable id")
    name: LanguageMap = Field(description="name of the role")
    description: LanguageMap = Field(description="what the role does")


class Named(Entry):
    """Something with an id and a name."""

    id: Identifier = Field(description="stable id")
    name: LanguageMap = Field(description="name")


class Municipality(Named):
    """A municipality where an event takes place."""


class Redirect(Entry):
    """An address that moved: its old place leads to the new one."""

    from_: Address = Field(description="the old address, below the site's root: nl/book/old/")
    to: Address = Field(description="the new address: nl/book/new/")


class Form(Named):
    """A kind of event: a salon, an info session. Its plan stands in `playbook/<id>/`."""


class Circumstance(Named):
    """A facet on which steps can depend, with its closed list of values."""

    values: tuple[Named, ...] = Field(description="the values it can have", min_length=1)

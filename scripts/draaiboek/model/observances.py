"""Feasts and fasts of many traditions: which ones matter, how wide each window is, and their dates.

`Observance` is what a person decides (`data/observances.yaml`). `ObservanceDate` is what `draaiboek
generate` computes from it and a person reviews (`data/observance-dates.yaml`).
"""

from typing import Literal

from pydantic import Field

from draaiboek.model.fields import Count, Entry, Flag, FullDate, Identifier, LanguageMap, Note, Reference

CalendarName = Literal[
    "eid-al-fitr", "eid-al-adha", "ramadan", "ashura", "rosh-hashanah", "yom-kippur", "sukkot", "passover", "shavuot",
    "orthodox-easter", "orthodox-christmas", "newroz", "diwali", "holi", "lunar-new-year",
]  # fmt: skip
"""What the calendar library can compute, by the names of this project."""

Impact = Literal["absent", "fasting", "attention"]
"""What an observance means for a meeting: people stay away, people fast by day, or good to know."""


class Observance(Entry):
    """A feast or fast to take into account when a date is chosen."""

    id: Identifier = Field(description="stable id")
    name: LanguageMap = Field(description="name of the feast or fast")
    tradition: LanguageMap = Field(description="the tradition it belongs to")
    calendar: CalendarName = Field(description="how its first day is computed")
    before: Count = Field(0, description="days of the window before the first day")
    after: Count = Field(0, description="days of the window after the first day")
    evening_before: Flag = Field(False, description="true: it begins at sunset on the evening before")
    estimated: Flag = Field(description="true: the day can turn out one earlier or later")
    impact: Impact = Field(description="absent: people stay away; fasting: adapt hours and food; attention: good to know")
    confirmed: tuple[FullDate, ...] = Field((), description="first days that have been announced; no longer estimated")
    sources: tuple[Reference, ...] = Field((), description="ids of sources")
    note: Note | None = Field(None, description="how the window was chosen")


class ObservanceDate(Entry):
    """The first day of an observance in one year; made by `draaiboek generate`."""

    observance: Reference = Field(description="id of an observance")
    date: FullDate = Field(description="its first day, without the window")
    estimated: Flag = Field(description="true: the day can turn out one earlier or later")

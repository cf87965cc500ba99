"""What a checklist in Word or PDF says: words in their places, nothing about looks.

Texts are free of characters that no document can hold; a line break in them is a plain line feed.
"""

import re
from dataclasses import dataclass
from datetime import date

REGIONS = {"nl": "nl-BE", "fr": "fr-BE", "de": "de-BE", "en": "en-GB"}
"""Where a language is spelled as it is here; spelling checkers want to know."""

_BREAKS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_LAST_TWO = "".join(chr(plane * 0x10000 + end) for plane in range(17) for end in (0xFFFE, 0xFFFF))
_UNPRINTABLE = re.compile(f"[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufeff{_LAST_TWO}]")


_DIRECTED = (("[\u202a\u202b\u202d\u202e]", "\u202c"), ("[\u2066-\u2068]", "\u2069"))
"""What begins a stretch with a direction of its own, and what ends it."""


def clean(text: str) -> str:
    """Text without the characters that XML or PDF refuses; every line break is a line feed.

    A direction that a text sets ends with it, so that what follows keeps its own.
    """
    said = _UNPRINTABLE.sub("", _BREAKS.sub("\n", text))
    for begin, end in _DIRECTED:
        said += end * (len(re.findall(begin, said)) - said.count(end))
    return said


def one_line(text: str) -> str:
    """Clean text on one line."""
    return " ".join(clean(text).split())


def heading(text: str, fallback: str) -> str:
    """Text for a heading, which may not be empty: without visible characters the id stands in."""
    said = one_line(text)
    return said if any(map(str.isprintable, said)) else fallback


@dataclass(frozen=True, slots=True)
class Tongue:
    """The language of a text: a BCP 47 tag and a direction."""

    tag: str
    direction: str


@dataclass(frozen=True, slots=True)
class Fact:
    """Something to know about a step; `kind` only matters for its looks."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class TaskLine:
    """A task to tick. `condition` is a remark in the language of the document, or empty."""

    id: str
    text: str
    condition: str


@dataclass(frozen=True, slots=True)
class StepSection:
    """A step. `tongue` is that of title, why and tasks; facts are in the language of the document."""

    id: str
    title: str
    why: str
    tongue: Tongue
    marks: tuple[Fact, ...]
    facts: tuple[Fact, ...]
    details: tuple[Fact, ...]
    tasks: tuple[TaskLine, ...]


@dataclass(frozen=True, slots=True)
class PhaseSection:
    """A phase, with when it runs from and until."""

    id: str
    title: str
    tongue: Tongue
    period: str
    task_count: str
    steps: tuple[StepSection, ...]


@dataclass(frozen=True, slots=True)
class RunRow:
    """A line of the run sheet."""

    time: str
    title: str
    tongue: Tongue
    duration: str
    role: str


@dataclass(frozen=True, slots=True)
class RunSheet:
    """The run sheet, which stands before the phase it belongs to; a day without date has no title."""

    title: str
    phase: str
    header: tuple[str, ...]
    days: tuple[tuple[str, tuple[RunRow, ...]], ...]


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that must be read first."""

    kind: str
    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dropped:
    """A step for which there is no time any more, and what is at stake."""

    title: str
    why: str
    tongue: Tongue


@dataclass(frozen=True, slots=True)
class ChecklistDocument:
    """A whole checklist in words."""

    kind: str
    title: str
    tongue: Tongue
    publisher: str
    lead: tuple[str, ...]
    remarks: tuple[str, ...]
    about: str
    footer: str
    address: str
    today: date
    version: str
    notices: tuple[Notice, ...]
    overview_title: str
    overview_header: tuple[str, ...]
    dropped_title: str
    dropped_intro: str
    dropped_header: tuple[str, ...]
    dropped: tuple[Dropped, ...]
    run_sheet: RunSheet | None
    phases: tuple[PhaseSection, ...]

"""The small notations that editors write: dates, clocks, offsets, durations, numbers, ids.

Each `parse_` takes the text of one YAML scalar and returns a frozen value, or raises
`ValueFault`, which names the fault and carries what a message needs. Forms: notation.md.
"""

import re
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta
from decimal import Decimal
from typing import Any, Literal, get_args

MAX_TEXT = 5_000
"""Longest text in one YAML field, in characters; anything longer belongs in a chapter."""

FIRST_YEAR, LAST_YEAR = 1900, 2100
"""Years that a date can lie in; another one is a slip of the keyboard."""


class ValueFault(ValueError):
    """A scalar that has not the form its field asks for."""

    def __init__(self, kind: str, **params: object) -> None:
        super().__init__(kind)
        self.kind = kind
        self.params = params


def _text(value: Any) -> str:
    """Insist on one piece of text where a list or a mapping would be a mistake."""
    if not isinstance(value, str):
        raise ValueFault("shape", expected="text")
    if not value.strip():
        raise ValueFault("empty-value")
    return value


@dataclass(frozen=True, order=True, slots=True)
class PartialDate:
    """A date known to the day, the month or the year (EDTF level 1), perhaps approximate."""

    year: int
    month: int | None = None
    day: int | None = None
    approximate: bool = False

    @property
    def full(self) -> date | None:
        """The calendar day, when it is known exactly."""
        if self.month is None or self.day is None or self.approximate:
            return None
        return date(self.year, self.month, self.day)

    @property
    def latest(self) -> date:
        """The last calendar day it can be: what sorting uses."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    @property
    def earliest(self) -> date:
        """The first calendar day it can be."""
        return date(self.year, self.month or 1, self.day or 1)

    def __str__(self) -> str:
        """As editors write it."""
        parts = [f"{self.year:04}"] + [f"{part:02}" for part in (self.month, self.day) if part]
        return "-".join(parts) + ("~" if self.approximate else "")


_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(~?)", re.ASCII)


def parse_date(value: Any) -> PartialDate:
    """Read `2019-05-20`, `2017-10`, `2017`, each with an optional `~`."""
    text = _text(value)
    match = _DATE.fullmatch(text)
    if not match:
        raise ValueFault("date-form", value=text)
    year, month, day = int(match[1]), int(match[2] or 1), int(match[3] or 1)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueFault("date-year", value=text, first=FIRST_YEAR, last=LAST_YEAR)
    if not 1 <= month <= 12 or not 1 <= day <= monthrange(year, month)[1]:
        raise ValueFault("date-unreal", value=text)
    return PartialDate(year, month if match[2] else None, day if match[3] else None, bool(match[4]))


def parse_full_date(value: Any) -> date:
    """Read a date that must be known to the day."""
    parsed = parse_date(value)
    if parsed.full is None:
        raise ValueFault("date-partial", value=str(value))
    return parsed.full


_CLOCK = re.compile(r"([01]\d|2[0-3]):([0-5]\d)", re.ASCII)


def parse_clock(value: Any) -> time:
    """Read `13:30`: hours 00 to 23, minutes, Europe/Brussels."""
    text = _text(value)
    match = _CLOCK.fullmatch(text)
    if not match:
        raise ValueFault("clock", value=text)
    return time(int(match[1]), int(match[2]))


OffsetUnit = Literal["w", "d", "wd", "min"]


@dataclass(frozen=True, slots=True)
class Offset:
    """A distance to the event: weeks, days, working days, or minutes in the run sheet.

    Negative counts from the first day (or the moment) before it, positive from the last day after it.
    """

    amount: int
    unit: OffsetUnit
    after: bool

    def __str__(self) -> str:
        """As editors write it."""
        return f"{'+' if self.after else '-'}{abs(self.amount)}{self.unit}"

    @property
    def minutes(self) -> timedelta:
        """The distance of a run-sheet step; only for the unit `min`."""
        return timedelta(minutes=self.amount)

    @property
    def rough_days(self) -> float:
        """About how many calendar days from the event, to sort undated steps."""
        factor = {"w": 7.0, "d": 1.0, "wd": 1.4, "min": 1 / 1440}[self.unit]
        return self.amount * factor


_UNITS: Mapping[str, OffsetUnit] = {unit: unit for unit in get_args(OffsetUnit)}

_OFFSET = re.compile(r"([+-])(\d{1,4})(wd|w|d|min)", re.ASCII)


def parse_offset(value: Any) -> Offset:
    """Read `-12w`, `-3d`, `-5wd`, `+2w`, `-90min`; the sign is required."""
    text = _text(value)
    match = _OFFSET.fullmatch(text)
    if not match:
        raise ValueFault("offset", value=text)
    return Offset(int(match[1] + match[2]), _UNITS[match[3]], match[1] == "+")


_DURATION = re.compile(r"(\d{1,4})(min|h)", re.ASCII)


def parse_duration(value: Any) -> timedelta:
    """Read `60min` or `4h`; more than nothing."""
    text = _text(value)
    match = _DURATION.fullmatch(text)
    if not match or int(match[1]) == 0:
        raise ValueFault("duration", value=text)
    return timedelta(**{"minutes" if match[2] == "min" else "hours": int(match[1])})


_NUMBER = re.compile(r"-?(0|[1-9]\d{0,14})(\.\d{1,4})?", re.ASCII)


def parse_number(value: Any) -> Decimal:
    """Read a decimal number with a point, without separators or leading zeros."""
    text = _text(value)
    if not _NUMBER.fullmatch(text):
        raise ValueFault("number", value=text)
    return Decimal(text)


def parse_count(value: Any) -> int:
    """Read a whole number from 0."""
    text = _text(value)
    if not _NUMBER.fullmatch(text) or "." in text or text.startswith("-"):
        raise ValueFault("count", value=text)
    return int(text)


def parse_flag(value: Any) -> bool:
    """Read `true` or `false`; `yes` and `no` are words here, not truth values."""
    text = _text(value)
    if text not in ("true", "false"):
        raise ValueFault("flag", value=text)
    return text == "true"


_IDENTIFIER = re.compile(r"[a-z](?:[a-z0-9]|-(?=[a-z0-9])){0,79}", re.ASCII)


def parse_identifier(value: Any) -> str:
    """Read an id: lower-case letters, digits and single hyphens, starting with a letter."""
    text = _text(value)
    if not _IDENTIFIER.fullmatch(text):
        raise ValueFault("identifier", value=text)
    return text


_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?", re.ASCII)


def parse_language(value: Any) -> str:
    """Read a BCP 47 tag of language, optional script and optional region: `nl`, `zh-Hant`, `pt-BR`."""
    text = _text(value)
    if not _LANGUAGE.fullmatch(text):
        raise ValueFault("language", value=text)
    return text


_HASH = re.compile(r"[0-9a-f]{12}", re.ASCII)


def parse_hash(value: Any) -> str:
    """Read the first twelve hex digits of a SHA-256, as `draaiboek translations mark` writes them."""
    text = _text(value)
    if not _HASH.fullmatch(text):
        raise ValueFault("hash", value=text)
    return text


_MARKUP = re.compile(
    r"<\s*[a-zA-Z!/?]|&#|(?:java|vb)script\s*:|data\s*:\s*text/|\bon[a-z]{3,}(?:=|\s*=\s*[\"'])", re.IGNORECASE
)
_INVISIBLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u2028-\u202e\u2066-\u2069\ufeff]")


def parse_text(value: Any) -> str:
    """Read plain text for people: no markup, no invisible control characters, not endless."""
    text = _text(value)
    if match := _MARKUP.search(text):
        raise ValueFault("markup", value=text[match.start() : match.start() + 20])
    if match := _INVISIBLE.search(text):
        raise ValueFault("invisible", value=f"U+{ord(match[0]):04X}")
    if len(text) > MAX_TEXT:
        raise ValueFault("too-long", length=len(text), limit=MAX_TEXT)
    return text.strip()


_URL = re.compile(r"https?://[A-Za-z0-9.-]+(?::\d+)?(?:/[^\s<>\"'\\^`{|}]*)?")


def parse_url(value: Any) -> str:
    """Read a web address with http or https; spaces and other schemes are refused."""
    text = _text(value)
    if not _URL.fullmatch(text):
        raise ValueFault("url", value=text[:80])
    return text


_ADDRESS = re.compile(r"[a-z]{2,3}(-[A-Za-z]+)*/(?:[a-z0-9][a-z0-9-]*/)*", re.ASCII)


def parse_address(value: Any) -> str:
    """Read the address of a page below the site's root: `nl/book/channels/`."""
    text = _text(value)
    if not _ADDRESS.fullmatch(text):
        raise ValueFault("address", value=text)
    return text


_PAGE_PLACE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*(?:/[a-z0-9]+(?:-[a-z0-9]+)*)*(?:#[a-z0-9]+(?:-[a-z0-9]+)*)?", re.ASCII)


def parse_page_place(value: Any) -> str:
    """Read a place inside a language: a page, and perhaps an id on it: `book/why#figures`."""
    text = _text(value)
    if not _PAGE_PLACE.fullmatch(text):
        raise ValueFault("page-place", value=text)
    return text

"""Field types of the entries: each couples a parser of `values` with its JSON Schema.

One definition per field: the same type reads the value, names its fault and tells editing
programs what is accepted.
"""

from datetime import date, time, timedelta
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, InstanceOf, PlainSerializer, WithJsonSchema

from draaiboek.model import values
from draaiboek.model.source_language import SOURCE_LANGUAGE


def kebab(name: str) -> str:
    """Write a Python field name as the key editors use: the one place where names change shape."""
    return name.rstrip("_").replace("_", "-")


class Entry(BaseModel):
    """Base of everything read from YAML: frozen, kebab-case keys, unknown keys refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", alias_generator=kebab, defer_build=True)


def _schema(description: str, pattern: str | None = None, **more: Any) -> WithJsonSchema:
    """Describe a scalar for editing programs."""
    facts: dict[str, Any] = {"type": "string", "description": description, **more}
    if pattern:
        facts["pattern"] = pattern
    return WithJsonSchema(facts)


Text = Annotated[str, BeforeValidator(values.parse_text), _schema("plain text, without markup")]
Identifier = Annotated[
    str, BeforeValidator(values.parse_identifier),
    _schema("id: lower-case letters, digits and hyphens", "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"),
]  # fmt: skip
Reference = Identifier
Language = Annotated[
    str, BeforeValidator(values.parse_language),
    _schema("BCP 47 language code", "^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$"),
]  # fmt: skip
Partial = Annotated[
    InstanceOf[values.PartialDate], BeforeValidator(values.parse_date), PlainSerializer(str, when_used="json"),
    _schema("date: 2019-05-20, 2017-10 or 2017; ~ behind it for approximate", r"^\d{4}(-\d{2}(-\d{2})?)?~?$"),
]  # fmt: skip
FullDate = Annotated[
    InstanceOf[date], BeforeValidator(values.parse_full_date),
    _schema("date known to the day: 2027-03-18", r"^\d{4}-\d{2}-\d{2}$"),
]  # fmt: skip
Clock = Annotated[
    InstanceOf[time], BeforeValidator(values.parse_clock),
    PlainSerializer(lambda moment: f"{moment:%H:%M}", when_used="json"),
    _schema("clock time in Brussels: 13:30", r"^([01]\d|2[0-3]):[0-5]\d$"),
]  # fmt: skip
OffsetField = Annotated[
    InstanceOf[values.Offset], BeforeValidator(values.parse_offset),
    _schema("distance to the event: -12w, -3d, -5wd, +2w, -90min", r"^[+-]\d{1,4}(wd|w|d|min)$"),
]  # fmt: skip
Duration = Annotated[
    InstanceOf[timedelta], BeforeValidator(values.parse_duration),
    _schema("duration: 60min or 4h", r"^\d{1,4}(min|h)$"),
]  # fmt: skip
Number = Annotated[
    InstanceOf[Decimal], BeforeValidator(values.parse_number),
    _schema("number with a decimal point", r"^-?(0|[1-9]\d*)(\.\d+)?$", type=["string", "number"]),
]  # fmt: skip
Count = Annotated[
    InstanceOf[int], BeforeValidator(values.parse_count),
    _schema("whole number from 0", r"^(0|[1-9]\d*)$", type=["string", "integer"]),
]  # fmt: skip
Flag = Annotated[
    InstanceOf[bool], BeforeValidator(values.parse_flag),
    _schema("true or false", type="boolean"),
]  # fmt: skip
Url = Annotated[str, BeforeValidator(values.parse_url), _schema("web address, http or https", format="uri")]
Address = Annotated[
    str, BeforeValidator(values.parse_address),
    _schema("address of a page below the site's root: nl/book/channels/", "^[a-z].*/$"),
]  # fmt: skip
PagePlace = Annotated[
    str, BeforeValidator(values.parse_page_place),
    _schema("page below the language's root, perhaps with an id on it: book/why#figures", "^[a-z0-9/-]+(#[a-z0-9-]+)?$"),
]  # fmt: skip
Hash = Annotated[
    str, BeforeValidator(values.parse_hash),
    _schema("written by `draaiboek translations mark`", "^[0-9a-f]{12}$"),
]  # fmt: skip
LanguageMap = dict[Language, Text]
"""The same words in several languages; Dutch is the source."""

WordLists = dict[Language, tuple[Text, ...]]
"""Some words in each of several languages, each list independent of the others."""


_DUTCH = BeforeValidator(
    lambda value: {SOURCE_LANGUAGE: value} if isinstance(value, str) else value, json_schema_input_type=str | LanguageMap
)
Note = Annotated[LanguageMap, _DUTCH]
"""A remark: plain Dutch text, or a language map."""
Term = Annotated[LanguageMap, _DUTCH]
"""What something is called: plain Dutch text, or a language map."""

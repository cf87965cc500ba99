"""A model text, filled in for one event or left open: the view that Word and Excel render.

In: catalogue, template, language and perhaps an event. Out: a `TemplateView`: title and blocks.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import takewhile
from typing import Literal

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from markdown_it import MarkdownIt
from markdown_it.token import Token

from draaiboek.catalogue import Catalogue, Page, local, remembered
from draaiboek.derive.alphabet import alphabetical
from draaiboek.derive.checklist import event_title
from draaiboek.model.chapter import PLACEHOLDERS, Template
from draaiboek.model.entries import Event
from draaiboek.model.source_language import SOURCE_LANGUAGE

_PLACEHOLDER = re.compile(r"\{(" + "|".join(PLACEHOLDERS) + r")\}")

Kind = Literal["heading", "paragraph", "item", "number", "task", "quote", "table", "break"]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one weight."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a text. `level` is a heading's level; `rows` are a table's, its head first."""

    kind: Kind
    runs: tuple[Run, ...] = ()
    level: int = 0
    rows: tuple[tuple[tuple[Run, ...], ...], ...] = ()


@dataclass(frozen=True, slots=True)
class TemplateView:
    """A model text, ready to be written in its format."""

    id: str
    title: str
    description: str
    format: str
    language: str
    direction: str
    event: str | None
    today: date
    blocks: tuple[Block, ...] = field(repr=False)


@remembered
def template_ids(catalogue: Catalogue, language: str) -> tuple[str, ...]:
    """The model texts there are, in the order of their titles in a language."""
    names = catalogue.templates.get(SOURCE_LANGUAGE, {})
    return tuple(sorted(names, key=lambda name: alphabetical(template_page(catalogue, name, language).title)))


def template_page(catalogue: Catalogue, name: str, language: str) -> Page:
    """A model text in a language, or in Dutch."""
    return catalogue.templates.get(language, {}).get(name) or catalogue.templates[SOURCE_LANGUAGE][name]


def has_placeholder(page: Page) -> bool:
    """Whether an event can fill something in."""
    return _PLACEHOLDER.search(page.body) is not None


def derive_template(
    catalogue: Catalogue, name: str, language: str, today: date, root: str, event: Event | None = None
) -> TemplateView:
    """Fill in a model text. `root` is the absolute address of the site."""
    page = template_page(catalogue, name, language)
    front = page.front
    values = _values(catalogue, page.language, root, event)
    parsed = _blocks(MarkdownIt("commonmark").enable("table").parse(page.body))
    return TemplateView(
        id=name,
        title=page.title,
        description=page.description,
        format=front.format if isinstance(front, Template) else "docx",
        language=page.language,
        direction=catalogue.languages[page.language].direction.value,
        event=event.id if event else None,
        today=today,
        blocks=tuple(_filled(block, values) for block in parsed),
    )


def _values(catalogue: Catalogue, language: str, root: str, event: Event | None) -> Mapping[str, str]:
    """What every placeholder stands for; open places say what is to be filled in."""
    values = {name: f"[{catalogue.text(language, f'blank-{name}')}]" for name in PLACEHOLDERS}
    if event is None:
        return values
    day = event.date.full if event.date else None
    known = {
        "event": event_title(catalogue, event, language),
        "date": format_date(day, "full", locale=language) if day else "",
        "opens": f"{event.opens:%H:%M}" if event.opens else "",
        "closes": f"{event.closes:%H:%M}" if event.closes else "",
        "venue": event.venue or "",
        "address": event.address or "",
        "municipality": local(catalogue.municipalities[event.municipality].name, language),
        "organisers": _listed([local(catalogue.organisations[name].name, language) for name in event.organisers], language),
        "languages": _listed([_language(code, language) for code in event.languages], language),
        "page": f"{root}{language}/visitors/events/{event.id}/" if day else "",
    }
    return values | {name: value for name, value in known.items() if value}


def _listed(names: list[str], language: str) -> str:
    return format_list(names, locale=language) if names else ""


def _language(code: str, language: str) -> str:
    return str(Locale.parse(language).languages.get(code.partition("-")[0], code))


def _filled(block: Block, values: Mapping[str, str]) -> Block:
    """A block with its placeholders filled in: after parsing, so that no value can act as Markdown."""
    rows = tuple(tuple(_fill(cell, values) for cell in row) for row in block.rows)
    return replace(block, runs=_fill(block.runs, values), rows=rows)


def _fill(runs: tuple[Run, ...], values: Mapping[str, str]) -> tuple[Run, ...]:
    return tuple(replace(run, text=_PLACEHOLDER.sub(lambda match: values[match[1]], run.text)) for run in runs)


def _blocks(tokens: list[Token]) -> Iterator[Block]:
    """The blocks of a text; the first heading is its title and is left to the format."""
    lists: list[str] = []
    quoted = 0
    for index, token in enumerate(tokens):
        match token.type:
            case "bullet_list_open" | "ordered_list_open":
                lists.append("number" if token.type.startswith("ordered") else "item")
            case "bullet_list_close" | "ordered_list_close":
                lists.pop()
            case "blockquote_open" | "blockquote_close":
                quoted += 1 if token.type.endswith("open") else -1
            case "hr":
                yield Block("break")
            case "table_open":
                yield Block("table", rows=_rows(tokens[index:]))
            case "inline" if tokens[index - 1].type not in ("th_open", "td_open"):
                if block := _text_block(token, tokens[index - 1], lists, quoted=quoted > 0):
                    yield block


def _rows(tokens: list[Token]) -> tuple[tuple[tuple[Run, ...], ...], ...]:
    """The cells of the table with which the tokens begin."""
    rows: list[list[tuple[Run, ...]]] = []
    for token in takewhile(lambda token: token.type != "table_close", tokens):
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline":
            rows[-1].append(_runs(token))
    return tuple(map(tuple, rows))


def _text_block(token: Token, opening: Token, lists: list[str], *, quoted: bool) -> Block | None:
    """A heading, a paragraph, a list item or a box to tick."""
    runs = _runs(token)
    if opening.type == "heading_open":
        level = int(opening.tag[1])
        return Block("heading", runs, level) if level > 1 else None
    if quoted:
        return Block("quote", runs)
    if lists and runs and runs[0].text.startswith("[ ] "):
        return Block("task", (Run(runs[0].text[4:], runs[0].bold, runs[0].italic), *runs[1:]))
    if lists:
        return Block("number" if lists[-1] == "number" else "item", runs, len(lists))
    return Block("paragraph", runs)


def _runs(token: Token) -> tuple[Run, ...]:
    """The stretches of an inline token."""
    found: list[Run] = []
    bold = italic = False
    for child in token.children or []:
        match child.type:
            case "strong_open" | "strong_close":
                bold = child.type.endswith("open")
            case "em_open" | "em_close":
                italic = child.type.endswith("open")
            case "softbreak" | "hardbreak":
                found.append(Run(" " if child.type == "softbreak" else "\n", bold, italic))
            case "text" | "code_inline":
                found.append(Run(child.content, bold, italic))
    return tuple(run for run in found if run.text)

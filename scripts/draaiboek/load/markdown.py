"""A Markdown file as its parts, each with its position: headings, links, images, sources, lists.

This reads structure, not style: code is blanked out first, so that nothing in an example is
taken for the real thing. Rendering is left to the site engine.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from draaiboek.load.code_mask import mask_code
from draaiboek.load.headings import HEADING, headings_in
from draaiboek.load.text import TextFile
from draaiboek.load.yaml_source import YamlTree, load_yaml
from draaiboek.model.problem import Fault, Place


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `anchor` is its explicit id, if it has one."""

    level: int
    text: str
    anchor: str | None
    place: Place


@dataclass(frozen=True, slots=True)
class Link:
    """A link or an image with its text and target."""

    text: str
    target: str
    image: bool
    place: Place


@dataclass(frozen=True, slots=True)
class Mark:
    """A short piece of text that rules look at: a footnote, an attribute list, a tag."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Item:
    """A list item; `id` is the task id at its end, if it has one."""

    text: str
    id: str | None
    list_number: int
    line_index: int
    place: Place


@dataclass(frozen=True, slots=True)
class MarkdownFile:
    """The parts of one file. Line indexes count from 0 in `lines`; places from 1 in the file."""

    path: str
    front: YamlTree | None
    first_line: int
    lines: tuple[str, ...]
    masked: tuple[str, ...]
    headings: tuple[Heading, ...]
    links: tuple[Link, ...]
    footnotes: tuple[Mark, ...]
    definitions: tuple[Mark, ...]
    attributes: tuple[Mark, ...]
    tags: tuple[Mark, ...]
    items: tuple[Item, ...]
    faults: tuple[Fault, ...] = field(default=())

    @property
    def body(self) -> str:
        """The text below the front matter."""
        return "\n".join(self.lines)

    def place(self, line_index: int, column: int = 1) -> Place:
        """The position of a column in one of `lines`."""
        return Place(self.path, self.first_line + line_index, column)

    def anchors(self) -> frozenset[str]:
        """Every explicit id that a link can point to."""
        found = {heading.anchor for heading in self.headings if heading.anchor}
        found |= {match[1] for mark in self.attributes if (match := re.search(r"#([^\s}.]+)", mark.text))}
        return frozenset(found)


# Possessive (`*+`) and bounded: an unclosed bracket before many links must not take for ever.
_LINK = re.compile(
    r"(!?)\[((?:[^\[\]\n]++|\n(?![ \t]*\n)|\[[^\[\]]*+\](?:\([^()]*+\))?+)*+)\]"
    r"\([ \t]*+\n?+[ \t]*+(<[^<>\n]*+>|[^\s()]*+(?:\([^\s()]*+\)[^\s()]*+)?+)[^)\n]{0,500}+(?:\n(?![ \t]*\n)[^)\n]{0,500}+){0,9}+\)"
)
_REFERENCE = re.compile(r"^[ \t>:*+-]*+\[([^\]^\n][^\]\n]*)\]:[ \t]*+\n?[ \t]*+(\S+)", re.MULTILINE)
_FOOTNOTE = re.compile(r"\[\^([^\[\]\s]+)\]")
_DEFINITION = re.compile(r"^ {0,3}\[\^([^\]\s]+)\]:")
_ATTRIBUTES = re.compile(r"\{:?[ \t]*+([^\s}][^}\n]*+)\}")
_TAG = re.compile(r"<(?:/?[A-Za-z](?![A-Za-z0-9+.-]*://)[^\s\"'<>@/]*(?=[\s/>]|$)[^<>]*>?|!--|!\[|\?|![A-Za-z])")
_ITEM = re.compile(r"^([ \t]*)(?:[-*+]|\d{1,4}[.)])[ \t]+(.*)$")
_ITEM_ID = re.compile(r"\{:?[ \t]*#([^\s}]+)[ \t]*\}$")


def load_markdown(file: TextFile) -> MarkdownFile:
    """Take one Markdown file apart; never raises."""
    text = file.text or ""
    faults = list(file.faults)
    front, body, first_line = _split_front(file.path, text, faults)
    lines = tuple(body.split("\n"))
    masked, fence = mask_code(lines)
    if fence is not None:
        faults.append(Fault("code-unclosed", Place(file.path, first_line + fence, 1)))
    scan = _Scan(file.path, first_line, masked)
    return MarkdownFile(
        path=file.path,
        front=front,
        first_line=first_line,
        lines=lines,
        masked=masked,
        headings=tuple(scan.headings(lines)),
        links=tuple(scan.links()),
        footnotes=tuple(scan.marks(_FOOTNOTE)),
        definitions=tuple(scan.marks(_DEFINITION)),
        attributes=tuple(scan.attributes()),
        tags=tuple(scan.marks(_TAG, whole=True)),
        items=tuple(scan.items()),
        faults=tuple(faults),
    )


def blank_links(text: str) -> str:
    """A text with blanks where links, images and addresses stood; line ends stay."""
    for pattern in (_LINK, _REFERENCE):
        text = pattern.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)
    return text


def _split_front(path: str, text: str, faults: list[Fault]) -> tuple[YamlTree | None, str, int]:
    """Separate the front matter from the body; the body's first line number comes third."""
    start = re.match(r"---[ \t]*\n", text)
    if start is None:
        if text:
            faults.append(Fault("front-missing", Place(path, 1, 1)))
        return None, text, 1
    end = re.search(r"^(---|\.\.\.)[ \t]*$", text[start.end() :], re.MULTILINE)
    if end is None:
        faults.append(Fault("front-unclosed", Place(path, 1, 1)))
        return None, "", 1
    inside = text[start.end() : start.end() + end.start()]
    tree = load_yaml(path, inside, line_offset=1)
    faults.extend(tree.faults)
    rest = text[start.end() + end.end() :].removeprefix("\n")
    return tree, rest, inside.count("\n") + 3


@dataclass(frozen=True, slots=True)
class _Scan:
    """Finds the parts of a body whose code has been blanked out."""

    path: str
    first_line: int
    lines: tuple[str, ...]

    def place(self, index: int, column: int) -> Place:
        return Place(self.path, self.first_line + index, column + 1)

    def headings(self, raw: tuple[str, ...]) -> Iterator[Heading]:
        for found in headings_in(raw, self.lines):
            yield Heading(found.level, found.text, found.anchor, self.place(found.index, 0))

    def links(self) -> Iterator[Link]:
        text = "\n".join(self.lines)
        starts = [0, *(match.end() for match in re.finditer("\n", text))]

        def at(position: int) -> Place:
            index = bisect_right(starts, position) - 1
            return self.place(index, position - starts[index])

        for match in _LINK.finditer(text):
            yield Link(match[2], match[3].strip("<>"), match[1] == "!", at(match.start()))
            for inner in _LINK.finditer(match[2]):
                yield Link(inner[2], inner[3].strip("<>"), inner[1] == "!", at(match.start(2) + inner.start()))
        for match in _REFERENCE.finditer(text):
            yield Link(match[1], match[2].strip("<>"), image=False, place=at(match.start(2)))

    def marks(self, pattern: re.Pattern[str], *, whole: bool = False) -> Iterator[Mark]:
        for index, line in enumerate(self.lines):
            for match in pattern.finditer(line):
                yield Mark(match[0] if whole else match[1], self.place(index, match.start()))

    def attributes(self) -> Iterator[Mark]:
        for index, line in enumerate(self.lines):
            # Up to the last closing brace: opening ones without a match must not take for ever.
            for match in _ATTRIBUTES.finditer(line, 0, line.rfind("}") + 1):
                yield Mark(match[1], self.place(index, match.start()))

    def items(self) -> Iterator[Item]:
        number, in_list, blank = 0, False, False
        for index, line in enumerate(self.lines):
            match = _ITEM.match(line)
            if match and not match[1]:
                number += 0 if in_list else 1
                in_list = True
                yield self._item(index, match, number)
            elif line.strip() and not line.startswith((" ", "\t")) and (blank or HEADING.match(line)):
                in_list = False
            blank = not line.strip()

    def _item(self, index: int, match: re.Match[str], number: int) -> Item:
        text, task = match[2].rstrip(), None
        if found := _ITEM_ID.search(text):
            task, text = found[1], text[: found.start()].rstrip()
        return Item(text, task, number, index, self.place(index, match.start(2)))

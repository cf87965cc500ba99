"""The pieces of a Word document as WordprocessingML (ECMA-376): paragraphs, runs, boxes, tables.

In: clean texts. Out: elements, with their children in the order that the standard asks for.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import NamespacePrefixedTag, qn
from docx.oxml.parser import oxml_parser

from draaiboek.render.document import Tongue

_CHECKBOX = "http://schemas.microsoft.com/office/word/2010/wordml"
_BOX_FONT = "MS Gothic"
"""Word's own font for boxes; every Word has it."""

_LINE = "CBB9A8"
HEADER_FILL = "571A46"
HEADER_INK = "FFF6EC"


@dataclass(frozen=True, slots=True)
class Looks:
    """What a run has beyond its paragraph's style. Sizes in points, colours as hex digits."""

    bold: bool = False
    size: float | None = None
    colour: str | None = None
    fill: str | None = None


PLAIN = Looks()
BOLD = Looks(bold=True)


def element(tag: str, *children: Any, **attributes: str) -> Any:
    """An element of the main namespace (or of another, with its prefix)."""
    name, declared = _qualified(tag if ":" in tag else f"w:{tag}")
    made = oxml_parser.makeelement(name, nsmap=declared)
    for key, value in attributes.items():
        made.set(_qualified(f"w:{key}")[0], value)
    made.extend(children)
    return made


@cache
def _qualified(name: str) -> tuple[str, dict[str, str]]:
    """A name with its namespace in full, and what declares that: a document has them by the ten thousand."""
    whole = NamespacePrefixedTag(name)
    return whole.clark_name, whole.nsmap


def run(text: str, tongue: Tongue, looks: Looks = PLAIN) -> Any:
    """Text in one language; line breaks and tabs become Word's own."""
    made = element("r", _run_properties(tongue, looks))
    for number, line in enumerate(text.split("\n")):
        if number:
            made.append(element("br"))
        for place, part in enumerate(line.split("\t")):
            if place:
                made.append(element("tab"))
            made.append(_text(part))
    return made


def _text(text: str) -> Any:
    made = element("t")
    made.text = text
    made.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return made


def _run_properties(tongue: Tongue, looks: Looks) -> Any:
    rtl = tongue.direction == "rtl"
    found = []
    if looks.bold:
        found += [element("b"), element("bCs")]
    if looks.colour:
        found.append(element("color", val=looks.colour))
    if looks.size:
        half_points = str(round(looks.size * 2))
        found += [element("sz", val=half_points), element("szCs", val=half_points)]
    if looks.fill:
        found.append(element("shd", val="clear", color="auto", fill=looks.fill))
    if rtl:
        found.append(element("rtl"))
    language = {"bidi": tongue.tag} if rtl else {"val": tongue.tag}
    return element("rPr", *found, element("lang", **language))


def paragraph(
    style: str,
    tongue: Tongue,
    *content: Any,
    keep_next: bool = False,
    new_page: bool = False,
    before: str | None = None,
    after: str | None = None,
) -> Any:
    """A paragraph in the direction of its language. The room `before` and `after` is in twentieths of a point."""
    properties = element("pPr", element("pStyle", val=style))
    if keep_next:
        properties.append(element("keepNext"))
    if new_page:
        properties.append(element("pageBreakBefore"))
    properties.append(element("bidi", val="1" if tongue.direction == "rtl" else "0"))
    if spacing := {name: room for name, room in (("before", before), ("after", after)) if room}:
        properties.append(element("spacing", **spacing))
    return element("p", properties, *content)


def checkbox(tag: str, number: int, label: str, tongue: Tongue) -> Any:
    """A box to tick in Word. `tag` finds it again by program; `number` is unique in the document."""
    control = OxmlElement("w14:checkbox", nsdecls={"w14": _CHECKBOX})
    for name, value in (("checked", None), ("checkedState", "2612"), ("uncheckedState", "2610")):
        state = OxmlElement(f"w14:{name}", nsdecls={"w14": _CHECKBOX})
        state.set(f"{{{_CHECKBOX}}}val", value or "0")
        if value:
            state.set(f"{{{_CHECKBOX}}}font", _BOX_FONT)
        control.append(state)
    box = run("☐", tongue, Looks(size=12))
    fonts = element("rFonts", ascii=_BOX_FONT, eastAsia=_BOX_FONT, hAnsi=_BOX_FONT, cs=_BOX_FONT, hint="eastAsia")
    box.find(qn("w:rPr")).insert(0, fonts)
    properties = element(
        "sdtPr", element("alias", val=label[:64]), element("tag", val=tag[:64]), element("id", val=str(number)), control
    )
    return element("sdt", properties, element("sdtContent", box))


def field(code: str, tongue: Tongue) -> list[Any]:
    """A field that Word works out, such as the page number."""
    kinds = ("begin", "separate", "end")
    begin, separate, end = (element("r", element("fldChar", fldCharType=kind)) for kind in kinds)
    instruction = element("instrText")
    instruction.text = f" {code} "
    return [begin, element("r", instruction), separate, run("1", tongue), end]


def bookmark(name: str, number: int, *content: Any) -> list[Any]:
    """Content that links can point to."""
    return [element("bookmarkStart", id=str(number), name=name), *content, element("bookmarkEnd", id=str(number))]


def link(name: str, *content: Any) -> Any:
    """A link to a bookmark in the same document."""
    return element("hyperlink", *content, anchor=name, history="1")


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a header row that is repeated on each page. Widths in twentieths of a point."""

    title: str
    widths: Sequence[int]
    header: Sequence[str]
    style: str = "TableText"
    row_height: int = 0
    """The least height of a row below the header, in twentieths of a point."""
    boxed: bool = False
    """Lines around every cell: to write in, or to cut out."""

    def build(self, rows: Iterable[Sequence[Any]], tongue: Tongue) -> Any:
        """The table; a row is a list of paragraphs, one alone spans the whole row."""
        properties = element(
            "tblPr",
            element("tblStyle", val="Checklist"),
            *([element("bidiVisual")] if tongue.direction == "rtl" else []),
            element("tblW", w=str(sum(self.widths)), type="dxa"),
            *([_all_lines()] if self.boxed else []),
            element("tblLayout", type="fixed"),
            element("tblLook", firstRow="1", noHBand="1", noVBand="1"),
            element("tblCaption", val=self.title),
        )
        grid = element("tblGrid", *(element("gridCol", w=str(width)) for width in self.widths))
        head = [self._head(tongue)] if any(self.header) else []
        return element("tbl", properties, grid, *head, *(self._row(cells, "", *self._height()) for cells in rows))

    def _height(self) -> list[Any]:
        return [element("trHeight", val=str(self.row_height), hRule="atLeast")] if self.row_height else []

    def _head(self, tongue: Tongue) -> Any:
        looks = Looks(bold=True, colour=HEADER_INK)
        cells = [paragraph(self.style, tongue, run(name, tongue, looks), keep_next=True) for name in self.header]
        return self._row(cells, HEADER_FILL, element("tblHeader"))

    def _row(self, cells: Sequence[Any], fill: str = "", *more: Any) -> Any:
        widths = [sum(self.widths)] if len(cells) == 1 < len(self.widths) else self.widths
        span = len(self.widths) // len(widths)
        made = [_cell(cell, width, fill, span) for cell, width in zip(cells, widths, strict=True)]
        return element("tr", element("trPr", element("cantSplit"), *more), *made)


def _all_lines() -> Any:
    """Lines around and between all cells."""
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    return element("tblBorders", *(element(side, val="single", sz="4", space="0", color=_LINE) for side in sides))


def _cell(content: Any, width: int, fill: str, span: int) -> Any:
    properties = element("tcPr", element("tcW", w=str(width), type="dxa"))
    if span > 1:
        properties.append(element("gridSpan", val=str(span)))
    if fill:
        properties.append(element("shd", val="clear", color="auto", fill=fill))
    return element("tc", properties, content)

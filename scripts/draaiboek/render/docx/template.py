"""A model text as a Word document: headings, paragraphs, lists, boxes to tick and tables.

What stands in a quotation is guidance for the organiser, to be removed before sending; it looks so.
"""

from collections.abc import Iterator
from itertools import count
from typing import Any

from draaiboek.derive.templates import Block, Run, TemplateView
from draaiboek.render.document import REGIONS, Tongue, clean
from draaiboek.render.docx.package import describe, new_document, pack, set_footer
from draaiboek.render.docx.parts import Looks, Table, checkbox, field, paragraph, run
from draaiboek.render.template_columns import column_widths

_GUIDANCE = Looks(size=9.5, colour="1F5775")
_OPEN = "FDECD2"
"""Behind what is still to be filled in."""
_WIDTH = 9638
"""Width of the text on A4, in twentieths of a point."""
_ROOM_TO_WRITE, _CARD = 567, 1134
"""Height of a row to write in by hand (1 cm), and of a card to cut out (2 cm): a table whose head is empty."""


def render_template_docx(view: TemplateView) -> bytes:
    """The model text as a .docx file, the same bytes for the same view."""
    tongue = Tongue(REGIONS.get(view.language, view.language), view.direction)
    document = new_document(tongue)
    describe(document, view.title, "Draaiboek", view.description, view.id, tongue.tag, view.today)
    body = document.element.body
    for number, block in enumerate(_Writer(view, tongue).blocks()):
        body.insert(number, block)
    set_footer(document, paragraph("Footer", tongue, *field("PAGE", tongue), run(f" · {clean(view.title)}", tongue)))
    return pack(document)


class _Writer:
    """Writes the blocks of one text."""

    def __init__(self, view: TemplateView, tongue: Tongue) -> None:
        self.view = view
        self.tongue = tongue
        self.numbers = count(1)
        self.item = 0

    def blocks(self) -> Iterator[Any]:
        """The title, then every block."""
        yield paragraph("Title", self.tongue, run(clean(self.view.title), self.tongue))
        new_page = False
        for block in self.view.blocks:
            self.item = self.item + 1 if block.kind == "number" else 0
            if block.kind == "break":
                new_page = True
                continue
            yield from self._block(block, new_page=new_page)
            new_page = False

    def _block(self, block: Block, *, new_page: bool) -> Iterator[Any]:
        if block.kind == "table":
            yield self._table(block)
            yield paragraph("Normal", self.tongue)
        elif block.kind == "heading":
            style = "Heading1" if block.level == 2 else "Heading2"
            yield paragraph(style, self.tongue, *self._runs(block.runs), keep_next=True, new_page=new_page)
        else:
            yield paragraph(_STYLES[block.kind], self.tongue, *self._lead(block), *self._text(block), new_page=new_page)

    def _lead(self, block: Block) -> list[Any]:
        """What stands before a list item: a box, a bullet or a number."""
        if block.kind == "task":
            number = next(self.numbers)
            return [checkbox(f"box-{number}", number, clean(_words(block.runs)), self.tongue), run("\t", self.tongue)]
        marks = {"item": "•\t", "number": f"{self.item}.\t"}
        return [run(marks[block.kind], self.tongue)] if block.kind in marks else []

    def _text(self, block: Block) -> list[Any]:
        return self._runs(block.runs, _GUIDANCE if block.kind == "quote" else Looks())

    def _runs(self, runs: tuple[Run, ...], looks: Looks = Looks()) -> list[Any]:  # noqa: B008 - frozen
        """Runs in their weight; what is still to be filled in stands out."""
        found = []
        for piece in runs:
            for text in _pieces(clean(piece.text)):
                fill = _OPEN if text.startswith("[") and text.endswith("]") else looks.fill
                found.append(run(text, self.tongue, Looks(looks.bold or piece.bold, looks.size, looks.colour, fill)))
        return found

    def _table(self, block: Block) -> Any:
        head, *body = block.rows
        names = [clean(_words(cell)) for cell in head]
        rows = [
            [paragraph("TableText", self.tongue, *self._runs(cell)) for cell in (*cells, *[()] * len(head))[: len(head)]]
            for cells in body
        ]
        texts = [[_words(cell) for cell in cells] for cells in block.rows]
        height, boxed = _to_write_in(block, texts)
        table = Table(self.view.title, _widths(texts), names, row_height=height, boxed=boxed)
        return table.build(rows, self.tongue)


def _to_write_in(block: Block, texts: list[list[str]]) -> tuple[int, bool]:
    """The least height of a row and whether every cell has lines: for empty cells, and for cards to cut out.

    Cards are a table without a head whose first column does not stand out; otherwise it lists facts.
    """
    headless = not any(texts[0])
    if not all(text for cells in texts[1:] for text in cells):
        return _ROOM_TO_WRITE, True
    facts = all(piece.bold for cells in block.rows[1:] for piece in cells[0])
    return (_CARD if headless and not facts else 0), headless


def _widths(texts: list[list[str]]) -> list[int]:
    """The columns over the width of the text, each its share."""
    asked = column_widths(texts)
    return [_WIDTH * width // sum(asked) for width in asked]


_STYLES = {"paragraph": "Normal", "quote": "Why", "item": "Task", "number": "Task", "task": "Task"}


def _words(runs: tuple[Run, ...]) -> str:
    return "".join(piece.text for piece in runs)


def _pieces(text: str) -> Iterator[str]:
    """Text cut at its square brackets, the brackets kept with what is in them."""
    while (begin := text.find("[")) >= 0 and (end := text.find("]", begin)) >= 0:
        if begin:
            yield text[:begin]
        yield text[begin : end + 1]
        text = text[end + 1 :]
    if text:
        yield text

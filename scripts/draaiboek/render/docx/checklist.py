"""A checklist as a Word document on A4, with boxes that can be ticked in Word.

Headings make its outline: phases, and steps below them. The same view gives the same bytes.
"""

from collections.abc import Iterator
from itertools import count
from typing import Any

from draaiboek.catalogue import Catalogue
from draaiboek.derive.checklist import ChecklistView
from draaiboek.render.checklist_document import checklist_document
from draaiboek.render.document import (
    ChecklistDocument,
    Fact,
    Notice,
    PhaseSection,
    RunSheet,
    StepSection,
    TaskLine,
    Tongue,
)
from draaiboek.render.docx.package import describe, new_document, pack, set_footer
from draaiboek.render.docx.parts import BOLD, Looks, Table, bookmark, checkbox, field, link, paragraph, run

_MARKS = {
    "gate": Looks(bold=True, colour="7D4300", fill="FDECD2"),
    "late": Looks(bold=True, colour="A1272B", fill="FAE6E4"),
    "optional": Looks(bold=True, colour="1F5775", fill="E6F0F5"),
}
_INK = Looks(bold=True, colour="2A1B26")
_SMALL = Looks(size=9.5, colour="5F4E59")
_SIZES = (10, 9.5, 9, 8.5, 8, 7.5, 7, 6.5, 6)
_ROOM = 620
"""Height in points that the run sheet has on its page, below its title."""


def render_docx(view: ChecklistView, catalogue: Catalogue) -> bytes:
    """The checklist as a .docx file."""
    words = checklist_document(view, catalogue)
    sheet = words.run_sheet
    document = new_document(words.tongue, _size(sheet) if sheet else _SIZES[0])
    title = catalogue.text(view.language, "checklist-of", title=words.title)
    describe(document, title, words.publisher, words.address, words.version, words.tongue.tag, words.today)
    how_to = catalogue.text(view.language, "docx-how-to")
    body = document.element.body
    for number, block in enumerate(_Writer(words, how_to).blocks()):
        body.insert(number, block)
    set_footer(document, _footer(words))
    return pack(document)


def _widths(sheet: RunSheet) -> tuple[int, int, int, int]:
    """Of the columns of the run sheet; without clock times, the first one holds words."""
    clock_times = all(len(row.time) <= 13 for _, rows in sheet.days for row in rows)
    return (1600, 3938, 1650, 2450) if clock_times else (2700, 3138, 1500, 2300)


def _size(sheet: RunSheet) -> float:
    """The largest letter with which the run sheet fits on its page, by a cautious estimate."""
    widths = _widths(sheet)
    rows = [(row.time, row.title, row.duration, row.role) for _, rows in sheet.days for row in rows]

    def height(size: float) -> float:
        def lines(text: str, width: int) -> float:
            return -(-len(text) * size * 0.55 // (width / 20 - 11))

        most = (max(map(lines, row, widths)) for row in rows)
        return sum(max(1, lines) * size * 1.25 + 4.5 for lines in most) + len(sheet.days) * (size * 1.25 + 4.5)

    return next((size for size in _SIZES if height(size) <= _ROOM), _SIZES[-1])


def _footer(words: ChecklistDocument) -> Any:
    """Page, title, version, day and address."""
    tongue = words.tongue
    pages = [*field("PAGE", tongue), run(" / ", tongue), *field("NUMPAGES", tongue)]
    return paragraph("Footer", tongue, *pages, run(f" · {words.footer}\n{words.address}", tongue))


class _Writer:
    """Writes the words of one checklist as blocks of a Word document."""

    def __init__(self, words: ChecklistDocument, how_to: str) -> None:
        self.words = words
        self.how_to = how_to
        self.tongue = words.tongue
        self.numbers = count(1)

    def blocks(self) -> Iterator[Any]:
        """All of it, in the order of reading."""
        words = self.words
        yield from self._head()
        yield from self._overview()
        if words.dropped:
            yield from self._dropped()
        new_page = len(words.phases) > 1  # the first page is the overview's
        for number, phase in enumerate(words.phases):
            if words.run_sheet and words.run_sheet.phase == phase.id:
                yield from self._run_sheet(words.run_sheet)
                new_page = True
            yield from self._phase(number, phase, new_page=new_page)
            new_page = False
        yield self._line("About", words.about)

    def _line(
        self, style: str, text: str, tongue: Tongue | None = None, *, keep_next: bool = False, new_page: bool = False
    ) -> Any:
        tongue = tongue or self.tongue
        return paragraph(style, tongue, run(text, tongue), keep_next=keep_next, new_page=new_page)

    def _head(self) -> Iterator[Any]:
        words = self.words
        yield self._line("Kicker", f"{words.publisher} · {words.kind}")
        yield self._line("Title", words.title)
        for line in words.lead:
            yield self._line("Subtitle", line)
        for remark in (*words.remarks, self.how_to):
            yield self._line("Normal", remark)
        for notice in words.notices:
            yield from self._notice(notice)

    def _notice(self, notice: Notice) -> Iterator[Any]:
        style = notice.kind.capitalize()
        yield paragraph(style, self.tongue, run(notice.title, self.tongue, BOLD), keep_next=True, before="160")
        for line in notice.lines:
            after = "160" if line is notice.lines[-1] else None
            yield paragraph(style, self.tongue, run(line, self.tongue), after=after)

    def _overview(self) -> Iterator[Any]:
        words = self.words
        yield self._line("Heading1", words.overview_title)
        rows = [
            (
                paragraph("TableText", phase.tongue, link(f"phase{number}", run(phase.title, phase.tongue, BOLD))),
                self._line("TableText", phase.period),
                self._line("TableText", phase.task_count),
            )
            for number, phase in enumerate(words.phases)
        ]
        table = Table(words.overview_title, (4638, 3800, 1200), words.overview_header[:3])
        yield table.build(rows, self.tongue)

    def _dropped(self) -> Iterator[Any]:
        words = self.words
        yield self._line("Heading1", words.dropped_title)
        yield self._line("Normal", words.dropped_intro, keep_next=True)
        rows = [
            (
                paragraph("TableText", step.tongue, run(step.title, step.tongue, BOLD)),
                self._line("TableText", step.why, step.tongue),
            )
            for step in words.dropped
        ]
        yield Table(words.dropped_title, (3638, 6000), words.dropped_header).build(rows, self.tongue)

    def _run_sheet(self, sheet: RunSheet) -> Iterator[Any]:
        """On a page of its own: it begins one, and so does what follows it."""
        yield self._line("Heading1", sheet.title, new_page=True)
        for line in self.words.lead:
            yield self._line("Facts", line)
        rows: list[tuple[Any, ...]] = []
        for day, entries in sheet.days:
            if day:
                rows.append((paragraph("RunSheet", self.tongue, run(day, self.tongue, _INK)),))
            for row in entries:
                time = paragraph("RunSheet", self.tongue, run(row.time, self.tongue, BOLD))
                texts = ((row.title, row.tongue), (row.duration, self.tongue), (row.role, self.tongue))
                rows.append((time, *(self._line("RunSheet", text, tongue) for text, tongue in texts)))
        yield Table(sheet.title, _widths(sheet), sheet.header, "RunSheet").build(rows, self.tongue)

    def _phase(self, number: int, phase: PhaseSection, *, new_page: bool) -> Iterator[Any]:
        title = bookmark(f"phase{number}", number, run(phase.title, phase.tongue))
        yield paragraph("Heading1", phase.tongue, *title, new_page=new_page)
        for step in phase.steps:
            yield from self._step(step)

    def _step(self, step: StepSection) -> Iterator[Any]:
        yield self._line("Heading2", step.title, step.tongue)
        yield paragraph("Facts", self.tongue, *self._facts(step))
        if step.why:
            yield self._line("Why", step.why, step.tongue)
        for fact in step.details:
            yield self._line("Facts", fact.text)
        for task in step.tasks:
            yield self._task(task, step, last=task is step.tasks[-1])

    def _facts(self, step: StepSection) -> Iterator[Any]:
        for fact in step.facts:
            yield run(self._said(fact), self.tongue, _INK if fact.kind == "due" else Looks())
        for mark in step.marks:
            yield run("  ", self.tongue)
            yield run(f"\u00a0{mark.text}\u00a0", self.tongue, _MARKS[mark.kind])

    def _said(self, fact: Fact) -> str:
        if fact.kind == "due":
            return fact.text
        return f" ({fact.text})" if fact.kind == "apart" else f" · {fact.text}"

    def _task(self, task: TaskLine, step: StepSection, *, last: bool) -> Any:
        tongue = step.tongue
        content = [checkbox(task.id, next(self.numbers), task.text, tongue), run(f"\t{task.text}", tongue)]
        if task.condition:
            content += [run(" ", tongue), run(task.condition, self.tongue, _SMALL)]
        return paragraph("Task", tongue, *content, keep_next=not last)

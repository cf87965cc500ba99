"""Lists, quotes and brackets are nested a few deep at most.

What: a line is indented by at most twelve levels (lists and quotes together), and within one paragraph
at most twenty-four brackets are open at the same time.
Why: nobody can follow a text that is nested deeper, on a telephone it does not fit, and the program that
makes the pages gets stuck in it.

Wrong (MD135), docs/nl/index.md:

    ---
    title: Draaiboek
    description: Hoe organisaties en werkzoekenden elkaar vinden.
    ---

    # Draaiboek

    >>>>>>>>>>>>> Een citaat in een citaat.

Right, docs/nl/index.md:

    ---
    title: Draaiboek
    description: Hoe organisaties en werkzoekenden elkaar vinden.
    ---

    # Draaiboek

    > Een citaat.

    - Een lijst
        - met een lijst erin (en niet meer dan dat).
"""

import re
from collections.abc import Iterator
from itertools import islice

from draaiboek.load.markdown import MarkdownFile
from draaiboek.load.project import Project
from draaiboek.model.problem import Problem
from draaiboek.rules.support.diagnostics import error
from draaiboek.rules.support.pages import Page, each_page

_LEVELS, _OPEN = 12, 24
_START = re.compile(r"[ \t>]*+")

DEEP = error(
    "MD135",
    nl=(
        "hier zitten te veel lijsten, citaten of haakjes in elkaar",
        "Kijk na of er spaties of haakjes te veel staan, en schrijf diep geneste punten als een gewone lijst.",
    ),
    en=(
        "too many lists, quotes or brackets are nested here",
        "Check for blanks or brackets too many, and write deeply nested items as a plain list.",
    ),
)

DIAGNOSTICS = (DEEP,)


def check(project: Project) -> Iterator[Problem]:
    """Report the first place of each page where the nesting is too deep."""
    yield from each_page(project, _first)


def _first(page: Page) -> Iterator[Problem]:
    yield from (DEEP.at(page.file.place(index, column)) for index, column in islice(_deep(page.file), 1))


def _deep(file: MarkdownFile) -> Iterator[tuple[int, int]]:
    """Line index and column where it becomes too deep."""
    opened = 0
    for index, line in enumerate(file.masked):
        start = _START.match(line)[0].expandtabs(4)  # type: ignore[index]
        if start.count(">") + start.count(" ") // 4 > _LEVELS and line.strip():
            yield index, len(start) + 1
        opened = opened if line.strip() else 0
        for mark in re.finditer(r"[\[\]()]", line):
            opened = max(0, opened + (1 if mark[0] in "[(" else -1))
            if opened > _OPEN:
                yield index, mark.start() + 1
                break

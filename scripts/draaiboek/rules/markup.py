"""A text is Markdown and nothing else.

What: no HTML tags or comments; between braces only an id, `{ #figures }`, behind a heading or a task,
or the class `.steps`; a code block is closed with as many marks as it was opened with.
Why: HTML can break the page, its accessibility and its safety in ways that nobody sees in the text,
and whatever follows an open code block is lost to readers.

Wrong (MD131), docs/nl/index.md:

    ---
    title: Draaiboek
    description: Hoe organisaties en werkzoekenden elkaar vinden.
    ---

    # Draaiboek

    Dit is <span style="color: red">belangrijk</span>.

Wrong (MD132), docs/nl/index.md:

    ---
    title: Draaiboek
    description: Hoe organisaties en werkzoekenden elkaar vinden.
    ---

    # Draaiboek

    ## Wie er komt { #who onclick=alert() }

Wrong (MD133), docs/nl/index.md:

    ---
    title: Draaiboek
    description: Hoe organisaties en werkzoekenden elkaar vinden.
    ---

    # Draaiboek

    ```
    Beste buur,

Wrong (MD134), docs/nl/index.md:

    ---
    title: Draaiboek
    description: Hoe organisaties en werkzoekenden elkaar vinden.
    ---

    # Draaiboek

    - Bel een vereniging. { #call }

Right, docs/nl/index.md:

    ---
    title: Draaiboek
    description: Hoe organisaties en werkzoekenden elkaar vinden.
    ---

    # Draaiboek

    ## Wie er komt { #who }

    - Bel een vereniging, en schrijf `<br>` in een voorbeeld tussen accenten.
"""

import re
from collections.abc import Iterator

from draaiboek.load.markdown import MarkdownFile
from draaiboek.load.project import Project
from draaiboek.model.problem import Problem
from draaiboek.rules.support.diagnostics import error, from_faults, shown
from draaiboek.rules.support.pages import Page, each_page
from draaiboek.rules.support.task_items import id_place

TAG = error(
    "MD131",
    nl=(
        "'{tag}' is HTML, en dat hoort niet in een tekst",
        "Gebruik Markdown: **vet**, *cursief*, een lijst of een tabel. Is het een voorbeeld, zet er dan ` omheen.",
    ),
    en=(
        "'{tag}' is HTML, which does not belong in a text",
        "Use Markdown: **bold**, *italic*, a list or a table. If it is an example, put ` around it.",
    ),
)
ATTRIBUTE = error(
    "MD132",
    nl=(
        "'{attribute}' mag niet tussen accolades staan",
        "Tussen accolades hoort alleen een id, zoals {{ #figures }}. Zijn de accolades tekst, zet er dan ` omheen.",
    ),
    en=(
        "'{attribute}' must not stand between braces",
        "Only an id belongs between braces, as in {{ #figures }}. If the braces are text, put ` around them.",
    ),
)
CODE_OPEN = error(
    "MD133",
    nl=(
        "dit codeblok wordt nergens gesloten, dus alles wat volgt geldt als code",
        "Zet onder het blok een regel met dezelfde tekens als waarmee het begint.",
    ),
    en=(
        "this code block is never closed, so everything after it counts as code",
        "Below the block, put a line with the same marks it begins with.",
    ),
)
ITEM_ID = error(
    "MD134",
    nl=(
        "de id '{anchor}' achter dit punt zou op de pagina te lezen zijn",
        "Haal de id weg: alleen tussentitels en de taken van een stap krijgen een id.",
    ),
    en=(
        "the id '{anchor}' behind this item would be shown on the page",
        "Remove the id: only headings and the tasks of a step get an id.",
    ),
)

DIAGNOSTICS = (TAG, ATTRIBUTE, CODE_OPEN, ITEM_ID)

ALLOWED_CLASSES = frozenset({".steps"})
"""Classes that a text may ask for; the theme gives them their looks."""


def check(project: Project) -> Iterator[Problem]:
    """Look for what is not Markdown, or more than Markdown, on every page."""
    yield from from_faults(project, {"code-unclosed": CODE_OPEN})
    yield from each_page(project, _more_than_markdown)


def _more_than_markdown(page: Page) -> Iterator[Problem]:
    yield from _tags(page.file)
    yield from _attributes(page.file)
    yield from _item_ids(page)


def _tags(file: MarkdownFile) -> Iterator[Problem]:
    """A closing tag is not reported apart from the tag that it closes."""
    opened: set[str] = set()
    for tag in file.tags:
        name = re.match(r"</?([^\s>/]+)", tag.text)
        if name and tag.text.startswith("</") and name[1].lower() in opened:
            continue
        opened |= {name[1].lower()} if name else set()
        yield TAG.at(tag.place, tag=shown(tag.text))


def _attributes(file: MarkdownFile) -> Iterator[Problem]:
    for mark in file.attributes:
        wrong = [word for word in mark.text.split() if not word.startswith("#") and word not in ALLOWED_CLASSES]
        if wrong:
            yield ATTRIBUTE.at(mark.place, attribute=shown(" ".join(wrong)))


def _item_ids(page: Page) -> Iterator[Problem]:
    """Ids behind the items of steps are the ids of tasks."""
    for item in page.file.items if page.kind in ("chapter", "introduction") else ():
        if item.id:
            yield ITEM_ID.at(id_place(page.file, item), anchor=shown(item.id))

"""A page has one title, and headings in order.

What: a page starts with one title (`#`), the same as its `title`; below it each heading has words and
goes at most one level deeper than the one before; in chapters, headings of level 2 and 3 end in a short
English id, `{ #figures }`, the same in every language. A line of dashes has an empty line above it.
Why: people who listen to a page move by its headings, and links from elsewhere hang on the ids.

Wrong (MD101), docs/nl/index.md:

    ---
    title: Waarom
    description: Waarom dit boek er is.
    ---

    Zonder titel.

Wrong (MD102), docs/nl/index.md:

    ---
    title: Waarom
    description: Waarom dit boek er is.
    ---

    # Hoezo

Wrong (MD103), docs/nl/index.md:

    ---
    title: Waarom
    description: Waarom dit boek er is.
    ---

    # Waarom

    # Cijfers

Wrong (MD104), docs/nl/index.md:

    ---
    title: Waarom
    description: Waarom dit boek er is.
    ---

    # Waarom

    ### Cijfers { #figures }

Wrong (MD105), docs/nl/index.md:

    ---
    title: Waarom
    description: Waarom dit boek er is.
    ---

    # Waarom

    ## Cijfers

Wrong (MD108), docs/nl/index.md:

    ---
    title: Waarom
    description: Waarom dit boek er is.
    ---

    # Waarom

    ## { #figures }

Wrong (MD109), docs/nl/index.md:

    ---
    title: Waarom
    description: Waarom dit boek er is.
    ---

    # Waarom

    Dit wordt een tussentitel.
    ---

Right, docs/nl/index.md:

    ---
    title: Waarom
    description: Waarom dit boek er is.
    ---

    # Waarom

    ## Cijfers { #figures }

    ### Cijfers per jaar { #figures-by-year }
"""

import re
import unicodedata
from collections.abc import Iterator

from draaiboek.load.markdown import Heading, MarkdownFile
from draaiboek.load.project import Project
from draaiboek.model.problem import Place, Problem
from draaiboek.rules.support.diagnostics import error, shown
from draaiboek.rules.support.pages import Page, each_page, readable

NO_TITLE = error(
    "MD101",
    nl=("de pagina begint niet met een titel", "Zet bovenaan '# ' met dezelfde woorden als bij 'title'."),
    en=("the page does not begin with a title", "Start it with '# ' and the same words as in 'title'."),
)
OTHER_TITLE = error(
    "MD102",
    nl=("de titel '{heading}' is niet dezelfde als 'title': '{title}'", "Maak ze gelijk, letter voor letter."),
    en=("the title '{heading}' is not the same as 'title': '{title}'", "Make them the same, letter by letter."),
)
SECOND_TITLE = error(
    "MD103",
    nl=("'{heading}' is een tweede titel: een pagina heeft er één", "Maak er een tussentitel van, met '##'."),
    en=("'{heading}' is a second title: a page has one", "Make it a heading, with '##'."),
)
SKIPPED_LEVEL = error(
    "MD104",
    nl=("de tussentitel '{heading}' springt van niveau {before} naar niveau {level}", "Schrijf '{marks}' ervoor."),
    en=("the heading '{heading}' jumps from level {before} to level {level}", "Put '{marks}' in front of it."),
)
NO_ID = error(
    "MD105",
    nl=(
        "de tussentitel '{heading}' heeft geen id",
        "Zet er een korte Engelse id achter, dezelfde in elke taal: '{marks} {heading} {{ #english-id }}'.",
    ),
    en=(
        "the heading '{heading}' has no id",
        "Put a short English id behind it, the same in every language: '{marks} {heading} {{ #english-id }}'.",
    ),
)
EMPTY = error(
    "MD108",
    nl=("deze tussentitel heeft geen woorden", "Schrijf waarover het stuk gaat, of haal de regel weg."),
    en=("this heading has no words", "Write what the part is about, or remove the line."),
)
UNDERLINED = error(
    "MD109",
    nl=(
        "de streepjes onder '{text}' maken er een tussentitel van",
        "Wilt u een lijn, zet er dan een lege regel boven; wilt u een tussentitel, schrijf dan '## ' ervoor.",
    ),
    en=(
        "the dashes below '{text}' turn it into a heading",
        "For a rule, put an empty line above them; for a heading, write '## ' in front of the words.",
    ),
)

DIAGNOSTICS = (NO_TITLE, OTHER_TITLE, SECOND_TITLE, SKIPPED_LEVEL, NO_ID, EMPTY, UNDERLINED)

_UNDERLINE = re.compile(r"(?:-+|=+)[ \t]*")


def check(project: Project) -> Iterator[Problem]:
    """Look at the title, the headings and the ids of every page."""
    yield from each_page(project, _headings)


def _headings(page: Page) -> Iterator[Problem]:
    if readable(page.file):
        yield from _title(page)
        yield from _levels(page.file)
        yield from _without_id(page)
        yield from _empty(page.file)
        yield from _underlined(page.file)


def _title(page: Page) -> Iterator[Problem]:
    file, front = page.file, page.front
    if not file.headings or file.headings[0].level != 1:
        yield NO_TITLE.at(_top(file))
        return
    first, *others = file.headings
    text = _words(file, first)
    if front and text and _plain(text) != _plain(front.entry.title):
        yield OTHER_TITLE.at(first.place, heading=shown(text), title=shown(front.entry.title))
    for heading in others:
        if heading.level == 1 and (text := _words(file, heading)):
            yield SECOND_TITLE.at(heading.place, heading=shown(text))


def _top(file: MarkdownFile) -> Place:
    """The first line with words, or the first one below the front matter."""
    index = next((index for index, line in enumerate(file.lines) if line.strip()), 0)
    return file.place(index)


def _words(file: MarkdownFile, heading: Heading) -> str:
    """The words of a heading as they are written, with code and without the id."""
    line = file.lines[heading.place.line - file.first_line]
    return re.sub(r"\{[^{}]*\}\s*$", "", line.lstrip("#")).strip().rstrip("#").strip()


def _plain(text: str) -> str:
    """Words without emphasis, code marks or backslashes, for comparing."""
    return unicodedata.normalize("NFC", " ".join(re.sub(r"[*_`\\]", "", text).split()))


def _levels(file: MarkdownFile) -> Iterator[Problem]:
    for before, heading in zip(file.headings, file.headings[1:], strict=False):
        if heading.level > before.level + 1:
            yield SKIPPED_LEVEL.at(
                heading.place, heading=shown(_words(file, heading)),
                before=before.level, level=heading.level, marks="#" * (before.level + 1),
            )  # fmt: skip


def _without_id(page: Page) -> Iterator[Problem]:
    """Steps get their ids from the event form, so only chapters are looked at."""
    for heading in page.file.headings if page.kind == "chapter" else ():
        text = _words(page.file, heading)
        if heading.level in (2, 3) and not heading.anchor and text:
            yield NO_ID.at(heading.place, heading=shown(text), marks="#" * heading.level)


def _empty(file: MarkdownFile) -> Iterator[Problem]:
    for heading in file.headings:
        if not _words(file, heading):
            yield EMPTY.at(heading.place)


def _underlined(file: MarkdownFile) -> Iterator[Problem]:
    """Only the first line of a paragraph becomes a heading when the line below it is an underline."""
    lines = ("", *file.masked, "")
    for index in range(1, len(lines) - 1):
        starts = not lines[index - 1].strip() or lines[index - 1].startswith("#")
        words = lines[index].strip() and not lines[index].startswith(("#", " ", "\t"))
        if starts and words and _UNDERLINE.fullmatch(lines[index + 1]):
            yield UNDERLINED.at(file.place(index), text=shown(lines[index]))

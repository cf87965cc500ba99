"""A translation has the same headings, steps and tasks as its Dutch text.

What: the headings of a translation have the levels and the ids of the Dutch ones, in the same order, and
the text of a phase has the same steps and tasks. While the translation is behind, a difference is a
warning; once it says that it matches the Dutch text, it is an error.
Why: links and ticks work in every language only when each page has the same parts.

Wrong (TR101), docs/fr/book/why.md:

    ---
    title: Pourquoi
    description: Pourquoi ce livre existe.
    source-hash: 900711e79f89
    ---

    # Pourquoi

    Lisez aussi [ce qu'est un salon](../visitors/what-is-a-salon.md#who).
    Il y avait plus de 300 visiteurs.[^visitors-2019]

Wrong (TR102), docs/fr/book/why.md:

    ---
    title: Pourquoi
    description: Pourquoi ce livre existe.
    source-hash: 900711e79f89
    ---

    # Pourquoi

    Lisez aussi [ce qu'est un salon](../visitors/what-is-a-salon.md#who).

    ## Chiffres { #chiffres }

    Il y avait plus de 300 visiteurs.[^visitors-2019]

Wrong (TR110), playbook/salon/fr/day.md:

    ---
    title: Le jour même
    ---

    # Le jour même

    ## Préparez la salle { #set-up }

    Un chemin clair met à l'aise.

Right, playbook/salon/fr/day.md:

    ---
    title: Le jour même
    ---

    # Le jour même

    ## Préparez la salle { #set-up }

    Un chemin clair met à l'aise.

    - Accrochez les flèches. { #set-up-route }
"""

from collections.abc import Iterator
from itertools import zip_longest

from draaiboek.load.markdown import Heading, MarkdownFile
from draaiboek.load.project import Project
from draaiboek.model.problem import Place, Problem
from draaiboek.rules.support.diagnostics import error, shown
from draaiboek.rules.support.pages import Page
from draaiboek.rules.support.translated_pages import compared, softened, step_ids, translations

OTHER_HEADING = error(
    "TR101",
    nl=(
        "de opbouw wijkt af van het Nederlands bij tussentitel {number}: verwacht '{expected}', gevonden '{found}'",
        "Vergelijk met {source}, regel {line}.",
    ),
    en=(
        "the structure differs from the Dutch at heading {number}: expected '{expected}', found '{found}'",
        "Compare with {source}, line {line}.",
    ),
)
OTHER_ID = error(
    "TR102",
    nl=("de id is '{found}', en in het Nederlands '{expected}'", "Neem de id over: ids worden nooit vertaald."),
    en=("the id is '{found}', and in Dutch it is '{expected}'", "Copy the id: ids are never translated."),
)
OTHER_STEPS = error(
    "TR110",
    nl=(
        "de stappen en taken zijn niet die van het Nederlands; te weinig: {missing}; te veel: {extra}",
        "Vergelijk met {source}: elke stap en elke taak behoudt de Nederlandse id.",
    ),
    en=(
        "the steps and tasks are not those of the Dutch; missing: {missing}; too many: {extra}",
        "Compare with {source}: each step and each task keeps the id of the Dutch.",
    ),
)

DIAGNOSTICS = (OTHER_HEADING, OTHER_ID, OTHER_STEPS)


def check(project: Project) -> Iterator[Problem]:
    """Lay the headings, steps and tasks of every translation beside the Dutch ones."""
    for translation in translations(project):
        if translation.source is not None:
            yield from softened(translation, _differences(translation.page, translation.source))


def _differences(page: Page, source: Page) -> Iterator[Problem]:
    """Other steps mean other headings, and other headings other ids: only the first is reported."""
    steps = _steps(page, source) if page.kind in ("phase", "shared") else iter(())
    for differences in (steps, _headings(page.file, source.file), _ids(page.file, source.file)):
        found = list(differences)
        yield from found
        if found:
            return


def _steps(page: Page, source: Page) -> Iterator[Problem]:
    yield from compared(OTHER_STEPS, page.file, step_ids(page.file), source.file, step_ids(source.file))


def _headings(file: MarkdownFile, source: MarkdownFile) -> Iterator[Problem]:
    """The first heading that differs; the ones after it often follow from it."""
    for number, (found, expected) in enumerate(zip_longest(file.headings, source.headings), 1):
        if found is None or expected is None or found.level != expected.level:
            place = found.place if found else _end(file)
            line = (expected.place if expected else _end(source)).line
            yield OTHER_HEADING.at(
                place, number=number, expected=_outline(expected), found=_outline(found), source=source.path, line=line
            )
            return


def _end(file: MarkdownFile) -> Place:
    """The last line with words."""
    last = max((index for index, line in enumerate(file.lines) if line.strip()), default=0)
    return file.place(last)


def _outline(heading: Heading | None) -> str:
    return f"{'#' * heading.level} {shown(heading.text)}" if heading else "–"


def _ids(file: MarkdownFile, source: MarkdownFile) -> Iterator[Problem]:
    """A heading without any id is reported as such."""
    for found, expected in zip(file.headings, source.headings, strict=False):
        if found.anchor and expected.anchor and found.anchor != expected.anchor:
            marks = [mark.place for mark in file.attributes if mark.place.line == found.place.line]
            yield OTHER_ID.at(min(marks, default=found.place), found=shown(found.anchor), expected=expected.anchor)

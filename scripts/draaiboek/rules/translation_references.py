"""A translation has the same links, footnotes and charts as its Dutch text.

What: every link, every footnote and every chart of the Dutch page stands in the translation, and no others. Of links
to other sites only the site is compared, since its pages in another language have other addresses.
While the translation is behind, a difference is a warning; once it says that it matches the Dutch
text, it is an error.
Why: readers in every language can check the same facts and read on in the same places.

Wrong (TR103), docs/fr/book/why.md:

    ---
    title: Pourquoi
    description: Pourquoi ce livre existe.
    source-hash: 900711e79f89
    ---

    # Pourquoi

    Lisez aussi [ce qu'est un salon](../visitors/what-is-a-salon.md).

    ## Chiffres { #figures }

    Il y avait plus de 300 visiteurs.[^visitors-2019]

Wrong (TR104), docs/fr/book/why.md:

    ---
    title: Pourquoi
    description: Pourquoi ce livre existe.
    source-hash: 900711e79f89
    ---

    # Pourquoi

    Lisez aussi [ce qu'est un salon](../visitors/what-is-a-salon.md#who).

    ## Chiffres { #figures }

    Il y avait beaucoup de visiteurs.[^source-1]

Wrong (TR112), docs/fr/book/why.md:

    ---
    title: Pourquoi
    description: Pourquoi ce livre existe.
    source-hash: 900711e79f89
    ---

    # Pourquoi

    Lisez aussi [ce qu'est un salon](../visitors/what-is-a-salon.md#who).

    ## Chiffres { #figures }

    Il y avait plus de 300 visiteurs.[^visitors-2019]

    ```chart
    turnout
    ```

Right, docs/fr/book/why.md:

    ---
    title: Pourquoi
    description: Pourquoi ce livre existe.
    source-hash: 900711e79f89
    ---

    # Pourquoi

    Lisez aussi [ce qu'est un salon](../visitors/what-is-a-salon.md#who).

    ## Chiffres { #figures }

    Il y avait plus de 300 visiteurs.[^visitors-2019]
"""

from collections.abc import Iterator
from urllib.parse import urlsplit

from draaiboek.load.markdown import MarkdownFile
from draaiboek.load.project import Project
from draaiboek.model.problem import Place, Problem
from draaiboek.rules.charts import chart_blocks
from draaiboek.rules.support.diagnostics import error
from draaiboek.rules.support.pages import Page
from draaiboek.rules.support.targets import read_target
from draaiboek.rules.support.translated_pages import compared, same_parts, softened, translations

OTHER_LINKS = error(
    "TR103",
    nl=(
        "de links zijn niet die van het Nederlands; te weinig: {missing}; te veel: {extra}",
        "Vergelijk met {source} en maak ze gelijk.",
    ),
    en=(
        "the links are not those of the Dutch; missing: {missing}; too many: {extra}",
        "Compare with {source} and make them the same.",
    ),
)
OTHER_FOOTNOTES = error(
    "TR104",
    nl=(
        "de voetnoten zijn niet die van het Nederlands; te weinig: {missing}; te veel: {extra}",
        "Vergelijk met {source} en zet elke bron bij dezelfde zin.",
    ),
    en=(
        "the footnotes are not those of the Dutch; missing: {missing}; too many: {extra}",
        "Compare with {source} and put each source with the same sentence.",
    ),
)

OTHER_CHARTS = error(
    "TR112",
    nl=(
        "de grafieken zijn niet die van het Nederlands; te weinig: {missing}; te veel: {extra}",
        "Vergelijk met {source} en zet elke grafiek op dezelfde plaats.",
    ),
    en=(
        "the charts are not those of the Dutch; missing: {missing}; too many: {extra}",
        "Compare with {source} and put each chart in the same place.",
    ),
)

DIAGNOSTICS = (OTHER_LINKS, OTHER_FOOTNOTES, OTHER_CHARTS)


def check(project: Project) -> Iterator[Problem]:
    """Lay the links, footnotes and charts of every translation beside the Dutch ones."""
    for translation in translations(project):
        if translation.source is not None and same_parts(translation.page, translation.source):
            yield from softened(translation, _differences(translation.page, translation.source))


def _differences(page: Page, source: Page) -> Iterator[Problem]:
    """Other parts explain other links and footnotes, so pages with other parts are left out."""
    file, dutch = page.file, source.file
    yield from compared(OTHER_LINKS, file, _links(file), dutch, _links(dutch))
    yield from compared(OTHER_FOOTNOTES, file, _footnotes(file), dutch, _footnotes(dutch))
    yield from compared(OTHER_CHARTS, file, list(chart_blocks(file)), dutch, list(chart_blocks(dutch)))


def _links(file: MarkdownFile) -> list[tuple[str, Place]]:
    return [(_target(link.target), link.place) for link in file.links]


def _target(text: str) -> str:
    """Where a link leads; of another site its host, without the label that names a language."""
    target = read_target(text)
    if not target.external:
        return f"{target.path}#{target.anchor}" if target.anchor else target.path
    try:
        host = (urlsplit(target.path).hostname or target.path).removeprefix("www.")
    except ValueError:
        return target.path
    first, _, rest = host.partition(".")
    return rest if len(first) == 2 and "." in rest else host


def _footnotes(file: MarkdownFile) -> list[tuple[str, Place]]:
    return [(mark.text, mark.place) for mark in file.footnotes]

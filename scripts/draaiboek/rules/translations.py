"""A translation matches a Dutch text, and says which version of it.

What: a page in another language has the name of its Dutch page and, as `source-hash`, the hash of the
Dutch text it matches, written by `draaiboek translations mark`; Dutch pages have none. A language with
the scope `visitors` has only the visitors' section and a home page.
Why: readers see when a translation is behind, and translators see what to do. A translation that is
behind never blocks the Dutch text.

Wrong (TR105), docs/fr/book/why.md:

    ---
    title: Pourquoi
    description: Pourquoi ce livre existe.
    source-hash: 000000000000
    ---

    # Pourquoi

    Lisez aussi [ce qu'est un salon](../visitors/what-is-a-salon.md#who).

    ## Chiffres { #figures }

    Il y avait plus de 300 visiteurs.[^visitors-2019]

Wrong (TR107), docs/fr/book/wy.md:

    ---
    title: Pourquoi
    description: Pourquoi ce livre existe.
    ---

    # Pourquoi

Wrong (TR108), docs/fr/book/why.md:

    ---
    title: Pourquoi
    description: Pourquoi ce livre existe.
    ---

    # Pourquoi

    Lisez aussi [ce qu'est un salon](../visitors/what-is-a-salon.md#who).

    ## Chiffres { #figures }

    Il y avait plus de 300 visiteurs.[^visitors-2019]

Wrong (TR109), docs/nl/index.md:

    ---
    title: Draaiboek
    description: Hoe organisaties en werkzoekenden elkaar vinden.
    source-hash: 900711e79f89
    ---

    # Draaiboek

    Welkom.

Wrong (TR111), docs/ar/book/why.md:

    ---
    title: لماذا
    description: لماذا هذا الكتاب.
    ---

    # لماذا

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

from draaiboek.load.project import Project
from draaiboek.model.problem import Place, Problem
from draaiboek.model.source_language import SOURCE_LANGUAGE
from draaiboek.rules.support.diagnostics import error, nearest, warning
from draaiboek.rules.support.pages import scopes
from draaiboek.rules.support.translated_pages import State, Translation, belongs, texts, translations

STALE = warning(
    "TR105",
    nl=(
        "deze vertaling loopt achter: de Nederlandse tekst is veranderd",
        "Vergelijk met {source}, werk de vertaling bij en voer uit: draaiboek translations mark {path}",
    ),
    en=(
        "this translation is behind: the Dutch text has changed",
        "Compare it with {source}, update the translation and run: draaiboek translations mark {path}",
    ),
)
ORPHAN = warning(
    "TR107",
    nl=(
        "bij deze vertaling is er geen Nederlandse tekst",
        "Geef ze de naam van de Nederlandse pagina, of verwijder ze als die er niet meer is.",
    ),
    en=(
        "there is no Dutch text for this translation",
        "Give it the name of the Dutch page, or remove it if that page is gone.",
    ),
)
UNMARKED = warning(
    "TR108",
    nl=(
        "deze vertaling zegt niet bij welke Nederlandse tekst ze hoort",
        "Vergelijk met {source} en voer uit: draaiboek translations mark {path}",
    ),
    en=(
        "this translation does not say which Dutch text it matches",
        "Compare it with {source} and run: draaiboek translations mark {path}",
    ),
)
ON_DUTCH = error(
    "TR109",
    nl=("'{key}' hoort niet bij een Nederlandse tekst", "Haal de regel weg: die is alleen voor vertalingen."),
    en=("'{key}' does not belong to a Dutch text", "Remove the line: it is for translations."),
)
OUTSIDE = error(
    "TR111",
    nl=(
        "in deze taal is er alleen het deel voor bezoekers, en deze pagina hoort daar niet bij",
        "Verplaats ze naar docs/{language}/visitors/, of geef '{language}' in data/languages.yaml 'scope: full'.",
    ),
    en=(
        "this language has only the visitors' section, and this page is not part of it",
        "Move it to docs/{language}/visitors/, or give '{language}' in data/languages.yaml 'scope: full'.",
    ),
)

DIAGNOSTICS = (STALE, ORPHAN, UNMARKED, ON_DUTCH, OUTSIDE)


def check(project: Project) -> Iterator[Problem]:
    """Look at the front matter of Dutch pages and at the state of every translation."""
    for page in texts(project):
        front = project.front.get(page.file.path)
        if page.language == SOURCE_LANGUAGE and front is not None:
            for key in ("source-hash", "reviewed"):
                if (key,) in front.tree.keys:
                    yield ON_DUTCH.at(front.tree.key_place((key,)), key=key)
    yield from _outside(project)
    for translation in translations(project):
        yield from _state(project, translation)


def _outside(project: Project) -> Iterator[Problem]:
    known = scopes(project)
    for page in texts(project):
        scope = known.get(page.language)
        if scope and not belongs(scope, page):
            yield OUTSIDE.at(Place(page.file.path), language=page.language)


def _state(project: Project, translation: Translation) -> Iterator[Problem]:
    page, source = translation.page, translation.source
    path = page.file.path
    if source is None:
        yield ORPHAN.at(Place(path), candidates=_close(project, translation))
    elif translation.state is State.STALE:
        yield STALE.at(project.front[path].place("source-hash"), path=path, source=source.file.path)
    elif translation.state is State.UNMARKED:
        yield UNMARKED.at(project.front[path].place(), path=path, source=source.file.path)


def _close(project: Project, translation: Translation) -> tuple[str, ...]:
    """Dutch pages with nearly the same name."""
    page = translation.page
    dutch = {other.key: other.file.path for other in texts(project) if other.language == SOURCE_LANGUAGE}
    return tuple(dutch[key] for key in nearest(page.key, dutch))

"""What is not translated yet is counted per language.

What: for each language, how many Dutch pages have no translation: chapters, phases and shared steps,
or only the visitors' section for a language with the scope `visitors`. This is a remark and never
blocks anything; `draaiboek translations` names the pages.
Why: readers of a language see Dutch pages, or nothing, in their place.

Wrong (TR106), data/languages.yaml:

    languages:
      - code: nl
        name: Nederlands
        direction: ltr
        scope: full
      - code: fr
        name: Français
        direction: ltr
        scope: full

Right, data/languages.yaml:

    languages:
      - code: nl
        name: Nederlands
        direction: ltr
        scope: full
      - code: ar
        name: العربية
        direction: rtl
        scope: visitors
"""

from collections.abc import Iterator

from draaiboek.load.project import Project
from draaiboek.model.entries import Scope
from draaiboek.model.problem import Problem
from draaiboek.model.source_language import SOURCE_LANGUAGE
from draaiboek.rules.support.diagnostics import info
from draaiboek.rules.support.pages import Page
from draaiboek.rules.support.translated_pages import for_visitors, texts

UNTRANSLATED = info(
    "TR106",
    nl=(
        "{name} ({code}): nog {count} van de {all} pagina's te vertalen",
        "Welke dat zijn, toont: draaiboek translations",
    ),
    en=("{name} ({code}): {count} of {all} pages still to be translated", "To see which: draaiboek translations"),
)

DIAGNOSTICS = (UNTRANSLATED,)


def check(project: Project) -> Iterator[Problem]:
    """Count per language the Dutch pages without a translation."""
    pages = list(texts(project))
    dutch = [page for page in pages if page.language == SOURCE_LANGUAGE]
    for row in project.entries("languages"):
        language = row.entry
        wanted = {page.key for page in dutch if language.scope is Scope.FULL or _wanted_by_visitors(page)}
        missing = wanted - {page.key for page in pages if page.language == language.code}
        if missing and language.code != SOURCE_LANGUAGE:
            yield UNTRANSLATED.at(
                row.place("code"), name=language.name, code=language.code, count=len(missing), all=len(wanted)
            )


def _wanted_by_visitors(page: Page) -> bool:
    """The home page may be left out: the visitors' section then opens the site."""
    return for_visitors(page) and page.key != "index"

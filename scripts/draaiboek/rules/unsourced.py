"""A number about people has its source on its line.

What: a line with a percentage, or with ten or more people or jobs, also has a footnote. Headings and
code are left alone; so are years.
Why: numbers are repeated long after nobody knows who counted what. A number that is advice, such as
a size to plan for, is better said in words: "een kleine zaal", "enkele tientallen bezoekers".

Wrong (SR104), docs/nl/index.md:

    ---
    title: Draaiboek
    description: Hoe organisaties en werkzoekenden elkaar vinden.
    ---

    # Draaiboek

    Er kwamen meer dan 300 bezoekers.

Right, docs/nl/index.md:

    ---
    title: Draaiboek
    description: Hoe organisaties en werkzoekenden elkaar vinden.
    ---

    # Draaiboek

    Er kwamen meer dan 300 bezoekers.[^source-1]
    In 2019 mensen ontmoeten vraagt 20 weken werk.
"""

import re
import unicodedata
from collections.abc import Iterator

from draaiboek.load.project import Project
from draaiboek.model.problem import Problem
from draaiboek.rules.support.diagnostics import shown, warning
from draaiboek.rules.support.pages import Page, each_page

NO_SOURCE = warning(
    "SR104",
    nl=(
        "'{number}' heeft geen bron op deze regel",
        "Zet er de bron achter: [^id-van-de-bron], met een id uit data/sources.yaml of data/figures.yaml.",
    ),
    en=(
        "'{number}' has no source on this line",
        "Put the source behind it: [^id-of-the-source], with an id from data/sources.yaml or data/figures.yaml.",
    ),
)

DIAGNOSTICS = (NO_SOURCE,)

_COUNTED = """
mensen|personen|bezoekers|bezoeksters|werkzoekenden|werklozen|werkgevers|vacatures|jobs|banen|arbeidsplaatsen|
medewerkers|werknemers|personeelsleden|collega's|deelnemers|aanwezigen|sollicitanten|kandidaten|cursisten|
nieuwkomers|inburgeraars|vrijwilligers|ambassadeurs|jongeren|vrouwen|mannen|inwoners|genodigden|
personnes|gens|visiteurs|visiteuses|demandeurs d'emploi|demandeuses d'emploi|employeurs|emplois|postes|
offres d'emploi|collaborateurs|travailleurs|salariés|participants|candidats|primo-arrivants|bénévoles|
jeunes|femmes|hommes|habitants|chômeurs|
people|persons|visitors|job-seekers|jobseekers|job seekers|employers|vacancies|employees|workers|
colleagues|participants|attendees|applicants|candidates|newcomers|volunteers|young people|women|men|residents|
شخص|شخصا|شخصًا|أشخاص|زائر|زائرا|زائرًا|زوار|وظيفة|وظائف|صاحب عمل|باحث عن عمل|امرأة|رجل
""".replace("\n", "")
_BETWEEN = "(?:nieuwe|open|openstaande|extra|bijkomende|jonge|andere|vaste|new|young|other|nouveaux|nouvelles)"
_NUMBER = r"(?<![\w.,/-])(\d{1,3}(?:[.,\u00a0\u202f\u2009 ]\d{3})+|\d+(?:[.,]\d+)?)"
_PERCENT = r"%|٪|procent\b|percent\b|per cent\b|pour cent\b|بالمئة|بالمائة|في المئة|في المائة"
_SHARE = re.compile(rf"{_NUMBER}\s?(?:{_PERCENT})")
_COUNT = re.compile(rf"{_NUMBER}\s(?:{_BETWEEN}\s)?(?:{_COUNTED})\b", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_ASIDE = re.compile(r"\]\([^)]*\)|\{[^}]*\}")


def check(project: Project) -> Iterator[Problem]:
    """Look for numbers without a footnote on every line of every page."""
    yield from each_page(project, _lines)


def _lines(page: Page) -> Iterator[Problem]:
    sourced = {mark.place.line for mark in page.file.footnotes}
    for index, line in enumerate(page.file.masked):
        looked_at = _DIGIT.search(line) and not line.startswith("#")
        if looked_at and page.file.first_line + index not in sourced:
            for match in _numbers(line):
                yield NO_SOURCE.at(page.file.place(index, match.start() + 1), number=shown(match[0]))


def _numbers(line: str) -> Iterator[re.Match[str]]:
    """The shares and counts on a line; addresses and ids are blanked out, digits made plain."""
    plain = _ASIDE.sub(lambda match: " " * len(match[0]), line).replace("’", "'")
    plain = "".join(str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in plain)
    yield from _SHARE.finditer(plain)
    for match in _COUNT.finditer(plain):
        if _counts(match[1]):
            yield match


def _counts(number: str) -> bool:
    """Ten or more; a bare number that reads as a year is taken for one."""
    value = int(re.sub(r"\D", "", re.sub(r"[.,]\d{1,2}$", "", number)))
    return value >= 10 and not (number.isdecimal() and 1900 <= value <= 2099)

"""Every method sheet has the same headings.

What: a page under `docs/<lang>/methods/` has the headings `#what-it-is`, `#why-it-works`,
`#what-you-need`, `#how-to-do-it`, `#pitfalls` and `#first-step-tomorrow`, in this order; others may
stand between them. A sheet whose front matter says `evidence: sourced` cites a source.
Why: who knows one sheet finds the way in all of them, and a sheet that claims a source must show it.

Wrong (MT101), docs/nl/methods/buddy.md:

    ---
    title: Buddy
    description: Iemand met ervaring loopt mee.
    kind: role
    audience:
      - organisation
    level: individual
    effort: medium
    evidence: advice
    ---

    # Buddy

    ## Wat het is { #what-it-is }

    Iemand loopt mee.

Wrong (MT102), docs/nl/methods/buddy.md:

    ---
    title: Buddy
    description: Iemand met ervaring loopt mee.
    kind: role
    audience:
      - organisation
    level: individual
    effort: medium
    evidence: sourced
    ---

    # Buddy

    ## Wat het is { #what-it-is }

    ## Waarom het werkt { #why-it-works }

    ## Wat u nodig hebt { #what-you-need }

    ## Zo doet u het { #how-to-do-it }

    ## Valkuilen { #pitfalls }

    ## Een eerste stap morgen { #first-step-tomorrow }

Right, docs/nl/methods/buddy.md:

    ---
    title: Buddy
    description: Iemand met ervaring loopt mee.
    kind: role
    audience:
      - organisation
    level: individual
    effort: medium
    evidence: advice
    ---

    # Buddy

    ## Wat het is { #what-it-is }

    ## Waarom het werkt { #why-it-works }

    ## Wat u nodig hebt { #what-you-need }

    ## Zo doet u het { #how-to-do-it }

    ## Valkuilen { #pitfalls }

    ## Een eerste stap morgen { #first-step-tomorrow }
"""

from collections.abc import Iterator

from draaiboek.load.markdown import MarkdownFile
from draaiboek.load.project import Project, is_method
from draaiboek.model.chapter import SHEET_HEADINGS
from draaiboek.model.problem import Problem
from draaiboek.rules.support.diagnostics import error

HEADING = error(
    "MT101",
    nl=(
        "op deze fiche ontbreekt de kop '{{ #{anchor} }}', of ze staat niet op haar plaats",
        "Elke fiche heeft deze koppen, in deze volgorde: {choices}.",
    ),
    en=(
        "this sheet lacks the heading '{{ #{anchor} }}', or it stands in another place",
        "Every sheet has these headings, in this order: {choices}.",
    ),
)
SOURCE = error(
    "MT102",
    nl=(
        "deze fiche zegt dat ze op een bron steunt, maar verwijst naar geen enkele",
        "Verwijs met [^bron-id] naar de bron, of schrijf 'evidence: advice'.",
    ),
    en=(
        "this sheet says that it rests on a source, but cites none",
        "Cite the source with [^source-id], or write 'evidence: advice'.",
    ),
)

DIAGNOSTICS = (HEADING, SOURCE)


def check(project: Project) -> Iterator[Problem]:
    """Look at the headings and the sources of every method sheet."""
    for pages in project.chapters.values():
        for name, file in pages.items():
            if is_method(name) and file.path in project.front:
                yield from _headings(file)
                if project.front[file.path].entry.evidence == "sourced" and not file.footnotes:
                    yield SOURCE.at(project.front[file.path].place("evidence"))


def _headings(file: MarkdownFile) -> Iterator[Problem]:
    """The first heading that is missing where it should stand: the rest follows from it."""
    found = iter(heading.anchor for heading in file.headings)
    for anchor in SHEET_HEADINGS:
        if anchor not in found:
            last = file.headings[-1].place if file.headings else file.place(0)
            yield HEADING.at(last, anchor=anchor, choices=", ".join(SHEET_HEADINGS))
            return

"""Every phase and every shared step has a text, and every text belongs to one.

What: an event form has `nl/index.md` with its title and introduction, and `nl/<phase>.md` for each phase
of its `playbook.yaml`; a shared step has `playbook/shared/nl/<step>.md`.
Why: a phase without a text is a page without words, and a text without a phase is never shown.

Wrong (PB219), playbook/salon/nl/day.md:

    (no file)

Wrong (PB221), playbook/salon/nl/index.md:

    (no file)

Wrong (PB222), playbook/salon/nl/evening.md:

    ---
    title: De avond zelf
    ---

    # De avond zelf

Right, playbook/salon/nl/day.md:

    ---
    title: De dag zelf
    ---

    # De dag zelf

    ## Zet de zaal klaar { #set-up }

    Een duidelijke route neemt schroom weg.

    - Hang de pijlen op. { #set-up-route }
"""

from collections.abc import Iterator
from typing import Any

from draaiboek.load.entries import Located
from draaiboek.load.project import PlaybookFiles, Project
from draaiboek.model.problem import Place, Problem
from draaiboek.model.source_language import SOURCE_LANGUAGE
from draaiboek.rules.support.diagnostics import error, nearest
from draaiboek.rules.support.expected_words import Expected, expected_words

NO_TEXT = error(
    "PB219",
    nl=("'{id}' heeft nog geen tekst", "Maak het bestand {path}, met '# ' en een titel."),
    en=("'{id}' has no text yet", "Make the file {path}, with '# ' and a title."),
)
NO_INTRODUCTION = error(
    "PB221",
    nl=("dit draaiboek heeft geen titel en geen inleiding", "Maak het bestand {path}, met '# ' en een titel."),
    en=("this playbook has no title and no introduction", "Make the file {path}, with '# ' and a title."),
)
NO_PHASE = error(
    "PB222",
    nl=(
        "'{id}' komt niet voor in {plan}, dus deze tekst wordt nergens getoond",
        "Geef het bestand de naam van een fase of gedeelde stap, of zet '{id}' in {plan}.",
    ),
    en=(
        "'{id}' does not occur in {plan}, so this text is shown nowhere",
        "Give the file the name of a phase or shared step, or put '{id}' in {plan}.",
    ),
)

DIAGNOSTICS = (NO_TEXT, NO_INTRODUCTION, NO_PHASE)
LOOKS_AT_CHAPTERS = False


def check(project: Project) -> Iterator[Problem]:
    """Lay the phases and shared steps beside the Dutch texts."""
    expected = list(expected_words(project))
    for playbook in (*project.playbooks.values(), project.shared):
        if playbook.plan is not None:
            yield from _pairs(playbook, _names(playbook.plan), [one for one in expected if one.plan == playbook.path])
    for playbook in project.playbooks.values():
        if "index" not in playbook.words.get(SOURCE_LANGUAGE, {}):
            path = f"{playbook.path.rpartition('/')[0]}/{SOURCE_LANGUAGE}/index.md"
            yield NO_INTRODUCTION.at(Place(playbook.path), path=path)


def _pairs(playbook: PlaybookFiles, names: set[str], expected: list[Expected]) -> Iterator[Problem]:
    """A misspelt file name is one fault: what it was meant for is not reported as missing as well."""
    missing = {one.id: one for one in expected if one.words is None}
    for name, words in playbook.words.get(SOURCE_LANGUAGE, {}).items():
        if name not in names:
            meant = nearest(name, missing)
            yield NO_PHASE.at(Place(words.file.path), candidates=meant, id=name, plan=playbook.path)
            for found in meant[:1]:
                del missing[found]
    for one in missing.values():
        yield NO_TEXT.at(one.place, id=one.id, path=one.path)


def _names(plan: Located[Any]) -> set[str]:
    """The texts that an event form, or the shared steps, ask for."""
    entry = plan.entry
    if hasattr(entry, "steps"):
        return {step.id for step in entry.steps}
    return {"index", *(phase.id for phase in entry.phases)}

"""Every task has its words in the text of its step.

What: each task of the YAML file is one item in the list of its step, ending in the task's id:
`- Vraag drie offertes. { #venue-quotes }`.
Why: a task without words is an empty box to tick, and words without a task cannot be ticked at all.

Wrong (PB211), playbook/salon/nl/day.md:

    ---
    title: De dag zelf
    ---

    # De dag zelf

    ## Zet de zaal klaar { #set-up }

    Een duidelijke route neemt schroom weg.

Wrong (PB212), playbook/salon/nl/day.md:

    ---
    title: De dag zelf
    ---

    # De dag zelf

    ## Zet de zaal klaar { #set-up }

    Een duidelijke route neemt schroom weg.

    - Hang de pijlen op. { #set-up-root }

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

from draaiboek.load.markdown import MarkdownFile
from draaiboek.load.phase import PhaseWords, Section
from draaiboek.load.project import Project
from draaiboek.model.problem import Problem
from draaiboek.rules.support.diagnostics import error, nearest, shown
from draaiboek.rules.support.expected_words import Expected, ExpectedStep, expected_words
from draaiboek.rules.support.task_items import id_place, task_id

NO_TEXT = error(
    "PB211",
    nl=(
        "de taak '{task}' heeft nog geen tekst",
        "Zet ze in {path} bij '{step}', op één regel: '- Wat er te doen is. {{ #{task} }}'.",
    ),
    en=(
        "the task '{task}' has no text yet",
        "Put it in {path} with '{step}', on one line: '- What is to be done. {{ #{task} }}'.",
    ),
)
NO_TASK = error(
    "PB212",
    nl=(
        "'{task}' is geen taak van deze stap in {plan}",
        "Verbeter de id, zet het punt bij de juiste stap, of voeg de taak toe in {plan}.",
    ),
    en=(
        "'{task}' is not a task of this step in {plan}",
        "Correct the id, move the item to its step, or add the task in {plan}.",
    ),
)

DIAGNOSTICS = (NO_TEXT, NO_TASK)
LOOKS_AT_CHAPTERS = False


def check(project: Project) -> Iterator[Problem]:
    """Lay the tasks of every step beside the items of its Dutch text."""
    everything = list(expected_words(project))
    written = {task for expected in everything for task in _written(expected)}
    for expected in everything:
        if expected.words is not None:
            yield from _outside(expected.words, expected.plan)
            for section, step in expected.matched():
                if step is not None:
                    yield from _pairs(expected, expected.words.file, section, step, written)


def _written(expected: Expected) -> Iterator[str]:
    """Every task id in a text, whichever step it stands with: a task in the wrong place has words."""
    file = expected.words.file if expected.words else None
    if file is not None:
        yield from (task for item in file.items if (task := task_id(file, item)))


def _outside(words: PhaseWords, plan: str) -> Iterator[Problem]:
    """Tasks above the first step."""
    start = min((section.heading.place.line for section in words.sections), default=None)
    for item in words.file.items:
        if item.id and (start is None or item.place.line < start):
            yield NO_TASK.at(id_place(words.file, item), task=shown(item.id), plan=plan)


def _pairs(
    expected: Expected, file: MarkdownFile, section: Section, step: ExpectedStep, written: set[str]
) -> Iterator[Problem]:
    """A misspelt id is one fault: the task it was meant for is not reported as missing as well."""
    tasks = dict(step.tasks)
    missing = {task: place for task, place in tasks.items() if task not in written}
    for item in expected.items(section):
        task = task_id(file, item)
        if task and task not in tasks:
            meant = nearest(task, missing)
            place = id_place(file, item)
            yield NO_TASK.at(place, candidates=meant, task=shown(task), plan=expected.plan)
            for found in meant[:1]:
                del missing[found]
    for task, place in missing.items():
        yield NO_TEXT.at(place, task=task, step=step.id, path=expected.path)

"""Each step has one list of tasks, a line for each.

What: in the text of a step, the one list whose items all end in an id is its task list: one line, one
task. Other lists have no ids.
Why: tasks become boxes to tick, rows in a spreadsheet and lines on paper; what stands below a task,
or in a second list, has no place there.

Wrong (PB216), playbook/salon/nl/day.md:

    ---
    title: De dag zelf
    ---

    # De dag zelf

    ## Zet de zaal klaar { #set-up }

    Een duidelijke route neemt schroom weg.

    - Hang de pijlen op. { #set-up-route }
    - Zet de stoelen klaar.

Wrong (PB217), playbook/salon/nl/day.md:

    ---
    title: De dag zelf
    ---

    # De dag zelf

    ## Zet de zaal klaar { #set-up }

    Een duidelijke route neemt schroom weg.

    - Hang de pijlen op. { #set-up-route }

    Voor wie vroeg is:

    - Zet de stoelen klaar. { #set-up-chairs }

Wrong (PB218), playbook/salon/nl/day.md:

    ---
    title: De dag zelf
    ---

    # De dag zelf

    ## Zet de zaal klaar { #set-up }

    Een duidelijke route neemt schroom weg.

    - Hang de pijlen op. { #set-up-route }
        Begin aan de tramhalte.

Right, playbook/salon/nl/day.md:

    ---
    title: De dag zelf
    ---

    # De dag zelf

    ## Zet de zaal klaar { #set-up }

    Een duidelijke route neemt schroom weg.

    - Hang de pijlen op. { #set-up-route }

    Dit hoort op elke pijl:

    - het woord 'salon';
    - de ingang zonder trap.
"""

from collections.abc import Iterable, Iterator

from draaiboek.load.markdown import Item, MarkdownFile
from draaiboek.load.phase import Section
from draaiboek.load.project import Project
from draaiboek.model.problem import Problem
from draaiboek.rules.support.diagnostics import error
from draaiboek.rules.support.pages import readable
from draaiboek.rules.support.task_items import further_lines, task_id

SOME_IDS = error(
    "PB216",
    nl=(
        "in deze lijst hebben maar {some} van de {all} punten een id",
        "Zijn het taken, geef ze dan allemaal een id; is het uitleg, haal dan alle ids weg.",
    ),
    en=(
        "only {some} of the {all} items in this list have an id",
        "If they are tasks, give them all an id; if they are guidance, remove all ids.",
    ),
)
SECOND_LIST = error(
    "PB217",
    nl=(
        "de stap '{step}' heeft al een takenlijst, op regel {first}",
        "Voeg de lijsten samen, of haal de ids weg als dit uitleg is.",
    ),
    en=(
        "the step '{step}' already has a task list, on line {first}",
        "Join the lists, or remove the ids if this is guidance.",
    ),
)
TWO_LINES = error(
    "PB218",
    nl=(
        "de taak '{task}' loopt over meer dan één regel",
        "Zet de taak met haar id op één regel en laat een lege regel onder de lijst; uitleg komt daaronder.",
    ),
    en=(
        "the task '{task}' runs over more than one line",
        "Put the task with its id on one line and an empty line below the list; guidance comes below that.",
    ),
)

DIAGNOSTICS = (SOME_IDS, SECOND_LIST, TWO_LINES)
LOOKS_AT_CHAPTERS = False


def check(project: Project) -> Iterator[Problem]:
    """Look at the lists in the text of every step, in every language."""
    for playbook in (*project.playbooks.values(), project.shared):
        for words in playbook.words.values():
            for name, phase in words.items():
                if name != "index" and readable(phase.file):
                    for section in phase.sections:
                        yield from _lists(phase.file, section, section.id or name)
                    yield from _lines(phase.file)


def _lists(file: MarkdownFile, section: Section, step: str) -> Iterator[Problem]:
    lists = {item.list_number: item for item in reversed(section.mixed)}
    for number in sorted(lists):
        items = [item for item in file.items if item.list_number == number]
        some = sum(1 for item in items if task_id(file, item))
        if some < len(items):
            first = next(item for item in items if not task_id(file, item))
            yield SOME_IDS.at(first.place, some=some, all=len(items))
    for item in section.extra:
        yield SECOND_LIST.at(item.place, step=step, first=_first_task(section.tasks, item))


def _first_task(tasks: Iterable[Item], other: Item) -> int:
    return min((item.place.line for item in tasks), default=other.place.line)


def _lines(file: MarkdownFile) -> Iterator[Problem]:
    for item in file.items:
        task = task_id(file, item)
        if task and (below := further_lines(file, item)):
            line = file.lines[below[0]]
            yield TWO_LINES.at(file.place(below[0], len(line) - len(line.lstrip()) + 1), task=task)

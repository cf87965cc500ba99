"""A model text can be filled in and belongs to steps that exist.

What: a text under `playbook/templates/<lang>/` uses only the known placeholders, such as `{date}`, names
in `steps:` only steps that exist, and as a workbook (`format: xlsx`) holds tables under its headings.
Why: a placeholder nobody fills in goes out to people as it stands, and a step that does not exist
leads nobody to the text.

Wrong (TP101), playbook/templates/nl/invitation.md:

    ---
    title: Uitnodiging
    description: Wanneer u mensen uitnodigt.
    format: docx
    reader: visitor
    ---

    # Uitnodiging

    Kom op {datum} naar {venue}.

Wrong (TP102), playbook/templates/nl/invitation.md:

    ---
    title: Uitnodiging
    description: Wanneer u mensen uitnodigt.
    format: docx
    reader: visitor
    steps:
      - decied
    ---

    # Uitnodiging

    Kom op {date} naar {venue}.

Wrong (TP103), playbook/templates/nl/budget.md:

    ---
    title: Begroting
    description: Wanneer u de kosten op een rij zet.
    format: xlsx
    reader: visitor
    ---

    # Begroting

    ## Kosten

    Zet hier de kosten.

Wrong (TP104), playbook/templates/nl/invitation.md:

    ---
    title: Uitnodiging
    description: Wanneer u mensen uitnodigt.
    format: docx
    reader: visitor
    ---

    # Nodig uit

    Kom op {date} naar {venue}.

Right, playbook/templates/nl/invitation.md:

    ---
    title: Uitnodiging
    description: Wanneer u mensen uitnodigt.
    format: docx
    reader: visitor
    steps:
      - decide
    ---

    # Uitnodiging

    Kom op {date} naar {venue}.
"""

import re
from collections.abc import Iterator

from draaiboek.load.markdown import MarkdownFile
from draaiboek.load.project import Project
from draaiboek.model.chapter import PLACEHOLDERS
from draaiboek.model.problem import Problem
from draaiboek.rules.support.diagnostics import error, listed, nearest
from draaiboek.rules.support.plan_walk import all_plans_read, plans, steps

PLACEHOLDER = error(
    "TP101",
    nl=("'{{{name}}}' wordt nergens mee ingevuld", "Wat ingevuld kan worden: {choices}."),
    en=("'{{{name}}}' is filled in with nothing", "What can be filled in: {choices}."),
)
STEP = error(
    "TP102",
    nl=("de stap '{name}' bestaat niet", "Verbeter de naam onder 'steps:', of haal ze weg."),
    en=("there is no step '{name}'", "Correct the name under 'steps:', or remove it."),
)
NO_TABLE = error(
    "TP103",
    nl=("het blad '{title}' heeft geen tabel", "Een werkboek bestaat uit tabellen: zet er onder elke kop een."),
    en=("the sheet '{title}' has no table", "A workbook is made of tables: put one under every heading."),
)
TITLE = error(
    "TP104",
    nl=("de tekst moet beginnen met zijn titel: '# {title}'", "Zet de titel uit de kop van het bestand er zo boven."),
    en=("the text must begin with its title: '# {title}'", "Put the title from the front matter above it like this."),
)

DIAGNOSTICS = (PLACEHOLDER, STEP, NO_TABLE, TITLE)

_BRACES = re.compile(r"\{([^{}#]*)\}")


def check(project: Project) -> Iterator[Problem]:
    """Report what cannot be filled in, and what leads nowhere, in every model text."""
    known = {getattr(step, "id", None) or step.use for _, plan in plans(project) for step, _ in steps(plan)}
    for texts in project.templates.values():
        for file in texts.values():
            yield from _placeholders(file)
            if row := project.front.get(file.path):
                yield from _title(file, row.entry.title)
                if all_plans_read(project):
                    yield from (
                        STEP.at(row.place("steps", index), candidates=nearest(name, known), name=name)
                        for index, name in enumerate(row.entry.steps)
                        if name not in known
                    )
                if row.entry.format == "xlsx":
                    yield from _sheets(file)


def _title(file: MarkdownFile, title: str) -> Iterator[Problem]:
    first = file.headings[0] if file.headings else None
    if first is None or first.level != 1 or first.text != title:
        yield TITLE.at(first.place if first else file.place(0), title=title)


def _placeholders(file: MarkdownFile) -> Iterator[Problem]:
    for index, line in enumerate(file.masked):
        for match in _BRACES.finditer(line):
            if match[1] not in PLACEHOLDERS:
                near = nearest(match[1], PLACEHOLDERS)
                place = file.place(index, match.start() + 1)
                yield PLACEHOLDER.at(place, candidates=near, name=match[1], choices=listed(PLACEHOLDERS))


def _sheets(file: MarkdownFile) -> Iterator[Problem]:
    """Every second-level heading of a workbook has a table below it."""
    starts = [heading for heading in file.headings if heading.level == 2]
    ends = [heading.place.line - file.first_line for heading in starts[1:]] + [len(file.lines)]
    for heading, end in zip(starts, ends, strict=True):
        begin = heading.place.line - file.first_line
        if not any(line.startswith("|") for line in file.lines[begin:end]):
            yield NO_TABLE.at(heading.place, title=heading.text)

"""Every step has a heading in the text, in its place, with the reason why.

What: the text of a phase has a heading for each step of the phase, `## Titel { #step-id }`, and below it
first a paragraph that says why; steps and tasks stand in the order of the YAML file. A shared step has
its own text and no heading in the phase.
Why: what has no words is an empty line on a checklist, what has no step is never shown, and the site
keeps the order of the YAML file, whatever the order of the text.

Wrong (PB213), playbook/salon/nl/day.md:

    ---
    title: De dag zelf
    ---

    # De dag zelf

    Iedereen weet wat te doen.

Wrong (PB214), playbook/salon/nl/day.md:

    ---
    title: De dag zelf
    ---

    # De dag zelf

    ## Zet de zaal klaar { #setup }

    Een duidelijke route neemt schroom weg.

    - Hang de pijlen op. { #set-up-route }

Wrong (PB215), playbook/salon/nl/prepare.md:

    ---
    title: Voorbereiden
    ---

    # Voorbereiden

    ## Beslis waarom { #decide }

    Zonder doel weet niemand of de dag geslaagd is.

    - Leg het doel voor aan het college. { #decide-college }
    - Schrijf het doel in één zin op. { #decide-goal }

Wrong (PB220), playbook/salon/nl/day.md:

    ---
    title: De dag zelf
    ---

    # De dag zelf

    ## Zet de zaal klaar { #set-up }

    - Hang de pijlen op. { #set-up-route }

Right, playbook/salon/nl/day.md:

    ---
    title: De dag zelf
    ---

    # De dag zelf

    ## Zet de zaal klaar { #set-up }

    Een duidelijke route neemt schroom weg.

    - Hang de pijlen op. { #set-up-route }
"""

from collections.abc import Iterator, Sequence

from draaiboek.load.phase import Section
from draaiboek.load.project import Project
from draaiboek.model.problem import Place, Problem
from draaiboek.rules.support.diagnostics import error, nearest, shown, warning
from draaiboek.rules.support.expected_words import Expected, ExpectedStep, expected_words

NO_SECTION = error(
    "PB213",
    nl=(
        "de stap '{step}' heeft nog geen tekst",
        "Zet in {path} een tussentitel '## Titel {{ #{step} }}', met daaronder waarom de stap er is.",
    ),
    en=(
        "the step '{step}' has no text yet",
        "Put a heading '## Title {{ #{step} }}' in {path}, and below it why the step is there.",
    ),
)
NO_STEP = error(
    "PB214",
    nl=(
        "'{section}' hoort bij geen stap van deze fase",
        (
            "Zet de id van de stap uit {plan} achter de titel: '## Titel {{ #step-id }}'. "
            "De tekst van een gedeelde stap staat in playbook/shared/nl/."
        ),
    ),
    en=(
        "'{section}' belongs to no step of this phase",
        (
            "Put the id of the step in {plan} behind the title: '## Title {{ #step-id }}'. "
            "A shared step has its text in playbook/shared/nl/."
        ),
    ),
)
OTHER_ORDER = error(
    "PB215",
    nl=("hier staat '{found}', maar in {plan} komt '{first}' eerst", "Zet beide in dezelfde volgorde."),
    en=("'{found}' stands here, but in {plan} '{first}' comes first", "Put both in the same order."),
)
NO_REASON = warning(
    "PB220",
    nl=(
        "onder '{section}' staat niet waarom de stap er is",
        "Begin met een alinea over het waarom: ze komt ook in de agenda en in Excel.",
    ),
    en=(
        "below '{section}' it does not say why the step is there",
        "Begin with a paragraph on the reason: it also goes into calendar and Excel.",
    ),
)

DIAGNOSTICS = (NO_SECTION, NO_STEP, OTHER_ORDER, NO_REASON)
LOOKS_AT_CHAPTERS = False


def check(project: Project) -> Iterator[Problem]:
    """Lay the steps of every phase beside the headings of its Dutch text."""
    for expected in expected_words(project):
        if expected.words is not None:
            if not expected.shared:
                yield from _pairs(expected)
                yield from _step_order(expected)
            yield from _sections(expected)


def _pairs(expected: Expected) -> Iterator[Problem]:
    """A misspelt id is one fault: the step it was meant for is not reported as missing as well."""
    matched = list(expected.matched())
    present = {step.id for _, step in matched if step}
    missing = {step.id: step for step in expected.steps if step.id not in present}
    for section, step in matched:
        if step is None:
            meant = nearest(section.id, missing) if section.id else tuple(missing)[:1]
            named = shown(section.id or section.title)
            yield NO_STEP.at(section.heading.place, candidates=meant, section=named, plan=expected.plan)
            for found in meant[:1]:
                del missing[found]
    for step in missing.values():
        yield NO_SECTION.at(step.place, step=step.id, path=expected.path)


def _step_order(expected: Expected) -> Iterator[Problem]:
    found = [(step.id, section.heading.place) for section, step in expected.matched() if step]
    yield from _order(expected, found, [step.id for step in expected.steps])


def _sections(expected: Expected) -> Iterator[Problem]:
    for section, step in expected.matched():
        if step is not None:
            yield from _task_order(expected, section, step)
            if not section.why:
                yield NO_REASON.at(section.heading.place, section=shown(section.title))


def _task_order(expected: Expected, section: Section, step: ExpectedStep) -> Iterator[Problem]:
    found = [(item.id, item.place) for item in expected.items(section) if item.id]
    yield from _order(expected, found, [task for task, _ in step.tasks])


def _order(expected: Expected, found: Sequence[tuple[str, Place]], wanted: Sequence[str]) -> Iterator[Problem]:
    """Report the first id that stands before one that the YAML file names earlier."""
    there = {name for name, _ in found}
    right = [name for name in dict.fromkeys(wanted) if name in there]
    here = {name: place for name, place in reversed(found) if name in wanted}
    written = list(dict.fromkeys(name for name, _ in found if name in here))
    for name, first in zip(written, right, strict=False):
        if name != first:
            yield OTHER_ORDER.at(here[name], found=name, first=first, plan=expected.plan)
            return

"""Which words the event forms ask for, beside the words there are.

Only the Dutch words are compared with the event forms; translations are compared with the Dutch.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from draaiboek.load.entries import Located
from draaiboek.load.markdown import Item
from draaiboek.load.phase import PhaseWords, Section
from draaiboek.load.project import PlaybookFiles, Project
from draaiboek.load.yaml_source import Path_
from draaiboek.model.plan import UsedStep
from draaiboek.model.problem import Place
from draaiboek.model.source_language import SOURCE_LANGUAGE
from draaiboek.rules.support.pages import readable
from draaiboek.rules.support.plan_walk import steps


@dataclass(frozen=True, slots=True)
class ExpectedStep:
    """A step whose words are wanted, and its tasks, with their places in the YAML file."""

    id: str
    place: Place
    tasks: tuple[tuple[str, Place], ...]


@dataclass(frozen=True, slots=True)
class Expected:
    """A Markdown file that should be there, and what it should hold."""

    id: str
    """The phase, or the shared step."""
    place: Place
    """Where the YAML file names it."""
    path: str
    words: PhaseWords | None
    """What is there; None when the file is missing."""
    shared: bool
    steps: tuple[ExpectedStep, ...]

    @property
    def plan(self) -> str:
        """The YAML file."""
        return self.place.path

    def matched(self) -> Iterator[tuple[Section, ExpectedStep | None]]:
        """The sections that are there with the step each one is about."""
        by_id = {step.id: step for step in self.steps}
        for section in self.words.sections if self.words else ():
            yield section, self.steps[0] if self.shared else by_id.get(section.id or "")

    def items(self, section: Section) -> list[Item]:
        """The list items of one section."""
        if self.words is None:
            return []
        starts = [other.heading.place.line for other in self.words.sections]
        start = section.heading.place.line
        end = min((line for line in starts if line > start), default=None)
        items = self.words.file.items
        return [item for item in items if item.place.line > start and (end is None or item.place.line < end)]


def expected_words(project: Project) -> Iterator[Expected]:
    """Every phase and every shared step, unless its text could not be read whole."""
    for playbook in project.playbooks.values():
        if playbook.plan is not None:
            yield from _readable(_phases(playbook, playbook.plan))
    if project.shared.plan is not None:
        yield from _readable(_shared(project.shared, project.shared.plan))


def _readable(found: Iterator[Expected]) -> Iterator[Expected]:
    return (expected for expected in found if expected.words is None or readable(expected.words.file))


def _phases(playbook: PlaybookFiles, plan: Located[Any]) -> Iterator[Expected]:
    folder = playbook.path.rpartition("/")[0]
    for number, phase in enumerate(plan.entry.phases):
        own = [
            _step(plan, step, ("phases", number, "steps", index))
            for index, step in enumerate(phase.steps)
            if not isinstance(step, UsedStep)
        ]
        yield Expected(
            id=phase.id,
            place=plan.place("phases", number, "id"),
            path=f"{folder}/{SOURCE_LANGUAGE}/{phase.id}.md",
            words=playbook.words.get(SOURCE_LANGUAGE, {}).get(phase.id),
            shared=False,
            steps=tuple(own),
        )


def _shared(shared: PlaybookFiles, plan: Located[Any]) -> Iterator[Expected]:
    for step, keys in steps(plan):
        yield Expected(
            id=step.id,
            place=plan.place(*keys, "id"),
            path=f"playbook/shared/{SOURCE_LANGUAGE}/{step.id}.md",
            words=shared.words.get(SOURCE_LANGUAGE, {}).get(step.id),
            shared=True,
            steps=(_step(plan, step, keys),),
        )


def _step(plan: Located[Any], step: Any, keys: Path_) -> ExpectedStep:
    tasks = tuple((task.id, plan.place(*keys, "tasks", index, "id")) for index, task in enumerate(step.tasks))
    return ExpectedStep(step.id, plan.place(*keys, "id"), tasks)

"""Walking through the steps and tasks of the event forms; what several rules share."""

from collections.abc import Iterator
from typing import Any

from draaiboek.load.entries import Located
from draaiboek.load.project import PlaybookFiles, Project
from draaiboek.load.yaml_source import Path_
from draaiboek.model.plan import UsedStep
from draaiboek.model.problem import Place


def plans(project: Project) -> Iterator[tuple[PlaybookFiles, Located[Any]]]:
    """The event forms and the shared steps that could be read, each with its plan."""
    for playbook in (*project.playbooks.values(), project.shared):
        if playbook.plan is not None:
            yield playbook, playbook.plan


def all_plans_read(project: Project) -> bool:
    """Whether no event form and no shared step is left out because of a fault."""
    playbooks = (*project.playbooks.values(), project.shared)
    return all(playbook.plan is not None or playbook.path not in project.files for playbook in playbooks)


def steps(plan: Located[Any]) -> Iterator[tuple[Any, Path_]]:
    """Every step of a playbook, or of the shared steps, with its keys in the file."""
    if hasattr(plan.entry, "steps"):
        for index, step in enumerate(plan.entry.steps):
            yield step, ("steps", index)
        return
    for number, phase in enumerate(plan.entry.phases):
        for index, step in enumerate(phase.steps):
            yield step, ("phases", number, "steps", index)


def defined_ids(project: Project) -> Iterator[tuple[str, Place]]:
    """The id of every step and task where it is defined; a shared step counts where it is written."""
    for _, plan in plans(project):
        for step, keys in steps(plan):
            if isinstance(step, UsedStep):
                continue
            yield step.id, plan.place(*keys, "id")
            for index, task in enumerate(step.tasks):
                yield task.id, plan.place(*keys, "tasks", index, "id")


def shared_steps(project: Project) -> dict[str, Any]:
    """The shared steps by id."""
    plan = project.shared.plan
    return {step.id: step for step in plan.entry.steps} if plan is not None else {}

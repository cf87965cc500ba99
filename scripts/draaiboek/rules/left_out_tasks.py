"""What an event form leaves out of a shared step is in that step.

What: `without-tasks` names tasks of the shared step that is used.
Why: a misspelt task would stay in the checklist, where the event form meant to leave it out.

Wrong (RF104), playbook/salon/playbook.yaml:

    id: salon
    phases:
      - id: prepare
        steps:
          - use: venue
            offset: -16w
            without-tasks:
              - venue-quote

Right, playbook/salon/playbook.yaml:

    id: salon
    phases:
      - id: prepare
        steps:
          - use: venue
            offset: -16w
            without-tasks:
              - venue-quotes
"""

from collections.abc import Iterator

from draaiboek.load.project import Project
from draaiboek.model.plan import UsedStep
from draaiboek.model.problem import Problem
from draaiboek.rules.support.diagnostics import error, listed, nearest
from draaiboek.rules.support.plan_walk import plans, shared_steps, steps

NOT_IN_STEP = error(
    "RF104",
    nl=(
        "'{value}' is geen taak van de gedeelde stap '{step}'",
        "Die stap heeft: {choices} (playbook/shared/steps.yaml).",
    ),
    en=(
        "'{value}' is not a task of the shared step '{step}'",
        "That step has: {choices} (playbook/shared/steps.yaml).",
    ),
)

DIAGNOSTICS = (NOT_IN_STEP,)
LOOKS_AT_CHAPTERS = False


def check(project: Project) -> Iterator[Problem]:
    """Look up every task that an event form leaves out."""
    shared = shared_steps(project)
    for _, plan in plans(project):
        for step, keys in steps(plan):
            if not isinstance(step, UsedStep) or step.use not in shared:
                continue
            tasks = [task.id for task in shared[step.use].tasks]
            for index, name in enumerate(step.without_tasks):
                if name not in tasks:
                    place = plan.place(*keys, "without-tasks", index)
                    yield NOT_IN_STEP.at(
                        place, candidates=nearest(name, tasks), value=name, step=step.use, choices=listed(tasks)
                    )

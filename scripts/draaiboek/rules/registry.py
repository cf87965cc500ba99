"""Which rules there are, and running them all."""

from types import ModuleType

from draaiboek.load.project import Project
from draaiboek.model.problem import Problem
from draaiboek.rules import dates, event_times

RULES: tuple[ModuleType, ...] = (
    dates,
    event_times,
)
"""Every rule, in the order of the rule reference."""


def check_project(project: Project) -> tuple[Problem, ...]:
    """Run every rule and return all problems, each once, by position."""
    found = {(problem.place, problem.code, problem.message("en")): problem for rule in RULES for problem in rule.check(project)}
    return tuple(sorted(found.values(), key=lambda problem: problem.order))

"""Which rules there are, and running them all."""

from types import ModuleType

from draaiboek.load.project import Project
from draaiboek.model.problem import Problem
from draaiboek.rules import (
    anchors,
    citations,
    conditions,
    dates,
    event_dates,
    event_results,
    event_times,
    file_places,
    files,
    headings,
    identifiers,
    images,
    keys,
    language_maps,
    left_out_tasks,
    links,
    markup,
    notations,
    playbook_files,
    playbook_order,
    playbook_words,
    private_data,
    published_ids,
    references,
    run_sheet,
    shapes,
    successors,
    task_lists,
    task_words,
    text_safety,
    unique_ids,
    unsourced,
    yaml_safety,
    yaml_syntax,
)

RULES: tuple[ModuleType, ...] = (
    files,
    file_places,
    yaml_syntax,
    yaml_safety,
    keys,
    shapes,
    notations,
    dates,
    text_safety,
    private_data,
    identifiers,
    unique_ids,
    published_ids,
    references,
    conditions,
    left_out_tasks,
    successors,
    event_dates,
    event_times,
    event_results,
    language_maps,
    playbook_order,
    run_sheet,
    playbook_files,
    playbook_words,
    task_words,
    task_lists,
    headings,
    anchors,
    links,
    images,
    markup,
    citations,
    unsourced,
)
"""Every rule, in the order of the rule reference."""


def check_project(project: Project) -> tuple[Problem, ...]:
    """Run every rule and return all problems, each once, by position."""
    found = {(problem.place, problem.code, problem.message("en")): problem for rule in RULES for problem in rule.check(project)}
    return tuple(sorted(found.values(), key=lambda problem: problem.order))

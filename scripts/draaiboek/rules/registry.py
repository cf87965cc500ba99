"""Every rule there is, found by looking: a module of this package that has `DIAGNOSTICS` is one.

A rule is added by putting its module here and its invalid project under `tests/invalid/`.
"""

from collections.abc import Iterable
from dataclasses import replace
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

from draaiboek import rules
from draaiboek.load.project import Project
from draaiboek.model.problem import Problem, Severity


def _found() -> tuple[ModuleType, ...]:
    """The rules by their first code, so that those about one kind of thing stand together."""
    names = [found.name for found in iter_modules(rules.__path__) if not found.ispkg]
    modules = [import_module(f"{rules.__name__}.{name}") for name in names if name != __name__.rpartition(".")[2]]
    return tuple(sorted(modules, key=lambda module: module.DIAGNOSTICS[0].code))


RULES: tuple[ModuleType, ...] = _found()
"""Every rule, in the order of the rule reference."""


_AT_ONCE = tuple(rule for rule in RULES if not getattr(rule, "WAITS_FOR_ERRORS", False))
_LATER = tuple(rule for rule in RULES if rule not in _AT_ONCE)


def check_project(project: Project, *, published: bool = True) -> tuple[Problem, ...]:
    """Run every rule and return all problems, each once, by position.

    Rules about what is `published` wait until there are no errors; who publishes nothing leaves them out.
    """
    found = _check(_AT_ONCE, project)
    if published and not any(problem.severity is Severity.ERROR for problem in found):
        found += _check(_LATER, project)
    return tuple(sorted(found, key=lambda problem: problem.order))


def _check(rules: Iterable[ModuleType], project: Project) -> list[Problem]:
    problems = (problem for rule in rules for problem in _problems(rule, project))
    return list({(problem.place, problem.code, problem.message("en")): problem for problem in problems}.values())


def _problems(rule: ModuleType, project: Project) -> Iterable[Problem]:
    """What a rule says. One that looks at no chapter sees none, and is asked again only when something else changed."""
    if getattr(rule, "LOOKS_AT_CHAPTERS", True):
        return rule.check(project)  # type: ignore[no-any-return]
    return project.memory.found(rule.check, project.memory.same("without chapters", replace(project, chapters={})))

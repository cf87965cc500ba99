"""A project's problems, and its catalogue once there are none that matter: what the commands build on."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from draaiboek.model.problem import Problem, Severity

if TYPE_CHECKING:
    from draaiboek.catalogue import Catalogue
    from draaiboek.load.project import Project


class Blocked(Exception):
    """There are errors in what is asked for; `problems` names them."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__()
        self.problems = problems


def refuse_errors(problems: Iterable[Problem]) -> None:
    """Raise `Blocked` if there are errors."""
    if blocking := tuple(problem for problem in problems if problem.severity is Severity.ERROR):
        raise Blocked(blocking)


def check_all(root: Path, today: date) -> tuple[Problem, ...]:
    """Everything there is to say: the rules, and for a project without errors its public addresses."""
    from draaiboek.catalogue import build_catalogue
    from draaiboek.load.project import load_project
    from draaiboek.load.settings import load_settings
    from draaiboek.rules import check_project
    from draaiboek.stage import plan_site
    from draaiboek.stage.addresses import check_addresses

    project = load_project(root)
    problems = check_project(project)
    if any(problem.severity is Severity.ERROR for problem in problems) or not (root / "mkdocs.yml").is_file():
        return problems
    plan = plan_site(build_catalogue(project), load_settings(root), today)
    return tuple(sorted((*problems, *check_addresses(plan, project)), key=lambda problem: problem.order))


def checked_project(root: Path) -> "tuple[Project, Catalogue]":
    """A project and its catalogue; raises `Blocked` when it has errors."""
    from draaiboek.catalogue import build_catalogue
    from draaiboek.load.project import load_project
    from draaiboek.rules import check_project

    project = load_project(root)
    refuse_errors(check_project(project))
    return project, build_catalogue(project)


def checked_playbooks(root: Path) -> "Catalogue":
    """What checklists rest on: the catalogue without chapters. Raises `Blocked` when there are errors in it.

    Faults in chapters do not block, nor does what only chapters can tell: ids on their pages, the length
    of their sections.
    """
    from draaiboek.load.files import without_chapters
    from draaiboek.load.store import key_of, recall, remember

    key = key_of(without_chapters(root))
    catalogue: Catalogue | None = recall(key)
    if catalogue is None:
        from draaiboek.catalogue import build_catalogue
        from draaiboek.load.project import load_project
        from draaiboek.rules import check_project

        project = load_project(root, chapters=False)
        refuse_errors(problem for problem in check_project(project) if not problem.place.path.startswith("docs/"))
        catalogue = build_catalogue(project)
        remember(key, catalogue)
    return catalogue


def named(problems: Iterable[Problem], wanted: tuple[str, ...]) -> tuple[Problem, ...]:
    """The problems in the named files and folders; all of them when none is named."""
    folders = tuple(f"{path}/" for path in wanted)
    everything = not wanted or "." in wanted
    return tuple(
        problem
        for problem in problems
        if everything or problem.place.path in wanted or problem.place.path.startswith(folders)
    )

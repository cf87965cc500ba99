"""A project's problems, and its catalogue once there are none that matter: what the commands build on."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from draaiboek.model.problem import Problem, Severity

if TYPE_CHECKING:
    from draaiboek.catalogue import Catalogue


class Blocked(Exception):
    """There are errors in what is asked for; `problems` names them."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__()
        self.problems = problems


def refuse_errors(problems: Iterable[Problem]) -> None:
    """Raise `Blocked` if there are errors."""
    if blocking := tuple(problem for problem in problems if problem.severity is Severity.ERROR):
        raise Blocked(blocking)


def checked_catalogue(root: Path) -> "Catalogue":
    """The catalogue of a project; raises `Blocked` when it has errors."""
    from draaiboek.catalogue import build_catalogue
    from draaiboek.load.project import load_project
    from draaiboek.rules import check_project

    project = load_project(root)
    refuse_errors(check_project(project))
    return build_catalogue(project)


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
        refuse_errors(problem for problem in check_project(project, published=False) if not problem.place.path.startswith("docs/"))
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

"""Ids of steps and tasks are for ever.

What: `playbook/ids.lock` holds every id of a step or task that was ever published. An id leaves the
playbooks only by being listed under `retired:`, and is never used again.
Why: people's ticks and shared plans hang on these ids. An id that vanishes loses their work, an id that
returns with another meaning ticks off what was never done.

Wrong (ID103), playbook/salon/playbook.yaml:

    id: salon
    phases:
      - id: prepare
        steps:
          - id: decide
            offset: -20w
            role: coordinator
            essential: true
            tasks:
              - id: decide-goal
              - id: decide-college
          - id: set-up
            offset: -1d
            role: host
            essential: true
            tasks:
              - id: set-up-route
          - use: venue
            offset: -16w
    retired:
      - set-up

Wrong (ID104), playbook/shared/steps.yaml:

    steps:
      - id: venue
        role: coordinator
        essential: true
        tasks:
          - id: venue-visit

Wrong (ID105), playbook/shared/steps.yaml:

    steps:
      - id: venue
        role: coordinator
        essential: true
        tasks:
          - id: venue-visit
          - id: venue-quotes
          - id: venue-contract

Right, playbook/shared/steps.yaml:

    steps:
      - id: venue
        role: coordinator
        essential: true
        tasks:
          - id: venue-visit
    retired:
      - venue-quotes
"""

from collections.abc import Iterator

from draaiboek.load.project import Project
from draaiboek.model.problem import Place, Problem
from draaiboek.rules.support.diagnostics import error, listed, nearest, warning
from draaiboek.rules.support.plan_walk import all_plans_read, defined_ids, plans

LOCK = "playbook/ids.lock"

RETURNED = error(
    "ID103",
    nl=("de id '{id}' is opgegeven als niet meer in gebruik: {first}", "Kies een nieuwe id: een oude komt nooit terug."),
    en=("the id '{id}' is listed as no longer in use: {first}", "Choose a new id: an old one never returns."),
)
VANISHED = error(
    "ID104",
    nl=(
        "de stap of taak '{id}' is verdwenen, terwijl lezers ze al afgevinkt kunnen hebben",
        "Zet ze terug onder dezelfde id, of schrijf de id onder 'retired:' in het playbook.yaml waar ze stond.",
    ),
    en=(
        "the step or task '{id}' has vanished, while readers may have ticked it off",
        "Put it back under the same id, or write the id under 'retired:' in the playbook.yaml where it stood.",
    ),
)
NEW = warning(
    "ID105",
    nl=("nieuwe ids staan nog niet in playbook/ids.lock: {ids}", "Voer `draaiboek generate` uit voor u ze publiceert."),
    en=("new ids are not yet in playbook/ids.lock: {ids}", "Run `draaiboek generate` before you publish them."),
)

DIAGNOSTICS = (RETURNED, VANISHED, NEW)
LOOKS_AT_CHAPTERS = False


def check(project: Project) -> Iterator[Problem]:
    """Compare the ids in use with the retired ones and with the published ones."""
    used = list(defined_ids(project))
    retired = _retired(project)
    for name, place in used:
        if name in retired:
            yield RETURNED.at(place, id=name, first=f"{retired[name].path}:{retired[name].line}")
    if any(fault.place.path == LOCK for fault in project.faults):
        return
    names = {name for name, _ in used}
    if all_plans_read(project):
        yield from _vanished(project, names, retired)
    yield from _new([(name, place) for name, place in used if name not in project.locked_ids])


def _retired(project: Project) -> dict[str, Place]:
    """Every id listed as no longer in use, with its place."""
    return {
        name: plan.place("retired", index)
        for _, plan in plans(project)
        for index, name in enumerate(plan.entry.retired)
    }


def _vanished(project: Project, names: set[str], retired: dict[str, Place]) -> Iterator[Problem]:
    new = names - project.locked_ids.keys()
    for name, line in project.locked_ids.items():
        if name not in names and name not in retired:
            # A renamed id shows as one that vanished and a new one that looks like it.
            yield VANISHED.at(Place(LOCK, line), candidates=nearest(name, new), id=name)


def _new(new: list[tuple[str, Place]]) -> Iterator[Problem]:
    """One problem a file: the remedy is one command."""
    by_file: dict[str, list[tuple[str, Place]]] = {}
    for name, place in new:
        by_file.setdefault(place.path, []).append((name, place))
    for group in by_file.values():
        yield NEW.at(group[0][1], ids=listed((name for name, _ in group), most=5))

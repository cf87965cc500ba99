"""Successors of organisations come to an end.

What: following `successor` from organisation to organisation never leads back to where it started.
Why: the site shows the organisation that exists today; in a circle there is none.

Wrong (RF105), data/organisations.yaml:

    organisations:
      - id: vivo
        name:
          nl: VIVO
        kind: sector
        role:
          nl: Vormt medewerkers in de sector.
        successor: vivo

Right, data/organisations.yaml:

    organisations:
      - id: vivo
        name:
          nl: VIVO
        kind: sector
        role:
          nl: Vormt medewerkers in de sector.
        successor: verso
      - id: verso
        name:
          nl: Verso
        kind: federation
        role:
          nl: Verenigt de werkgevers.
"""

from collections.abc import Iterator, Mapping

from draaiboek.load.project import Project
from draaiboek.model.problem import Problem
from draaiboek.rules.support.diagnostics import error

CIRCLE = error(
    "RF105",
    nl=("deze opvolgers vormen een cirkel: {chain}", "Verwijder 'successor' bij de organisatie die vandaag bestaat."),
    en=("these successors run in a circle: {chain}", "Remove 'successor' from the organisation that exists today."),
)

DIAGNOSTICS = (CIRCLE,)
LOOKS_AT_CHAPTERS = False


def check(project: Project) -> Iterator[Problem]:
    """Report each circle once, at the organisation of it that stands first in the file."""
    rows = project.entries("organisations")
    successors = {row.entry.id: row.entry.successor for row in rows if row.entry.successor}
    reported: set[str] = set()
    for row in rows:
        chain = _chain(row.entry.id, successors)
        if chain[-1] == row.entry.id and len(chain) > 1 and not reported & set(chain):
            reported |= set(chain)
            yield CIRCLE.at(row.place("successor"), chain=" → ".join(chain))


def _chain(start: str, successors: Mapping[str, str]) -> list[str]:
    """The ids from one organisation on, up to the last, or to the first that comes back."""
    chain = [start]
    while (after := successors.get(chain[-1])) is not None:
        again = after in chain
        chain.append(after)
        if again:
            break
    return chain

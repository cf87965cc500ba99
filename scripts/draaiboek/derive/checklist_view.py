"""The views of a checklist: what is asked, and what every format renders. Frozen, in one language."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from types import MappingProxyType
from typing import Literal

from draaiboek.derive.date_check import DateWarning
from draaiboek.derive.schedule import Occasion, Slot
from draaiboek.model.entries import Event
from draaiboek.model.plan import Anchor
from draaiboek.model.values import Offset

Order = Literal["phase", "date"]
"""How the steps are put in order where a format lets one choose."""


@dataclass(frozen=True, slots=True)
class TaskView:
    """A task as it is shown; `condition` is empty when it always applies here."""

    id: str
    text: str
    condition: str


@dataclass(frozen=True, slots=True)
class StepView:
    """A step as it is shown. `due` and `slot` are None without a date, or without clock times."""

    id: str
    title: str
    why: str
    language: str
    phase: str
    role: str
    role_name: str
    offset: Offset
    due: date | None
    slot: Slot | None
    run_sheet: bool
    anchor: Anchor | None
    duration: timedelta | None
    effort: timedelta | None
    essential: bool
    gate: bool
    needs: tuple[str, ...]
    condition: str
    tasks: tuple[TaskView, ...]
    late: bool = False
    """True when the date it should have had has passed, and `due` is the nearest day that is left."""


@dataclass(frozen=True, slots=True)
class PhaseView:
    """A phase with the steps that apply."""

    id: str
    title: str
    language: str
    steps: tuple[StepView, ...]


@dataclass(frozen=True, slots=True)
class ChecklistView:
    """A whole checklist in one language."""

    playbook: str
    title: str
    playbook_title: str
    language: str
    direction: str
    occasion: Occasion | None
    event: str | None
    place: str
    today: date
    version: str
    address: str
    circumstances: Mapping[str, str]
    phases: tuple[PhaseView, ...]
    role_filter: str | None = None
    dropped: tuple[StepView, ...] = ()
    """Late start: steps that may be left out and no longer fit; their `why` says what is at stake."""
    fits: bool = True
    """Late start: False when the essential steps no longer fit before the event."""
    warnings: tuple[DateWarning, ...] = ()
    suggestions: tuple[date, ...] = ()
    """Better days nearby, when the event's own day has warnings."""
    role_names: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    order: Order = "phase"

    @property
    def steps(self) -> tuple[StepView, ...]:
        """All steps, in the order of the phases."""
        return tuple(step for phase in self.phases for step in phase.steps)

    @property
    def titles(self) -> dict[str, str]:
        """Step id to title, to name what a step needs."""
        return {step.id: step.title for step in self.steps}

    @property
    def task_count(self) -> int:
        """How many tasks there are."""
        return sum(len(step.tasks) for step in self.steps)

    def for_role(self, role: str) -> "ChecklistView":
        """What one role has to do; whether the plan fits stays what it is for all roles together."""
        phases = (replace(phase, steps=_of_role(phase.steps, role)) for phase in self.phases)
        kept = tuple(phase for phase in phases if phase.steps)
        return replace(self, phases=kept, dropped=_of_role(self.dropped, role), role_filter=role)

    @property
    def roles(self) -> tuple[str, ...]:
        """The roles that have something to do, in the order of the plan."""
        return tuple(dict.fromkeys(step.role for step in self.steps))


def _of_role(steps: tuple[StepView, ...], role: str) -> tuple[StepView, ...]:
    return tuple(step for step in steps if step.role == role)


@dataclass(frozen=True, slots=True)
class Request:
    """What a checklist is asked for. `address` is the absolute URL of its page."""

    playbook: str
    language: str
    today: date
    address: str
    occasion: Occasion | None = None
    event: Event | None = None
    circumstances: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    role: str | None = None
    late_start: bool = False
    """True: steps whose date has passed move to the days that are left, or fall away."""
    order: Order = "phase"

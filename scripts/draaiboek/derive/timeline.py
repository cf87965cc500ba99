"""How the phases of a playbook lie around the event day, for a picture."""

from dataclasses import dataclass

from draaiboek.derive.checklist import ChecklistView, PhaseView, StepView

WIDTH = 1000
"""Width of the picture in its own units."""
_NARROWEST = 12
"""A phase of one day is still seen."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A phase: its first and last step, and where its bar begins and how long it is."""

    phase: PhaseView
    first: StepView
    last: StepView
    x: int
    width: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """All phases on one scale; `day` is where the event day lies."""

    stretches: tuple[Stretch, ...]
    day: int


def derive_timeline(view: ChecklistView) -> Timeline:
    """Put the phases of a checklist on one scale, from the first step to the last."""
    days = [step.offset.rough_days for step in view.steps]
    first, last = min(days, default=0.0), max(days, default=0.0)
    scale = (WIDTH - _NARROWEST) / ((last - first) or 1)

    def at(day: float) -> int:
        return round((day - first) * scale)

    stretches = []
    for phase in view.phases:
        ordered = sorted(phase.steps, key=lambda step: step.offset.rough_days)
        begin, end = at(ordered[0].offset.rough_days), at(ordered[-1].offset.rough_days)
        stretches.append(Stretch(phase, ordered[0], ordered[-1], begin, end - begin + _NARROWEST))
    return Timeline(tuple(stretches), at(0.0) + _NARROWEST // 2)

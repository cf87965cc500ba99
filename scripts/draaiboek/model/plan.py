"""What stands in `playbook/`: event forms as phases, steps and tasks, without words."""

from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag

from draaiboek.model.fields import Duration, Entry, Flag, Identifier, OffsetField, Reference

Conditions = dict[Identifier, tuple[Identifier, ...]]
"""Facet to accepted values: or within a facet, and across facets."""

RESERVED_PHASES = frozenset({"checklist", "index"})
"""Phase ids that would clash with addresses of the site."""


class Task(Entry):
    """One act, by one role, tickable in one sitting, with a visible result."""

    id: Identifier = Field(description="stable id; people's ticks hang on it")
    applies_to: Conditions = Field({}, description="circumstances in which it applies")


StepKind = Literal["step", "gate"]
Anchor = Literal["opening", "closing"]


class SharedStep(Entry):
    """A step that several playbooks use; its offset comes from the playbook."""

    id: Identifier = Field(description="stable id")
    kind: StepKind = Field("step", description="gate: go or no-go")
    role: Reference = Field(description="id of a role")
    essential: Flag = Field(description="kept when time is short")
    effort: Duration | None = Field(None, description="hours of work")
    needs: tuple[Reference, ...] = Field((), description="ids of steps that come first")
    applies_to: Conditions = Field({}, description="circumstances in which it applies")
    tasks: tuple[Task, ...] = Field(description="what is to be done")


class Step(SharedStep):
    """A step of one playbook."""

    offset: OffsetField = Field(description="distance to the event day or the moment")
    from_: Anchor | None = Field(None, description="run sheet: opening or closing")
    day: Literal["1", "2", "3", "4", "5"] | None = Field(None, description="run sheet: day of the event")
    duration: Duration | None = Field(None, description="run sheet: how long")


class UsedStep(Entry):
    """A shared step as one playbook uses it; what it gives overrides the shared step."""

    use: Reference = Field(description="id of a shared step")
    offset: OffsetField = Field(description="distance to the event day or the moment")
    from_: Anchor | None = Field(None, description="run sheet: opening or closing")
    day: Literal["1", "2", "3", "4", "5"] | None = Field(None, description="run sheet: day of the event")
    duration: Duration | None = Field(None, description="run sheet: how long")
    role: Reference | None = Field(None, description="id of a role")
    needs: tuple[Reference, ...] | None = Field(None, description="ids of steps that come first")
    essential: Flag | None = Field(None, description="kept when time is short")
    applies_to: Conditions | None = Field(None, description="circumstances in which it applies")
    without_tasks: tuple[Reference, ...] = Field((), description="ids of tasks left out here")


def _step_form(value: Any) -> str:
    """Tell a shared step in use from a step of its own, so that faults name one form only."""
    return "use" if isinstance(value, UsedStep) or (isinstance(value, dict) and "use" in value) else "own"


AnyStep = Annotated[Annotated[Step, Tag("own")] | Annotated[UsedStep, Tag("use")], Discriminator(_step_form)]


class Phase(Entry):
    """A stretch of the plan with its own page."""

    id: Identifier = Field(description="stable id, part of the address")
    steps: tuple[AnyStep, ...] = Field(description="its steps, in order")


class Playbook(Entry):
    """One event form."""

    id: Identifier = Field(description="stable id, the folder's name")
    phases: tuple[Phase, ...] = Field(description="its phases, in order")
    retired: tuple[Identifier, ...] = Field((), description="ids no longer used, never to be used again")


class SharedSteps(Entry):
    """`playbook/shared/steps.yaml`."""

    steps: tuple[SharedStep, ...] = Field(description="the shared steps")
    retired: tuple[Identifier, ...] = Field((), description="ids no longer used, never to be used again")

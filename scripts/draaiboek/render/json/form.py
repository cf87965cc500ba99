"""The published form of a checklist in JSON: one definition per field, also of its JSON Schema.

In: a view. Out: plain data. Programs of other organisations read this: a field is added, never
renamed or given another meaning.
"""

from datetime import date, time
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer, WithJsonSchema

from draaiboek.derive.checklist import ChecklistView, PhaseView, StepView, TaskView
from draaiboek.derive.date_check import DateWarning, WarningKind
from draaiboek.model.fields import kebab

_CLOCK = WithJsonSchema({"type": "string", "pattern": r"^([01]\d|2[0-3]):[0-5]\d$"}, mode="serialization")
Day = date
"""The type, where a field has its name."""
Clock = Annotated[time, PlainSerializer(lambda moment: f"{moment:%H:%M}", return_type=str), _CLOCK]
"""Clock time in Brussels: 13:30."""

class _Form(BaseModel):
    """Base of the published forms: kebab-case keys, nothing unforeseen."""

    model_config = ConfigDict(frozen=True, extra="forbid", alias_generator=kebab, populate_by_name=True)


class TaskForm(_Form):
    """One act, tickable in one sitting."""

    id: str = Field(description="stable id; ticks hang on it")
    text: str = Field(description="what is to be done")
    due: Day | None = Field(description="the due date of its step")
    at: Clock | None = Field(description="run sheet: when its step begins, Brussels time")
    role: str = Field(description="id of the role that does it")
    condition: str | None = Field(description="when it applies, if that depends on something not given")


class StepForm(_Form):
    """A step with its tasks."""

    id: str = Field(description="stable id")
    title: str = Field(description="what the step is")
    why: str = Field(description="why it is there: what is at stake when it is dropped")
    language: str = Field(description="language of its words: Dutch where they are not translated")
    offset: str = Field(description="distance to the event: -12w, -3d, -5wd, +2w, -90min")
    from_: Literal["opening", "closing"] | None = Field(description="run sheet: what the minutes count from")
    due: Day | None = Field(description="due date, without time zone")
    at: Clock | None = Field(description="run sheet: when it begins, Brussels time")
    until: Clock | None = Field(description="run sheet: when it ends, Brussels time")
    role: str = Field(description="id of the role that does it")
    essential: bool = Field(description="kept when time is short")
    gate: bool = Field(description="a moment to decide: go on or stop")
    late: bool = Field(description="its own date has passed; `due` is the nearest day that is left")
    effort_hours: float | None = Field(description="hours of work")
    needs: tuple[str, ...] = Field(description="ids of the steps that come first")
    condition: str | None = Field(description="when it applies, if that depends on something not given")
    tasks: tuple[TaskForm, ...] = Field(description="what is to be done, in order")


class PhaseForm(_Form):
    """A stretch of the plan."""

    id: str = Field(description="stable id")
    title: str = Field(description="name of the phase")
    steps: tuple[StepForm, ...] = Field(description="its steps, in order")


class WarningForm(_Form):
    """Something to know about the event's date. It moves nothing."""

    kind: WarningKind = Field(description="what sort of day it is")
    text: str = Field(description="a whole sentence, in the language of the checklist")
    first_day: Day = Field(description="first day of the holiday or the window")
    last_day: Day = Field(description="last day of the holiday or the window")
    observance: str | None = Field(description="id of the feast or fast")
    estimated: bool = Field(description="the day can turn out one earlier or later")


class ChecklistForm(_Form):
    """A checklist as `draaiboek checklist --format json` gives it."""

    playbook: str = Field(description="id of the event form")
    event: str | None = Field(description="id of the event, if it is made for one")
    title: str = Field(description="title of the event or the event form")
    language: str = Field(description="language that was asked for")
    date: Day | None = Field(description="first day of the event")
    end_date: Day | None = Field(description="last day of the event")
    opens: Clock | None = Field(description="opening time, Brussels time")
    closes: Clock | None = Field(description="closing time, Brussels time")
    circumstances: dict[str, str] = Field(description="what is known of organiser, size, format and place")
    role: str | None = Field(description="id of a role, if only its steps were asked for")
    made_on: Day = Field(description="day the checklist was made for")
    version: str = Field(description="changes when the structure or the words of the playbook change")
    address: str = Field(description="page with the newest version")
    fits: bool = Field(description="false: the essential steps no longer fit before the event")
    warnings: tuple[WarningForm, ...] = Field(description="what to know about the event's date")
    suggestions: tuple[Day, ...] = Field(description="days nearby without warnings, when this date has some")
    phases: tuple[PhaseForm, ...] = Field(description="the steps, in the order of the phases")
    dropped: tuple[StepForm, ...] = Field(description="steps that may be missed and whose date has passed")


def checklist_form(view: ChecklistView) -> ChecklistForm:
    """The view in its published form."""
    occasion = view.occasion
    return ChecklistForm(
        playbook=view.playbook,
        event=view.event,
        title=view.title,
        language=view.language,
        date=occasion.first_day if occasion else None,
        end_date=occasion.last_day if occasion else None,
        opens=occasion.opens if occasion else None,
        closes=occasion.closes if occasion else None,
        circumstances=dict(view.circumstances),
        role=view.role_filter,
        made_on=view.today,
        version=view.version,
        address=view.address,
        fits=view.fits,
        warnings=tuple(_warning(found) for found in view.warnings),
        suggestions=view.suggestions,
        phases=tuple(_phase(phase) for phase in view.phases),
        dropped=tuple(_step(step) for step in view.dropped),
    )


def _warning(found: DateWarning) -> WarningForm:
    return WarningForm(
        kind=found.kind,
        text=found.text,
        first_day=found.first_day,
        last_day=found.last_day,
        observance=found.observance,
        estimated=found.estimated,
    )


def _phase(phase: PhaseView) -> PhaseForm:
    return PhaseForm(id=phase.id, title=phase.title, steps=tuple(_step(step) for step in phase.steps))


def _step(step: StepView) -> StepForm:
    slot = step.slot
    return StepForm(
        id=step.id,
        title=step.title,
        why=step.why,
        language=step.language,
        offset=str(step.offset),
        from_=step.anchor,
        due=step.due,
        at=slot.start.time() if slot else None,
        until=slot.end.time() if slot and slot.end else None,
        role=step.role,
        essential=step.essential,
        gate=step.gate,
        late=step.late,
        effort_hours=step.effort.total_seconds() / 3600 if step.effort else None,
        needs=step.needs,
        condition=step.condition or None,
        tasks=tuple(_task(task, step) for task in step.tasks),
    )


def _task(task: TaskView, step: StepView) -> TaskForm:
    return TaskForm(
        id=task.id,
        text=task.text,
        due=step.due,
        at=step.slot.start.time() if step.slot else None,
        role=step.role,
        condition=task.condition or None,
    )

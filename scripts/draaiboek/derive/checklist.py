"""One playbook, for one event or none: the view that every format renders.

In: catalogue, playbook, circumstances, and an occasion when there is a date. Out: a
`ChecklistView`, frozen, with words in one language (Dutch where a text is not translated).
"""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache
from types import MappingProxyType

from draaiboek.catalogue import Catalogue, Plan, PlanStep, local, local_language
from draaiboek.derive.conditions import Applies, applies, condition_text
from draaiboek.derive.schedule import Occasion, Slot, is_run_sheet, run_slot, step_day
from draaiboek.model.entries import Event
from draaiboek.model.values import Offset


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
    anchor: str | None
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
class DateWarning:
    """Something to know about the event's date: `kind` is the sort of day, `text` a whole sentence."""

    kind: str
    text: str
    first_day: date
    last_day: date


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


def derive_checklist(catalogue: Catalogue, request: Request) -> ChecklistView:
    """Put a playbook into the view of one request."""
    plan = catalogue.plans[request.playbook]
    index = plan.page("index", request.language)
    kept = _applicable(plan, request.circumstances)
    phases = []
    for phase in plan.phases:
        steps = tuple(
            _step(catalogue, plan, phase.id, step, kept, request)
            for step in phase.steps
            if step.id in kept and request.role in (None, step.role)
        )
        if steps:
            page = plan.page(phase.id, request.language)
            phases.append(PhaseView(phase.id, page.title, page.language, steps))
    language = catalogue.languages[request.language]
    return ChecklistView(
        playbook=plan.id,
        title=event_title(catalogue, request.event, request.language) if request.event else index.title,
        playbook_title=index.title,
        language=request.language,
        direction=language.direction.value,
        occasion=request.occasion,
        event=request.event.id if request.event else None,
        place=event_place(catalogue, request.event, request.language) if request.event else "",
        today=request.today,
        version=plan_version(plan, request.language),
        address=request.address,
        circumstances=request.circumstances,
        phases=tuple(phases),
        role_filter=request.role,
        role_names=MappingProxyType(
            {step.role: local(catalogue.roles[step.role].name, request.language) for p in plan.phases for step in p.steps}
        ),
    )


def _applicable(plan: Plan, given: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """The steps that (may) apply, each with its needs.

    A need on a step that does not apply passes on to that step's own needs.
    """
    steps = {step.id: step for phase in plan.phases for step in phase.steps}
    kept = {name for name, step in steps.items() if applies(step.applies_to, given) is not Applies.NO}

    def needs(name: str, seen: frozenset[str]) -> tuple[str, ...]:
        found: dict[str, None] = {}
        for need in steps[name].needs:
            if need in kept:
                found[need] = None
            elif need in steps and need not in seen:
                found.update(dict.fromkeys(needs(need, seen | {need})))
        return tuple(found)

    return {name: needs(name, frozenset({name})) for name in steps if name in kept}


def _step(
    catalogue: Catalogue, plan: Plan, phase: str, step: PlanStep, needs: Mapping[str, tuple[str, ...]], request: Request
) -> StepView:
    language, given, occasion = request.language, request.circumstances, request.occasion
    words = plan.words(step.id, language)
    slot = run_slot(step, occasion) if occasion else None
    tasks = tuple(
        TaskView(task.id, plain(words.tasks[task.id]), condition_text(task.applies_to, given, catalogue, language))
        for task in step.tasks
        if applies(task.applies_to, given) is not Applies.NO
    )
    day = step_day(step, occasion) if occasion else None
    return StepView(
        id=step.id,
        title=plain(words.title),
        why=plain(words.why),
        language=words.language,
        phase=phase,
        role=step.role,
        role_name=local(catalogue.roles[step.role].name, language),
        offset=step.offset,
        due=slot.start.date() if slot else day,
        slot=slot,
        run_sheet=is_run_sheet(step),
        anchor=step.anchor,
        duration=step.duration,
        effort=step.effort,
        essential=step.essential,
        gate=step.kind == "gate",
        needs=needs[step.id],
        condition=condition_text(step.applies_to, given, catalogue, language),
        tasks=tasks,
    )


@lru_cache(maxsize=20_000)
def plain(markdown: str) -> str:
    """Running Markdown as plain text: links keep their words, footnotes and emphasis go."""
    text = re.sub(r"\[\^[^\]]+\]", "", markdown)
    text = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"(\*\*|__)(.+?)\1", r"\2", text)
    text = re.sub(r"(?<!\w)[*_](.+?)[*_](?!\w)", r"\1", text)
    return re.sub(r"`([^`]*)`", r"\1", text).replace("\\", "").strip()


def event_title(catalogue: Catalogue, event: Event, language: str) -> str:
    """The event's own title, or its form and municipality."""
    if event.title:
        return local(event.title, language)
    form = local(catalogue.forms[event.playbook].name, language)
    return f"{form} {local(catalogue.municipalities[event.municipality].name, language)}"


def event_title_language(event: Event, language: str) -> str:
    """The language that the event's title is in."""
    return local_language(event.title, language) if event.title else language


def event_place(catalogue: Catalogue, event: Event, language: str) -> str:
    """Venue and municipality, as far as they are known."""
    municipality = local(catalogue.municipalities[event.municipality].name, language)
    return ", ".join(part for part in (event.venue, event.address or municipality) if part)


def plan_version(plan: Plan, language: str) -> str:
    """Eight hex digits that change when the structure or the words of a playbook change."""
    content = []
    for step in (step for phase in plan.phases for step in phase.steps):
        words = plan.words(step.id, language)
        content.append([step.id, step.kind, str(step.offset), step.role, step.needs, [task.id for task in step.tasks]])
        content.append([words.title, words.why, dict(words.tasks)])
    return hashlib.sha256(json.dumps(content, ensure_ascii=False).encode()).hexdigest()[:8]

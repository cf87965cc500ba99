"""One playbook, for one event or none: the view that every format renders.

In: catalogue, playbook, circumstances, and an occasion when there is a date. Out: a
`ChecklistView`, frozen, with words in one language (Dutch where a text is not translated).
"""

import hashlib
import json
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from types import MappingProxyType

from draaiboek.catalogue import Catalogue, Plan, PlanStep, local, local_language
from draaiboek.derive.checklist_view import ChecklistView, Order, PhaseView, Request, StepView, TaskView
from draaiboek.derive.conditions import Applies, applies, condition_text
from draaiboek.derive.date_check import DateWarning, better_days, date_warnings
from draaiboek.derive.late_start import LateStart, Needs, late_start, pass_on
from draaiboek.derive.schedule import is_run_sheet, run_slot, step_day
from draaiboek.model.entries import Event

__all__ = [
    "ChecklistView",
    "DateWarning",
    "Order",
    "PhaseView",
    "Request",
    "StepView",
    "TaskView",
    "derive_checklist",
    "event_place",
    "event_title",
    "event_title_language",
    "plain",
    "plan_version",
]


def derive_checklist(catalogue: Catalogue, request: Request) -> ChecklistView:
    """Put a playbook into the view of one request."""
    plan = catalogue.plans[request.playbook]
    index = plan.page("index", request.language)
    needs = _applicable(plan, request.circumstances)
    start = _start(plan, needs, request)
    maker = _Steps(catalogue, plan, request, start, needs)
    event, occasion, language = request.event, request.occasion, request.language
    view = ChecklistView(
        playbook=plan.id,
        title=event_title(catalogue, event, language) if event else index.title,
        playbook_title=index.title,
        language=language,
        direction=catalogue.languages[language].direction.value,
        occasion=occasion,
        event=event.id if event else None,
        place=event_place(catalogue, event, language) if event else "",
        today=request.today,
        version=plan_version(plan, language),
        address=request.address,
        circumstances=request.circumstances,
        phases=tuple(maker.phases()),
        dropped=tuple(step for phase in plan.phases for step in maker.steps(phase.id, start.dropped)),
        fits=start.fits,
        warnings=date_warnings(catalogue, occasion, language, request.today) if occasion else (),
        suggestions=_suggestions(catalogue, plan, needs, request),
        role_names=MappingProxyType({step.role: local(catalogue.roles[step.role].name, language) for step in plan.steps}),
        order=request.order,
    )
    return view.for_role(request.role) if request.role else view


def _applicable(plan: Plan, given: Mapping[str, str]) -> Needs:
    """The steps that (may) apply, each with its needs.

    A need on a step that does not apply passes on to that step's own needs.
    """
    kept = [step.id for step in plan.steps if applies(step.applies_to, given) is not Applies.NO]
    return pass_on({step.id: step.needs for step in plan.steps}, kept)


def _start(plan: Plan, needs: Needs, request: Request) -> LateStart:
    """What moves and falls away when the plan starts today; nothing, where that is not asked."""
    if request.late_start and request.occasion:
        return late_start({step.id: step for step in plan.steps}, needs, request.occasion, request.today)
    return LateStart(MappingProxyType({}), frozenset(), needs, fits=True)


def _suggestions(catalogue: Catalogue, plan: Plan, needs: Needs, request: Request) -> tuple[date, ...]:
    """Better days nearby, if the chosen one needs a warning; only days that can still be prepared for."""
    occasion, language, today = request.occasion, request.language, request.today
    if occasion is None or not date_warnings(catalogue, occasion, language, today):
        return ()
    steps = {step.id: step for step in plan.steps}
    return better_days(
        catalogue, occasion, language, today, lambda other: late_start(steps, needs, other, today).fits
    )


@dataclass(frozen=True, slots=True)
class _Steps:
    """Makes the views of the steps for one request."""

    catalogue: Catalogue
    plan: Plan
    request: Request
    start: LateStart
    needs: Needs
    """As they are without a late start."""

    def phases(self) -> Iterator[PhaseView]:
        """The phases that have steps left."""
        for phase in self.plan.phases:
            steps = self.steps(phase.id, self.start.needs)
            if steps:
                page = self.plan.page(phase.id, self.request.language)
                yield PhaseView(phase.id, page.title, page.language, steps)

    def steps(self, phase: str, wanted: Collection[str]) -> tuple[StepView, ...]:
        """The wanted steps of one phase."""
        found = next(candidate for candidate in self.plan.phases if candidate.id == phase)
        return tuple(self._step(phase, step) for step in found.steps if step.id in wanted)

    def _step(self, phase: str, step: PlanStep) -> StepView:
        language, given, occasion = self.request.language, self.request.circumstances, self.request.occasion
        words = self.plan.words(step.id, language)
        slot = run_slot(step, occasion) if occasion else None
        day = slot.start.date() if slot else step_day(step, occasion) if occasion else None
        return StepView(
            id=step.id,
            title=plain(words.title),
            why=plain(words.why),
            language=words.language,
            phase=phase,
            role=step.role,
            role_name=local(self.catalogue.roles[step.role].name, language),
            offset=step.offset,
            due=self.start.due.get(step.id, day),
            slot=slot,
            run_sheet=is_run_sheet(step),
            anchor=step.anchor,
            duration=step.duration,
            effort=step.effort,
            essential=step.essential,
            gate=step.kind == "gate",
            needs=self.start.needs.get(step.id, self.needs[step.id]),
            condition=condition_text(step.applies_to, given, self.catalogue, language),
            tasks=tuple(self._tasks(step, words.tasks)),
            late=step.id in self.start.due,
        )

    def _tasks(self, step: PlanStep, words: Mapping[str, str]) -> Iterator[TaskView]:
        language, given = self.request.language, self.request.circumstances
        for task in step.tasks:
            if applies(task.applies_to, given) is not Applies.NO:
                condition = condition_text(task.applies_to, given, self.catalogue, language)
                yield TaskView(task.id, plain(words[task.id]), condition)


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
    content: list[list[object]] = []
    for step in plan.steps:
        words = plan.words(step.id, language)
        content.append([step.id, step.kind, str(step.offset), step.role, step.needs, [task.id for task in step.tasks]])
        content.append([words.title, words.why, dict(words.tasks)])
    return hashlib.sha256(json.dumps(content, ensure_ascii=False).encode()).hexdigest()[:8]

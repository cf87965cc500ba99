"""A checklist as a document reads.

In: a `ChecklistView`. Out: a `ChecklistDocument`, which Word and PDF both render, so that they cannot
differ.
"""

from collections.abc import Iterator
from itertools import groupby

from draaiboek.catalogue import Catalogue, local
from draaiboek.derive.checklist import ChecklistView, PhaseView, StepView
from draaiboek.derive.weeks import by_clock
from draaiboek.render.document import (
    REGIONS,
    ChecklistDocument,
    Dropped,
    Fact,
    Notice,
    PhaseSection,
    RunRow,
    RunSheet,
    StepSection,
    TaskLine,
    Tongue,
    clean,
    heading,
    one_line,
)
from draaiboek.render.wording import clock, due, long_date, medium_date, span, when

_FOOTER_TITLE = 70
"""How many characters of a title fit on one line of a footer."""


def _short(title: str) -> str:
    return title if len(title) <= _FOOTER_TITLE else f"{clean(title[:_FOOTER_TITLE])}…"


def checklist_document(view: ChecklistView, catalogue: Catalogue) -> ChecklistDocument:
    """Put a checklist into words."""
    return _Author(view, catalogue).document()


class _Author:
    """Writes one document: the view, and where its words come from."""

    def __init__(self, view: ChecklistView, catalogue: Catalogue) -> None:
        self.view = view
        self.catalogue = catalogue
        self.titles = view.titles

    def text(self, key: str, /, **params: object) -> str:
        return clean(self.catalogue.text(self.view.language, key, **params))

    def tongue(self, language: str) -> Tongue:
        entry = self.catalogue.languages.get(language)
        return Tongue(REGIONS.get(language, language), entry.direction.value if entry else "ltr")

    def document(self) -> ChecklistDocument:
        view = self.view
        return ChecklistDocument(
            kind=self.text("checklist"),
            title=heading(view.title, view.playbook),
            tongue=self.tongue(view.language),
            publisher=self.text("site-name"),
            lead=tuple(self._lead()),
            remarks=tuple(self._remarks()),
            about=self._about("checklist-about", one_line(view.title)),
            footer=self._about("document-footer", _short(one_line(view.title))),
            address=self._address(),
            today=view.today,
            version=view.version,
            notices=tuple(self._notices()),
            overview_title=self.text("document-overview"),
            overview_header=(
                self.text("column-phase"), self.text("column-due"), self.text("document-tasks"),
                self.text("document-page"),
            ),
            dropped_title=self.text("document-dropped"),
            dropped_intro=self.text("document-dropped-intro"),
            dropped_header=(self.text("column-step"), self.text("document-at-stake")),
            dropped=tuple(Dropped(heading(s.title, s.id), clean(s.why), self.tongue(s.language)) for s in view.dropped),
            run_sheet=self._run_sheet(),
            phases=tuple(self._phase(phase) for phase in view.phases),
        )  # fmt: skip

    def _about(self, key: str, title: str) -> str:
        """What this file is: title, day it was made, version and address."""
        made = self._left_to_right(self.view.today.isoformat())
        return self.text(key, title=title, date=made, version=self.view.version, address=self._address())

    def _address(self) -> str:
        return self._left_to_right(one_line(self.view.address))

    def _left_to_right(self, code: str) -> str:
        """Marked, so that among letters from right to left its parts stay in order."""
        return f"\u200e{code}\u200e" if self.view.direction == "rtl" else code

    def _lead(self) -> Iterator[str]:
        """When and where."""
        occasion, language = self.view.occasion, self.view.language
        if occasion:
            days = [long_date(day, language) for day in dict.fromkeys((occasion.first_day, occasion.last_day))]
            times = [clock(time, language) for time in (occasion.opens, occasion.closes) if time]
            yield ", ".join(part for part in (" – ".join(days), "–".join(times)) if part)
        if self.view.place:
            yield one_line(self.view.place)

    def _remarks(self) -> Iterator[str]:
        """How much this is, for whom, and what was left out."""
        view = self.view
        yield self.text("checklist-count", steps=len(view.steps), tasks=view.task_count)
        if view.role_filter:
            yield self.text("document-role", role=view.role_names.get(view.role_filter, view.role_filter))
        given = [
            local(value.name, view.language)
            for facet, entry in self.catalogue.circumstances.items()
            for value in entry.values
            if view.circumstances.get(facet) == value.id
        ]
        if given:
            yield self.text("document-circumstances", circumstances=", ".join(given))
        if any(step.language != view.language for step in view.steps):
            yield self.text("document-untranslated")

    def _notices(self) -> Iterator[Notice]:
        view = self.view
        days = ", ".join(long_date(day, view.language) for day in view.suggestions)
        better = (self.text("document-suggestions", days=days),) if days else ()
        if not view.fits:
            yield Notice("danger", self.text("document-no-fit"), (self.text("document-no-fit-text"),))
        if view.warnings or better:
            lines = tuple(clean(warning.text) for warning in view.warnings)
            yield Notice("warning", self.text("document-warnings"), lines + better)

    def _phase(self, phase: PhaseView) -> PhaseSection:
        return PhaseSection(
            id=phase.id,
            title=heading(phase.title, phase.id),
            tongue=self.tongue(phase.language),
            period=self._period(phase),
            task_count=str(sum(len(step.tasks) for step in phase.steps)),
            steps=tuple(self._step(step) for step in phase.steps),
        )

    def _period(self, phase: PhaseView) -> str:
        """From the first due date to the last; without a date, from how far off to how far off."""
        language = self.view.language
        days = [step.due for step in phase.steps if step.due]
        if days:
            ends = [medium_date(day, language) for day in (min(days), max(days))]
        elif all(step.run_sheet for step in phase.steps):
            ends = [self.text("on-the-day")]
        else:
            order = sorted(phase.steps, key=lambda step: step.offset.rough_days)
            ends = [when(step, self.catalogue, language) for step in (order[0], order[-1])]
        return " – ".join(dict.fromkeys(ends))

    def _step(self, step: StepView) -> StepSection:
        return StepSection(
            id=step.id,
            title=heading(step.title, step.id),
            why=clean(step.why),
            tongue=self.tongue(step.language),
            marks=tuple(self._marks(step)),
            facts=tuple(self._facts(step)),
            details=tuple(self._details(step)),
            tasks=tuple(
                TaskLine(
                    task.id,
                    clean(task.text),
                    f"({self.text('only-if', condition=task.condition)})" if task.condition else "",
                )
                for task in step.tasks
            ),
        )

    def _marks(self, step: StepView) -> Iterator[Fact]:
        """What sets a step apart, in a word."""
        if step.gate:
            yield Fact("gate", self._fact("gate", self.text("gate-explained")))
        if step.late:
            yield Fact("late", self.text("document-late"))
        if not step.essential:
            yield Fact("optional", self.text("optional"))

    def _facts(self, step: StepView) -> Iterator[Fact]:
        language = self.view.language
        yield Fact("due", due(step, self.catalogue, language))
        if step.due and not step.slot and not step.late:
            yield Fact("apart", when(step, self.catalogue, language))
        yield Fact("role", one_line(step.role_name))
        if step.effort:
            yield Fact("effort", self._fact("effort", span(step.effort, language)))
        if step.run_sheet and step.duration:
            yield Fact("duration", self._fact("duration", span(step.duration, language)))

    def _details(self, step: StepView) -> Iterator[Fact]:
        """What a step hangs on; a need that is not in this checklist has no title here."""
        if step.condition:
            yield Fact("condition", self._fact("condition", one_line(step.condition)))
        needs = "; ".join(heading(self.titles[need], need) for need in step.needs if need in self.titles)
        if needs:
            yield Fact("needs", self._fact("needs", needs))

    def _fact(self, label: str, value: str) -> str:
        return self.text("document-fact", label=self.text(label), value=value)

    def _run_sheet(self) -> RunSheet | None:
        steps = by_clock(self.view.steps)
        if not steps:
            return None
        days = [(day, tuple(map(self._run_row, rows))) for day, rows in groupby(steps, key=lambda step: step.due)]
        named = len(days) > 1
        return RunSheet(
            title=self.text("run-sheet"),
            phase=next(step.phase for step in self.view.steps if step.run_sheet),
            header=tuple(self.text(key) for key in ("column-time", "column-step", "duration", "column-role")),
            days=tuple((long_date(day, self.view.language) if day and named else "", rows) for day, rows in days),
        )

    def _run_row(self, step: StepView) -> RunRow:
        language = self.view.language
        time = when(step, self.catalogue, language)
        if step.slot:
            ends = (step.slot.start, step.slot.end) if step.slot.end else (step.slot.start,)
            time = "–".join(clock(end.time(), language) for end in ends)
        duration = span(step.duration, language) if step.duration else ""
        return RunRow(time, heading(step.title, step.id), self.tongue(step.language), duration, one_line(step.role_name))

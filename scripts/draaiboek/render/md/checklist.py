"""A checklist as a Markdown task list, to paste into an issue tracker or a wiki."""

from collections.abc import Iterator, Sequence

from draaiboek.catalogue import Catalogue
from draaiboek.derive.checklist import ChecklistView, StepView
from draaiboek.derive.date_check import days_in_words
from draaiboek.derive.weeks import by_week
from draaiboek.render.about import about
from draaiboek.render.date_notes import date_notes, dropped_notes
from draaiboek.render.wording import due, long_date, span


def render_md(view: ChecklistView, catalogue: Catalogue) -> bytes:
    """The checklist as Markdown."""
    lines = [f"# {_inline(view.title)}", ""]
    if view.occasion:
        lines += [_inline(", ".join(part for part in (long_date(view.occasion.first_day, view.language), view.place) if part)), ""]
    lines += [_inline(about(view, catalogue)), ""]
    lines += _list(catalogue.text(view.language, "document-warnings"), date_notes(view, catalogue))
    for title, steps in _groups(view, catalogue):
        lines += [f"## {_inline(title)}", ""]
        for step in steps:
            lines += _step(step, view, catalogue)
    lines += _list(catalogue.text(view.language, "document-dropped"), dropped_notes(view))
    return ("\n".join(lines).rstrip() + "\n").encode()


def _groups(view: ChecklistView, catalogue: Catalogue) -> Iterator[tuple[str, tuple[StepView, ...]]]:
    """The steps under the titles of their phases, or of their weeks."""
    if view.order == "phase":
        yield from ((phase.title, phase.steps) for phase in view.phases)
        return
    for week in by_week(view.steps):
        days = days_in_words(week.first_day, week.last_day, view.language)
        yield catalogue.text(view.language, "week", number=week.number, days=days), week.steps


def _list(title: str, lines: Sequence[str]) -> list[str]:
    return [f"## {_inline(title)}", "", *(f"- {_inline(line)}" for line in lines), ""] if lines else []


def _step(step: StepView, view: ChecklistView, catalogue: Catalogue) -> list[str]:
    facts = [due(step, catalogue, view.language), step.role_name]
    if step.late:
        facts.append(catalogue.text(view.language, "document-late"))
    if step.effort:
        facts.append(span(step.effort, view.language))
    if step.gate:
        facts.append(catalogue.text(view.language, "gate"))
    if not step.essential:
        facts.append(catalogue.text(view.language, "optional"))
    if step.condition:
        facts.append(catalogue.text(view.language, "only-if", condition=step.condition))
    lines = [f"### {_inline(step.title)}", "", _inline(" · ".join(facts)), "", _inline(step.why), ""]
    for task in step.tasks:
        condition = f" ({catalogue.text(view.language, 'only-if', condition=task.condition)})" if task.condition else ""
        lines.append(f"- [ ] {_inline(task.text + condition)}")
    return [*lines, ""]


def _inline(text: str) -> str:
    """Text on one line, with the characters that Markdown would act on escaped."""
    flat = " ".join(text.split())
    for character in "\\`*_[]<>":
        flat = flat.replace(character, f"\\{character}")
    return flat

"""A checklist as a Markdown task list, to paste into an issue tracker or a wiki."""

from draaiboek.catalogue import Catalogue
from draaiboek.derive.checklist import ChecklistView, StepView
from draaiboek.render.checklist_data import about
from draaiboek.render.wording import due, long_date, span


def render_markdown(view: ChecklistView, catalogue: Catalogue) -> bytes:
    """The checklist as Markdown."""
    lines = [f"# {_inline(view.title)}", ""]
    if view.occasion:
        lines += [_inline(", ".join(part for part in (long_date(view.occasion.first_day, view.language), view.place) if part)), ""]
    lines += [_inline(about(view, catalogue)), ""]
    for phase in view.phases:
        lines += [f"## {_inline(phase.title)}", ""]
        for step in phase.steps:
            lines += _step(step, view, catalogue)
    return ("\n".join(lines).rstrip() + "\n").encode()


def _step(step: StepView, view: ChecklistView, catalogue: Catalogue) -> list[str]:
    facts = [due(step, catalogue, view.language), step.role_name]
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

"""What to know about a checklist's dates, in sentences: the same ones in every format of plain text."""

from draaiboek.catalogue import Catalogue
from draaiboek.derive.checklist import ChecklistView
from draaiboek.render.wording import long_date


def date_notes(view: ChecklistView, catalogue: Catalogue) -> tuple[str, ...]:
    """Whether it still fits, every warning about the date, and better days nearby."""
    notes = [] if view.fits else [catalogue.text(view.language, "document-no-fit-text")]
    notes += [warning.text for warning in view.warnings]
    if view.suggestions:
        days = ", ".join(long_date(day, view.language) for day in view.suggestions)
        notes.append(catalogue.text(view.language, "document-suggestions", days=days))
    return tuple(notes)


def dropped_notes(view: ChecklistView) -> tuple[str, ...]:
    """Late start: the steps that fall away, each with what is at stake."""
    return tuple(f"{step.title} ({step.role_name}): {step.why}" for step in view.dropped)

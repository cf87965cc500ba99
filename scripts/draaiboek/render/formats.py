"""Every format of a checklist, by its name: the one list of what can be asked for."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from draaiboek.catalogue import Catalogue
from draaiboek.derive.checklist import ChecklistView
from draaiboek.derive.templates import TemplateView
from draaiboek.render.checklist_data import render_csv, render_json
from draaiboek.render.checklist_docx import render_docx
from draaiboek.render.checklist_ics import render_ics
from draaiboek.render.checklist_markdown import render_markdown
from draaiboek.render.checklist_pdf import render_pdf
from draaiboek.render.checklist_xlsx import render_xlsx
from draaiboek.render.template_docx import render_template_docx
from draaiboek.render.template_xlsx import render_template_xlsx

RENDERERS: Mapping[str, Callable[[ChecklistView, Catalogue], bytes]] = {
    "md": render_markdown,
    "json": lambda view, _: render_json(view),
    "csv": render_csv,
    "ics": render_ics,
    "xlsx": render_xlsx,
    "docx": render_docx,
    "pdf": render_pdf,
}

def checklist_files(
    view: ChecklistView, catalogue: Catalogue, formats: tuple[str, ...]
) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """A checklist in several formats: what follows its id in the file's name, and how to make it.

    A calendar comes for all roles together, and for each of them.
    """
    for name in formats:
        yield f".{name}", partial(RENDERERS[name], view, catalogue)
        if name == "ics":
            yield from role_calendars(view, catalogue)


def role_calendars(view: ChecklistView, catalogue: Catalogue) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """The calendar of each role; its entries are those of the calendar for all, with the same UIDs."""
    for role in view.roles:
        yield f"-{role}.ics", partial(render_ics, view.for_role(role), catalogue)


BY_DATE = ("md", "csv")
"""Formats that can put the steps by date; in the others a reader sorts, or has a calendar."""

TEMPLATE_RENDERERS: Mapping[str, Callable[[TemplateView], bytes]] = {
    "docx": render_template_docx,
    "xlsx": render_template_xlsx,
}
"""Every format of a model text."""

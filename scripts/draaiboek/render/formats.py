"""Every format of a checklist, by its name: the one list of what can be asked for."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from draaiboek.catalogue import Catalogue
from draaiboek.derive.checklist import ChecklistView

if TYPE_CHECKING:
    from draaiboek.derive.templates import TemplateView


def _renderer(module: str, name: str) -> Callable[..., bytes]:
    """A renderer whose module, with the library behind it, is only imported when it is used."""

    def render(*views: object) -> bytes:
        made: bytes = getattr(import_module(f"draaiboek.render.{module}"), name)(*views)
        return made

    return render


RENDERERS: Mapping[str, Callable[[ChecklistView, Catalogue], bytes]] = {
    "md": _renderer("markdown.checklist", "render_markdown"),
    "json": lambda view, _: _renderer("data.checklist", "render_json")(view),
    "csv": _renderer("data.checklist", "render_csv"),
    "ics": _renderer("ics.checklist", "render_ics"),
    "xlsx": _renderer("xlsx.checklist", "render_xlsx"),
    "docx": _renderer("docx.checklist", "render_docx"),
    "pdf": _renderer("pdf.checklist", "render_pdf"),
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
        yield f"-{role}.ics", partial(RENDERERS["ics"], view.for_role(role), catalogue)


BY_DATE = ("md", "csv")
"""Formats that can put the steps by date; in the others a reader sorts, or has a calendar."""

TEMPLATE_RENDERERS: Mapping[str, "Callable[[TemplateView], bytes]"] = {
    "docx": _renderer("docx.template", "render_template_docx"),
    "xlsx": _renderer("xlsx.template", "render_template_xlsx"),
}
"""Every format of a model text."""

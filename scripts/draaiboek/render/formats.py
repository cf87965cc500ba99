"""Every format of a checklist, by its name in the table of the site: how it is made, and in how many files.

The renderer of a format is `render_<id>` in `render/<id>/checklist.py`; that of a model text is
`render_template_<id>` in `render/<id>/template.py`.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from draaiboek.catalogue import Catalogue
from draaiboek.derive.checklist import ChecklistView
from draaiboek.model.site import FORMATS

if TYPE_CHECKING:
    from draaiboek.derive.templates import TemplateView


def _renderer(module: str, name: str) -> Callable[..., bytes]:
    """A renderer whose module, with the library behind it, is only imported when it is used."""

    def render(*views: object) -> bytes:
        made: bytes = getattr(import_module(f"draaiboek.render.{module}"), name)(*views)
        return made

    return render


RENDERERS: Mapping[str, Callable[[ChecklistView, Catalogue], bytes]] = {
    name: _renderer(f"{name}.checklist", f"render_{name}") for name in FORMATS
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


def format_name(catalogue: Catalogue, language: str, name: str) -> str:
    """What people call a format."""
    form = FORMATS[name]
    return catalogue.text(language, form.words) if form.words else form.name


def render_template(view: "TemplateView") -> bytes:
    """A model text in its own format."""
    return _renderer(f"{view.format}.template", f"render_template_{view.format}")(view)

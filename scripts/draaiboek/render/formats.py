"""Every format of a checklist, by its name: the one list of what can be asked for."""

from collections.abc import Callable, Mapping

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

BY_DATE = ("md", "csv")
"""Formats that can put the steps by date; in the others a reader sorts, or has a calendar."""

TEMPLATE_RENDERERS: Mapping[str, Callable[[TemplateView], bytes]] = {
    "docx": render_template_docx,
    "xlsx": render_template_xlsx,
}
"""Every format of a model text."""

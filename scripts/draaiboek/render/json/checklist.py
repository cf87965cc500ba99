"""A checklist as JSON, for programs.

Every dated item has `id`, `due` (a pure date), `role`, and for the run sheet `at` (Brussels clock time).
"""

import json

from draaiboek.catalogue import Catalogue
from draaiboek.derive.checklist import ChecklistView
from draaiboek.render.json.form import checklist_form


def render_json(view: ChecklistView, _: Catalogue) -> bytes:
    """The checklist as JSON, in its published form."""
    data = checklist_form(view).model_dump(mode="json", by_alias=True)
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()

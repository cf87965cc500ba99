"""What the tally page works with: the events still without a result, and the names it needs for a new one.

In: a catalogue. Out: a data block for the page. Example events are left out: nothing is counted there.
"""

from typing import Any

from draaiboek.catalogue import Catalogue, local
from draaiboek.derive.checklist import event_title
from draaiboek.derive.events import TURNOUT
from draaiboek.model.entries import Event, Status
from draaiboek.render.browser.planner import to_json
from draaiboek.render.json.event import event_entry

BLOCK = "tally-data"
_APPOINTMENTS = "appointments_"


def render_tally_block(catalogue: Catalogue, language: str) -> str:
    """The data as a block that no browser runs."""
    return f'<script type="application/json" id="{BLOCK}">{to_json(tally_data(catalogue, language))}</script>'


def tally_data(catalogue: Catalogue, language: str) -> dict[str, Any]:
    """Events to choose from in the notation of editors, every id in use, names, and what is counted."""
    waiting = (Status.PLANNED, Status.CONFIRMED)
    return {
        "events": [
            {"title": _title(catalogue, event, language), "entry": event_entry(event)}
            for event in catalogue.events.values()
            if event.status in waiting and not event.example and event.date and event.date.full
        ],
        "appointments": [name.removeprefix(_APPOINTMENTS) for name in TURNOUT if name.startswith(_APPOINTMENTS)],
        "eventIds": list(catalogue.events),
        "sourceIds": [*catalogue.sources, *catalogue.figures],
        "playbooks": [{"id": name, "name": local(form.name, language)} for name, form in catalogue.forms.items()],
        "municipalities": [
            {"id": name, "name": local(found.name, language)} for name, found in catalogue.municipalities.items()
        ],
        "organisations": [
            {"id": name, "name": local(found.name, language)} for name, found in catalogue.organisations.items()
        ],
    }


def _title(catalogue: Catalogue, event: Event, language: str) -> str:
    return f"{event_title(catalogue, event, language)} ({event.date})"


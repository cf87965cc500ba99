"""One checklist on request: what the command asks for, to the bytes of one format."""

from collections.abc import Callable, Mapping
from datetime import date, time
from typing import Any

from draaiboek.catalogue import Catalogue
from draaiboek.derive.checklist import ChecklistView, Request, derive_checklist
from draaiboek.derive.events import circumstances_of, occasion_of
from draaiboek.derive.schedule import Occasion
from draaiboek.model.entries import Event, Scope
from draaiboek.render.checklist_data import render_csv, render_json
from draaiboek.render.checklist_ics import render_ics
from draaiboek.render.checklist_markdown import render_markdown
from draaiboek.render.checklist_xlsx import render_xlsx
from draaiboek.rules.support import nearest

RENDERERS: Mapping[str, Callable[[ChecklistView, Catalogue], bytes]] = {
    "md": render_markdown,
    "json": lambda view, _: render_json(view),
    "csv": render_csv,
    "ics": render_ics,
    "xlsx": render_xlsx,
}


class RequestFault(Exception):
    """A request that cannot be met; the message is one line for the person who asked."""


def make_checklist(catalogue: Catalogue, site_url: str, event_id: str | None, asked: Mapping[str, Any]) -> bytes:
    """Make one checklist in one format; raises `RequestFault`."""
    request = _request(catalogue, site_url, event_id, asked)
    view = derive_checklist(catalogue, request)
    if asked["form"] == "ics" and view.occasion is None:
        raise RequestFault("a calendar needs a date")
    return RENDERERS[asked["form"]](view, catalogue)


def _request(catalogue: Catalogue, site_url: str, event_id: str | None, asked: Mapping[str, Any]) -> Request:
    language = _known("language", asked["language"], catalogue.languages)
    if catalogue.languages[language].scope is not Scope.FULL:
        full = ", ".join(catalogue.full_languages)
        raise RequestFault(f"there are no checklists in '{language}', only pages for visitors; choose {full}")
    event = catalogue.events[_known("event", event_id, catalogue.events)] if event_id else None
    playbook, occasion = _what(catalogue, event, asked)
    circumstances = circumstances_of(catalogue, event) if event else {}
    for facet, option in (("organiser", "organiser"), ("size", "size")):
        if asked[option]:
            values = {value.id for value in catalogue.circumstances[facet].values}
            circumstances[facet] = _known(option, asked[option], values)
    page = f"events/{event.id}/checklist/" if event else f"playbook/{playbook}/checklist/"
    return Request(
        playbook=playbook,
        language=language,
        today=asked["today"] or date.today(),
        address=f"{site_url}{language}/{page}",
        occasion=occasion,
        event=event,
        circumstances=circumstances,
        role=_known("role", asked["role"], catalogue.roles) if asked["role"] else None,
    )


def _what(catalogue: Catalogue, event: Event | None, asked: Mapping[str, Any]) -> tuple[str, Occasion]:
    """Which playbook, and when."""
    opens: time | None = asked["opening"]
    closes: time | None = asked["closing"]
    if opens and closes and closes <= opens:
        raise RequestFault(f"closing {closes:%H:%M} must be later than opening {opens:%H:%M}")
    if event is None:
        if not asked["playbook"] or not asked["day"]:
            raise RequestFault("name an event, or a playbook and a date: --playbook salon --date 2027-03-18")
        playbook = _known("playbook", asked["playbook"], catalogue.plans)
        return playbook, Occasion(asked["day"], asked["day"], opens, closes)
    if asked["playbook"] or asked["day"]:
        raise RequestFault("name either an event, or a playbook and a date, not both")
    occasion = occasion_of(event)
    if occasion is None:
        raise RequestFault(f"the day of '{event.id}' is not known; a checklist needs a full date")
    if event.playbook not in catalogue.plans:
        raise RequestFault(f"there is no playbook '{event.playbook}' yet")
    return event.playbook, Occasion(
        occasion.first_day, occasion.last_day, opens or occasion.opens, closes or occasion.closes
    )


def _known(what: str, name: str, known: Any) -> str:
    """Insist on a name that exists; the nearest ones are named."""
    if name in known:
        return name
    near = nearest(name, known)
    hint = f"; did you mean {' or '.join(near)}?" if near else f"; there are: {', '.join(sorted(known))}"
    raise RequestFault(f"unknown {what} '{name}'{hint}")

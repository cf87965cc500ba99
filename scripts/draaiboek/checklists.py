"""Checklists on request: what the commands ask for, to the bytes of one or several formats."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, time, timedelta
from typing import Any

from draaiboek.catalogue import Catalogue
from draaiboek.derive.checklist import Request, derive_checklist
from draaiboek.derive.events import circumstances_of, occasion_of
from draaiboek.derive.schedule import Occasion
from draaiboek.model.entries import Event, Scope
from draaiboek.model.site import FORMATS
from draaiboek.render.formats import RENDERERS, checklist_files
from draaiboek.rules.support.diagnostics import nearest

EventFile = tuple[str, Callable[[], bytes]]
"""Where a file of an event goes, below the folder of all events, and how to make it."""


_BY_DATE = tuple(form.id for form in FORMATS.values() if form.by_date)


class RequestFault(Exception):
    """A request that cannot be met. `key` names the reason; `near` and `known` are names that exist."""

    def __init__(self, key: str, *, near: tuple[str, ...] = (), known: tuple[str, ...] = (), **params: object) -> None:
        super().__init__(key)
        self.key = key
        self.near = near
        self.known = known
        self.params = params


def make_checklist(catalogue: Catalogue, site_url: str, event_id: str | None, asked: Mapping[str, Any]) -> bytes:
    """Make one checklist in one format; raises `RequestFault`."""
    request = _request(catalogue, site_url, event_id, asked)
    view = derive_checklist(catalogue, request)
    return RENDERERS[asked["form"]](view, catalogue)


def dated_events(catalogue: Catalogue) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The ids of the events that have a checklist, and those of the others: no full date, or no playbook."""
    known = {
        name for name, event in catalogue.events.items() if occasion_of(event) and event.playbook in catalogue.plans
    }
    return tuple(name for name in catalogue.events if name in known), tuple(
        name for name in catalogue.events if name not in known
    )


def event_files(
    catalogue: Catalogue, site_url: str, event_id: str, asked: Mapping[str, Any], formats: tuple[str, ...]
) -> Iterator[EventFile]:
    """The checklist of one event in several formats; raises `RequestFault` at once, not when a file is made."""
    everything = {"order": "phase", "form": "", "late_start": True}
    nothing = dict.fromkeys(("playbook", "day", "opening", "closing", "organiser", "size", "role"))
    view = derive_checklist(catalogue, _request(catalogue, site_url, event_id, {**everything, **nothing, **asked}))
    files = checklist_files(view, catalogue, formats)
    return ((f"{event_id}/{event_id}{ending}", make) for ending, make in files)


def _request(catalogue: Catalogue, site_url: str, event_id: str | None, asked: Mapping[str, Any]) -> Request:
    if asked["order"] == "date" and not FORMATS[asked["form"]].by_date:
        raise RequestFault("by-date-only", form=asked["form"], choices=", ".join(_BY_DATE))
    language = _known("language", asked["language"], catalogue.languages)
    if catalogue.languages[language].scope is not Scope.FULL:
        raise RequestFault("visitors-only", language=language, choices=", ".join(catalogue.full_languages))
    event = catalogue.events[_known("event", event_id, catalogue.events)] if event_id is not None else None
    playbook, occasion = _what(catalogue, event, asked)
    circumstances = circumstances_of(catalogue, event) if event else {}
    for facet, option in (("organiser", "organiser"), ("size", "size")):
        if asked[option] is not None:
            values = {value.id for value in catalogue.circumstances[facet].values}
            circumstances[facet] = _known(option, asked[option], values)
    page = f"events/{event.id}/checklist/" if event else f"playbook/{playbook}/checklist/"
    return Request(
        playbook=playbook,
        language=language,
        today=asked["today"] or date.today(),
        address=f"{site_url}{language}/{page}",
        occasion=_in_order(occasion),
        event=event,
        circumstances=circumstances,
        role=_known("role", asked["role"], catalogue.roles) if asked["role"] is not None else None,
        late_start=asked["late_start"],
        order=asked["order"],
    )


def _what(catalogue: Catalogue, event: Event | None, asked: Mapping[str, Any]) -> tuple[str, Occasion]:
    """Which playbook, and when."""
    opens: time | None = asked["opening"]
    closes: time | None = asked["closing"]
    if event is None:
        if not asked["playbook"] or not asked["day"]:
            raise RequestFault("what-for")
        playbook = _known("playbook", asked["playbook"], catalogue.plans)
        last_day = asked["day"] + timedelta(days=catalogue.plans[playbook].days - 1)
        return playbook, Occasion(asked["day"], last_day, opens, closes)
    if asked["playbook"] or asked["day"]:
        raise RequestFault("not-both")
    occasion = occasion_of(event)
    if occasion is None:
        raise RequestFault("day-unknown", event=event.id)
    if event.playbook not in catalogue.plans:
        raise RequestFault("no-playbook", playbook=event.playbook)
    return event.playbook, Occasion(
        occasion.first_day, occasion.last_day, opens or occasion.opens, closes or occasion.closes
    )


def _in_order(occasion: Occasion) -> Occasion:
    """Insist that an event closes after it opens."""
    opens, closes = occasion.opens, occasion.closes
    if opens and closes and closes <= opens:
        raise RequestFault("closing-first", closes=f"{closes:%H:%M}", opens=f"{opens:%H:%M}")
    return occasion


def _known(what: str, name: str, known: Any) -> str:
    """Insist on a name that exists; the nearest ones are named."""
    if name in known:
        return name
    raise RequestFault("unknown", near=nearest(name, known), known=tuple(sorted(known)), name=name, what=what, hint="")

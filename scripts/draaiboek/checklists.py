"""Checklists on request: what the commands ask for, to the bytes of one or several formats."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta

from draaiboek.catalogue import Catalogue
from draaiboek.derive.checklist import derive_checklist
from draaiboek.derive.checklist_view import Order, Request
from draaiboek.derive.events import circumstances_of, occasion_of
from draaiboek.derive.schedule import Occasion
from draaiboek.model.entries import Event, Scope
from draaiboek.model.site import FORMATS
from draaiboek.model.source_language import SOURCE_LANGUAGE
from draaiboek.render.formats import RENDERERS, checklist_files

EventFile = tuple[str, Callable[[], bytes]]
"""Where a file of an event goes, below the folder of all events, and how to make it."""

_BY_DATE = tuple(form.id for form in FORMATS.values() if form.by_date)


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody asks for: an event, or a playbook and a day; the rest as far as it is wanted."""

    today: date
    language: str = SOURCE_LANGUAGE
    event: str | None = None
    playbook: str | None = None
    day: date | None = None
    opening: time | None = None
    closing: time | None = None
    organiser: str | None = None
    size: str | None = None
    role: str | None = None
    late_start: bool = True
    order: Order = "phase"
    form: str = ""
    """The format, where it is only one."""


class RequestFault(Exception):
    """A request that cannot be met. `key` names the reason; `near` and `known` are names that exist."""

    def __init__(self, key: str, *, near: tuple[str, ...] = (), known: tuple[str, ...] = (), **params: object) -> None:
        super().__init__(key)
        self.key = key
        self.near = near
        self.known = known
        self.params = params


def make_checklist(catalogue: Catalogue, site_url: str, asked: Asked) -> bytes:
    """Make one checklist in one format; raises `RequestFault`."""
    view = derive_checklist(catalogue, _request(catalogue, site_url, asked))
    return RENDERERS[asked.form](view, catalogue)


def dated_events(catalogue: Catalogue) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The ids of the events that have a checklist, and those of the others: no full date, or no playbook."""
    known = {
        name for name, event in catalogue.events.items() if occasion_of(event) and event.playbook in catalogue.plans
    }
    return tuple(name for name in catalogue.events if name in known), tuple(
        name for name in catalogue.events if name not in known
    )


def event_files(catalogue: Catalogue, site_url: str, asked: Asked, formats: tuple[str, ...]) -> Iterator[EventFile]:
    """The checklist of one event in several formats; raises `RequestFault` at once, not when a file is made."""
    view = derive_checklist(catalogue, _request(catalogue, site_url, asked))
    files = checklist_files(view, catalogue, formats)
    return ((f"{asked.event}/{asked.event}{ending}", make) for ending, make in files)


def _request(catalogue: Catalogue, site_url: str, asked: Asked) -> Request:
    if asked.order == "date" and asked.form not in _BY_DATE:
        raise RequestFault("by-date-only", form=asked.form, choices=", ".join(_BY_DATE))
    language = _known("language", asked.language, catalogue.languages)
    if catalogue.languages[language].scope is not Scope.FULL:
        raise RequestFault("visitors-only", language=language, choices=", ".join(catalogue.full_languages))
    event = catalogue.events[_known("event", asked.event, catalogue.events)] if asked.event is not None else None
    playbook, occasion = _what(catalogue, event, asked)
    circumstances = circumstances_of(catalogue, event) if event else {}
    for facet, wanted in (("organiser", asked.organiser), ("size", asked.size)):
        if wanted is not None:
            values = {value.id for value in catalogue.circumstances[facet].values}
            circumstances[facet] = _known(facet, wanted, values)
    page = f"events/{event.id}/checklist/" if event else f"playbook/{playbook}/checklist/"
    return Request(
        playbook=playbook,
        language=language,
        today=asked.today,
        address=f"{site_url}{language}/{page}",
        occasion=_in_order(occasion),
        event=event,
        circumstances=circumstances,
        role=_known("role", asked.role, catalogue.roles) if asked.role is not None else None,
        late_start=asked.late_start,
        order=asked.order,
    )


def _what(catalogue: Catalogue, event: Event | None, asked: Asked) -> tuple[str, Occasion]:
    """Which playbook, and when."""
    opens, closes = asked.opening, asked.closing
    if event is None:
        if not asked.playbook or not asked.day:
            raise RequestFault("what-for")
        playbook = _known("playbook", asked.playbook, catalogue.plans)
        last_day = asked.day + timedelta(days=catalogue.plans[playbook].days - 1)
        return playbook, Occasion(asked.day, last_day, opens, closes)
    if asked.playbook or asked.day:
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


def _known(what: str, name: str, known: Collection[str]) -> str:
    """Insist on a name that exists; the nearest ones are named."""
    if name in known:
        return name
    from draaiboek.rules.support.diagnostics import nearest  # brings all rules along, and is seldom needed

    raise RequestFault("unknown", near=nearest(name, known), known=tuple(sorted(known)), name=name, what=what, hint="")

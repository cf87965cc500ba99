"""Events as they are shown: titles, dates, who, what came of it, and where they stand."""

from dataclasses import dataclass
from datetime import date, time

from draaiboek.catalogue import Catalogue, local, local_language, remembered
from draaiboek.derive.checklist import event_place, event_title, event_title_language
from draaiboek.derive.schedule import Occasion
from draaiboek.model.entries import Event, Quantity, Status
from draaiboek.model.values import PartialDate

Day = date
"""The type, where a field has its name."""
TURNOUT = (
    "visitors", "employers", "support_organisations", "appointments_interview", "appointments_training",
    "appointments_support",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Tally:
    """One number of an event: what it counts, and the number with its qualifier and source."""

    key: str
    quantity: Quantity


@dataclass(frozen=True, slots=True)
class EventView:
    """One event in one language."""

    id: str
    playbook: str
    title: str
    title_language: str
    status: str
    """The status, or `awaiting` for a planned event whose day has passed."""
    example: bool
    date: PartialDate | None
    date_before: PartialDate | None
    end_date: PartialDate | None
    opens: time | None
    closes: time | None
    place: str
    municipality: str
    directions: str
    directions_language: str
    organisers: tuple[str, ...]
    partners: tuple[str, ...]
    languages: tuple[str, ...]
    accessibility: dict[str, str]
    expected: tuple[Tally, ...]
    results: tuple[Tally, ...]
    note: str
    sources: tuple[str, ...]

    @property
    def sorting(self) -> tuple[Day, str]:
        """By the latest possible day."""
        known = self.date or self.date_before
        return (known.latest if known else date.max, self.id)


@remembered
def derive_event(catalogue: Catalogue, event: Event, language: str, today: date) -> EventView:
    """Put one event into words of one language."""
    access = event.accessibility
    return EventView(
        id=event.id,
        playbook=event.playbook,
        title=event_title(catalogue, event, language),
        title_language=event_title_language(event, language),
        status=_status(event, today),
        example=event.example,
        date=event.date,
        date_before=event.date_before,
        end_date=event.end_date,
        opens=event.opens,
        closes=event.closes,
        place=event_place(catalogue, event, language),
        municipality=local(catalogue.municipalities[event.municipality].name, language),
        directions=local(event.directions, language) if event.directions else "",
        directions_language=local_language(event.directions, language) if event.directions else language,
        organisers=tuple(local(catalogue.organisations[name].name, language) for name in event.organisers),
        partners=tuple(local(catalogue.organisations[name].name, language) for name in event.partners),
        languages=event.languages,
        accessibility={name: getattr(access, name).value for name in type(access).model_fields} if access else {},
        expected=_tallies(event.expected),
        results=_tallies(event.results),
        note=local(event.note, language) if event.note else "",
        sources=event.sources,
    )


def _status(event: Event, today: date) -> str:
    """A planned event whose date has passed reads "result not yet known"."""
    last = event.end_date or event.date
    passed = last is not None and last.latest < today
    return "awaiting" if passed and event.status in (Status.PLANNED, Status.CONFIRMED) else event.status.value


def _tallies(turnout: object) -> tuple[Tally, ...]:
    found = ((name, getattr(turnout, name, None)) for name in TURNOUT)
    return tuple(Tally(name.replace("_", "-"), quantity) for name, quantity in found if quantity is not None)


@remembered
def derive_events(catalogue: Catalogue, language: str, today: date) -> tuple[EventView, ...]:
    """All events, the newest first; what is still to come stands on top."""
    views = [derive_event(catalogue, event, language, today) for event in catalogue.events.values()]
    return tuple(sorted(views, key=lambda view: view.sorting, reverse=True))


def next_event(views: tuple[EventView, ...], today: date) -> EventView | None:
    """The first event still to come; an example only when there is no real one."""
    coming = [
        view for view in views
        if view.status in ("planned", "confirmed") and view.date and view.date.latest >= today
    ]  # fmt: skip
    return min(coming, key=lambda view: (view.example, *view.sorting), default=None)


def occasion_of(event: Event) -> Occasion | None:
    """When an event takes place, if its day is known."""
    first = event.date.full if event.date else None
    if first is None:
        return None
    last = (event.end_date.full if event.end_date else None) or first
    return Occasion(first, last, event.opens, event.closes)


def circumstances_of(catalogue: Catalogue, event: Event) -> dict[str, str]:
    """What an event tells about its circumstances: who organises it."""
    kinds = {catalogue.organisations[name].kind for name in event.organisers}
    if "local-government" in kinds:
        return {"organiser": "municipality"}
    return {}

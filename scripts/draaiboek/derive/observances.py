"""The windows around feasts and fasts: which of them some days fall in.

In: a catalogue with the chosen observances and the dates kept for them. Out: windows. Computes no
calendar: what is not kept in `data/observance-dates.yaml` is not known here.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from draaiboek.catalogue import Catalogue, remembered
from draaiboek.model.observances import Observance, ObservanceDate


@dataclass(frozen=True, slots=True)
class Window:
    """The days around one feast or fast, the first and the last one included."""

    observance: Observance
    day: date
    first_day: date
    last_day: date
    estimated: bool


def window(observance: Observance, kept: ObservanceDate) -> Window:
    """The window around one date; a feast that begins at sunset counts from the evening before."""
    before = max(observance.before, 1 if observance.evening_before else 0)
    first, last = kept.date - timedelta(days=before), kept.date + timedelta(days=observance.after)
    return Window(observance, kept.date, first, last, kept.estimated)


@remembered
def _windows(catalogue: Catalogue) -> tuple[Window, ...]:
    return tuple(window(catalogue.observances[kept.observance], kept) for kept in catalogue.observance_dates)


def windows_touching(catalogue: Catalogue, first_day: date, last_day: date) -> tuple[Window, ...]:
    """The windows that some day from the first to the last falls in, in order of time."""
    return tuple(
        found for found in _windows(catalogue) if found.first_day <= last_day and first_day <= found.last_day
    )


@remembered
def known_years(catalogue: Catalogue) -> tuple[int, ...]:
    """The years whose feasts and fasts are kept, in order."""
    return tuple(sorted({kept.date.year for kept in catalogue.observance_dates}))

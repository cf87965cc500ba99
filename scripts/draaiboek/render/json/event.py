"""An event as data, in the notation of `data/events.yaml`: what is published, and what the tally page fills in."""

from typing import Any

from draaiboek.model.entries import Event


def event_entry(event: Event) -> dict[str, Any]:
    """The event's fields as editors write them; what is left at its default is left out."""
    entry: dict[str, Any] = event.model_dump(
        mode="json", by_alias=True, exclude_none=True, exclude_defaults=True, fallback=str
    )
    return entry

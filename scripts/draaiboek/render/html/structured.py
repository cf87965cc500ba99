"""An event as schema.org data (JSON-LD), for search engines."""

import json
from typing import Any

from draaiboek.derive.events import EventView

_STATUS = {"cancelled": "https://schema.org/EventCancelled"}


def render_json_ld(view: EventView, address: str, language: str) -> str:
    """A data block for a page; empty for examples and for events without a full date."""
    day = view.date.full if view.date else None
    if view.example or day is None:
        return ""
    start = f"{day.isoformat()}T{view.opens:%H:%M}" if view.opens else day.isoformat()
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": view.title,
        "startDate": start,
        "eventStatus": _STATUS.get(view.status, "https://schema.org/EventScheduled"),
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "inLanguage": language,
        "url": address,
        "location": {"@type": "Place", "name": view.place, "address": view.place},
        "organizer": [{"@type": "Organization", "name": name} for name in view.organisers],
    }
    text = json.dumps(data, ensure_ascii=False).replace("<", "\\u003c")
    return f'<script type="application/ld+json">{text}</script>'

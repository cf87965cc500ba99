"""Published events read as editors write them."""

from typing import Any

import yaml
from draaiboek.catalogue import Catalogue
from draaiboek.render.json.event import event_entry

from .conftest import ROOT


def as_text(value: Any) -> Any:
    """Data as YAML without types: every scalar its text."""
    if isinstance(value, dict):
        return {key: as_text(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [as_text(inner) for inner in value]
    return {True: "true", False: "false"}.get(value, str(value)) if isinstance(value, bool) else str(value)


def without_unknown(entry: dict[str, Any]) -> dict[str, Any]:
    """What nobody knows need not be published."""
    access = {name: known for name, known in entry.get("accessibility", {}).items() if known != "unknown"}
    return {**entry, "accessibility": access} if access else entry


def test_every_event_is_written_as_it_stands_in_the_data_file(real: Catalogue) -> None:
    written = yaml.load((ROOT / "data/events.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)["events"]  # noqa: S506 - it makes nothing but texts

    assert [as_text(event_entry(event)) for event in real.events.values()] == [without_unknown(row) for row in written]

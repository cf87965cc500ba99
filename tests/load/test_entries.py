"""Plain values become typed entries; what does not fit becomes faults at the right positions."""

from typing import Any

import pytest
from draaiboek.load.entries import Parsed, parse_list, parse_one
from draaiboek.load.project import TABLES
from draaiboek.load.yaml_source import YamlTree, load_yaml
from draaiboek.model import chapter, entries, plan
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

EVENT = """\
events:
  - id: salon-1
    playbook: salon
    status: held
    date: 2019-05-20
    municipality: antwerpen
"""


def events(text: str) -> Parsed[entries.Event]:
    return parse_list(entries.Event, load_yaml("x.yaml", text), "events")


def found(parsed: Parsed[Any]) -> list[tuple[str, int, int]]:
    return [(fault.kind, fault.place.line, fault.place.column) for fault in parsed.faults]


def test_an_entry_that_fits_is_typed_and_knows_where_its_values_stand() -> None:
    parsed = events(EVENT)
    row = parsed.entries[0]

    assert (parsed.complete, parsed.faults, str(row.entry.date)) == (True, (), "2019-05-20")
    assert (row.place("date").line, row.place("date").column) == (5, 11)
    assert row.place("venue") == row.place()


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("organizers:\n      - vivo", ("key-unknown", 7, 5)),
        ("organisers: vivo", ("shape", 7, 17)),
        ("organisers:", ("shape", 7, 16)),
        ("organisers:\n      - vivo: x", ("shape", 8, 9)),
        ("organisers:\n      - ../vivo", ("identifier", 8, 9)),
        ("venue:\n      - x", ("shape", 8, 7)),
        ("venue:", ("empty-value", 7, 11)),
        ("venue: '  '", ("empty-value", 7, 12)),
        ("venue: <script>x", ("markup", 7, 12)),
        ("venue: Klik op JavaScript :x", ("markup", 7, 12)),
        ("venue: x onclick=alert(1)", ("markup", 7, 12)),
        ("venue: x onmouseover = 'y'", ("markup", 7, 12)),
        ("venue: '&#106;avascript'", ("markup", 7, 12)),
        ('venue: "x\\u202Ey"', ("invisible", 7, 12)),
        ('venue: "x\\u200By"', ("invisible", 7, 12)),
        ("example: no", ("flag", 7, 14)),
        ("end-date: 2026-02-30", ("date-unreal", 7, 15)),
        ("end-date: 2026-13", ("date-unreal", 7, 15)),
        ("end-date: 0000", ("date-year", 7, 15)),
        ("end-date: 20-05-2019", ("date-form", 7, 15)),
        ("end-date: 2026-2-3", ("date-form", 7, 15)),
        ("opens: 24:00", ("clock", 7, 12)),
        ("opens: 9:30", ("clock", 7, 12)),
        ("languages:\n      - Nederlands", ("language", 8, 9)),
        ("title: Salon", ("shape", 7, 12)),
        ("title:\n      nl:\n        - x", ("shape", 9, 9)),
        ("title:\n      Nederlands: Salon", ("language", 8, 7)),
        ("accessibility:\n      step-free: maybe", ("choice", 8, 18)),
        ("accessibility:\n      stepfree: yes", ("key-unknown", 8, 7)),
        ("results: 300", ("shape", 7, 14)),
        ("results:\n      visitors: 300", ("shape", 8, 17)),
        ("results:\n      visitors:\n        qualifier: about", ("key-missing", 9, 9)),
        ("results:\n      visitors:\n        value: 0123", ("count", 9, 16)),
        ("results:\n      visitors:\n        value: -3", ("count", 9, 16)),
        ("results:\n      visitors:\n        value: 3.5", ("count", 9, 16)),
        ("results:\n      visitors:\n        value: 1_000", ("count", 9, 16)),
    ],
)
def test_a_value_that_does_not_fit_is_one_fault_at_its_place(line: str, fault: tuple[str, int, int]) -> None:
    parsed = events(f"{EVENT}    {line}\n")

    assert (found(parsed), parsed.entries, parsed.complete) == ([fault], (), False)


def test_no_is_norwegian_where_a_language_is_asked() -> None:
    assert events(f"{EVENT}    languages:\n      - no\n").entries[0].entry.languages == ("no",)


def test_ordinary_text_with_signs_is_no_markup() -> None:
    venue = "Zaal A & B, < 60 plaatsen; onderwijs = toekomst: data: 3"

    assert events(f"{EVENT}    venue: '{venue}'\n").entries[0].entry.venue == venue


def test_all_faults_of_an_entry_are_named_and_the_next_entry_is_typed() -> None:
    text = EVENT.replace("held", "hold").replace("2019-05-20", "20/05/2019") + EVENT.removeprefix("events:\n")
    parsed = events(text)

    assert found(parsed) == [("choice", 4, 13), ("date-form", 5, 11)]
    assert [row.path for row in parsed.entries] == [("events", 1)]


def test_a_choice_names_what_can_be_chosen_and_an_unknown_key_what_can_stand_there() -> None:
    choice, key = events(f"{EVENT.replace('held', 'hold')}    accessibility:\n      stepfree: yes\n").faults

    assert choice.params["known"] == ("planned", "confirmed", "held", "cancelled", "announced")
    assert "step-free" in key.params["known"]


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("- id: x\n", [("root", 1, 1)]),
        ("salon\n", [("root", 1, 1)]),
        ("# leeg\n", [("root", 1, 1)]),
        ("event:\n  - id: x\n", [("key-unknown", 1, 1)]),
        ("events: []\nevent: []\n", [("key-unknown", 2, 1)]),
        ("events:\n", [("shape", 1, 8)]),
        ("events:\n  id: x\n", [("shape", 2, 3)]),
        ("events:\n  - salon\n", [("shape", 2, 5)]),
        ("events:\n  -\n", [("shape", 2, 4)]),
    ],
)
def test_a_file_in_another_form_is_one_fault(text: str, faults: list[tuple[str, int, int]]) -> None:
    parsed = events(text)

    assert (found(parsed), parsed.complete) == (faults, False)


def test_a_file_that_could_not_be_read_is_not_reported_again() -> None:
    parsed = parse_list(entries.Event, YamlTree("x.yaml", None), "events")

    assert (parsed.faults, parsed.complete) == ((), False)


@pytest.mark.parametrize(
    ("step", "faults"),
    [
        ("use: venue\n        offset: -16w", []),
        ("use: venue", ["key-missing"]),
        ("use: venue\n        offset: -16w\n        tasks: []", ["key-unknown"]),
        ("id: venue\n        offset: 16w\n        role: host\n        essential: true\n        tasks: []", ["offset"]),
    ],
)
def test_faults_of_a_step_are_those_of_its_own_form(step: str, faults: list[str]) -> None:
    text = f"id: salon\nphases:\n  - id: prepare\n    steps:\n      - {step}\n"
    _, found = parse_one(plan.Playbook, load_yaml("x.yaml", text))

    assert [fault.kind for fault in found] == faults


def test_many_faulty_entries_stay_readable() -> None:
    assert len(events("events:\n" + "  - x\n" * 5_000).faults) == 1_000


MODELS: list[type[BaseModel]] = [*TABLES.values(), plan.Playbook, plan.SharedSteps, chapter.Chapter]
PLAIN = st.recursive(
    st.text(max_size=8) | st.sampled_from(["2026-02-30", "24:00", "-3d", "0123", "no", "", "x" * 6_000]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=10,
)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_no_value_in_any_field_raises(model: type[BaseModel], data: st.DataObject) -> None:
    keys = [str(field.alias) for field in model.model_fields.values()]
    value = data.draw(st.dictionaries(st.sampled_from(keys) | st.text(max_size=5), PLAIN, max_size=8))

    located, faults = parse_one(model, YamlTree("x.yaml", value))

    assert (located is None) == bool(faults)

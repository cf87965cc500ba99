"""Events are compared with their status, and words with the languages of the site."""

from collections.abc import Callable

import pytest

Found = Callable[..., list[tuple[str, int, int, str]]]

PATH = "data/events.yaml"
HEAD = "events:\n  - id: salon-1\n    playbook: salon\n    municipality: antwerpen\n"
SOURCES = "    sources:\n      - source-1\n"
NUMBER = "      visitors:\n        value: 300\n"


@pytest.mark.parametrize("status", ["planned", "confirmed"])
@pytest.mark.parametrize(
    ("dates", "codes"),
    [
        ("    date: 2027-03-18\n", []),
        ("    date: 2027-03-18\n    end-date: 2027-03-19\n", []),
        ("    date: 2027-03-18~\n", ["EV201"]),
        ("    date: 2027-03\n", ["EV201"]),
        ("    date: 2027\n    end-date: 2028\n", ["EV201", "EV201"]),
        ("    date-before: 2027-03-18\n", ["EV201"]),
        ("", ["EV201"]),
        ("    date: 2027-03-18\n    date-before: 2027-04\n", ["EV202"]),
    ],
)
def test_an_event_to_come_has_full_days(found: Found, status: str, dates: str, codes: list[str]) -> None:
    problems = found({PATH: f"{HEAD}    status: {status}\n{dates}{SOURCES}"}, "EV201", "EV202")

    assert [code for _, _, _, code in problems] == codes


@pytest.mark.parametrize("status", ["held", "cancelled", "announced"])
@pytest.mark.parametrize(
    ("dates", "codes"),
    [
        ("    date: 2017\n", []),
        ("    date: 2017-12~\n", []),
        ("    date-before: 2019-05-20\n", []),
        ("", ["EV202"]),
        ("    date: 2017\n    date-before: 2019-05-20\n", ["EV202"]),
    ],
)
def test_another_event_has_one_date_however_rough(found: Found, status: str, dates: str, codes: list[str]) -> None:
    problems = found({PATH: f"{HEAD}    status: {status}\n{dates}{SOURCES}"}, "EV201", "EV202")

    assert [code for _, _, _, code in problems] == codes


@pytest.mark.parametrize(
    ("status", "results", "expected"),
    [
        ("planned", ["EV205"], []),
        ("confirmed", ["EV205"], []),
        ("announced", ["EV205"], []),
        ("held", [], ["EV206"]),
        ("cancelled", ["EV205"], ["EV206"]),
    ],
)
def test_results_and_expectations_go_with_a_status(found: Found, status: str, results: list[str], expected: list[str]) -> None:
    head = f"{HEAD}    status: {status}\n    date: 2027-03-18\n{SOURCES}"
    number = f"{NUMBER}        source: source-1\n"

    assert [code for *_, code in found({PATH: f"{head}    results:\n{number}"}, "EV")] == results
    assert [code for *_, code in found({PATH: f"{head}    expected:\n{number}"}, "EV")] == expected


def test_an_example_needs_no_sources_but_fits_its_status(found: Found) -> None:
    head = f"{HEAD}    example: true\n    date: 2027-03-18\n"

    assert found({PATH: f"{head}    status: held\n    results:\n{NUMBER}"}, "EV") == []
    assert found({PATH: f"{head}    status: planned\n    results:\n{NUMBER}"}, "EV") == [(PATH, 8, 5, "EV205")]


def test_each_number_without_a_source_is_named(found: Found) -> None:
    numbers = NUMBER + NUMBER.replace("visitors", "appointments-interview") + "        source: source-1\n"
    text = f"{HEAD}    status: held\n    date: 2019-05-20\n{SOURCES}    results:\n{numbers}{NUMBER.replace('visitors', 'employers')}"

    assert found({PATH: text}, "EV") == [(PATH, 10, 7, "EV207"), (PATH, 15, 7, "EV207")]


@pytest.mark.parametrize(
    ("note", "problems"),
    [
        ("    note: Alleen Nederlands.\n", []),
        ("    note:\n      nl: x\n      fr: y\n      ar: z\n", []),
        ("    note:\n      fr: y\n", [(PATH, 9, 5, "EV210")]),
        ("    note:\n      nl: x\n      de: y\n", [(PATH, 11, 7, "EV211")]),
        ("    title: {}\n", [(PATH, 9, 5, "EV210")]),
        ("    expected:\n      visitors:\n        value: 3\n        note:\n          en: x\n",
         [(PATH, 12, 9, "EV210"), (PATH, 13, 11, "EV211")]),
    ],
)  # fmt: skip
def test_words_are_in_dutch_and_in_languages_of_the_site(
    found: Found, note: str, problems: list[tuple[str, int, int, str]]
) -> None:
    text = f"{HEAD}    status: announced\n    date: 2019-05-20\n{SOURCES}{note}"

    assert found({PATH: text}, "EV") == problems


def test_words_of_values_inside_an_entry_are_looked_at_as_well(found: Found) -> None:
    path = "data/circumstances.yaml"
    value = "      - id: municipality\n        name:\n          fr: commune\n      - id: association\n        name:\n          nl: x\n"

    assert found({path: f"circumstances:\n  - id: organiser\n    name:\n      nl: x\n    values:\n{value}"}, "EV") == [
        (path, 7, 9, "EV210")
    ]

"""Contact data is found in all its spellings, and nothing else is taken for it."""

from collections.abc import Callable

import pytest
from draaiboek.rules.private_data import find_private

PRIVATE = [
    # e-mail addresses
    "an@voorbeeld.be",
    "An.Peeters+salon@sub.voorbeeld-stad.vlaanderen",
    "info@voorbeeld.be",
    "an (at) voorbeeld.be",
    "an[at]voorbeeld.be",
    "an [apenstaartje] voorbeeld.be",
    # Belgian mobile numbers
    "0470 12 34 56",
    "0470/12 34 56",
    "0470/12.34.56",
    "0470-12-34-56",
    "0470 123 456",
    "0470123456",
    "0499\u00a012\u00a034\u00a056",
    # Belgian landlines, zones of one and of two digits
    "02 123 45 67",
    "02/123.45.67",
    "(02) 123 45 67",
    "021234567",
    "03 234 56 78",
    "053 12 34 56",
    "016/12.34.56",
    "011 - 22 33 44",
    # general numbers
    "0800 12 345",
    "0900 123 45",
    "078 15 15 15",
    # international
    "+32 470 12 34 56",
    "+32470123456",
    "+32 (0)470 12 34 56",
    "+32 470 123 456",
    "+32 2 123 45 67",
    "0032 2 123 45 67",
    "+33 1 23 45 67 89",
    "+31 20 123 4567",
    "+44 20 7946 0958",
    "+1-202-555-0123",
    "+212 6 12 34 56 78",
    # Arabic-Indic digits
    "٠٤٧٠ ١٢ ٣٤ ٥٦",
]

HARMLESS = [
    # years, dates and clocks
    "2017-2018",
    "2019-05-20",
    "20/05/2019",
    "01-02-2019 9 uur",
    "02.03.2019-04.03.2019",
    "van 09.30 tot 12.00 uur",
    "0930-1200",
    "13:30-17:00",
    "in 2017, 2018, 2019 en 2020",
    # figures
    "1 378 016",
    "1.378.016",
    "1\u00a0378\u00a0016 inwoners",
    "+12 345 678",
    "+1.378.016",
    "0,123456789",
    "0.123456789",
    "300, 280 en 10 werkgevers",
    "11,1 procent van 123 456 789",
    "-12w, -3d, +2w, +0min, -90min",
    # law, numbers of documents and companies
    "koninklijk besluit van 11 februari 2019",
    "decreet van 2 mei 2007, artikel 12 tot 14",
    "Numac 2019011234",
    "C-2019/012345",
    "ISBN 978-0-12-345678-9",
    "ISBN 0-306-40615-2",
    "0417.497.106",
    "BE 0417 497 106",
    "KBO 0417497106",
    "BE71 0961 2345 6769",
    # addresses and ids
    "Kaai 5 bus 12, 2000 Antwerpen",
    "https://www.example.org/0470123456",
    "https://www.example.org/?mail=0470 en verder",
    "https://medium.com/@naam/artikel-021234567",
    "https://kbopub.economie.fgov.be/x?ondernemingsnummer=0417497106",
    "000000000000",
    "0123456789ab",
    "012345678901",
    "zorgtalent-2019",
    "@voorbeeld",
    "an @ voorbeeld",
    "een e-mailadres",
    "(at)",
    # general short numbers
    "bel 112 of 1700",
]


@pytest.mark.parametrize("text", PRIVATE)
def test_contact_data_is_found_whole_inside_a_sentence(text: str) -> None:
    assert list(find_private(f"Vraag het aan {text}.")) == [(14, text)]


@pytest.mark.parametrize("text", HARMLESS)
def test_other_numbers_and_signs_are_left_alone(text: str) -> None:
    assert list(find_private(f"Zie {text}.")) == []


def test_every_address_and_number_in_a_text_is_found() -> None:
    text = "an@voorbeeld.be, bo@voorbeeld.be of 0470 12 34 56 en 02 123 45 67"

    assert [found for _, found in find_private(text)] == [
        "an@voorbeeld.be", "bo@voorbeeld.be", "0470 12 34 56", "02 123 45 67",
    ]  # fmt: skip


def test_data_front_matter_interface_and_chapters_are_all_searched(
    found: Callable[..., list[tuple[str, int, int, str]]], base: Callable[..., str]
) -> None:
    why = base("docs/nl/book/why.md", ("er is.", "er is, zegt an@voorbeeld.be."), ("Er kwamen", "- Bel 0470 12 34 56.\n\nEr kwamen"))

    assert found(
        {
            "data/roles.yaml": base("data/roles.yaml", ("Bewaakt", "an@voorbeeld.be bewaakt")),
            "i18n/nl.yaml": base("i18n/nl.yaml", ("menu: Menu", "menu: an@voorbeeld.be")),
            "docs/nl/book/why.md": why,
        },
        "PR",
    ) == [
        ("data/roles.yaml", 7, 11, "PR101"),
        ("docs/nl/book/why.md", 3, 14, "PR101"),
        ("docs/nl/book/why.md", 12, 7, "PR101"),
        ("i18n/nl.yaml", 2, 7, "PR101"),
    ]


def test_contact_data_in_an_entry_with_another_fault_is_found_as_well(
    found: Callable[..., list[tuple[str, int, int, str]]], base: Callable[..., str]
) -> None:
    roles = base("data/roles.yaml", ("Bewaakt", "an@voorbeeld.be bewaakt"), ("name:", "naam:"))

    assert ("data/roles.yaml", 7, 11, "PR101") in found({"data/roles.yaml": roles})

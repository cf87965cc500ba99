"""Cited figures stand in the text as their language writes numbers, and counts of people have a source."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from draaiboek.rules.support.number_formats import has_number, written

Found = Callable[..., list[tuple[str, int, int, str]]]
Base = Callable[..., str]

PATH = "docs/nl/index.md"
HEAD = "---\ntitle: Draaiboek\ndescription: Hoe mensen elkaar vinden.\n---\n\n# Draaiboek\n\n"


@pytest.mark.parametrize(
    ("language", "value", "text"),
    [
        ("nl", "1378016", "1.378.016"),
        ("nl", "11.1", "11,1"),
        ("fr", "1378016", "1\u202f378\u202f016"),
        ("en", "1378016.25", "1,378,016.25"),
        ("zh-Hant", "1500", "1,500"),
        ("tlh", "0.5", "0.5"),
    ],
)
def test_messages_show_numbers_as_the_language_writes_them(language: str, value: str, text: str) -> None:
    assert written(Decimal(value), language) == text


@pytest.mark.parametrize(
    ("language", "value", "line"),
    [
        ("nl", "1378016", "Er zijn 1.378.016 mensen."),
        ("nl", "1500", "1500 mensen"),
        ("nl", "1500", "1 500 mensen"),
        ("fr", "1500", "1\u00a0500 personnes"),
        ("fr", "1500", "1\u2009500 personnes"),
        ("fr", "1500", "1.500 personnes"),
        ("en", "1500", "1,500 people"),
        ("ar", "1500", "١٥٠٠ شخص"),
        ("ar", "1500", "١٬٥٠٠ شخص"),
        ("ar", "11.1", "١١٫١٪"),
        ("ar", "11.1", "11,1%"),
        ("nl", "300", "In 2019 300 bezoekers"),
        ("nl", "300", "**300**, ja"),
        ("nl", "11.10", "11,1%"),
        ("nl", "3.0", "3 of 3,0"),
        ("nl", "-2.5", "\u22122,5 procentpunt"),
    ],
)
def test_a_number_is_recognised_in_every_accepted_form(language: str, value: str, line: str) -> None:
    assert has_number(line, Decimal(value), language)


@pytest.mark.parametrize(
    ("language", "value", "line"),
    [
        ("nl", "300", "1.300 bezoekers"),
        ("nl", "300", "300.000 bezoekers"),
        ("nl", "300", "3000 bezoekers"),
        ("nl", "300", "1\u202f300 bezoekers"),
        ("nl", "10", "10,5 procent"),
        ("nl", "11.1", "11.1%"),
        ("nl", "11.1", "11,12%"),
        ("en", "11.1", "11,1%"),
        ("en", "1500", "1.500 people"),
        ("nl", "-2.5", "2,5 procentpunt"),
        ("nl", "300", "driehonderd bezoekers"),
    ],
)
def test_another_number_or_another_form_is_not_taken_for_it(language: str, value: str, line: str) -> None:
    assert not has_number(line, Decimal(value), language)


def test_a_figure_is_looked_for_on_the_line_of_its_footnote_only(found: Found) -> None:
    body = "Er kwamen 300 bezoekers.\nDat zijn er veel.[^visitors-2019]\n\n| Bezoekers | 300 [^visitors-2019] |\n"

    assert found({PATH: HEAD + body}, "SR103") == [(PATH, 9, 18, "SR103")]


def test_a_note_written_by_hand_is_one_fault_and_footnotes_in_code_are_none(found: Found) -> None:
    body = "Een.[^a]\nTwee.[^a]\nDrie.[^b]\n`[^c]`\n\n[^a]: Bron.\n"

    assert found({PATH: HEAD + body}, "SR") == [(PATH, 10, 6, "SR101"), (PATH, 13, 1, "SR102")]


def test_footnotes_are_not_looked_up_in_tables_that_could_not_be_read_whole(found: Found, base: Base) -> None:
    for table in ("sources", "figures"):
        path = f"data/{table}.yaml"
        broken = base(path) + "  - id: half\n"

        assert found({PATH: HEAD + "Een.[^half]\n"}, "SR101") != []
        assert found({PATH: HEAD + "Een.[^half]\n", path: broken}, "SR101") == []


@pytest.mark.parametrize(
    ("line", "columns"),
    [
        ("Van de 300 bezoekers kwam 33,5 % terug.", [8, 27]),
        ("Er waren 1.500 werkzoekenden.", [10]),
        ("Er waren 12 openstaande vacatures.", [10]),
        ("1 500 personnes et 20 demandeurs d’emploi", [1, 20]),
        ("12 pour cent, 12 procent, 12 percent", [1, 15, 27]),
        ("٣٠٠ زائر و ١١٪", [1, 12]),
        ("| Bezoekers | 300 mensen |", [15]),
        ("Er waren 9 werkgevers, tien mensen en 0 jobs.", []),
        ("In 2019 mensen ontmoeten.", []),
        ("Een gesprek duurt 20 minuten, mensen wachten.", []),
        ("Reken 60 stoelen en 120 woorden.", []),
        ("[Tekst](a-300-mensen.md){ #x-300-mensen }", []),
        ("`300 mensen`", []),
        ("## 300 mensen { #x }", []),
        ("Er kwamen 300 bezoekers en 20 % bleef.[^source-1]", []),
        ("Artikel 12.3.14 mensen, zone-30 bezoekers", []),
    ],
)
def test_shares_and_counts_of_people_and_jobs_ask_for_a_source_on_their_line(
    found: Found, line: str, columns: list[int]
) -> None:
    assert [column for _, _, column, _ in found({PATH: f"{HEAD}{line}\n"}, "SR104")] == columns


def test_the_text_of_steps_asks_for_sources_too(found: Found, base: Base) -> None:
    path = "playbook/shared/nl/venue.md"

    assert found({path: base(path, ("een plek", "een plek voor 60 bezoekers"))}, "SR") == [(path, 7, 33, "SR104")]

"""Alphabetical order."""

from draaiboek.derive.alphabet import alphabetical


def test_marks_capitals_and_quotes_do_not_count() -> None:
    words = ["zorg", "Één plan", "eerste stap", "‘De’ doelgroep", "Émile", "ezel", "3 routes"]

    assert sorted(words, key=alphabetical) == [
        "3 routes", "‘De’ doelgroep", "Één plan", "eerste stap", "Émile", "ezel", "zorg",
    ]  # fmt: skip


def test_words_that_differ_only_in_marks_keep_one_order() -> None:
    assert sorted(["één", "een"], key=alphabetical) == sorted(["een", "één"], key=alphabetical)

"""How long a page takes to read."""

from draaiboek.derive.reading import WORDS_A_MINUTE, reading_minutes


def test_words_of_text_headings_and_tables_count_and_footnotes_do_not() -> None:
    text = "# Titel\n\n" + "woord " * 300 + "\n\n## Kop { #kop }\n\n| a | b |\n|---|---|\n| " + "cel " * 138 + "| x |\n"

    assert reading_minutes(text, "Titel") == 2
    assert reading_minutes(text + "\n[^bron]: " + "noot " * 5_000, "Titel") == 2


def test_even_an_empty_page_takes_a_minute() -> None:
    assert reading_minutes("# Titel", "Titel") == 1
    assert reading_minutes("# Titel\n\n" + "woord " * WORDS_A_MINUTE * 10, "Titel") == 10

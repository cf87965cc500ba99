"""The columns of a model text's table."""

from draaiboek.render.template_columns import column_widths


def test_a_column_of_short_texts_is_narrow_and_one_of_long_texts_wide() -> None:
    hour, what = column_widths([("Uur", "Wat"), ("9.00", "Elke organisatie zegt in twee minuten waarom ze hier is")])

    assert hour < what / 3


def test_no_word_is_broken_off() -> None:
    assert column_widths([("Samenwerkingsovereenkomst", ""), ("x", "")])[0] > len("Samenwerkingsovereenkomst")


def test_a_column_to_write_in_is_as_wide_as_the_table_leaves() -> None:
    two = column_widths([("Vraag", "Antwoord"), ("Wie?", "")])
    seven = column_widths([tuple("abcdefg"), ("",) * 7])

    assert two[1] > two[0]
    assert max(seven) < two[1]


def test_short_rows_are_filled_up() -> None:
    assert len(column_widths([("a", "b", "c"), ("x",)])) == 3

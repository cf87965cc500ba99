"""Headings and elements with an id are found wherever they stand, but never in code, and keep their words whole."""

from draaiboek.derive.search import search_sections
from draaiboek.load.headings import Element, HeadingLine, elements_of, headings_of

CODE = """# Titel

```sh
# Geen kop
## Geen deel { #no-part }
<p id="no-element">Geen element</p>
```

Zo: `<b id="no-word">geen woord</b>`.

## Het woord `draaiboek` { #word }

<h2 id="block">Blok &amp; <em>meer</em></h2>
<p class="lead" id="lead">Tekst met `code`</p>
"""


def test_headings_keep_code_and_escaped_signs_in_their_words_and_lose_their_closing_marks() -> None:
    text = "# C\\# en `x` ##\n#Kort\n###### Diep ## {: #deep .smal }\n## C\\#\n"

    assert list(headings_of(text)) == [
        HeadingLine(1, "C\\# en `x`", None, 0),
        HeadingLine(1, "Kort", None, 1),
        HeadingLine(6, "Diep", "deep", 2),
        HeadingLine(2, "C\\#", None, 3),
    ]


def test_what_stands_in_code_is_neither_a_heading_nor_an_element() -> None:
    assert list(headings_of(CODE)) == [HeadingLine(1, "Titel", None, 0), HeadingLine(2, "Het woord `draaiboek`", "word", 10)]
    assert list(elements_of(CODE)) == [
        Element("h2", "Blok &amp; ", "block", 12),
        Element("p", "Tekst met `code`", "lead", 13),
    ]


def test_search_cuts_a_page_at_its_headings_and_not_in_its_code() -> None:
    assert [(section.id, section.title) for section in search_sections(CODE, "Titel")] == [
        ("", "Titel"),
        ("word", "Het woord draaiboek"),
    ]

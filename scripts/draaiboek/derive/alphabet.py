"""Alphabetical order as readers expect it.

In: a title or a term. Out: what to sort by. It knows no language: letters with marks stand with their
base letter, and quotation marks, hyphens and capitals do not count, which suits nl, fr and en alike.
"""

import unicodedata
from functools import lru_cache


@lru_cache(maxsize=20_000)
def alphabetical(text: str) -> tuple[str, str]:
    """The key to sort a text by; the text itself decides between two that differ only in marks."""
    letters = unicodedata.normalize("NFKD", text).casefold()
    plain = "".join(letter for letter in letters if letter.isalnum() or letter.isspace())
    return " ".join(plain.split()), text

"""How long a page takes to read."""

import re

from draaiboek.derive.search import search_sections

WORDS_A_MINUTE = 220
"""A calm pace for informative prose; tables are read slower and skipped more, which evens out."""
_WORD = re.compile(r"\w+")


def reading_minutes(markdown: str, title: str) -> int:
    """Minutes, at least one, of everything on a page but its footnotes."""
    words = sum(len(_WORD.findall(f"{section.title} {section.text}")) for section in search_sections(markdown, title))
    return max(1, round(words / WORDS_A_MINUTE))

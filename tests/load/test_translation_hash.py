"""The hash of a text changes with its words and with nothing else."""

import hashlib
import unicodedata

from draaiboek.load.markdown import load_markdown
from draaiboek.load.text import TextFile
from draaiboek.load.translation_hash import text_hash


def hashed(body: str, title: str = "Titel", description: str | None = "Meer") -> str:
    return text_hash(load_markdown(TextFile("x.md", f"---\ntitle: anders\n---\n{body}")), title, description)


def test_the_hash_is_the_documented_one() -> None:
    joined = "# Titel\n\nÉén zin.\0Titel\0Meer"

    assert hashed("\n# Titel  \n\nÉén zin.\n\n") == hashlib.sha256(joined.encode()).hexdigest()[:12]


def test_blanks_line_ends_and_stored_accents_do_not_count() -> None:
    body = "# Titel\n\nÉén zin.\nEn nog een."

    assert len({
        hashed(body),
        hashed(body.replace("\n", "\r\n")),
        hashed(body.replace("\n", " \t\n") + "\n\n\n"),
        hashed(unicodedata.normalize("NFD", body)),
        hashed(body, "Titel ", "Meer\n"),
    }) == 1  # fmt: skip


def test_words_blanks_before_them_and_empty_lines_between_them_count() -> None:
    bodies = ["# Titel\n\nZin.", "# Titel\n\nzin.", "# Titel\nZin.", "# Titel\n\n    Zin.", "# Titel\n\nZin"]

    assert len({hashed(body) for body in bodies} | {hashed(bodies[0], "titel"), hashed(bodies[0], description=None)}) == 7


def test_words_that_move_between_body_and_title_count() -> None:
    assert hashed("a", "b", "c") != hashed("", "a", "bc")
    assert hashed("a", "b", None) == hashed("a", "b", "")

"""The hash by which a translation says which Dutch text it matches.

In: a Markdown file with its title and description. Out: 12 hex digits. Only words count: neither
other front matter nor line ends, trailing blanks, blank lines around the body or the way an accent
is stored change the hash. Nothing is read or written here.
"""

import hashlib
import unicodedata

from draaiboek.load.markdown import MarkdownFile


def text_hash(file: MarkdownFile, title: str, description: str | None) -> str:
    r"""Hash a text: the first 12 hex digits of a SHA-256.

    Hashed is the UTF-8 of `body`, `title` and `description` in this order, joined by `\0`; each in
    Unicode form NFC, with LF line ends, without blanks at the ends of lines and without blank lines at
    its start and end. A missing description counts as an empty one.
    """
    joined = "\0".join(_plain(part) for part in (file.body, title, description or ""))
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _plain(text: str) -> str:
    lines = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(line.rstrip() for line in lines).strip("\n")

"""The sections that visitors can search: plain text per heading of a page."""

import re
from dataclasses import dataclass
from html import unescape

from draaiboek.derive.checklist import plain
from draaiboek.load.headings import headings_of


@dataclass(frozen=True, slots=True)
class SearchSection:
    """The text below one heading; `id` is empty above the first one."""

    id: str
    title: str
    text: str


_USED = re.compile(r"^.*\n[ \t]*\{: \.used-on \}$", re.MULTILINE)
"""Where a source is used: a list of other pages, which are found by themselves."""
_NOISE = re.compile(r"^\s*(?:!!!\s*\w+|\?\?\?\+?\s*\w+|===|```.*|\|[\s:|-]+\|$|\[\^[^\]]+\]:.*|\{:[^}]*\}\s*$)")


def search_sections(markdown: str, title: str) -> tuple[SearchSection, ...]:
    """Cut a page's Markdown at its headings; tags and marks fall away."""
    sections: list[tuple[str, str, list[str]]] = [("", title, [])]
    body = _USED.sub("", markdown)
    headings = {heading.index: heading for heading in headings_of(body)}
    for index, line in enumerate(body.split("\n")):
        heading = headings.get(index)
        if heading and heading.level > 1 and heading.anchor:
            sections.append((heading.anchor, plain(heading.text), []))
        elif heading is None and not line.startswith("[^"):
            sections[-1][2].append(_NOISE.sub("", line))
    return tuple(
        SearchSection(name, words, text)
        for name, words, lines in sections
        if (text := _text(lines)) or name == ""
    )  # fmt: skip


def _text(lines: list[str]) -> str:
    joined = re.sub(r"<script\b.*?</script>", " ", "\n".join(lines), flags=re.DOTALL)
    joined = re.sub(r"<[^>]+>", " ", joined)
    joined = re.sub(r"^\s*(?:[-*+]|\d+\.)\s+", "", joined, flags=re.MULTILINE)
    joined = re.sub(r"\{\s*(?:[#.]|lang=)[^}]*\}", "", joined.replace("|", " "))
    return " ".join(unescape(plain(joined)).replace('"', " ").split())

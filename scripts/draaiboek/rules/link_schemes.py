"""A link opens a page, and nothing else.

What: a link to another site begins with `https://` or `http://`; addresses of mail, scripts, files and
other things are refused, and so is `//` without a scheme.
Why: a link is the one place in a text where a script could hide, and mail addresses do not belong on
the site.

Wrong (MD113), docs/nl/index.md:

    ---
    title: Draaiboek
    description: Hoe organisaties en werkzoekenden elkaar vinden.
    ---

    # Draaiboek

    Schrijf naar [de redactie](mailto:redactie).

Right, docs/nl/index.md:

    ---
    title: Draaiboek
    description: Hoe organisaties en werkzoekenden elkaar vinden.
    ---

    # Draaiboek

    Lees [waarom](book/why.md) of [het taalbeleid van VDAB](https://www.vdab.be/).
"""

import re
from collections.abc import Iterator

from draaiboek.load.project import Project
from draaiboek.model.problem import Problem
from draaiboek.rules.support.diagnostics import error
from draaiboek.rules.support.pages import Page, each_page
from draaiboek.rules.support.targets import read_target

SCHEME = error(
    "MD113",
    nl=(
        "een link mag niet met '{scheme}' beginnen",
        "Gebruik een relatief pad naar een bestand, of een volledig adres dat met https:// begint.",
    ),
    en=(
        "a link must not begin with '{scheme}'",
        "Use a relative path to a file, or a full address that begins with https://.",
    ),
)

DIAGNOSTICS = (SCHEME,)

ALLOWED_SCHEMES = ("http", "https")

_ANY_TARGET = re.compile(
    r"\]\([ \t]*+\n?[ \t]*+<?[ \t]*+([^\s()<>]++)"
    r"|<([A-Za-z][A-Za-z0-9+.-]*+://[^<>\s]*+)>"
    r"|^[ \t>:*+-]*+\[[^\]^\n]++\]:[ \t]*+\n?[ \t]*+<?([^\s<>]++)",
    re.MULTILINE,
)


def check(project: Project) -> Iterator[Problem]:
    """Look at the beginning of every target on every page."""
    yield from each_page(project, _schemes)


def _schemes(page: Page) -> Iterator[Problem]:
    """Look at whatever may become a link, also where it is not quite well formed: browsers are forgiving."""
    text = "\n".join(page.file.masked)
    for match in _ANY_TARGET.finditer(text):
        scheme = read_target(match[1] or match[2] or match[3]).scheme
        if scheme not in ("", *ALLOWED_SCHEMES) and not (scheme == "//" and _is_image(text, match.start())):
            lines = text[: match.start(match.lastindex or 0)].split("\n")
            place = page.file.place(len(lines) - 1, len(lines[-1]) + 1)
            yield SCHEME.at(place, scheme=scheme if scheme == "//" else f"{scheme}:")


def _is_image(text: str, end: int) -> bool:
    """Images from another host are reported as images."""
    return text.rfind("![", 0, end) > text.rfind("](", 0, end)

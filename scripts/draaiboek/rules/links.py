"""Every link leads somewhere, and says where.

What: a link to another page is a relative path, `../visitors/what-is-a-salon.md#who`; the page and the
id exist in that language, or in Dutch where a language shows Dutch pages; the words of the link say
where it leads. From the text of a step, paths start at
the page that shows it: `../../book/why.md`.
Why: a dead link ends a reader's search, an absolute path breaks when the site moves, and "click here"
says nothing to whoever hears only the links of a page.

Wrong (MD111), docs/nl/index.md:

    ---
    title: Draaiboek
    description: Hoe organisaties en werkzoekenden elkaar vinden.
    ---

    # Draaiboek

    Lees [waarom](book/wy.md).

Wrong (MD112), docs/nl/index.md:

    ---
    title: Draaiboek
    description: Hoe organisaties en werkzoekenden elkaar vinden.
    ---

    # Draaiboek

    Lees [de cijfers](book/why.md#figure).

Wrong (MD114), docs/nl/index.md:

    ---
    title: Draaiboek
    description: Hoe organisaties en werkzoekenden elkaar vinden.
    ---

    # Draaiboek

    Voor de cijfers, [klik hier](book/why.md).

Wrong (MD115), docs/nl/index.md:

    ---
    title: Draaiboek
    description: Hoe organisaties en werkzoekenden elkaar vinden.
    ---

    # Draaiboek

    Lees [waarom](/nl/book/why/).

Right, docs/nl/index.md:

    ---
    title: Draaiboek
    description: Hoe organisaties en werkzoekenden elkaar vinden.
    ---

    # Draaiboek

    Lees [de cijfers](book/why.md#figures).
"""

import re
from collections.abc import Iterator

from draaiboek.load.markdown import Link
from draaiboek.load.project import Project
from draaiboek.model.problem import Problem
from draaiboek.rules.support.diagnostics import error, listed, nearest, shown, warning
from draaiboek.rules.support.pages import Page, all_pages
from draaiboek.rules.support.site import Site, site_of
from draaiboek.rules.support.targets import Target, close_places, read_target, relative, resolve

DEAD_PAGE = error(
    "MD111",
    nl=(
        "'{target}' leidt naar geen pagina van de site",
        "Schrijf het pad vanaf dit bestand naar het andere bestand, met '.md' op het einde.",
    ),
    en=(
        "'{target}' leads to no page of the site",
        "Write the path from this file to the other file, ending in '.md'.",
    ),
)
DEAD_ANCHOR = error(
    "MD112",
    nl=(
        "'{target}' leidt naar een pagina zonder de id '{anchor}'",
        "Neem de id over die achter de tussentitel staat. De ids op die pagina: {choices}.",
    ),
    en=(
        "'{target}' leads to a page without the id '{anchor}'",
        "Copy the id that stands behind the heading. The ids on that page: {choices}.",
    ),
)
EMPTY_WORDS = warning(
    "MD114",
    nl=(
        "de woorden van deze link zeggen niet waar hij naartoe gaat: '{words}'",
        "Zet de titel of het onderwerp van de pagina tussen de vierkante haken.",
    ),
    en=(
        "the words of this link do not say where it leads: '{words}'",
        "Put the title or the subject of the page between the square brackets.",
    ),
)
ABSOLUTE = error(
    "MD115",
    nl=("'{target}' is geen relatief pad", "Schrijf het pad vanaf dit bestand: '../book/channels.md'."),
    en=("'{target}' is not a relative path", "Write the path from this file: '../book/channels.md'."),
)

DIAGNOSTICS = (DEAD_PAGE, DEAD_ANCHOR, EMPTY_WORDS, ABSOLUTE)

_SAYS_NOTHING = frozenset(
    """
    hier|klik hier|klik|hier klikken|lees meer|lees hier|lees verder|meer|meer lezen|meer info|meer informatie|
    meer weten|link|deze link|deze pagina|via deze link|
    here|click here|click|read more|more|more info|more information|learn more|see here|this link|this page|
    ici|cliquez ici|cliquer ici|clic|lire la suite|lire plus|plus|plus d'infos|plus d'informations|en savoir plus|
    lien|ce lien|cette page|voir ici|
    هنا|اضغط هنا|اضغطوا هنا|انقر هنا|انقروا هنا|اقرأ المزيد|المزيد|هذا الرابط
    """.replace("\n", "").replace("    ", "").split("|")
)


def check(project: Project) -> Iterator[Problem]:
    """Follow every link of every page."""
    site = site_of(project)
    for page in all_pages(project):
        for link in page.file.links:
            if not link.image:
                yield from _words(page, link)
            yield from _target(site, page, link)


def _words(page: Page, link: Link) -> Iterator[Problem]:
    words = _written(page, link)
    if words is None:
        return
    plain = re.sub(r"!?\[([^\]]*)\](?:\([^)]*\))?", r"\1", words)
    plain = " ".join(re.sub(r"[*_`.:!?,;…>→«»\"“”]", " ", plain.replace("’", "'")).casefold().split())
    if not plain or plain in _SAYS_NOTHING:
        yield EMPTY_WORDS.at(link.place, words=shown(words))


def _written(page: Page, link: Link) -> str | None:
    """The words as they are written, code included; None for links whose words stand elsewhere."""
    text = "\n".join(page.file.lines[link.place.line - page.file.first_line :][:20])
    start = link.place.column - 1
    if text[start : start + 1] != "[":
        return None
    return text[start + 1 : start + 1 + len(link.text)]


def _target(site: Site, page: Page, link: Link) -> Iterator[Problem]:
    target = read_target(link.target)
    if target.external:
        return
    if target.path.startswith("/"):
        yield ABSOLUTE.at(link.place, candidates=_instead(site, page, target), target=shown(link.target))
    elif not link.image:
        # The text of a shared step stands on several pages: one fault, however many pages show it.
        found = (problem for address in page.addresses for problem in _inside(site, page, address, link, target))
        yield from [problem for problem in [next(found, None)] if problem]


def _instead(site: Site, page: Page, target: Target) -> tuple[str, ...]:
    """The relative path to the page that an absolute path means."""
    place = re.sub(rf"^/+({page.language}/)?", "", target.path).rstrip("/").removesuffix(".md")
    meant = [address for address in (place, f"{place}/index".lstrip("/")) if site.has_page(page.language, address)]
    return tuple(relative(page.addresses[0], f"{address}.md") for address in meant)


def _inside(site: Site, page: Page, address: str, link: Link, target: Target) -> Iterator[Problem]:
    """Look for the page, and on it for the id, that a relative link means."""
    place = resolve(address, target.path) if target.path else f"{address}.md"
    destination = place.removesuffix(".md")
    is_page = place.endswith(".md") and site.has_page(page.language, destination)
    if not link.target or not (is_page or _is_file(site, page.language, place)):
        known = {f"{name}.md" for name in site.addresses(page.language)}
        yield DEAD_PAGE.at(link.place, candidates=_close(address, place, known), target=shown(link.target))
    elif is_page and target.anchor:
        anchors = site.anchors(page.language, destination)
        if anchors is not None and target.anchor not in anchors:
            yield DEAD_ANCHOR.at(
                link.place, candidates=nearest(target.anchor, anchors), target=shown(link.target),
                anchor=shown(target.anchor), choices=listed(sorted(anchors), 20) or "–",
            )  # fmt: skip


def _is_file(site: Site, language: str, place: str) -> bool:
    return not place.endswith(".md") and (site.has_file(language, place) or site.has_download(place))


def _close(address: str, place: str, known: set[str]) -> tuple[str, ...]:
    """Existing pages near a dead target: first the page it would be with '.md' behind it."""
    exact = [name for name in (f"{place}.md", f"{place}/index.md") if name in known]
    return tuple(relative(address, name) for name in exact) or close_places(address, place, known)

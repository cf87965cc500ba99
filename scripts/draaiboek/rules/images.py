"""Every image has words, and stands on this site.

What: an image has a text between its square brackets that says what it shows; its file (png, jpg, svg
or webp) stands beside the chapters, under `docs/<language>/`, and is named with a relative path.
Why: readers who do not see the image get its words, and a page that takes an image from another
site tells that site who reads it.

Wrong (MD121), docs/nl/index.md:

    ---
    title: Draaiboek
    description: Hoe organisaties en werkzoekenden elkaar vinden.
    ---

    # Draaiboek

    ![](salon.svg)

Wrong (MD122), docs/nl/index.md:

    ---
    title: Draaiboek
    description: Hoe organisaties en werkzoekenden elkaar vinden.
    ---

    # Draaiboek

    ![Drie mensen aan een tafel](saloon.svg)

Wrong (MD123), docs/nl/index.md:

    ---
    title: Draaiboek
    description: Hoe organisaties en werkzoekenden elkaar vinden.
    ---

    # Draaiboek

    ![Drie mensen aan een tafel](https://www.vdab.be/salon.svg)

Right, docs/nl/index.md:

    ---
    title: Draaiboek
    description: Hoe organisaties en werkzoekenden elkaar vinden.
    ---

    # Draaiboek

    ![Drie mensen aan een tafel](salon.svg)
"""

from collections.abc import Iterator

from draaiboek.load.markdown import Link
from draaiboek.load.project import Project
from draaiboek.model.problem import Problem
from draaiboek.rules.support.diagnostics import error, shown
from draaiboek.rules.support.pages import Page, all_pages
from draaiboek.rules.support.site import Site, site_of
from draaiboek.rules.support.targets import close_places, read_target, resolve

NO_WORDS = error(
    "MD121",
    nl=(
        "het beeld '{target}' heeft geen woorden",
        "Schrijf tussen de vierkante haken wat erop te zien is en waarom het hier staat.",
    ),
    en=(
        "the image '{target}' has no words",
        "Write between the square brackets what it shows and why it is here.",
    ),
)
NO_FILE = error(
    "MD122",
    nl=(
        "het beeld '{target}' bestaat niet",
        "Zet het bestand (png, jpg, svg of webp) bij de hoofdstukken en schrijf het pad vanaf dit bestand.",
    ),
    en=(
        "the image '{target}' does not exist",
        "Put the file (png, jpg, svg or webp) beside the chapters and write the path from this file.",
    ),
)
OTHER_HOST = error(
    "MD123",
    nl=(
        "het beeld '{target}' komt van een andere site",
        "Zet het bestand bij de hoofdstukken, als u het mag gebruiken, of maak er een link van.",
    ),
    en=(
        "the image '{target}' comes from another site",
        "Put the file beside the chapters, if you may use it, or make it a link.",
    ),
)

DIAGNOSTICS = (NO_WORDS, NO_FILE, OTHER_HOST)

ENDINGS = (".png", ".jpg", ".svg", ".webp")


def check(project: Project) -> Iterator[Problem]:
    """Look at every image of every page."""
    site = site_of(project)
    for page in all_pages(project):
        for link in page.file.links:
            if link.image:
                yield from _image(site, page, link)


def _image(site: Site, page: Page, link: Link) -> Iterator[Problem]:
    if not link.text.strip():
        yield NO_WORDS.at(link.place, target=shown(link.target))
    target = read_target(link.target)
    if target.scheme in ("http", "https", "//"):
        yield OTHER_HOST.at(link.place, target=shown(link.target))
    elif not target.external and not target.path.startswith("/"):
        yield from _file(site, page, link, target.path)


def _file(site: Site, page: Page, link: Link, path: str) -> Iterator[Problem]:
    """Another scheme or an absolute path is a fault of any link, and reported as such."""
    for address in page.addresses:
        place = resolve(address, path)
        if not (place.endswith(ENDINGS) and site.has_file(page.language, place)):
            known = [name for name in site.files(page.language) if name.endswith(ENDINGS)]
            yield NO_FILE.at(link.place, candidates=close_places(address, place, known), target=shown(link.target))
            return

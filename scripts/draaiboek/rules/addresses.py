"""A published address never vanishes without leading on.

What: every address in `reference/addresses.txt`, the list of all that was ever published, is still a page or a
file of the site, or `data/redirects.yaml` says where it leads now; a redirect begins where there is nothing any
more and ends at an address that exists. This is looked at once there are no other errors.
Why: people have kept, printed and sent these addresses; a search engine sends them there for years.

Wrong (AD101), reference/addresses.txt:

    nl/book/reasons/

Wrong (AD102), data/redirects.yaml:

    redirects:
      - from: nl/book/reasons/
        to: nl/book/wy/

Wrong (AD103), data/redirects.yaml:

    redirects:
      - from: nl/book/why/
        to: nl/

Right, data/redirects.yaml:

    redirects:
      - from: nl/book/reasons/
        to: nl/book/why/
"""

from collections.abc import Iterator

from draaiboek.load.project import PUBLISHED, Project
from draaiboek.model.problem import Place, Problem
from draaiboek.rules.support.diagnostics import error, nearest
from draaiboek.rules.support.site_names import lasting_addresses

VANISHED = error(
    "AD101",
    nl=(
        "het adres '{address}' is gepubliceerd en bestaat niet meer",
        "Zet in data/redirects.yaml waarheen het nu leidt: 'from: {address}' en 'to:' met het nieuwe adres.",
    ),
    en=(
        "the address '{address}' was published and is gone",
        "Say in data/redirects.yaml where it leads now: 'from: {address}' and 'to:' with the new address.",
    ),
)
NOWHERE = error(
    "AD102",
    nl=(
        "de doorverwijzing van '{address}' leidt naar '{target}', en dat adres bestaat niet",
        "Verbeter 'to:' in data/redirects.yaml.",
    ),
    en=(
        "the redirect of '{address}' leads to '{target}', and there is no such address",
        "Correct 'to:' in data/redirects.yaml.",
    ),
)
TAKEN = error(
    "AD103",
    nl=(
        "'{address}' leidt door, maar er staat ook een pagina op dat adres",
        "Haal de doorverwijzing uit data/redirects.yaml, of geef de pagina een ander adres.",
    ),
    en=(
        "'{address}' leads on, but there is a page at that address as well",
        "Remove the redirect from data/redirects.yaml, or give the page another address.",
    ),
)

DIAGNOSTICS = (VANISHED, NOWHERE, TAKEN)

WAITS_FOR_ERRORS = True
"""An address may be gone only because of another fault: that one is told first, alone."""


def check(project: Project) -> Iterator[Problem]:
    """Compare what was published, and the redirects, with what there is."""
    present = lasting_addresses(project)
    redirects = project.entries("redirects")
    leading = {row.entry.from_ for row in redirects}
    for address, line in project.published.items():
        if address not in present and address not in leading:
            yield VANISHED.at(Place(PUBLISHED, line), address=address)
    for row in redirects:
        address, target = row.entry.from_, row.entry.to
        if target not in present:
            yield NOWHERE.at(row.place("to"), candidates=nearest(target, present), address=address, target=target)
        if address in present:
            yield TAKEN.at(row.place("from"), address=address)

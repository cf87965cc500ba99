"""Every file stands where it is read, under a name that can be an address.

What: `data/` and `i18n/` hold the files that are read, `playbook/` and `docs/` have a folder for each
language of `data/languages.yaml`, and the names of files and folders are lower-case letters, digits
and hyphens.
Why: a file that is not read is missing on the site without a word, and a name is part of an address:
it must be easy to type in every language and the same on every computer.

Wrong (FL107), docs/xx/book/why.md:

    ---
    title: Waarom
    description: Waarom dit boek er is.
    ---

    # Waarom

Wrong (FL108), data/event.yaml:

    events: []

Wrong (FL109), docs/nl/book/Why_Not.md:

    ---
    title: Waarom
    description: Waarom dit boek er is.
    ---

    # Waarom

Right, docs/nl/book/why-not.md:

    ---
    title: Waarom
    description: Waarom dit boek er is.
    ---

    # Waarom
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from draaiboek.load.project import TABLES, Project
from draaiboek.model.problem import Place, Problem
from draaiboek.rules.support.diagnostics import error, listed, nearest, shown

UNKNOWN_LANGUAGE = error(
    "FL107",
    nl=(
        "'{folder}' hoort bij geen taal van de site",
        "De talen van de site zijn {choices}: hernoem dit, of voeg de taal toe in data/languages.yaml.",
    ),
    en=(
        "'{folder}' belongs to no language of the site",
        "The languages of the site are {choices}: rename this, or add the language in data/languages.yaml.",
    ),
)
UNEXPECTED = error(
    "FL108",
    nl=(
        "'{path}' wordt niet gelezen: een bestand met deze naam hoort niet op deze plaats",
        "Verbeter de naam, zet het op zijn plaats of verwijder het.",
    ),
    en=(
        "'{path}' is not read: a file of this name does not belong in this place",
        "Correct the name, move it to its place or remove it.",
    ),
)
NOT_AN_ADDRESS = error(
    "FL109",
    nl=(
        "'{name}' kan geen deel van een webadres zijn",
        "Hernoem het met alleen kleine letters zonder accenten, cijfers en koppeltekens.",
    ),
    en=(
        "'{name}' cannot be part of a web address",
        "Rename it with lower-case letters without accents, digits and hyphens only.",
    ),
)

DIAGNOSTICS = (UNKNOWN_LANGUAGE, UNEXPECTED, NOT_AN_ADDRESS)

_IN_CHAPTERS = (".md", ".svg", ".png", ".jpg", ".jpeg", ".webp", ".gif", ".pdf")
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)


def check(project: Project) -> Iterator[Problem]:
    """Report unknown languages, files that are not read, and names that cannot be addresses."""
    fitting = [path for path in sorted(project.files) if _fits(path)]
    yield from _languages(project, fitting)
    yield from _unexpected(project, sorted(project.files - set(fitting)))
    yield from _names(fitting)


def _fits(path: str) -> bool:  # noqa: PLR0911 - one for each place
    """Whether loading reads a file of this name in this place."""
    match path.split("/"):
        case ["data", name]:
            return name.removesuffix(".yaml") in TABLES and name.endswith(".yaml")
        case ["i18n", name]:
            return name.endswith(".yaml")
        case ["playbook", "ids.lock"] | ["playbook", "shared", "steps.yaml"]:
            return True
        case ["playbook", folder, "playbook.yaml"]:
            return folder != "shared"
        case ["playbook", _, _, page]:
            return page.endswith(".md")
        case ["docs", _, *_, page]:
            return page.endswith(_IN_CHAPTERS)
    return False


def _languages(project: Project, paths: Iterable[str]) -> Iterator[Problem]:
    """One problem for each folder or file that belongs to an unknown language."""
    if not project.tables["languages"].complete:
        return
    known = [row.entry.code for row in project.entries("languages")]
    first: dict[str, str] = {}
    for path in paths:
        if folder := _language_folder(path):
            first.setdefault(folder, path)
    for folder, path in first.items():
        code = folder.rpartition("/")[2].removesuffix(".yaml")
        if code not in known:
            place = Place(path)
            yield UNKNOWN_LANGUAGE.at(place, candidates=nearest(code, known), folder=folder, choices=listed(known))


def _language_folder(path: str) -> str | None:
    """The part of a path that ends in a language, if it has one."""
    parts = path.split("/")
    depth = {"docs": 2, "playbook": 3, "i18n": 2}.get(parts[0], 0)
    is_folder = len(parts) > depth or parts[0] == "i18n"
    return "/".join(parts[:depth]) if depth and is_folder else None


def _unexpected(project: Project, paths: Iterable[str]) -> Iterator[Problem]:
    for path in paths:
        folder, _, name = path.rpartition("/")
        known = _names_in(project, folder, name)
        found = [known[stem] for stem in nearest(name.partition(".")[0], known)]
        yield UNEXPECTED.at(Place(path), candidates=tuple(better for better in found if better != name), path=path)


def _names_in(project: Project, folder: str, name: str) -> dict[str, str]:
    """What files in a folder are called: stem to whole name."""
    match folder.split("/"):
        case ["data"]:
            return {table: f"{table}.yaml" for table in TABLES}
        case ["i18n"]:
            return {row.entry.code: f"{row.entry.code}.yaml" for row in project.entries("languages")}
        case ["playbook"]:
            return {"ids": "ids.lock"}
        case ["playbook", "shared"]:
            return {"steps": "steps.yaml"}
        case ["playbook", _]:
            return {"playbook": "playbook.yaml"}
    stem, dot, ending = name.partition(".")
    is_text = ending.lower() in ("md", "markdown", "mdown", "txt")
    return {stem: f"{stem}.md"} if dot and is_text and folder.count("/") else {}


def _names(paths: Iterable[str]) -> Iterator[Problem]:
    """One problem for each file or folder under `docs/` and `playbook/` with a name that is no address."""
    seen: set[str] = set()
    for path in paths:
        parts = path.split("/")
        language = {"docs": 1, "playbook": 2}.get(parts[0])
        for depth, part in enumerate(parts):
            whole = "/".join(parts[: depth + 1])
            if language is None or depth in (0, language) or whole in seen:
                continue
            seen.add(whole)
            stem, dot, ending = part.rpartition(".") if whole == path else (part, "", "")
            if not _SLUG.fullmatch(stem):
                better = _slug(stem)
                candidates = (f"{better}{dot}{ending}",) if better else ()
                yield NOT_AN_ADDRESS.at(Place(path), candidates=candidates, name=shown(part))


def _slug(text: str) -> str:
    """The nearest name that can be an address."""
    letters = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", letters.lower()).strip("-")

"""Every file is there and can be read as text.

What: the tables of `data/` and each event form's `playbook.yaml` exist; a file is UTF-8 text, holds
something and is at most 5 MB.
Why: what cannot be read cannot be checked, and would be missing on the site without a word.

Wrong (FL101), docs/nl/book/why.md:

    (empty file)

Wrong (FL102), data/events.yaml:

    (bytes 50 4B 03 04 14 00 06 00)

Wrong (FL103), data/roles.yaml:

    (bytes 72 6F 6C 65 73 3A 20 E9)

Wrong (FL104), data/events.yaml:

    (5300000 times x)

Wrong (FL106), data/events.yaml:

    (no file)

Right, data/events.yaml:

    events:
      - id: salon-1
        playbook: salon
        status: held
        date: 2019-05-20
        municipality: antwerpen
        sources:
          - source-1
"""

from collections.abc import Iterator

from draaiboek.load.project import Project
from draaiboek.model.problem import Place, Problem
from draaiboek.rules.support.diagnostics import error, from_faults

MISSING = error(
    "FL106",
    nl=(
        "het bestand '{path}' ontbreekt of kan niet gelezen worden",
        "Zet het terug, of kijk na of het onder een andere naam bewaard is.",
    ),
    en=(
        "the file '{path}' is missing or cannot be read",
        "Put it back, or check whether it was saved under another name.",
    ),
)

_BY_FAULT = {
    "file-empty": error(
        "FL101",
        nl=("dit bestand is leeg", "Zet de inhoud terug, of verwijder het bestand als het niet meer nodig is."),
        en=("this file is empty", "Put its contents back, or remove the file if it is no longer needed."),
    ),
    "file-binary": error(
        "FL102",
        nl=(
            "dit is geen tekstbestand",
            "Is het een Word- of Excelbestand? Neem de tekst over in een gewoon tekstbestand en bewaar dat als UTF-8.",
        ),
        en=(
            "this is not a text file",
            "Is it a Word or Excel file? Copy its text into a plain text file and save that as UTF-8.",
        ),
    ),
    "file-encoding": error(
        "FL103",
        nl=(
            "dit bestand is niet als UTF-8 bewaard: op deze plaats staat een teken dat niet te lezen is ({byte})",
            "Open het, kijk de letters met accenten na en bewaar het opnieuw met codering UTF-8.",
        ),
        en=(
            "this file was not saved as UTF-8: the character at this place cannot be read ({byte})",
            "Open it, check the letters with accents and save it again with encoding UTF-8.",
        ),
    ),
    "file-large": error(
        "FL104",
        nl=(
            "dit bestand is te groot: {size} MB, en hoogstens {limit} MB wordt gelezen",
            "Kijk na of er iets in staat dat er niet hoort; splits een lange tekst over verschillende pagina's.",
        ),
        en=(
            "this file is too large: {size} MB, and at most {limit} MB is read",
            "Check whether it holds something that does not belong there; split a long text into several pages.",
        ),
    ),
    "file-missing": MISSING,
    # A file that vanished or was locked between listing and reading is as good as missing.
    "file-unreadable": MISSING,
}

DIAGNOSTICS = tuple(dict.fromkeys(_BY_FAULT.values()))


def check(project: Project) -> Iterator[Problem]:
    """Report every file that is missing or could not be read as text."""
    yield from from_faults(project, _BY_FAULT)
    for folder in sorted(_playbook_folders(project)):
        path = f"playbook/{folder}/playbook.yaml"
        if path not in project.files:
            yield MISSING.at(Place(path), path=path)


def _playbook_folders(project: Project) -> set[str]:
    """The folders that hold an event form's words; `shared` holds shared steps, `templates` model texts."""
    parts = [path.split("/") for path in project.files]
    return {part[1] for part in parts if part[0] == "playbook" and len(part) > 2} - {"shared", "templates"}

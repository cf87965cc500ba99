r"""Text is only text, and addresses are web addresses.

What: text fields hold no HTML, no script and no invisible control characters; an address begins with
`http://` or `https://`.
Why: what stands in the data is shown on many pages, in calendars and in spreadsheets; markup would break
some of them, and could run in a reader's browser.

Wrong (FD131), data/events.yaml:

    events:
      - id: salon-1
        playbook: salon
        status: held
        date: 2019-05-20
        municipality: antwerpen
        venue: Stadhuis <script>alert(1)</script>

Wrong (FD132), data/events.yaml:

    events:
      - id: salon-1
        playbook: salon
        status: held
        date: 2019-05-20
        municipality: antwerpen
        venue: "Stadhuis\u202E"

Wrong (FD133), data/sources.yaml:

    sources:
      - id: source-1
        title: Een bron
        kind: press
        language: nl
        url: javascript:alert(1)

Right, data/sources.yaml:

    sources:
      - id: source-1
        title: Een bron & meer, < 10 bladzijden
        kind: press
        language: nl
        url: https://www.example.org/een-bron?id=1
"""

from collections.abc import Iterator

from draaiboek.load.project import Project
from draaiboek.model.problem import Problem
from draaiboek.rules.support.diagnostics import error, from_faults

_BY_FAULT = {
    "markup": error(
        "FD131",
        nl=(
            "hier mag alleen gewone tekst staan, en deze bevat opmaak of code: '{value}'",
            "Verwijder de code; opmaak kan alleen in hoofdstukken, met Markdown.",
        ),
        en=(
            "only plain text can stand here, and this holds markup or code: '{value}'",
            "Remove the code; only chapters can have markup, in Markdown.",
        ),
    ),
    "invisible": error(
        "FD132",
        nl=(
            "deze tekst bevat een onzichtbaar teken ({value})",
            "Typ de tekst opnieuw; zulke tekens komen mee bij het plakken uit een ander programma.",
        ),
        en=(
            "this text holds an invisible character ({value})",
            "Type the text again; such characters come along when pasting from another program.",
        ),
    ),
    "url": error(
        "FD133",
        nl=("'{value}' is geen webadres", "Neem het adres over uit de browser; het begint met https:// en bevat geen spaties."),
        en=("'{value}' is not a web address", "Copy the address from the browser; it begins with https:// and has no spaces."),
    ),
}

DIAGNOSTICS = tuple(_BY_FAULT.values())


def check(project: Project) -> Iterator[Problem]:
    """Report text that is more than text, and addresses that are no web addresses."""
    yield from from_faults(project, _BY_FAULT)

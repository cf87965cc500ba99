r"""YAML is written so that it can be read in one way.

What: indentation is made of spaces and shows what belongs to what, every key is followed by a colon and
a space, quotes and brackets are closed, and no comment follows a value. A text file begins with its
front matter between two lines of three hyphens.
Why: one wrong space moves a line to another entry, and everything below it with it.

Wrong (YA101), data/events.yaml:

    events:
      - id: salon-1
       playbook: salon

Wrong (YA102), data/events.yaml:

    events:
      - id: salon-1
    \tplaybook: salon

Wrong (YA103), data/events.yaml:

    (bytes 65 76 65 6E 74 73 3A 20 07)

Wrong (YA104), docs/nl/book/why.md:

    # Waarom

    Hierom.

Wrong (YA105), docs/nl/book/why.md:

    ---
    title: Waarom
    description: Waarom dit boek er is.

    # Waarom

Wrong (YA106), data/events.yaml:

    events:
      - id: salon-1
        playbook: salon
        status: held
        date: 2019-05-20
        municipality: antwerpen
        venue: Zaal #3

Right, data/events.yaml:

    events:
      - id: salon-1
        playbook: salon
        status: held
        title:
          nl: "Salon #3: kom kijken"
        date: 2019-05-20
        municipality: antwerpen
"""

from collections.abc import Iterator

from draaiboek.load.project import Project
from draaiboek.model.problem import Problem
from draaiboek.rules.support.diagnostics import error, from_faults

SYNTAX = error("YA101", nl=("{said_nl}", "{advice_nl}"), en=("{said_en}", "{advice_en}"))

_BY_FAULT = {
    "yaml-tab": error(
        "YA102",
        nl=("deze regel springt in met een tab", "Vervang de tab door spaties: twee per niveau."),
        en=("this line is indented with a tab", "Replace the tab by spaces: two for each level."),
    ),
    "yaml-character": error(
        "YA103",
        nl=(
            "hier staat een onzichtbaar teken dat niet in YAML mag ({value})",
            "Verwijder het: wis de plek rond dit teken en typ ze opnieuw. Het kwam wellicht mee uit een ander programma.",
        ),
        en=(
            "an invisible character that YAML does not allow stands here ({value})",
            "Remove it: delete the spot around it and type it again. It was probably pasted from another program.",
        ),
    ),
    "front-missing": error(
        "YA104",
        nl=(
            "de gegevens boven de tekst ontbreken",
            "Begin het bestand met een regel '---', dan 'title:' en 'description:', dan weer een regel '---'.",
        ),
        en=(
            "the data above the text is missing",
            "Begin the file with a line '---', then 'title:' and 'description:', then a line '---' again.",
        ),
    ),
    "front-unclosed": error(
        "YA105",
        nl=(
            "de gegevens boven de tekst worden nergens afgesloten",
            "Zet een regel met alleen '---' tussen de gegevens en de tekst.",
        ),
        en=(
            "the data above the text is never closed",
            "Put a line with only '---' between the data and the text.",
        ),
    ),
    "yaml-comment": error(
        "YA106",
        nl=(
            "wat na '#' staat, wordt niet gelezen: '{value}'",
            "Hoort het bij de tekst? Zet de hele tekst tussen dubbele aanhalingstekens. Een opmerking hoort bij 'note:'.",
        ),
        en=(
            "what follows '#' is not read: '{value}'",
            "Is it part of the text? Put the whole text between double quotes. A remark belongs in 'note:'.",
        ),
    ),
}

DIAGNOSTICS = (SYNTAX, *_BY_FAULT.values())

_WORDS = {
    "indent": (
        "deze regel springt niet even ver in als de regels waar hij bij hoort",
        "Laat sleutels die bij elkaar horen op dezelfde kolom beginnen; elk niveau springt twee spaties in.",
        "this line is not indented as far as the lines it belongs with",
        "Let keys that belong together begin in the same column; each level is indented by two spaces.",
    ),
    "colon": (
        "de tekst op deze regel bevat nog een dubbelepunt met een spatie erachter",
        "Zet de hele tekst tussen dubbele aanhalingstekens.",
        "the text on this line holds another colon followed by a space",
        "Put the whole text between double quotes.",
    ),
    "no-colon": (
        "op deze regel ontbreekt een dubbelepunt met een spatie erachter",
        "Schrijf 'sleutel: waarde'; gaat de tekst van de regel erboven hier verder, laat hem dan verder inspringen.",
        "this line lacks a colon followed by a space",
        "Write 'key: value'; if the text of the line above goes on here, indent it further.",
    ),
    "unclosed": (
        "hier gaat een aanhalingsteken of haakje open dat nergens goed sluit",
        "Sluit het op dezelfde regel; hoort het bij de tekst, zet dan de hele tekst tussen dubbele aanhalingstekens.",
        "a quote or bracket that opens here is never properly closed",
        "Close it on the same line; if it belongs to the text, put the whole text between double quotes.",
    ),
    "character": (
        "met dit teken kan een waarde niet beginnen of verdergaan",
        "Zet de hele tekst tussen dubbele aanhalingstekens.",
        "a value cannot begin or go on with this character",
        "Put the whole text between double quotes.",
    ),
    "rest": (
        "na het aanhalingsteken of haakje dat de waarde sluit, staat nog tekst",
        (
            "Aanhalingstekens of een apostrof in de tekst? Zet de hele tekst tussen dubbele aanhalingstekens en"
            " gebruik binnenin enkele."
        ),
        "there is more text after the quote or bracket that closes the value",
        "Quotes or an apostrophe in the text? Put the whole text between double quotes and use single ones inside.",
    ),
    "list": (
        "een lijst kan niet op dezelfde regel beginnen als haar sleutel",
        "Zet elk streepje op een nieuwe regel, ingesprongen onder de sleutel.",
        "a list cannot begin on the same line as its key",
        "Put each dash on a new line, indented under the key.",
    ),
    "block": (
        "na '>' of '|' begint de tekst pas op de volgende regel",
        "Zet de tekst op de volgende regel, ingesprongen; of zet hem tussen dubbele aanhalingstekens.",
        "after '>' or '|' the text only begins on the next line",
        "Put the text on the next line, indented; or put it between double quotes.",
    ),
    "escape": (
        "een schuine streep naar links ('\\') heeft tussen dubbele aanhalingstekens een bijzondere betekenis",
        "Schrijf ze twee keer, of gebruik enkele aanhalingstekens rond de tekst.",
        "a backslash ('\\') has a special meaning between double quotes",
        "Write it twice, or use single quotes around the text.",
    ),
    "other": (
        "deze regel is geen geldige YAML",
        "Vergelijk de regel en die erboven met een andere plaats in dit bestand, of zet de tekst tussen aanhalingstekens.",
        "this line is not valid YAML",
        "Compare this line and the one above with another place in this file, or put the text between quotes.",
    ),
}
"""For each cause what is said and advised, in Dutch and in English."""


def check(project: Project) -> Iterator[Problem]:
    """Report every file whose YAML cannot be read, at the place where it shows."""
    for fault in project.faults:
        if fault.kind == "yaml-syntax":
            said_nl, advice_nl, said_en, advice_en = _WORDS.get(str(fault.params["reason"]), _WORDS["other"])
            yield SYNTAX.at(fault.place, said_nl=said_nl, advice_nl=advice_nl, said_en=said_en, advice_en=advice_en)
    yield from from_faults(project, _BY_FAULT)

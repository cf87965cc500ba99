"""The words of the interface are the same set in every language.

What: `i18n/<language>.yaml` holds one line a text, `key: text`, with keys in lower-case letters, digits
and hyphens; every language has a file, with the keys and the `{placeholders}` of the Dutch one; texts
have no markup. A language with the scope `visitors` may leave out what its pages do not show.
Why: a missing text leaves a button without a name, and a placeholder that is misspelt is shown as it
stands.

Wrong (UI101), i18n/fr.yaml:

    search-result: "{count} résultats"
    menu: Menu

Wrong (UI102), i18n/fr.yaml:

    menu: Menu

Wrong (UI103), i18n/fr.yaml:

    search-results: "{number} résultats"
    menu: Menu

Wrong (UI104), i18n/fr.yaml:

    search-results: "<b>{count}</b> résultats"
    menu: Menu

Wrong (UI105), i18n/fr.yaml:

    search-results: "{count} résultats"
    menu:
      - Menu

Wrong (UI106), i18n/fr.yaml:

    (no file)

Right, i18n/fr.yaml:

    search-results: "{count} résultats"
    menu: Menu
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from draaiboek.load.project import Project
from draaiboek.load.yaml_source import YamlTree
from draaiboek.model.entries import Scope
from draaiboek.model.problem import Place, Problem, Severity
from draaiboek.model.source_language import SOURCE_LANGUAGE
from draaiboek.model.values import ValueFault, parse_identifier, parse_text
from draaiboek.rules.support.diagnostics import error, listed, nearest, shown, warning
from draaiboek.rules.support.pages import scopes

UNKNOWN = error(
    "UI101",
    nl=("de sleutel '{key}' bestaat niet in i18n/nl.yaml", "Verbeter hem, of voeg hem eerst daar toe."),
    en=("the key '{key}' does not exist in i18n/nl.yaml", "Correct it, or add it there first."),
)
MISSING = warning(
    "UI102",
    nl=("nog niet vertaald uit i18n/nl.yaml ({count}): {keys}", "Vertaal ze in {path}."),
    en=("not translated yet from i18n/nl.yaml ({count}): {keys}", "Translate them in {path}."),
)
PLACEHOLDERS = error(
    "UI103",
    nl=(
        "de invulplaatsen zijn niet die van het Nederlands: verwacht {expected}, gevonden {found}",
        "Neem de woorden tussen accolades letterlijk over; ze worden niet vertaald.",
    ),
    en=(
        "the placeholders are not those of the Dutch: expected {expected}, found {found}",
        "Copy the words between braces to the letter; they are not translated.",
    ),
)
MARKUP = error(
    "UI104",
    nl=(
        "een tekst van de site heeft geen opmaak, en hier staat '{value}'",
        "Schrijf gewone tekst, zonder HTML of Markdown.",
    ),
    en=("a text of the interface has no markup, and here is '{value}'", "Write plain text, without HTML or Markdown."),
)
NOT_FLAT = error(
    "UI105",
    nl=(
        "bij '{key}' staat geen gewone regel 'sleutel: tekst'",
        "Schrijf links een sleutel in kleine letters, cijfers en koppeltekens, en rechts één tekst.",
    ),
    en=(
        "'{key}' is not a plain line 'key: text'",
        "Write a key in lower-case letters, digits and hyphens on the left, and one text on the right.",
    ),
)
NO_FILE = error(
    "UI106",
    nl=("de taal '{language}' heeft geen teksten voor de site", "Maak {path} naar het voorbeeld van i18n/nl.yaml."),
    en=("the language '{language}' has no texts for the interface", "Make {path} after the example of i18n/nl.yaml."),
)

DIAGNOSTICS = (UNKNOWN, MISSING, PLACEHOLDERS, MARKUP, NOT_FLAT, NO_FILE)
LOOKS_AT_CHAPTERS = False

_FOR_VISITORS = ("frame-", "search-", "visitor", "access-", "known-", "notice-", "page-search", "root-", "site-")
"""The texts that a language with only the visitors' section shows."""

_PLACEHOLDER = re.compile(r"\{[^{}]*\}|[{}]")
_MARKDOWN = re.compile(r"\*\*|__|`|\]\(|&[A-Za-z]+;")


def check(project: Project) -> Iterator[Problem]:
    """Compare the texts of every language with the Dutch ones."""
    texts = _texts(project.strings.get(SOURCE_LANGUAGE))
    dutch = {key: text for key, text in texts.items() if _is_plain(key, text)}
    for language, tree in project.strings.items():
        yield from _form(tree)
        yield from _markup(tree)
        if language != SOURCE_LANGUAGE and dutch:
            yield from _keys(project, language, tree, dutch)
            yield from _placeholders(tree, dutch)
    for row in project.entries("languages"):
        if row.entry.code not in project.strings:
            path = f"i18n/{row.entry.code}.yaml"
            yield NO_FILE.at(row.place("code"), language=row.entry.code, path=path)


def _texts(tree: YamlTree | None) -> Mapping[str, str]:
    """The keys of a file that have one text each; empty when the file could not be read."""
    if tree is None or not isinstance(tree.value, dict):
        return {}
    return {key: text for key, text in tree.value.items() if isinstance(text, str)}


def _form(tree: YamlTree) -> Iterator[Problem]:
    if tree.value is not None and not isinstance(tree.value, dict):
        yield NOT_FLAT.at(tree.place(), key=tree.path)
        return
    for key, text in (tree.value or {}).items():
        if not _is_plain(key, text):
            yield NOT_FLAT.at(tree.key_place((key,)), key=shown(key))


def _is_plain(key: str, text: object) -> bool:
    try:
        parse_identifier(key)
    except ValueFault:
        return False
    return isinstance(text, str) and bool(text.strip())


def _markup(tree: YamlTree) -> Iterator[Problem]:
    for key, text in _texts(tree).items():
        if found := _found_markup(text):
            yield MARKUP.at(tree.place((key,)), value=shown(found))


def _found_markup(text: str) -> str | None:
    """What is not plain text: HTML, script, invisible characters, or Markdown."""
    try:
        parse_text(text)
    except ValueFault as fault:
        return str(fault.params["value"]) if fault.kind in ("markup", "invisible") else None
    match = _MARKDOWN.search(text)
    return match[0] if match else None


def _keys(project: Project, language: str, tree: YamlTree, dutch: Mapping[str, str]) -> Iterator[Problem]:
    """A misspelt key is one fault: the key it was meant for is not counted as missing as well."""
    if not isinstance(tree.value, dict):
        return
    missing = [key for key in dutch if key not in tree.value]
    for key, text in tree.value.items():
        if key not in dutch and _is_plain(key, text):
            meant = nearest(key, missing)
            yield UNKNOWN.at(tree.key_place((key,)), candidates=meant, key=shown(key))
            missing = [other for other in missing if other not in meant[:1]]
    full = scopes(project).get(language) is not Scope.VISITORS
    missing = [key for key in missing if full or key.startswith(_FOR_VISITORS)]
    if missing:
        diagnostic = MISSING if full else replace(MISSING, severity=Severity.INFO)
        yield diagnostic.at(Place(tree.path), count=len(missing), keys=listed(missing, 8), path=tree.path)


def _placeholders(tree: YamlTree, dutch: Mapping[str, str]) -> Iterator[Problem]:
    for key, text in _texts(tree).items():
        expected, found = (set(_PLACEHOLDER.findall(words)) for words in (dutch.get(key, ""), text))
        if key in dutch and text.strip() and expected != found:
            yield PLACEHOLDERS.at(tree.place((key,)), expected=_row(expected), found=_row(found))


def _row(names: set[str]) -> str:
    return shown(listed(sorted(names), 8)) or "–"

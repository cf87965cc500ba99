"""The site holds no e-mail addresses or phone numbers.

What: no e-mail address and no phone number in any text of `data/`, `playbook/`, `docs/` and `i18n/`; web
addresses are fine.
Why: the files are public and kept for ever. A person's contact data may not be published without need, a
mailbox or a number changes, and robots collect them: link to the organisation's contact page instead.

Wrong (PR101), data/events.yaml:

    events:
      - id: salon-1
        playbook: salon
        status: held
        date: 2019-05-20
        municipality: antwerpen
        note: Inschrijven kan bij an.peeters@voorbeeld.be of 0470 12 34 56.

Right, data/events.yaml:

    events:
      - id: salon-1
        playbook: salon
        status: held
        date: 2019-05-20
        municipality: antwerpen
        note: Van 13.30 tot 17.00 uur; 1 378 016 mensen; wet van 10 mei 2007; https://www.example.org/0470123456
"""

import re
from collections.abc import Iterator

from draaiboek.load.markdown import MarkdownFile
from draaiboek.load.project import Project
from draaiboek.load.yaml_source import YamlTree
from draaiboek.model.problem import Problem
from draaiboek.rules.support.diagnostics import error, shown
from draaiboek.rules.support.texts import texts

PRIVATE = error(
    "PR101",
    nl=(
        "'{value}' is een e-mailadres of telefoonnummer",
        "Verwijder het; verwijs naar een functie of naar de contactpagina van de organisatie.",
    ),
    en=(
        "'{value}' is an e-mail address or phone number",
        "Remove it; refer to a role or to the organisation's contact page.",
    ),
)

DIAGNOSTICS = (PRIVATE,)

_ASCII_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "0123456789" * 2)
_SPELT_AT = re.compile(r"[(\[](?:at|apenstaartje|arobase)[)\]]", re.IGNORECASE)
_ASCII_DIGIT = re.compile("[0-9]")
_GAP = r"[ \u00a0\u2009\u202f./\-\u2010-\u2013]"
_NO_NUMBER_BEFORE = rf"(?<![\w+])(?<!\d{_GAP})(?<!\d,)"
_NO_NUMBER_AFTER = rf"(?!\w)(?!{_GAP}\d)(?!,\d)"

# Web addresses and company numbers (0123.456.789, BE 0123 456 789) hold digits that are no phone number.
_HARMLESS = re.compile(
    r"https?://[^\s<>\"')\]]+|\b(?:BE|KBO|BCE|RSZ)[ .:]*[01]\d{3}[ .]?\d{3}[ .]?\d{3}\b|(?<!\d)[01]\d{3}\.\d{3}\.\d{3}(?!\d)",
    re.IGNORECASE,
)
_EMAIL = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,200}(?:@| ?[(\[](?:at|apenstaartje|arobase)[)\]] ?)(?:[\w-]{1,63}\.){1,6}[a-z]{2,24}\b", re.IGNORECASE
)
_BELGIAN = re.compile(
    rf"{_NO_NUMBER_BEFORE}(?:"
    rf"\(?0[2349]\)?{_GAP}{{0,3}}\d{{3}}{_GAP}?\d\d{_GAP}?\d\d"  # 02 123 45 67
    rf"|\(?0[1-9]\d\)?{_GAP}{{0,3}}(?:\d\d{_GAP}?\d\d{_GAP}?\d\d|\d{{3}}{_GAP}?\d{{3}})"  # 053 12 34 56
    rf"|\(?04[5-9]\d\)?{_GAP}{{0,3}}(?:\d\d{_GAP}?\d\d{_GAP}?\d\d|\d{{3}}{_GAP}?\d{{3}})"  # 0470 12 34 56
    rf"|0[789]0\d{_GAP}{{0,3}}(?:\d\d{_GAP}?\d{{3}}|\d{{3}}{_GAP}?\d\d)"  # 0800 12 345
    rf"){_NO_NUMBER_AFTER}"
)
_INTERNATIONAL = re.compile(
    rf"{_NO_NUMBER_BEFORE}(?:\+|00)[1-9]\d{{0,2}}(?:{_GAP}{{0,2}}\(0\))?(?:{_GAP}?\(?\d\)?){{6,12}}{_NO_NUMBER_AFTER}"
)
# A rise such as "+12 345 678" or "+1.378.016" is a figure; +32 is Belgium, whatever the grouping.
_RISE = re.compile(rf"\+(?!32)\d{{1,3}}(?:{_GAP}\d{{3}}){{2}}")


def check(project: Project) -> Iterator[Problem]:
    """Report every e-mail address and phone number, in data and in text."""
    for tree in project.trees.values():
        yield from project.memory.found(_in_tree, tree)
    for file in project.markdown():
        yield from project.memory.found(_in_file, file)


def _in_file(file: MarkdownFile) -> Iterator[Problem]:
    if file.front is not None:
        yield from _in_tree(file.front)
    for index, line in enumerate(file.masked):
        for column, found in find_private(line):
            yield PRIVATE.at(file.place(index, column + 1), value=shown(found))


def find_private(text: str) -> Iterator[tuple[int, str]]:
    """Every e-mail address and phone number in a text, with its position from 0."""
    # Most text has neither an @ nor enough digits; this keeps long chapters fast.
    fewest = 7 if "(" in text or "[" in text else 8
    if "@" not in text and _digits(text) < fewest and not _SPELT_AT.search(text):
        return
    plain = text.translate(_ASCII_DIGITS)
    plain = _HARMLESS.sub(lambda match: "·" * len(match[0]), plain)
    for pattern in (_EMAIL, _BELGIAN, _INTERNATIONAL):
        for match in pattern.finditer(plain):
            if not _RISE.fullmatch(match[0]):
                yield match.start(), text[match.start() : match.end()]


def _digits(text: str) -> int:
    return len(_ASCII_DIGIT.findall(text)) if text.isascii() else sum(map(str.isdigit, text))


def _in_tree(tree: YamlTree) -> Iterator[Problem]:
    for path, text in texts(tree.value):
        for _, found in find_private(text):
            yield PRIVATE.at(tree.place(path), value=shown(found))

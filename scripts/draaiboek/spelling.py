"""Words that no dictionary knows, found with the system's hunspell.

In: a project. Out: a problem at each word that is neither in the dictionary of its language, nor in the
project's own list (`data/spelling.yaml`), nor in a name in the data. It runs a program and is slow;
it is a command of its own and no rule.
"""

import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from draaiboek.load.project import Project
from draaiboek.model.problem import Diagnostic, Problem, Severity, Wording
from draaiboek.rules.support.texts import Line, lines, prose, texts

UNKNOWN = Diagnostic(
    "SP101",
    Severity.WARNING,
    Wording(
        "'{word}' staat niet in het woordenboek",
        "Verbeter het woord; is het juist, voeg het dan toe in data/spelling.yaml bij '{language}'.",
    ),
    Wording(
        "'{word}' is not in the dictionary",
        "Correct the word; if it is right, add it in data/spelling.yaml under '{language}'.",
    ),
)
NO_DICTIONARY = Diagnostic(
    "SP102",
    Severity.INFO,
    Wording(
        "voor '{language}' is geen woordenboek geïnstalleerd: deze teksten zijn niet nagekeken",
        "Installeer het woordenboek van hunspell voor deze taal, bijvoorbeeld het pakket hunspell-{language}.",
    ),
    Wording(
        "no dictionary is installed for '{language}': these texts were not looked at",
        "Install hunspell's dictionary for this language, for instance the package hunspell-{language}.",
    ),
)
DIAGNOSTICS = (UNKNOWN, NO_DICTIONARY)

_MARKS = "\u0610-\u061a\u064b-\u0652"  # Arabic vowel signs, which dictionaries leave out
_LETTERS = rf"(?:[^\W\d_][{_MARKS}]*)+"
# Not what is cut off by a hyphen ("21e-eeuwse", "taal- en") nor what belongs to an address ("vlaanderen.be").
_WORD = re.compile(rf"(?<![\w.-]){_LETTERS}(?:[-'’·]{_LETTERS})*(?![\w-]|\.\w)")
_PARTS = re.compile(r"[-'’·]")
_PREFERRED = {"nl": "nl_BE", "fr": "fr_BE", "en": "en_GB"}
_NAMES = ("organisations", "municipalities", "sources", "events", "glossary", "forms", "languages")
_NAME_KEYS = frozenset(("name", "title", "publisher", "venue", "address", "synonyms", "former-names", "forms"))


class NoSpeller(Exception):
    """Hunspell is not installed."""


def check_spelling(project: Project, languages: Iterable[str]) -> Iterator[Problem]:
    """Every unknown word in texts of some languages, by language."""
    dictionaries = _dictionaries()
    names = frozenset(_names(project))
    own = {row.entry.language: frozenset(row.entry.words) for row in project.entries("spelling")}
    by_language: dict[str, list[Line]] = {}
    for line in lines(project):
        if line.start.path != "data/words.yaml":  # it names what is wrong
            by_language.setdefault(line.language, []).append(line)
    for language in languages:
        written = by_language.get(language, [])
        if dictionary := _dictionary(language, dictionaries):
            yield from _unknown(written, language, dictionary, names | own.get(language, frozenset()))
        elif written:
            yield NO_DICTIONARY.at(written[0].start, language=language)


def _unknown(written: list[Line], language: str, dictionary: str, known: frozenset[str]) -> Iterator[Problem]:
    uses = [(word, line, column) for line in written for word, column in _words(line.text) if not _is_known(word, known)]
    wrong = _misspelt({word for word, _, _ in uses}, dictionary, known)
    better = _suggestions(wrong, dictionary)
    for word, line, column in uses:
        if word in wrong:
            yield UNKNOWN.at(line.place(column), candidates=better.get(word, ()), word=word, language=language)


def _words(text: str) -> Iterator[tuple[str, int]]:
    """The words of a line with their columns from 0."""
    for match in _WORD.finditer(prose(text)):
        yield re.sub(f"[{_MARKS}]", "", match[0].replace("’", "'")), match.start()


def _is_known(word: str, known: frozenset[str]) -> bool:
    """As it is listed, at the start of a sentence, behind a French elision, or with a possessive or plural."""
    stem = re.sub(r"^(?:[Qq]u|[A-Za-z])'(?=..)|'s?$", "", word)
    return any(form in known for form in (word, _small(word), stem, _small(stem)))


def _misspelt(words: set[str], dictionary: str, known: frozenset[str]) -> frozenset[str]:
    """The words that the dictionary has neither so, nor with a small letter, nor in their parts between hyphens."""
    refused = frozenset(_run(dictionary, "-l", sorted(words | set(map(_small, words)))))

    def is_refused(word: str) -> bool:  # hunspell may take a compound apart
        return word in refused or any(part in refused for part in _PARTS.split(word))

    wrong = {word for word in words if is_refused(word) and is_refused(_small(word))}
    parts = {part for word in wrong for part in _PARTS.split(word) if len(part) > 1 and not _is_known(part, known)}
    bad = frozenset(_run(dictionary, "-l", sorted(parts)))
    return frozenset(word for word in wrong if "-" not in word or any(part in bad for part in _PARTS.split(word)))


def _small(word: str) -> str:
    """A word as it is within a sentence; dictionaries know the names of months only so."""
    return word[0].lower() + word[1:]


def _suggestions(words: Iterable[str], dictionary: str) -> Mapping[str, tuple[str, ...]]:
    """At most two better words for each."""
    found = {}
    for line in _run(dictionary, "-a", [f"^{word}" for word in sorted(words)]):
        if match := re.match(r"& (\S+) \d+ \d+: (.+)", line):
            found[match[1]] = tuple(match[2].split(", ")[:2])
    return found


def _run(dictionary: str, mode: str, words: list[str]) -> list[str]:
    done = subprocess.run(
        [_hunspell(), "-i", "UTF-8", "-d", dictionary, mode],
        input="\n".join(words), capture_output=True, text=True, encoding="utf-8", check=True,
    )  # fmt: skip
    return done.stdout.splitlines()


@cache
def _hunspell() -> str:
    program = shutil.which("hunspell")
    if program is None:
        raise NoSpeller
    return program


def _dictionaries() -> list[str]:
    """The names of the installed dictionaries; hunspell lists them as errors."""
    done = subprocess.run([_hunspell(), "-D"], input="", capture_output=True, text=True, encoding="utf-8", check=False)
    return sorted({re.split(r"[/\\]", line)[-1].strip() for line in done.stderr.splitlines() if "_" in line or "/" in line})


def _dictionary(language: str, installed: list[str]) -> str | None:
    """The dictionary of a language, of the preferred region where there is a choice."""
    fitting = [name for name in installed if re.fullmatch(rf"{re.escape(language)}(_[A-Z]{{2}})?", name)]
    preferred = _PREFERRED.get(language)
    return preferred if preferred in fitting else next(iter(fitting), None)


def _names(project: Project) -> Iterator[str]:
    """The words of every name in the data: who is named there is spelt so."""
    for table in _NAMES:
        tree = project.trees.get(f"data/{table}.yaml")
        for path, text in texts(tree.value) if tree else ():
            if _NAME_KEYS.intersection(path):
                for word, _ in _words(text):
                    yield word
                    yield from _PARTS.split(word)

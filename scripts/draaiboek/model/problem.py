"""What is wrong, where, and what to do about it.

`Fault` is what loading notices, without words. `Diagnostic` is a kind of problem with its
words in every message language. `Problem` is one found instance of a diagnostic.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Literal

MessageLanguage = Literal["nl", "en"]


class Severity(StrEnum):
    """How much a problem matters: errors block a build, warnings block under `--strict`."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, order=True, slots=True)
class Place:
    """A position in a file: path relative to the project root, line and column from 1."""

    path: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True)
class Fault:
    """Something a loader could not accept. `kind` names it; a rule gives it words."""

    kind: str
    place: Place
    params: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Wording:
    """A message and a hint with `{placeholders}`, in one language."""

    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A kind of problem. The code is published, stable and never reused."""

    code: str
    severity: Severity
    nl: Wording
    en: Wording

    def at(self, place: Place, *, candidates: tuple[str, ...] = (), **params: object) -> "Problem":
        """Report this diagnostic at a place."""
        return Problem(place, self, MappingProxyType(params), candidates)


_LONGEST = 400


def _plain(value: object) -> object:
    """A value as it may be shown: one line, nothing invisible, not endless."""
    if not isinstance(value, str):
        return value
    # Values come from files: control characters would reach a terminal, bidi marks a reviewer's eye.
    line = "".join(character if character.isprintable() else " " for character in value)
    line = " ".join(line.split())
    return line if len(line) <= _LONGEST else line[:_LONGEST] + "…"


_DID_YOU_MEAN = {"nl": ("Bedoelt u {}?", " of "), "en": ("Did you mean {}?", " or ")}


@dataclass(frozen=True, slots=True)
class Problem:
    """One instance of a diagnostic, at its place."""

    place: Place
    diagnostic: Diagnostic
    params: Mapping[str, object]
    candidates: tuple[str, ...] = ()

    @property
    def code(self) -> str:
        """The stable code of the diagnostic."""
        return self.diagnostic.code

    @property
    def severity(self) -> Severity:
        """The severity of the diagnostic."""
        return self.diagnostic.severity

    @property
    def order(self) -> tuple[Place, str, str]:
        """Sort key: by position, then code, then what it says."""
        return (self.place, self.code, self.message("en"))

    def message(self, language: MessageLanguage) -> str:
        """What is wrong, on one line."""
        wording: Wording = getattr(self.diagnostic, language)
        return wording.message.format(**self._shown())

    def hint(self, language: MessageLanguage) -> str:
        """What to do about it, on one line; nearest candidates first."""
        wording: Wording = getattr(self.diagnostic, language)
        hint = wording.hint.format(**self._shown())
        if not self.candidates:
            return hint
        question, joiner = _DID_YOU_MEAN[language]
        nearest = question.format(joiner.join(f"'{name}'" for name in self.candidates))
        return f"{nearest} {hint}".strip()

    def _shown(self) -> dict[str, object]:
        return {name: _plain(value) for name, value in self.params.items()}

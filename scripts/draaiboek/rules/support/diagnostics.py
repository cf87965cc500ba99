"""What several rules share: nearest candidates, and words for what loading noticed."""

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches

from draaiboek.load.project import Project
from draaiboek.model.problem import Diagnostic, Problem, Severity, Wording


def error(code: str, *, nl: tuple[str, str], en: tuple[str, str]) -> Diagnostic:
    """Define a problem that blocks a build; each language gives a message and a hint."""
    return Diagnostic(code, Severity.ERROR, Wording(*nl), Wording(*en))


def warning(code: str, *, nl: tuple[str, str], en: tuple[str, str]) -> Diagnostic:
    """Define a problem that blocks only under `--strict`."""
    return Diagnostic(code, Severity.WARNING, Wording(*nl), Wording(*en))


def info(code: str, *, nl: tuple[str, str], en: tuple[str, str]) -> Diagnostic:
    """Define a remark that never blocks."""
    return Diagnostic(code, Severity.INFO, Wording(*nl), Wording(*en))


def nearest(word: str, known: Iterable[str], most: int = 2) -> tuple[str, ...]:
    """The known words that look most like a mistyped one, best first."""
    by_letters = {name.casefold(): name for name in sorted(known, reverse=True)}
    found = get_close_matches(word[:80].casefold(), sorted(by_letters), n=most, cutoff=0.6)
    return tuple(by_letters[name] for name in found)


def shown(value: object, longest: int = 60) -> str:
    """A value from a file, short enough for a message."""
    text = " ".join(str(value).split())
    return text if len(text) <= longest else text[:longest] + "…"


def listed(words: Iterable[str], most: int = 40) -> str:
    """Words in a row for a message, not endless."""
    row = list(words)
    return ", ".join(row[:most]) + (", …" if len(row) > most else "")


def from_faults(project: Project, diagnostics: Mapping[str, Diagnostic]) -> Iterator[Problem]:
    """Give words to the faults of certain kinds; `known` in a fault becomes candidates."""
    for fault in project.faults:
        if diagnostic := diagnostics.get(fault.kind):
            params = {"path": fault.place.path, **fault.params}
            known = params.pop("known", ())
            wrong = str(params.get("key") or params.get("value") or "")
            if "known" in fault.params:
                params["choices"] = listed(known)
            params |= {name: shown(value) for name, value in params.items() if name in ("key", "value")}
            yield diagnostic.at(fault.place, candidates=nearest(wrong, known), **params)

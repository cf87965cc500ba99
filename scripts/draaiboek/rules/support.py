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
    return tuple(get_close_matches(word, sorted(known), n=most, cutoff=0.6))


def from_faults(project: Project, diagnostics: Mapping[str, Diagnostic]) -> Iterator[Problem]:
    """Give words to the faults of certain kinds; `known` in a fault becomes candidates."""
    for fault in project.faults:
        if diagnostic := diagnostics.get(fault.kind):
            params = dict(fault.params)
            known = params.pop("known", ())
            wrong = params.get("key") or params.get("value") or ""
            if known:
                params["choices"] = ", ".join(known)
            yield diagnostic.at(fault.place, candidates=nearest(str(wrong), known), **params)

"""Problems to text for people, annotations for GitHub, and JSON for programs. Nothing is printed here."""

import json
from collections.abc import Iterable, Sequence

from draaiboek.model.problem import MessageLanguage, Problem, Severity

_COUNTS = {
    "nl": {
        "error": ("1 fout", "{} fouten"), "warning": ("1 waarschuwing", "{} waarschuwingen"),
        "info": ("1 opmerking", "{} opmerkingen"), "clean": "Alles in orde.",
    },
    "en": {
        "error": ("1 error", "{} errors"), "warning": ("1 warning", "{} warnings"),
        "info": ("1 remark", "{} remarks"), "clean": "All is well.",
    },
}  # fmt: skip


def render_text(problems: Sequence[Problem], language: MessageLanguage) -> str:
    """One line a problem, its hint below it, and a count at the end."""
    lines: list[str] = []
    for problem in problems:
        place = problem.place
        lines.append(
            f"{place.path}:{place.line}:{place.column}: {problem.severity} {problem.code} {problem.message(language)}"
        )
        if hint := problem.hint(language):
            lines.append(f"    {hint}")
    return "\n".join([*lines, render_count(problems, language)]) + "\n"


def render_count(problems: Iterable[Problem], language: MessageLanguage) -> str:
    """How many errors, warnings and remarks there are."""
    words = _COUNTS[language]
    severities = [problem.severity for problem in problems]
    parts = []
    for severity in Severity:
        if count := severities.count(severity):
            one, many = words[severity.value]
            parts.append(one if count == 1 else many.format(count))
    return ", ".join(parts) + "." if parts else str(words["clean"])


def render_github(problems: Sequence[Problem], language: MessageLanguage) -> str:
    """Workflow commands that GitHub shows on the lines of a pull request."""
    levels = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
    lines = []
    for problem in problems:
        place = problem.place
        where = f"file={_escape(place.path, is_property=True)},line={place.line},col={place.column},title={problem.code}"
        text = f"{problem.message(language)} {problem.hint(language)}".strip()
        lines.append(f"::{levels[problem.severity]} {where}::{_escape(text)}\n")
    return "".join(lines)


def _escape(text: str, *, is_property: bool = False) -> str:
    """Escape text for a workflow command; properties also lose their separators."""
    pairs = [("%", "%25"), ("\r", "%0D"), ("\n", "%0A")]
    pairs += [(":", "%3A"), (",", "%2C")] if is_property else []
    for raw, safe in pairs:
        text = text.replace(raw, safe)
    return text


def render_json(problems: Sequence[Problem], language: MessageLanguage) -> str:
    """A list of problems for programs."""
    return json.dumps(problem_rows(problems, language), ensure_ascii=False, indent=2) + "\n"


def problem_rows(problems: Sequence[Problem], language: MessageLanguage) -> list[dict[str, str | int]]:
    """Problems as plain data; these keys are a published contract."""
    return [
        {
            "path": problem.place.path,
            "line": problem.place.line,
            "column": problem.place.column,
            "severity": problem.severity.value,
            "code": problem.code,
            "message": problem.message(language),
            "hint": problem.hint(language),
        }
        for problem in problems
    ]

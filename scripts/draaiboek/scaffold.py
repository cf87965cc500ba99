"""Starting points for what editors add: the text of new files, checked before anything is written."""

import json
import shutil
import tempfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from draaiboek.load.project import load_project
from draaiboek.model.problem import Problem, Severity
from draaiboek.model.source_language import SOURCE_LANGUAGE
from draaiboek.rules import check_project

Files = Mapping[str, str]
"""Path below the root, and the whole text."""

_SOURCES = ("data", "docs", "i18n", "playbook")


def faults_of(root: Path, files: Files) -> list[Problem]:
    """The errors that these files would bring, found in a copy of the project."""
    before = {_key(problem) for problem in _errors(root)}
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        for name in _SOURCES:
            if (root / name).is_dir():
                shutil.copytree(root / name, copy / name)
        for path, text in files.items():
            (copy / path).parent.mkdir(parents=True, exist_ok=True)
            (copy / path).write_text(text, encoding="utf-8")
        return [problem for problem in _errors(copy) if _key(problem) not in before]


def _errors(root: Path) -> list[Problem]:
    return [problem for problem in check_project(load_project(root)) if problem.severity is Severity.ERROR]


def _key(problem: Problem) -> tuple[object, ...]:
    return (problem.place.path, problem.code, problem.message("en"))


def _text(value: str) -> str:
    """A YAML scalar: plain where that is safe, else in double quotes (JSON is YAML)."""
    plain = value.replace(" ", "").replace("-", "").replace("'", "")
    return value if plain.isalnum() and not value.startswith(("-", "'")) else json.dumps(value, ensure_ascii=False)


def _appended(root: Path, path: str, lines: list[str]) -> str:
    old = (root / path).read_text(encoding="utf-8").rstrip("\n")
    return "\n".join([old, *lines, ""])


def event_files(root: Path, *, event_id: str, playbook: str, municipality: str, day: str, status: str) -> Files:
    """`data/events.yaml` with one event more."""
    lines = [
        f"  - id: {event_id}",
        f"    playbook: {playbook}",
        f"    status: {status}",
        f"    date: {day}",
        f"    municipality: {municipality}",
    ]
    return {"data/events.yaml": _appended(root, "data/events.yaml", lines)}


def chapter_files(address: str, title: str, description: str, today: date) -> Files:
    """One Dutch chapter with its front matter, a heading with an anchor, and a first paragraph."""
    lines = [
        "---",
        f"title: {_text(title)}",
        f"description: {_text(description)}",
        f"checked: {today.isoformat()}",
        "---",
        "",
        f"# {title}",
        "",
        description,
        "",
        "## Wat u na dit hoofdstuk kunt { #what-you-will-be-able-to-do }",
        "",
        "Schrijf hier wat de lezer na dit hoofdstuk kan.",
        "",
    ]
    return {f"docs/{SOURCE_LANGUAGE}/{address.removesuffix('.md').strip('/')}.md": "\n".join(lines)}


def playbook_files(root: Path, playbook_id: str, title: str) -> Files:
    """An event form with one phase, one step and one task, and its line in `data/forms.yaml`."""
    folder, step = f"playbook/{playbook_id}", f"{playbook_id}-decide"
    plan = [
        f"id: {playbook_id}", "phases:", "  - id: prepare", "    steps:", f"      - id: {step}",
        "        offset: -12w", "        role: coordinator", "        essential: true", "        effort: 2h",
        "        tasks:", f"          - id: {step}-goal", "retired: []", "",
    ]  # fmt: skip
    index = ["---", f"title: {_text(title)}", "description: Voor wie dit is, en wat het oplevert.", "---", "",
             f"# {title}", "", "Schrijf hier voor wie dit is, en wat het oplevert.", ""]  # fmt: skip
    phase = ["---", "title: Voorbereiden", "description: Van idee tot plan.", "---", "", "# Voorbereiden", "",
             f"## Beslis wat u wilt bereiken {{ #{step} }}", "", "Zonder doel weet niemand of de dag geslaagd is.", "",
             f"- Schrijf het doel in één zin op. {{ #{step}-goal }}", ""]  # fmt: skip
    form = [f"  - id: {playbook_id}", "    name:", f"      {SOURCE_LANGUAGE}: {_text(title)}"]
    files = {
        f"{folder}/playbook.yaml": "\n".join(plan),
        f"{folder}/{SOURCE_LANGUAGE}/index.md": "\n".join(index),
        f"{folder}/{SOURCE_LANGUAGE}/prepare.md": "\n".join(phase),
    }
    forms = (root / "data/forms.yaml").read_text(encoding="utf-8")
    if f"- id: {playbook_id}\n" not in forms:
        files["data/forms.yaml"] = _appended(root, "data/forms.yaml", form)
    return files


def language_files(root: Path, *, code: str, name: str, direction: str, scope: str) -> Files:
    """A language in `data/languages.yaml`, and its file of interface strings with the first one."""
    lines = [f"  - code: {code}", f"    name: {_text(name)}", f"    direction: {direction}", f"    scope: {scope}"]
    return {
        "data/languages.yaml": _appended(root, "data/languages.yaml", lines),
        f"i18n/{code}.yaml": "site-name: Draaiboek\n",
    }

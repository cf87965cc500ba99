"""How each translation stands to its Dutch text: current, stale, missing or orphan.

States are computed from the content hash a translation records, never written by hand.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from draaiboek.load.markdown import MarkdownFile
from draaiboek.load.project import Project
from draaiboek.load.translation_hash import text_hash
from draaiboek.model.entries import Scope
from draaiboek.model.source_language import SOURCE_LANGUAGE


class State(StrEnum):
    """How a translation stands to its source."""

    CURRENT = "current"
    STALE = "stale"
    MISSING = "missing"
    ORPHAN = "orphan"


@dataclass(frozen=True, slots=True)
class Translation:
    """One page in one language. `path` is the file, also when it does not exist yet."""

    language: str
    path: str
    source: str
    state: State
    reviewed: bool


def derive_translations(project: Project) -> tuple[Translation, ...]:
    """The state of every page that a language has or should have."""
    found: list[Translation] = []
    for row in project.entries("languages"):
        if row.entry.code != SOURCE_LANGUAGE:
            found.extend(_of_language(project, row.entry.code, row.entry.scope))
    return tuple(found)


def _of_language(project: Project, language: str, scope: Scope) -> Iterator[Translation]:
    for folder, pages in _folders(project):
        sources, own = pages.get(SOURCE_LANGUAGE, {}), pages.get(language, {})
        for name in sorted(set(sources) | set(own)):
            path = f"{folder}/{language}/{name}.md"
            if name not in sources:
                yield Translation(language, path, "", State.ORPHAN, reviewed=False)
            elif name in own:
                yield _standing(project, language, own[name], sources[name])
            elif scope is Scope.FULL or (folder == "docs" and name.startswith("visitors/")):
                yield Translation(language, path, sources[name].path, State.MISSING, reviewed=False)


def _folders(project: Project) -> Iterator[tuple[str, Mapping[str, Mapping[str, MarkdownFile]]]]:
    """Every folder with a folder per language: its path, and language, name and file."""
    yield "docs", project.chapters
    yield "playbook/templates", project.templates
    for playbook in (*project.playbooks.values(), project.shared):
        folder = playbook.path.rpartition("/")[0]
        yield folder, {
            language: {name: words.file for name, words in by_name.items()}
            for language, by_name in playbook.words.items()
        }


def _standing(project: Project, language: str, file: MarkdownFile, source: MarkdownFile) -> Translation:
    front = project.front.get(file.path)
    wanted = source_hash(project, source)
    current = front is not None and front.entry.source_hash == wanted
    reviewed = bool(front and front.entry.reviewed)
    return Translation(language, file.path, source.path, State.CURRENT if current else State.STALE, reviewed)


def source_hash(project: Project, source: MarkdownFile) -> str:
    """The hash that a translation of this text records."""
    front = project.front.get(source.path)
    if front is None:
        return text_hash(source, "", None)
    return text_hash(source, front.entry.title, front.entry.description)


def marked(text: str, wanted: str) -> str:
    """A translation's file with the hash of the text it matches; everything else stays as it is."""
    lines = text.split("\n")
    end = next(index for index, line in enumerate(lines[1:], start=1) if line.rstrip() in ("---", "..."))
    for index in range(1, end):
        if lines[index].startswith("source-hash:"):
            lines[index] = f"source-hash: {wanted}"
            return "\n".join(lines)
    lines.insert(end, f"source-hash: {wanted}")
    return "\n".join(lines)

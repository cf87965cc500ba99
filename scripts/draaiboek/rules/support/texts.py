"""Everything people will read, line by line, with its language and its place.

In: a project. Out: the lines of Markdown without code, the words of front matter, and in data and
interface strings every text that stands under a language. Ids, names of places and addresses are no texts.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from draaiboek.load.entries import Parsed
from draaiboek.load.markdown import MarkdownFile
from draaiboek.load.project import Project
from draaiboek.load.yaml_source import Path_, YamlTree
from draaiboek.model.entries import SiteLanguage
from draaiboek.model.problem import Place
from draaiboek.model.source_language import SOURCE_LANGUAGE

_FRONT = ("title", "description")
_UNREAD = re.compile(
    r"""^\s*(?:!!!|\?\?\?\+?)\s*[\w-]+  # the kind of a box
    |(?<=\])\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)  # the target of a link
    |\[\^[^\]\n]*\]|\{[^{}\n]*\}|<[^<>\n]*>  # footnotes, ids and placeholders, tags
    |https?://[^\s)>\]]+|\b(?:[\w-]+\.)+(?:be|nl|eu|org|com)\b[^\s)]*  # addresses""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of running text, or one value of a YAML file; `key` is the field it stands in."""

    language: str
    text: str
    start: Place
    key: str = ""

    def place(self, column: int) -> Place:
        """Where a character stands, counted from 0; in YAML the start of the value, whose marks are not kept."""
        return self.start if self.key else Place(self.start.path, self.start.line, self.start.column + column)


def lines(project: Project) -> Iterator[Line]:
    """Every line that people will read, in every language."""
    for language, file in files(project):
        yield from lines_in(file, language)
    codes = project.memory.kept(language_codes, project.tables["languages"])
    for tree in project.trees.values():
        yield from lines_of_data(tree, codes)


def lines_in(file: MarkdownFile, language: str) -> Iterator[Line]:
    """The lines of one Markdown file, and the words of its front matter."""
    if file.front is not None and isinstance(file.front.value, dict):
        for key in _FRONT:
            if isinstance(text := file.front.value.get(key), str):
                yield Line(language, text, file.front.place((key,)), key)
    for index, text in enumerate(file.masked):
        if text.strip():
            yield Line(language, text, file.place(index))


def language_codes(languages: Parsed[SiteLanguage]) -> frozenset[str]:
    """The keys under which a text of a language stands in data."""
    return frozenset(row.entry.code for row in languages.entries) | {SOURCE_LANGUAGE}


def prose(text: str) -> str:
    """A line with blanks for what nobody reads: kinds of boxes, targets of links, footnotes, ids, placeholders, tags and addresses."""
    return _UNREAD.sub(lambda match: " " * len(match[0]), text)


def files(project: Project) -> Iterator[tuple[str, MarkdownFile]]:
    """Every Markdown file with its language."""
    for texts in (project.chapters, project.templates):
        for language, files in texts.items():
            yield from ((language, file) for file in files.values())
    for playbook in (*project.playbooks.values(), project.shared):
        for language, words in playbook.words.items():
            yield from ((language, phase.file) for phase in words.values())


def lines_of_data(tree: YamlTree, codes: frozenset[str]) -> Iterator[Line]:
    """The texts of one YAML file whose language is known."""
    folder, _, name = tree.path.partition("/")
    own = name.removesuffix(".yaml") if folder == "i18n" else ""
    for path, text in texts(tree.value):
        keys = [key for key in path if isinstance(key, str)]
        language = own or next((key for key in keys if key in codes), "")
        if not language and keys and keys[-1] == "note":
            language = SOURCE_LANGUAGE  # a remark without language is Dutch
        if language:
            yield Line(language, text, tree.place(path), next((key for key in reversed(keys) if key not in codes), ""))


def texts(value: object, path: Path_ = ()) -> Iterator[tuple[Path_, str]]:
    """Every text in a tree with its path; loading limits the depth."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, child in value.items():
            yield from texts(child, (*path, key))
    elif isinstance(value, list):
        for index, child in enumerate(value):
            yield from texts(child, (*path, index))

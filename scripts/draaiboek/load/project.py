"""Everything editors write, loaded: data tables, playbooks, chapters and interface strings."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from draaiboek.load.entries import Located, Parsed
from draaiboek.load.files import found_files
from draaiboek.load.markdown import MarkdownFile
from draaiboek.load.memory import Memory
from draaiboek.load.phase import PhaseWords, read_phase, read_shared
from draaiboek.load.sources import Apart, Text, Tree, read_plan, read_table, read_text, read_tree
from draaiboek.load.text import TextFile, load_text
from draaiboek.load.yaml_source import YamlTree
from draaiboek.model import chapter, entries, lists, observances, plan, register, vocabulary
from draaiboek.model.fields import Entry
from draaiboek.model.problem import Fault, Place

TABLES: Mapping[str, type[Entry]] = {
    "events": entries.Event,
    "organisations": entries.Organisation,
    "sources": entries.Source,
    "figures": entries.Figure,
    "languages": entries.SiteLanguage,
    "roles": entries.Role,
    "circumstances": entries.Circumstance,
    "municipalities": entries.Municipality,
    "forms": entries.Form,
    "redirects": entries.Redirect,
    "observances": observances.Observance,
    "observance-dates": observances.ObservanceDate,
    "inventory": register.InventoryRow,
    "register": register.IndexTerm,
    "lists": lists.NamedList,
    "professions": lists.Profession,
    "charts": lists.Chart,
    "glossary": vocabulary.Term,
    "words": vocabulary.AvoidedWord,
    "spelling": vocabulary.SpellingList,
}
"""The files of `data/`: name and root key, with the class of their entries."""

ROOT_KEYS = {"inventory": "rows"}
"""Files whose list stands under another key than their own name."""

OPTIONAL = frozenset({"inventory", "register", "lists", "professions", "charts"})
"""Files that a site can do without."""

PUBLISHED = "reference/addresses.txt"
"""The list of every address that was ever published; `draaiboek generate` adds to it."""


@dataclass(frozen=True, slots=True)
class PlaybookFiles:
    """One folder under `playbook/`: the structure and the words per language."""

    id: str
    path: str
    plan: Located[Any] | None
    words: Mapping[str, Mapping[str, PhaseWords]]
    """Language, then file name without ending: a phase, a shared step or `index`."""


@dataclass(frozen=True, slots=True)
class Project:
    """All sources of one project folder."""

    root: Path
    tables: Mapping[str, Parsed[Any]]
    playbooks: Mapping[str, PlaybookFiles]
    shared: PlaybookFiles
    templates: Mapping[str, Mapping[str, MarkdownFile]]
    """Language, then id of a model text."""
    locked_ids: Mapping[str, int]
    """Every id in `playbook/ids.lock`, with its line."""
    published: Mapping[str, int]
    """Every address in the list of those that were ever published, with its line."""
    chapters: Mapping[str, Mapping[str, MarkdownFile]]
    """Language, then address without ending: `book/channels`."""
    front: Mapping[str, Located[Any]]
    """Path of a Markdown file to its front matter, where that could be read."""
    strings: Mapping[str, YamlTree]
    trees: Mapping[str, YamlTree]
    """Path of a YAML file to its values, also when they could not be typed."""
    files: frozenset[str]
    """Every file that was found, relative to the root."""
    faults: tuple[Fault, ...]
    memory: Memory = field(compare=False, repr=False)
    """What was made of these sources; what is made of equal ones again is the same object."""

    def entries(self, table: str) -> tuple[Located[Any], ...]:
        """The entries of one table that could be read."""
        return self.tables[table].entries

    def ids(self, table: str) -> frozenset[str]:
        """The ids of one table."""
        return frozenset(row.entry.id for row in self.entries(table))

    def markdown(self) -> Iterable[MarkdownFile]:
        """Every Markdown file: chapters, phases and shared steps."""
        for pages in self.chapters.values():
            yield from pages.values()
        for texts in self.templates.values():
            yield from texts.values()
        for playbook in (*self.playbooks.values(), self.shared):
            for words in playbook.words.values():
                for phase in words.values():
                    yield phase.file


def is_method(page: str) -> bool:
    """Whether a page under `docs/<lang>/` is a method sheet, by its address."""
    return page.startswith("methods/") and page != "methods/index"


class _Loader:
    """Reads file by file, and collects what each of them says besides its result."""

    def __init__(self, root: Path, memory: Memory) -> None:
        self.root = root
        self.memory = memory
        self.faults: list[Fault] = []
        self.files = frozenset(found_files(root))
        self.front: dict[str, Located[Any]] = {}
        self.trees: dict[str, YamlTree] = {}

    def yaml(self, path: str, reader: Callable[..., Tree] = read_tree, *how: Hashable) -> Tree:
        """Read one YAML file, whether or not it is there."""
        if path not in self.files:
            self.faults.append(Fault("file-missing", Place(path)))
            return reader(TextFile(path, None), *how)
        file = load_text(self.root, path)
        found = self.memory.read(reader, file, *how)
        self.faults.extend(found.faults)
        if file.text is not None:
            self.trees[path] = found.tree
        return found

    def table(self, name: str, model: type[Entry]) -> Parsed[Any]:
        """Read one file of `data/`."""
        path = f"data/{name}.yaml"
        if name in OPTIONAL and path not in self.files:
            return Parsed((), (), complete=True)
        parsed: Parsed[Any] = self.yaml(path, read_table, model, ROOT_KEYS.get(name, name)).typed
        return parsed

    def texts(self, folder: str, model: type[chapter.Words], apart: Apart = None) -> dict[str, dict[str, Text]]:
        """The Markdown files of a folder with a folder per language."""
        found: dict[str, dict[str, Text]] = {}
        for name, path in self.below(folder, ".md").items():
            language, _, page = name.partition("/")
            if page:
                form = chapter.Method if model is chapter.Chapter and is_method(page) else model
                text = self.memory.read(read_text, load_text(self.root, path), form, apart)
                self.faults.extend(text.faults)
                if text.front is not None:
                    self.front[path] = text.front
                found.setdefault(language, {})[page] = text
        return found

    def pages(self, folder: str, model: type[chapter.Words]) -> dict[str, dict[str, MarkdownFile]]:
        """The Markdown files of a folder, as they are."""
        found = self.texts(folder, model)
        return {
            language: self.memory.same(f"{folder}/{language}", {page: text.file for page, text in texts.items()})
            for language, texts in found.items()
        }

    def playbook(self, name: str, path: str, model: type[Entry], apart: Apart) -> PlaybookFiles:
        """One folder under `playbook/`; without a plan where that file may be missing and is."""
        folder = path.rpartition("/")[0]
        plan = self.yaml(path, read_plan, model).typed if path in self.files else None
        words = {
            language: {page: text.words for page, text in texts.items() if text.words is not None}
            for language, texts in self.texts(folder, chapter.Words, apart).items()
        }
        return self.memory.same(folder, PlaybookFiles(name, path, plan, words))

    def below(self, folder: str, ending: str) -> dict[str, str]:
        """Files under a folder: path inside it without the ending, to path from the root."""
        prefix = f"{folder}/"
        return {
            path.removeprefix(prefix).removesuffix(ending): path
            for path in sorted(self.files)
            if path.startswith(prefix) and path.endswith(ending)
        }


def load_project(root: Path, memory: Memory | None = None, *, chapters: bool = True) -> Project:
    """Load everything under a project root; faults are collected, never raised.

    With the memory of an earlier loading, what did not change since is the same object as then.
    Without `chapters` those and the list of addresses are not read; that they are there is known from `files`.
    """
    memory = memory or Memory()
    loader = _Loader(root, memory)
    tables = {name: loader.table(name, model) for name, model in TABLES.items()}
    playbooks = {
        name: loader.playbook(name, path, plan.Playbook, read_phase)
        for name, path in loader.below("playbook", "/playbook.yaml").items()
    }
    shared = loader.playbook("shared", "playbook/shared/steps.yaml", plan.SharedSteps, read_shared)
    strings = {name: loader.yaml(path).tree for name, path in loader.below("i18n", ".yaml").items()}
    locked = _numbered(loader, "playbook/ids.lock")
    published = _numbered(loader, PUBLISHED) if chapters else {}
    project = Project(
        root=root,
        tables=tables,
        playbooks=playbooks,
        shared=shared,
        templates=loader.pages("playbook/templates", chapter.Template),
        locked_ids=locked,
        published=published,
        chapters=loader.pages("docs", chapter.Chapter) if chapters else {},
        front=loader.front,
        strings=strings,
        trees=loader.trees,
        files=loader.files,
        faults=tuple(loader.faults),
        memory=memory,
    )
    settled = _settled(project, memory)
    memory.forget_unused()
    return settled


def _settled(project: Project, memory: Memory) -> Project:
    """The same project, of the objects of the time before as far as they are equal."""
    parts = {part.name: memory.same(part.name, getattr(project, part.name)) for part in fields(project) if part.compare}
    return memory.same("project", Project(**parts, memory=memory))


def _numbered(loader: _Loader, path: str) -> dict[str, int]:
    """The lines of a list of what was ever published, with their numbers; empty when there is none yet."""
    if not (loader.root / path).is_file():
        return {}
    file = load_text(loader.root, path)
    loader.faults.extend(file.faults)
    lines = [line.strip() for line in (file.text or "").split("\n")]
    return {line: number for number, line in enumerate(lines, 1) if line and not line.startswith("#")}

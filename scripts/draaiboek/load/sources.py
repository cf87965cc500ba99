"""One file each: the text to what it says, with every fault that was noticed on the way.

In: a file's text. Out: its values, typed and untyped. Each function looks at this one text only, so
that its result can be kept for as long as the text stays the same.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from draaiboek.load.entries import Located, Parsed, parse_list, parse_one
from draaiboek.load.markdown import MarkdownFile, load_markdown
from draaiboek.load.phase import PhaseWords
from draaiboek.load.text import TextFile
from draaiboek.load.yaml_source import YamlTree, load_yaml
from draaiboek.model.chapter import Words
from draaiboek.model.fields import Entry
from draaiboek.model.problem import Fault

Apart = Callable[[MarkdownFile], PhaseWords] | None
"""How the words of a playbook's file are taken apart, where they are."""


@dataclass(frozen=True, slots=True)
class Tree:
    """A YAML file. `typed` is what became of its values, where a class was asked for."""

    tree: YamlTree
    typed: Any
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """A Markdown file, its front matter where that could be read, and its words taken apart where asked."""

    file: MarkdownFile
    front: Located[Any] | None
    words: PhaseWords | None
    faults: tuple[Fault, ...]


def read_tree(file: TextFile) -> Tree:
    """The values of a YAML file, untyped."""
    tree = YamlTree(file.path, None) if file.text is None else load_yaml(file.path, file.text)
    return Tree(tree, None, (*file.faults, *tree.faults))


def read_table(file: TextFile, model: type[Entry], root_key: str) -> Tree:
    """A file of `data/`: the entries that could be typed, as `Parsed`."""
    read = read_tree(file)
    parsed: Parsed[Entry] = parse_list(model, read.tree, root_key)
    return Tree(read.tree, parsed, (*read.faults, *parsed.faults))


def read_plan(file: TextFile, model: type[Entry]) -> Tree:
    """A file that is one entry, as `Located`, or None where it could not be typed."""
    read = read_tree(file)
    if read.tree.value is None:
        return read
    located, faults = parse_one(model, read.tree)
    return Tree(read.tree, located, (*read.faults, *faults))


def read_text(file: TextFile, model: type[Words], apart: Apart) -> Text:
    """A Markdown file; `apart` takes the words of a playbook apart."""
    page = load_markdown(file)
    front, faults = None, list(page.faults)
    if page.front is not None and page.front.value is not None:
        front, found = parse_one(model, page.front)
        faults.extend(found)
    return Text(page, front, apart(page) if apart else None, tuple(faults))

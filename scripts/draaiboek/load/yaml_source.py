"""YAML text to plain values: mappings, lists and strings, with a position for each.

All scalars stay strings until the model parses them, so `no` stays Norwegian and dates keep
their text. Duplicate keys, aliases, tags, second documents and deep nesting become faults.
The parser's events are read one by one: no recursion, so no input can exhaust the stack.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import yaml

from draaiboek.load.text import MAX_FAULTS
from draaiboek.load.yaml_faults import character_fault, comment_faults, separator_fault, syntax_fault
from draaiboek.model.problem import Fault, Place

MAX_DEPTH = 24
"""Deepest nesting of lists and mappings that is read."""

Path_ = tuple[str | int, ...]

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class YamlTree:
    """The values of one document. `value` is None when the text could not be read."""

    path: str
    value: Any
    faults: tuple[Fault, ...] = ()
    marks: dict[Path_, tuple[int, int]] = field(default_factory=dict, repr=False)
    keys: dict[Path_, tuple[int, int]] = field(default_factory=dict, repr=False)

    def place(self, path: Path_ = ()) -> Place:
        """Where a value stands; the nearest value around it when it is not there."""
        while path and path not in self.marks:
            path = path[:-1]
        return Place(self.path, *self.marks.get(path, (1, 1)))

    def key_place(self, path: Path_) -> Place:
        """Where the key of a value stands."""
        return Place(self.path, *self.keys[path]) if path in self.keys else self.place(path)


class _Refusal(Exception):
    """Stops reading: the rest of the document cannot be trusted."""

    def __init__(self, kind: str, mark: Any, **params: object) -> None:
        super().__init__(kind)
        self.kind = kind
        self.mark = mark
        self.params = params


@contextmanager
def _without_collector() -> Iterator[None]:
    """Pause cyclic garbage collection: loading makes many small objects and no cycles."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


@dataclass(slots=True)
class _Open:
    """A list or mapping that is being read."""

    path: Path_
    items: list[Any] | dict[str, Any]
    key: str | None = None
    first_seen: dict[str, int] = field(default_factory=dict)
    skipping: bool = False


class _Reader:
    """Builds the values of one document from the parser's events."""

    def __init__(self, path: str, line_offset: int) -> None:
        self.path = path
        self.offset = line_offset
        self.root: Any = None
        self.stack: list[_Open] = []
        self.faults: list[Fault] = []
        self.marks: dict[Path_, tuple[int, int]] = {}
        self.keys: dict[Path_, tuple[int, int]] = {}
        self.documents = 0
        self.ends: dict[int, int] = {}

    def position(self, mark: Any) -> tuple[int, int]:
        """Line and column from 1 in the file."""
        return mark.line + 1 + self.offset, mark.column + 1

    def fault(self, kind: str, mark: Any, **params: object) -> None:
        """Note a fault and go on."""
        self.faults.append(Fault(kind, Place(self.path, *self.position(mark)), params))

    def read(self, event: Any) -> None:
        """Take one event of the parser."""
        if isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                raise _Refusal("yaml-document", event.start_mark)
        elif isinstance(event, yaml.NodeEvent):
            self._guard(event)
            if isinstance(event, yaml.ScalarEvent):
                self._scalar(event)
            else:
                self._open(event)
        elif isinstance(event, (yaml.SequenceEndEvent, yaml.MappingEndEvent)):
            self.stack.pop()

    def _guard(self, event: Any) -> None:
        """Refuse aliases and tags, which can hide, repeat or execute."""
        if isinstance(event, yaml.AliasEvent) or event.anchor:
            raise _Refusal("yaml-alias", event.start_mark, name=event.anchor)
        if event.tag and event.tag != "!":
            raise _Refusal("yaml-tag", event.start_mark, name=event.tag)

    def _scalar(self, event: Any) -> None:
        self.ends[event.end_mark.line] = event.end_mark.column
        parent = self.stack[-1] if self.stack else None
        if parent is not None and isinstance(parent.items, dict) and parent.key is None:
            self._key(parent, event)
        else:
            self._put(event.value, event.start_mark)

    def _key(self, parent: _Open, event: Any) -> None:
        key = event.value
        line, column = self.position(event.start_mark)
        if key in parent.first_seen:
            self.fault("yaml-duplicate-key", event.start_mark, key=key, first=parent.first_seen[key])
            parent.skipping = True
        else:
            parent.first_seen[key] = line
            self.keys[(*parent.path, key)] = (line, column)
        parent.key = key

    def _open(self, event: Any) -> None:
        if len(self.stack) >= MAX_DEPTH:
            raise _Refusal("yaml-depth", event.start_mark, limit=MAX_DEPTH)
        parent = self.stack[-1] if self.stack else None
        if parent is not None and isinstance(parent.items, dict) and parent.key is None:
            raise _Refusal("yaml-key", event.start_mark)
        items: list[Any] | dict[str, Any] = {} if isinstance(event, yaml.MappingStartEvent) else []
        path = self._put(items, event.start_mark)
        self.stack.append(_Open(path, items))

    def _put(self, value: Any, mark: Any) -> Path_:
        """Store a value where it belongs and return its path."""
        if not self.stack:
            self.root = value
            self.marks[()] = self.position(mark)
            return ()
        parent = self.stack[-1]
        if isinstance(parent.items, list):
            path = (*parent.path, len(parent.items))
            parent.items.append(value)
        else:
            path = (*parent.path, parent.key or "")
            if parent.skipping:
                # The first of two equal keys counts; both are reported, so nothing is lost.
                path = (*parent.path, f"{parent.key}\0again")
            else:
                parent.items[parent.key or ""] = value
            parent.key = None
            parent.skipping = False
        self.marks[path] = self.position(mark)
        return path


def load_yaml(path: str, text: str, line_offset: int = 0) -> YamlTree:
    """Read one YAML document. `line_offset` is the number of lines above it in its file."""
    if separator := separator_fault(path, text, line_offset):
        return YamlTree(path, None, (separator,))
    reader = _Reader(path, line_offset)
    try:
        with _without_collector():
            for event in yaml.parse(text, Loader=_LOADER):
                reader.read(event)
        if not reader.documents:
            reader.root = {}  # comments and blanks alone: a mapping without keys
        reader.faults.extend(comment_faults(path, text, line_offset, reader.ends))
    except _Refusal as refusal:
        reader.fault(refusal.kind, refusal.mark, **refusal.params)
        reader.root = None
    except yaml.MarkedYAMLError as error:
        reader.faults.append(syntax_fault(path, text, line_offset, error))
        reader.root = None
    except yaml.YAMLError as error:
        reader.faults.append(character_fault(path, text, line_offset, error))
        reader.root = None
    return YamlTree(path, reader.root, tuple(reader.faults[:MAX_FAULTS]), reader.marks, reader.keys)

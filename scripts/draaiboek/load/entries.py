"""Plain values to typed entries; what does not fit becomes faults at the right positions."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from draaiboek.load.text import MAX_FAULTS
from draaiboek.load.yaml_source import Path_, YamlTree
from draaiboek.model.problem import Fault, Place
from draaiboek.model.values import ValueFault

Model = TypeVar("Model", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Located(Generic[Model]):
    """A typed entry and where it stands."""

    entry: Model
    tree: YamlTree
    path: Path_

    def place(self, *keys: str | int) -> Place:
        """Where a value of the entry stands, by its keys as editors write them."""
        return self.tree.place((*self.path, *keys))


@dataclass(frozen=True, slots=True)
class Parsed(Generic[Model]):
    """The entries that could be typed, and the faults of those that could not."""

    entries: tuple[Located[Model], ...]
    faults: tuple[Fault, ...]
    complete: bool
    """False when something was left out, so that references to it are not reported as well."""


def parse_one(model: type[Model], tree: YamlTree, path: Path_ = ()) -> tuple[Located[Model] | None, list[Fault]]:
    """Type one mapping of a tree."""
    value: Any = tree.value
    for key in path:
        value = value[key]
    if not isinstance(value, dict):
        return None, [Fault("shape", tree.place(path), {"expected": "mapping"})]
    try:
        return Located(model.model_validate(value), tree, path), []
    except ValidationError as error:
        faults = [
            fault
            for detail in error.errors(include_url=False, include_input=False)[:MAX_FAULTS]
            for fault in _faults(model, tree, path, value, detail)
        ]
        return None, faults


def parse_list(model: type[Model], tree: YamlTree, root_key: str) -> Parsed[Model]:
    """Type the entries of a file that holds one list under one root key."""
    if tree.value is None:
        return Parsed((), (), complete=False)
    rows, faults = _rows(tree, root_key)
    entries: list[Located[Model]] = []
    for path in rows:
        if len(faults) >= MAX_FAULTS:
            break
        located, found = parse_one(model, tree, path)
        faults.extend(found)
        if located is not None:
            entries.append(located)
    return Parsed(tuple(entries), tuple(faults[:MAX_FAULTS]), complete=not faults)


def _rows(tree: YamlTree, root_key: str) -> tuple[list[Path_], list[Fault]]:
    """The paths of a file's entries, and what is wrong around them."""
    if not isinstance(tree.value, dict):
        return [], [Fault("root", tree.place(), {"key": root_key})]
    faults = [
        Fault("key-unknown", tree.key_place((key,)), {"key": key, "known": (root_key,)})
        for key in tree.value
        if key != root_key
    ]
    if root_key not in tree.value:
        # A misspelt root key is one fault, not two.
        return [], faults or [Fault("root", tree.place(), {"key": root_key})]
    rows = tree.value[root_key]
    if not isinstance(rows, list):
        return [], [*faults, Fault("shape", tree.place((root_key,)), {"expected": "list"})]
    return [(root_key, index) for index in range(len(rows))], faults


_SHAPES = {
    "string_type": "text",
    "model_type": "mapping",
    "model_attributes_type": "mapping",
    "dict_type": "mapping",
    "tuple_type": "list",
    "list_type": "list",
}


def _faults(model: type[BaseModel], tree: YamlTree, base: Path_, value: Any, detail: Any) -> Iterator[Fault]:
    """Put one finding of the model into the words of this project."""
    path, rest = _real_path(base, value, detail["loc"])
    kind = detail["type"]
    if kind == "missing":
        yield Fault("key-missing", tree.place(path), {"key": str(rest[-1])})
    elif kind == "extra_forbidden":
        known = _known_keys(model, detail["loc"][:-1])
        yield Fault("key-unknown", tree.key_place(path), {"key": str(path[-1]), "known": known})
    elif kind == "value_error" and isinstance(detail["ctx"]["error"], ValueFault):
        fault = detail["ctx"]["error"]
        place = tree.key_place(path) if rest[-1:] == ("[key]",) else tree.place(path)
        yield Fault(fault.kind, place, fault.params)
    elif kind in ("enum", "literal_error"):
        known = tuple(re.findall(r"'([^']*)'", detail["ctx"]["expected"]))
        yield Fault("choice", tree.place(path), {"value": _shown(tree, path), "known": known})
    elif kind in ("too_short", "tuple_too_short"):
        yield Fault("empty-list", tree.place(path))
    else:
        yield Fault("shape", tree.place(path), {"expected": _SHAPES.get(kind, "text")})


def _real_path(base: Path_, value: Any, loc: tuple[str | int, ...]) -> tuple[Path_, tuple[str | int, ...]]:
    """Follow the model's location as far as the file goes; tags of unions are passed over."""
    path = base
    rest: list[str | int] = []
    for part in loc:
        inside_list = isinstance(value, list) and isinstance(part, int) and part < len(value)
        if inside_list or (isinstance(value, dict) and part in value):
            value = value[part]
            path = (*path, part)
            rest = []
        else:
            rest.append(part)
    return path, tuple(rest)


def _shown(tree: YamlTree, path: Path_) -> str:
    """The text at a path, for a message."""
    value: Any = tree.value
    for key in path:
        value = value[key]
    return value if isinstance(value, str) else "…"


@cache
def _schema(model: type[BaseModel]) -> dict[str, Any]:
    return model.model_json_schema()


def _known_keys(model: type[BaseModel], loc: tuple[str | int, ...]) -> tuple[str, ...]:
    """The keys that the (nested) model at a location accepts."""
    schema = _schema(model)
    definitions = schema.get("$defs", {})
    nodes = [schema]
    for part in loc:
        nodes = [
            child
            for node in nodes
            for form in _forms(node, definitions)
            for child in _children(form, part)
        ] or nodes  # fmt: skip
    found = [key for node in nodes for form in _forms(node, definitions) for key in form.get("properties", {})]
    return tuple(dict.fromkeys(found))


def _forms(node: dict[str, Any], definitions: dict[str, Any]) -> list[dict[str, Any]]:
    """A schema node with its reference followed and its alternatives spread out."""
    if "$ref" in node:
        return _forms(definitions[node["$ref"].rsplit("/", 1)[1]], definitions)
    alternatives = node.get("anyOf") or node.get("oneOf")
    if alternatives:
        return [form for alternative in alternatives for form in _forms(alternative, definitions)]
    return [node]


def _children(form: dict[str, Any], part: str | int) -> list[dict[str, Any]]:
    """The schema below one key or index."""
    if isinstance(part, int):
        return [form["items"]] if "items" in form else []
    properties = form.get("properties", {})
    if part in properties:
        return [properties[part]]
    extra = form.get("additionalProperties")
    return [extra] if isinstance(extra, dict) else []

"""Functions of a catalogue that know what they read of it, and are not called again for the same.

In: a function of a catalogue. Out: the same function; asked the same again, of a later catalogue too, it gives
what it gave before, as long as every table that it read is the very same.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, TypeVarTuple

from draaiboek.catalogue.types import Catalogue
from draaiboek.load.memory import name_of

Asked = TypeVarTuple("Asked")
Made = TypeVar("Made")


class _Reader(Catalogue):
    """A catalogue that notes which of its tables are read. It begins empty: what is read stays in it."""

    __slots__ = ("_source", "reads")

    def __init__(self, source: Catalogue) -> None:
        object.__setattr__(self, "_source", source)
        object.__setattr__(self, "memory", source.memory)
        object.__setattr__(self, "reads", {})

    def __getattr__(self, name: str) -> Any:
        """Only asked for what was not read before; the catalogue behind this one may be a reader as well."""
        value = getattr(self._source, name)
        object.__setattr__(self, name, value)
        self.reads[name] = value
        return value


def remembered(make: Callable[[Catalogue, *Asked], Made]) -> Callable[[Catalogue, *Asked], Made]:
    """Let a function keep its results. They must not be changed, and it must depend on nothing but what it is given."""

    @wraps(make)
    def recall(catalogue: Catalogue, /, *asked: *Asked) -> Made:
        name = name_of(make, *asked)
        kept: Any = catalogue.memory.recall(name)
        if kept is None or not _same(catalogue, kept[1]):
            reader = _Reader(catalogue)
            kept = (make(reader, *asked), reader.reads)
        made: Made = catalogue.memory.keep(name, kept)[0]
        return made

    return recall


def _same(catalogue: Catalogue, reads: dict[str, object]) -> bool:
    """Whether a catalogue has the same tables; a reader notes them as read."""
    return all(getattr(catalogue, name) is table for name, table in reads.items())

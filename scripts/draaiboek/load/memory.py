"""What was made before, kept for as long as what it was made from stays the same.

In: a function and its inputs. Out: its result, and the very same object as the time before where nothing
changed, so that later layers can compare by identity (`is`) in their turn. Nothing here reads a file or
looks at a clock: only contents decide. Texts, days and rows of them count by their value, everything else
by what it is: equal is not enough.

Every function handed over is pure: its result depends on its inputs alone, and nobody changes it.
"""

from collections.abc import Callable, Hashable, Iterable
from datetime import date
from typing import Any, TypeVar

from draaiboek.load.text import TextFile

Result = TypeVar("Result")
Name = tuple[Hashable, ...]
_VALUES = (str, int, date, tuple, type(None))


class Memory:
    """What one round of work has made, and the round before. One for a project, one for its catalogues."""

    def __init__(self) -> None:
        self._before: dict[Hashable, Any] = {}
        self._now: dict[Hashable, Any] = {}

    def __reduce__(self) -> tuple[type["Memory"], tuple[()]]:
        """Another process begins with nothing."""
        return Memory, ()

    def recall(self, name: Hashable) -> Any:
        """What was kept under a name; None when there is nothing."""
        found = self._now.get(name)
        return self._before.get(name) if found is None else found

    def keep(self, name: Hashable, made: Result) -> Result:
        """Keep something under a name, for the next round too."""
        self._now[name] = made
        return made

    def read(self, reader: Callable[..., Result], file: TextFile, *how: Hashable) -> Result:
        """The result of `reader(file, *how)`: the one from before where the text is what it was then."""
        name = ("read", reader, file.path, *how)
        known = self.recall(name)
        result: Result = self.keep(name, known if known and known[0] == file else (file, reader(file, *how)))[1]
        return result

    def kept(self, make: Callable[..., Result], *inputs: object, **more: object) -> Result:
        """The result of `make(*inputs)`, made once for the very same inputs; `more` must not decide what it is."""
        name = name_of(make, *inputs)
        found: Result | None = self.recall(name)
        return self.keep(name, make(*inputs, **more) if found is None else found)

    def found(self, look: Callable[..., Iterable[Result]], *inputs: object) -> tuple[Result, ...]:
        """All that `look(*inputs)` yields, kept in the same way."""
        return self.kept(_all, look, *inputs)

    def same(self, name: Hashable, value: Result) -> Result:
        """The value that had this name before, if it is equal; otherwise the new one."""
        known: Result | None = self.recall(("same", name))
        return self.keep(("same", name), value if known is None or known != value else known)

    def forget_unused(self) -> None:
        """Begin another round: let go of what nobody asked for in this one."""
        self._before, self._now = self._now, {}


def name_of(make: Callable[..., object], *inputs: object) -> Name:
    """What a result is kept under."""
    return (make, *(thing if isinstance(thing, _VALUES) else _Very(thing) for thing in inputs))


class _Very:
    """Equal only to the very same thing, which lives as long as this does."""

    __slots__ = ("thing",)

    def __init__(self, thing: object) -> None:
        self.thing = thing

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Very) and self.thing is other.thing

    def __hash__(self) -> int:
        return id(self.thing)


def _all(look: Callable[..., Iterable[Result]], *inputs: object) -> tuple[Result, ...]:
    return tuple(look(*inputs))

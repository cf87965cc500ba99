"""What was made before, kept from one catalogue of a project to the next.

In: what something was made from. Out: what was made from the very same before. Texts, days and rows of them
count by their value, everything else by what it is: equal is not enough.
"""

from collections.abc import Callable, Hashable
from datetime import date
from typing import TypeVar

Made = TypeVar("Made")
_VALUES = (str, int, date, tuple, type(None))


class Memory:
    """What was made for one catalogue. What the catalogue did not ask for, the next one no longer finds."""

    def __init__(self, before: "Memory | None" = None) -> None:
        self._made: dict[Hashable, object] = {}
        self._before = before._made if before else {}  # noqa: SLF001 - one of its own kind

    def __reduce__(self) -> tuple[type["Memory"], tuple[()]]:
        """Another process begins with nothing."""
        return Memory, ()

    def recall(self, name: tuple[Hashable, ...]) -> object | None:
        """What was kept under a name, in this catalogue or the one before."""
        found = self._made.get(name)
        return self._before.get(name) if found is None else found

    def keep(self, name: tuple[Hashable, ...], made: Made) -> Made:
        """Keep something under a name, for the next catalogue too."""
        self._made[name] = made
        return made

    def once(self, make: Callable[..., Made], *things: object, **more: object) -> Made:
        """What a function makes of these things, made once; `more` must not decide what it makes."""
        name = name_of(make, *things)
        found: Made | None = self.recall(name)  # type: ignore[assignment]
        return self.keep(name, make(*things, **more) if found is None else found)


def name_of(make: Callable[..., object], *things: object) -> tuple[Hashable, ...]:
    """What a result is kept under."""
    return (make, *(thing if isinstance(thing, _VALUES) else _Very(thing) for thing in things))


class _Very:
    """Equal only to the very same thing, which lives as long as this does."""

    __slots__ = ("thing",)

    def __init__(self, thing: object) -> None:
        self.thing = thing

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Very) and self.thing is other.thing

    def __hash__(self) -> int:
        return id(self.thing)

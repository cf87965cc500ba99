"""What was made before, kept for as long as what it was made from stays the same.

In: a function and its inputs. Out: its result, and the very same object as the time before where
nothing changed, so that later layers can compare by identity (`is`) in their turn. Nothing here reads
a file or looks at a clock: only contents decide.

Every function handed over is pure: its result depends on its inputs alone, and nobody changes it.
"""

from collections.abc import Callable, Hashable, Iterable
from typing import Any, TypeVar

from draaiboek.load.text import TextFile

Result = TypeVar("Result")
_Key = tuple[Hashable, ...]


class Memory:
    """What one project's last loading, and all that followed on it, has made. One per project folder."""

    def __init__(self) -> None:
        self._before: dict[_Key, tuple[Any, Any]] = {}
        self._now: dict[_Key, tuple[Any, Any]] = {}

    def read(self, reader: Callable[..., Result], file: TextFile, *how: Hashable) -> Result:
        """The result of `reader(file, *how)`: the one from before where the text is what it was then."""
        key = ("read", reader, file.path, *how)
        known = self._known(key)
        if known is None or known[0] != file:
            known = (file, reader(file, *how))
        self._now[key] = known
        result: Result = known[1]
        return result

    def kept(self, make: Callable[..., Result], *inputs: object) -> Result:
        """The result of `make(*inputs)`: the one from before where every input is the same object."""
        key = ("kept", make, *map(id, inputs))
        # The inputs are held as well: as long as they live, nothing else can have their ids.
        known = self._known(key) or (inputs, make(*inputs))
        self._now[key] = known
        result: Result = known[1]
        return result

    def found(self, look: Callable[..., Iterable[Result]], *inputs: object) -> tuple[Result, ...]:
        """All that `look(*inputs)` yields, kept in the same way."""
        return self.kept(_all, look, *inputs)

    def same(self, name: Hashable, value: Result) -> Result:
        """The value that had this name before, if it is equal; otherwise the new one."""
        key = ("same", name)
        known = self._known(key)
        if known is None or known[1] != value:
            known = (None, value)
        self._now[key] = known
        kept: Result = known[1]
        return kept

    def forget_unused(self) -> None:
        """Let go of what nobody asked for since this was called before."""
        self._before, self._now = self._now, {}

    def _known(self, key: _Key) -> tuple[Any, Any] | None:
        return self._now.get(key) or self._before.get(key)


def _all(look: Callable[..., Iterable[Result]], *inputs: object) -> tuple[Result, ...]:
    return tuple(look(*inputs))

"""What reading gave before, kept for as long as the text that it was read from stays the same.

In: a pure function of one file's text, and the text. Out: its result, and the very same object as the
time before where nothing changed, so that later layers can compare by identity (`is`). Nothing here
reads or writes a file, or looks at a clock: only the content of a file decides.
"""

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

from draaiboek.load.text import TextFile

Result = TypeVar("Result")
_Key = tuple[Hashable, ...]


class Memory:
    """The results of one project's last loading. Make one per project folder, and hand it to each loading."""

    def __init__(self) -> None:
        self._read: dict[_Key, tuple[TextFile, Any]] = {}
        self._used: dict[_Key, tuple[TextFile, Any]] = {}
        self._values: dict[str, Any] = {}

    def read(self, reader: Callable[..., Result], file: TextFile, *how: Hashable) -> Result:
        """The result of `reader(file, *how)`: the one from before where the text is what it was then."""
        key = (reader, file.path, *how)
        known = self._read.get(key)
        if known is None or known[0] != file:
            known = (file, reader(file, *how))
        self._used[key] = known
        result: Result = known[1]
        return result

    def same(self, name: str, value: Result) -> Result:
        """The value that had this name at the last loading, if it is equal; otherwise the new one."""
        if name not in self._values or self._values[name] != value:
            self._values[name] = value
        kept: Result = self._values[name]
        return kept

    def forget_unused(self) -> None:
        """Let go of what the loading that ends now did not ask for: files that are gone or have changed."""
        self._read, self._used = self._used, {}

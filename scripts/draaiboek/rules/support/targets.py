"""What a link points to: its scheme, its place on the site, and what stands close to it."""

import html
import posixpath
import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import unquote

from draaiboek.rules.support.diagnostics import nearest

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_IGNORED_BY_BROWSERS = re.compile(r"[\x00-\x20\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


@dataclass(frozen=True, slots=True)
class Target:
    """A link's target in parts. `path` and `anchor` are decoded; `scheme` is in lower case."""

    scheme: str
    path: str
    anchor: str

    @property
    def external(self) -> bool:
        """Whether it leaves the site, or tries to."""
        return bool(self.scheme)


def read_target(text: str) -> Target:
    """Take a target apart the way a browser will: entities decoded, hidden characters dropped.

    `//host` and its variants with backslashes have the scheme `//`.
    """
    plain = _IGNORED_BY_BROWSERS.sub("", html.unescape(text)).replace("\\", "/")
    if plain.startswith("//"):
        return Target("//", plain, "")
    if match := _SCHEME.match(plain):
        return Target(match[1].lower(), plain, "")
    path, _, anchor = plain.partition("#")
    return Target("", unquote(path.partition("?")[0]), unquote(anchor))


def resolve(address: str, path: str) -> str:
    """The place inside the language that a relative path leads to; starts with `..` when it leads outside."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(address), path))


def relative(address: str, place: str) -> str:
    """The relative path from a page to a place inside the same language."""
    return posixpath.relpath(place, posixpath.dirname(address) or ".")


def close_places(address: str, place: str, known: Iterable[str]) -> tuple[str, ...]:
    """Relative paths to the known places most like one that does not exist: same file name first."""
    places = sorted(known)
    name = posixpath.basename(place)
    same_name = [other for other in places if posixpath.basename(other) == name and name != "index.md"]
    found = [*same_name, *nearest(place, places)]
    return tuple(dict.fromkeys(relative(address, other) for other in found))[:2]

"""The part of Material's stylesheet that the site uses: what is about the text, not about Material's own frame.

In: a minified stylesheet. Out: the same rules in the same order, without those that can never apply because
they ask for a class of Material's header, navigation, search or footer. Nothing is rewritten.
"""

import re
from collections.abc import Iterator

_KEPT = "md-typeset"
"""Of Material's own classes the site uses this one alone."""
_OTHER = re.compile(rf"\.md-(?!{_KEPT.removeprefix('md-')}\b)|\[data-md-(?!color-scheme=default)")
_NOT = re.compile(r":not\([^()]*\)")
_TOKEN = re.compile(r"""\\.|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[{};]""", re.DOTALL)
_GROUPS = ("@media", "@supports")


def trim_stylesheet(css: str) -> str:
    """The stylesheet without the rules for what the site does not have."""
    return "".join(_trimmed(prelude, body) for prelude, body in _rules(css))


def _trimmed(prelude: str, body: str | None) -> str:
    if body is None:
        return prelude
    if prelude.startswith(_GROUPS):
        inner = trim_stylesheet(body)
        return f"{prelude}{{{inner}}}" if inner else ""
    if prelude.startswith("@"):
        return f"{prelude}{{{body}}}"
    kept = [selector for selector in _selectors(prelude) if _applies(selector)]
    return f"{','.join(kept)}{{{body}}}" if kept else ""


def _rules(css: str) -> Iterator[tuple[str, str | None]]:
    """Every rule at the outermost level: what stands before its braces and between them; statements have no body."""
    start, opened, depth = 0, 0, 0
    for token in _TOKEN.finditer(css):
        sign = token[0]
        if sign == "{":
            opened = opened if depth else token.start()
            depth += 1
        elif sign == "}":
            depth -= 1
            if not depth:
                yield css[start:opened], css[opened + 1 : token.start()]
                start = token.end()
        elif sign == ";" and not depth:
            yield css[start : token.end()], None
            start = token.end()


def _selectors(prelude: str) -> Iterator[str]:
    """The selectors of a rule; commas within brackets part nothing."""
    start, depth = 0, 0
    for at, sign in enumerate(prelude):
        depth += (sign == "(") - (sign == ")")
        if sign == "," and not depth:
            yield prelude[start:at]
            start = at + 1
    yield prelude[start:]


def _applies(selector: str) -> bool:
    """Whether the site can have what a selector asks for; what it asks not to be there, need not be."""
    return not _OTHER.search(_NOT.sub("", selector))

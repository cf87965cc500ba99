"""The part of Material's stylesheet that the site uses: what is about the text, not about Material's own frame.

The same rules in the same order, without those that can never apply because they ask for a class of
Material's header, navigation, search or footer.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import tinycss2
from tinycss2.ast import AtRule, LiteralToken, Node, QualifiedRule

_KEPT = "md-typeset"
"""Of Material's own classes the site uses this one alone."""
_OTHER = re.compile(rf"\.md-(?!{_KEPT.removeprefix('md-')}\b)|\[data-md-(?!color-scheme=default)")
_NOT = re.compile(r":not\([^()]*\)")
_GROUPS = ("media", "supports")


def material_folder() -> Path:
    """Where the installed theme keeps its templates."""
    spec = find_spec("material")
    if spec is None or spec.origin is None:
        raise RuntimeError("mkdocs-material is not installed")
    return Path(spec.origin).parent / "templates"


@cache
def text_styles() -> bytes:
    """The theme's stylesheet for text; its name carries a hash that changes with each release."""
    file = next((material_folder() / "assets/stylesheets").glob("main.*.css"))
    css = file.read_text(encoding="utf-8").partition("/*# sourceMappingURL=")[0]
    return trim_stylesheet(css).encode()


def trim_stylesheet(css: str) -> str:
    """The stylesheet without the rules for what the site does not have."""
    return tinycss2.serialize(list(_used(tinycss2.parse_stylesheet(css))))


def _used(rules: Iterable[Node]) -> Iterator[Node]:
    for rule in rules:
        if isinstance(rule, QualifiedRule):
            kept = [selector for selector in _selectors(rule.prelude) if _applies(tinycss2.serialize(selector))]
            if not kept:
                continue
            comma = tinycss2.parse_one_component_value(",")
            rule.prelude = [token for selector in kept for token in (comma, *selector)][1:]
        elif isinstance(rule, AtRule) and rule.lower_at_keyword in _GROUPS:
            rule.content = list(_used(tinycss2.parse_rule_list(rule.content or [])))
            if not rule.content:
                continue
        yield rule


def _selectors(prelude: Iterable[Node]) -> list[list[Node]]:
    """The selectors of a rule; commas within brackets are no tokens of the rule itself, so they part nothing."""
    found: list[list[Node]] = [[]]
    for token in prelude:
        if isinstance(token, LiteralToken) and token.value == ",":
            found.append([])
        else:
            found[-1].append(token)
    return found


def _applies(selector: str) -> bool:
    """Whether the site can have what a selector asks for; what it asks not to be there, need not be."""
    return not _OTHER.search(_NOT.sub("", selector))

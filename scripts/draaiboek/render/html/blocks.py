"""Views to HTML blocks, through the templates beside this module.

The blocks are put into staged Markdown pages, so they hold no blank lines and begin with a block
element. Everything is escaped; only text that `markup` marks as made here is passed through.
"""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

from babel import Locale
from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from draaiboek.catalogue import Catalogue
from draaiboek.render import citations, wording
from draaiboek.render.formats import format_name


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("draaiboek.render.html", "templates"),
        autoescape=select_autoescape(default_for_string=True, default=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


class Words:
    """What templates ask for words: interface strings, dates and numbers of one language."""

    def __init__(self, catalogue: Catalogue, language: str) -> None:
        self.catalogue = catalogue
        self.language = language

    def __call__(self, key: str, /, **params: object) -> str:
        """An interface string."""
        return self.catalogue.text(self.language, key, **params)

    def date(self, day: date) -> str:
        """A full day in words."""
        return wording.long_date(day, self.language)

    def partial(self, value: Any) -> str:
        """A partial date in words."""
        return wording.partial_date(value, self.catalogue, self.language)

    def clock(self, moment: Any) -> str:
        """A clock time."""
        return wording.clock(moment, self.language)

    def due(self, step: Any) -> str:
        """When a step is due."""
        return wording.due(step, self.catalogue, self.language)

    def when(self, step: Any) -> str:
        """How far a step is from the event."""
        return wording.when(step, self.catalogue, self.language)

    def span(self, duration: Any) -> str:
        """A stretch of time."""
        return wording.span(duration, self.language)

    def language_name(self, code: str) -> str:
        """The name of a language, in the language of the page."""
        names = Locale.parse(self.language).languages
        return str(names.get(code.partition("-")[0], code))

    def format_name(self, name: str) -> str:
        """What people call a format."""
        return format_name(self.catalogue, self.language, name)

    def quantity(self, quantity: Any) -> str:
        """A number with its qualifier."""
        said = wording.number(quantity.value, self.language)
        return citations.qualified(said, quantity.qualifier.value, self.catalogue, self.language)


def render_html(template: str, catalogue: Catalogue, language: str, context: Mapping[str, Any]) -> str:
    """One HTML block, without blank lines."""
    words = Words(catalogue, language)
    text = _environment().get_template(template).render(words=words, language=language, **context)
    return "\n".join(line for line in text.split("\n") if line.strip())

"""Sources and figures in words, as footnotes and in lists."""

from draaiboek.catalogue import Catalogue, local
from draaiboek.model.entries import Figure, Source
from draaiboek.model.values import PartialDate
from draaiboek.render.wording import number, partial_date


def escape(text: str) -> str:
    """Text in which Markdown finds nothing to act on."""
    for character in "\\`*_[]<>":
        text = text.replace(character, f"\\{character}")
    return text


def source_text(source: Source, catalogue: Catalogue, language: str) -> str:
    """Publisher, title, date: one line of Markdown, linked where there is an address."""
    title = f"*{escape(source.title)}*"
    if source.url:
        title = f"[{escape(source.title)}]({source.url.replace('(', '%28').replace(')', '%29')})"
    parts = [escape(source.publisher) if source.publisher else "", title]
    parts.append(partial_date(source.date, catalogue, language) if source.date else "")
    if source.consulted:
        when = partial_date(source.consulted, catalogue, language)
        parts.append(catalogue.text(language, "source-consulted", date=when))
    return ", ".join(part for part in parts if part) + "."


def figure_value(figure: Figure, catalogue: Catalogue, language: str) -> str:
    """The number with its qualifier and unit: "meer dan 300", "11,1 %"."""
    said = number(figure.value, language)
    if figure.unit == "percent":
        said = catalogue.text(language, "percent", value=said)
    return qualified(said, figure.qualifier.value, catalogue, language)


def qualified(value: str, qualifier: str, catalogue: Catalogue, language: str) -> str:
    """A number with how to read it."""
    return value if qualifier == "exact" else catalogue.text(language, f"number-{qualifier}", value=value)


def figure_text(figure: Figure, catalogue: Catalogue, language: str) -> str:
    """Value, definition, period and source: one line of Markdown."""
    name = escape(local(figure.name, language))
    definition = escape(local(figure.definition, language)).rstrip(".")
    period = _period(figure.year, catalogue, language)
    source = source_text(catalogue.sources[figure.source], catalogue, language)
    value = escape(figure_value(figure, catalogue, language))
    return f"{name}: {value} ({period}). {definition}. {catalogue.text(language, 'source')}: {source}"


def _period(year: PartialDate, catalogue: Catalogue, language: str) -> str:
    return partial_date(year, catalogue, language)


def citation(name: str, catalogue: Catalogue, language: str) -> str:
    """A source or a figure, whichever has this id."""
    if name in catalogue.figures:
        return figure_text(catalogue.figures[name], catalogue, language)
    return source_text(catalogue.sources[name], catalogue, language)

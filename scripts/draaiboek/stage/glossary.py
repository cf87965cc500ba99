"""The glossary: its page, and the links to it from the pages that use its terms."""

import unicodedata
from collections.abc import Iterator
from itertools import groupby

from draaiboek.catalogue import Catalogue, local, local_language
from draaiboek.derive.glossary import link_terms, term_words
from draaiboek.model.vocabulary import Term
from draaiboek.render.citations import escape
from draaiboek.render.html.blocks import Words
from draaiboek.stage.context import Context, remembered_here
from draaiboek.stage.page import StagedPage, with_sources

PATH = "glossary.md"


def with_terms(body: str, catalogue: Catalogue, language: str, path: str) -> str:
    """The Markdown of a page with its first use of each term linked; `path` is the page's file."""
    return link_terms(body, term_words(catalogue, language), "../" * path.count("/") + PATH)


def glossary_page(context: Context) -> StagedPage:
    """All terms by their names in the page's language, a heading for each letter."""
    return _page(context).copy()


@remembered_here
def _page(context: Context) -> StagedPage:
    title, intro = context.text("page-glossary"), context.text("page-glossary-intro")
    lines = [f"# {title}", "", intro]
    terms = sorted(context.catalogue.terms.values(), key=lambda term: _order(local(term.name, context.language)))
    for letter, group in groupby(terms, key=lambda term: _order(local(term.name, context.language))[:1]):
        lines += ["", f"## {letter.upper()} {{ #letter-{letter} }}"]
        for term in group:
            lines += ["", *_term(context, term)]
    body = with_sources("\n".join(lines), context.catalogue, context.language)
    return StagedPage(PATH, title, intro, "plain", "book", body, context.language)


def _order(name: str) -> str:
    """What a name is sorted by: its letters, without capitals and accents."""
    return "".join(sign for sign in unicodedata.normalize("NFKD", name.casefold()) if sign.isalnum())


def _term(context: Context, term: Term) -> Iterator[str]:
    """One term: name, definition with its sources, and its other names."""
    language = context.language
    spoken = local_language(term.name, language)
    marked = f' lang="{spoken}"' if spoken != language else ""
    yield f"### {escape(local(term.name, language))} {{ #{term.id}{marked} }}"
    yield ""
    sources = "".join(f"[^{name}]" for name in term.sources)
    yield f"{_said(term.definition, language)}{sources}"
    yield ""
    for key, words in (("synonyms", term.synonyms), ("former-names", term.former_names)):
        if named := (words or {}).get(language):
            yield f"- {context.text(f'glossary-{key}')}: {', '.join(map(escape, named))}"
    if others := list(_elsewhere(context, term)):
        yield f"- {context.text('glossary-languages')}: {'; '.join(others)}"


def _said(words: dict[str, str], language: str) -> str:
    """Words in the page's language, or marked as Dutch."""
    spoken = local_language(words, language)
    text = escape(local(words, language))
    return text if spoken == language else f'<span lang="{spoken}">{text}</span>'


def _elsewhere(context: Context, term: Term) -> Iterator[str]:
    """The names in the other languages of the site, where they differ from the one in the heading."""
    shown = local(term.name, context.language)
    for code, entry in context.catalogue.languages.items():
        name = term.name.get(code)
        if name and code != context.language and name != shown:
            direction = f' dir="{entry.direction.value}"' if entry.direction.value == "rtl" else ""
            said = Words(context.catalogue, context.language).language_name(code)
            yield f'{said}: <span lang="{code}"{direction}>{escape(name)}</span>'

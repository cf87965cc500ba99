"""The words of the book: terms it explains, words it avoids, words that a spelling program does not know."""

from typing import Literal

from pydantic import Field

from draaiboek.model.fields import (
    Entry,
    Flag,
    Identifier,
    Language,
    LanguageMap,
    Partial,
    Reference,
    Text,
    WordLists,
)


class Term(Entry):
    """A term of the glossary: what it means, and every word that readers use for it."""

    id: Identifier = Field(description="stable id, the anchor on the glossary page")
    name: LanguageMap = Field(description="the term; leave a language out when it has no established name there")
    definition: LanguageMap = Field(description="what it means, in one or two plain sentences")
    synonyms: WordLists | None = Field(None, description="other words for the same, found by search and linked as well")
    former_names: WordLists | None = Field(None, description="names it had before, found by search and linked as well")
    forms: WordLists | None = Field(None, description="inflected forms that are linked as well: plurals, genders")
    linked: Flag = Field(True, description="false: never linked from a text, because it stands on every page")
    sources: tuple[Reference, ...] = Field((), description="ids of sources")

    def words(self, language: str) -> tuple[str, ...]:
        """Every word for the term in one language, its name first."""
        lists = (self.synonyms, self.former_names, self.forms)
        name = (self.name[language],) if language in self.name else ()
        return name + tuple(word for words in lists for word in (words or {}).get(language, ()))


class AvoidedWord(Entry):
    """A word not to use, with the reason and what to write instead."""

    id: Identifier = Field(description="stable id")
    language: Language = Field(description="the language whose texts are searched for it")
    forms: tuple[Text, ...] = Field(
        description="every form that is meant; 'allochto*' is every word that begins so", min_length=1
    )
    kind: Literal["dated", "demand", "label", "jargon"] = Field(
        description="dated: refused; demand: asks too much; label: reduces people to one trait; jargon: has a plainer word"
    )
    dated_since: Partial | None = Field(
        None, description="dated words: a source older than this may be quoted with its own word"
    )
    term: Reference | None = Field(None, description="term of the glossary that a search for the word leads to")
    reason: LanguageMap = Field(description="why it is better avoided")
    instead: LanguageMap = Field(description="what to write")
    sources: tuple[Reference, ...] = Field((), description="ids of sources")


class SpellingList(Entry):
    """Words of one language that are right although the dictionary does not know them."""

    language: Language = Field(description="BCP 47 code")
    words: tuple[Text, ...] = Field(description="one word a line, in alphabetical order", min_length=1)

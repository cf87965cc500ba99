"""What a catalogue holds: immutable, with every id resolved."""

import copyreg
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from types import MappingProxyType
from typing import Any

from draaiboek.load.markdown import MarkdownFile
from draaiboek.load.memory import Memory
from draaiboek.model.chapter import Chapter, Words
from draaiboek.model.entries import (
    Circumstance,
    Event,
    Figure,
    Form,
    Municipality,
    Organisation,
    Role,
    Scope,
    SiteLanguage,
    Source,
)
from draaiboek.model.lists import Chart, NamedList, Profession
from draaiboek.model.observances import Observance, ObservanceDate
from draaiboek.model.plan import Anchor, Conditions, Task
from draaiboek.model.register import IndexTerm, InventoryRow
from draaiboek.model.source_language import SOURCE_LANGUAGE
from draaiboek.model.values import Offset
from draaiboek.model.vocabulary import AvoidedWord, Term


@dataclass(frozen=True, slots=True)
class PlanStep:
    """A step of a playbook, with what a shared step brings merged in."""

    id: str
    kind: str
    offset: Offset
    anchor: Anchor | None
    day: int
    duration: timedelta | None
    role: str
    needs: tuple[str, ...]
    essential: bool
    effort: timedelta | None
    applies_to: Conditions
    tasks: tuple[Task, ...]
    shared: bool


@dataclass(frozen=True, slots=True)
class PlanPhase:
    """A phase of a playbook."""

    id: str
    steps: tuple[PlanStep, ...]


@dataclass(frozen=True, slots=True)
class StepWords:
    """The words of one step in one language."""

    language: str
    title: str
    why: str
    tasks: Mapping[str, str]
    guidance: str


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """A page of words: a chapter, a playbook's introduction or a phase."""

    language: str
    path: str
    title: str
    description: str
    body: str
    file: MarkdownFile
    front: Words
    state: str
    """`source`, `current` or `stale`: how a translation stands to its Dutch text."""


@dataclass(frozen=True, slots=True, eq=False)
class Plan:
    """One event form: its phases, and its words per language."""

    id: str
    phases: tuple[PlanPhase, ...]
    pages: Mapping[str, Mapping[str, Page]]
    """Language, then `index` or a phase id."""
    step_words: Mapping[str, Mapping[str, StepWords]]
    """Language, then step id."""
    intros: Mapping[str, Mapping[str, str]]
    """Language, then phase id: the text between the phase's title and its first step."""

    @property
    def steps(self) -> tuple[PlanStep, ...]:
        """All steps, in the order of the phases."""
        return tuple(step for phase in self.phases for step in phase.steps)

    @property
    def days(self) -> int:
        """How many days the event takes, by its run sheet."""
        return max((step.day for step in self.steps), default=1)

    def page(self, name: str, language: str) -> Page:
        """The page in a language, or in Dutch when it has not been translated."""
        return self.pages.get(language, {}).get(name) or self.pages[SOURCE_LANGUAGE][name]

    def words(self, step: str, language: str) -> StepWords:
        """The words of a step in a language, or in Dutch."""
        return self.step_words.get(language, {}).get(step) or self.step_words[SOURCE_LANGUAGE][step]

    def intro(self, phase: str, language: str) -> str:
        """The introduction of a phase, in the language of its page."""
        return self.intros[self.page(phase, language).language][phase]


@dataclass(frozen=True, slots=True, eq=False)
class Catalogue:
    """Everything on the site, resolved and immutable; compared by identity, so views can be kept.

    Tables in which nothing changed since the catalogue before are the very same.
    """

    languages: Mapping[str, SiteLanguage]
    roles: Mapping[str, Role]
    circumstances: Mapping[str, Circumstance]
    municipalities: Mapping[str, Municipality]
    forms: Mapping[str, Form]
    organisations: Mapping[str, Organisation]
    sources: Mapping[str, Source]
    figures: Mapping[str, Figure]
    events: Mapping[str, Event]
    plans: Mapping[str, Plan]
    chapters: Mapping[str, Mapping[str, Page]]
    """Language, then address without ending."""
    templates: Mapping[str, Mapping[str, Page]]
    """Language, then id of a model text."""
    strings: Mapping[str, Mapping[str, str]]
    redirects: Mapping[str, str]
    """Old address to new one, both below the site's root."""
    observances: Mapping[str, Observance]
    observance_dates: tuple[ObservanceDate, ...]
    """The first days of the observances, in order of time."""
    inventory: Mapping[str, InventoryRow]
    register: Mapping[str, IndexTerm]
    lists: Mapping[str, NamedList]
    professions: Mapping[str, Profession]
    charts: Mapping[str, Chart]
    terms: Mapping[str, Term]
    avoided_words: Mapping[str, AvoidedWord]
    memory: Memory = field(default_factory=Memory, repr=False)
    """What was made from this catalogue and from the one before."""

    def text(self, language: str, key: str, /, **params: object) -> str:
        """An interface string, with its placeholders filled; Dutch where a language lacks it."""
        found = self.strings.get(language, {}).get(key)
        return (found if found is not None else self.strings[SOURCE_LANGUAGE][key]).format(**params)

    def has_text(self, language: str, key: str) -> bool:
        """Whether a language has its own words for an interface string."""
        return key in self.strings.get(language, {})

    @property
    def full_languages(self) -> tuple[str, ...]:
        """The languages that have the whole site."""
        return tuple(code for code, entry in self.languages.items() if entry.scope is Scope.FULL)


def _frozen(values: dict[Any, Any]) -> MappingProxyType[Any, Any]:
    return MappingProxyType(values)


# A catalogue travels to the processes that build the site; the standard library cannot pickle its mappings.
copyreg.pickle(MappingProxyType, lambda mapping: (_frozen, (dict(mapping),)))


def local(words: Mapping[str, str], language: str) -> str:
    """The words in a language, or in Dutch, or in whatever language there is."""
    return words.get(language) or words.get(SOURCE_LANGUAGE) or next(iter(words.values()))


def local_language(words: Mapping[str, str], language: str) -> str:
    """The language that `local` takes its words from."""
    return next((code for code in (language, SOURCE_LANGUAGE, *words) if words.get(code)), language)


def checked_date(page: Page) -> date | None:
    """When the facts on a page were last checked, if it says so."""
    return page.front.checked if isinstance(page.front, Chapter) else None

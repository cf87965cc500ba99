"""Places where a text may read hard, for editors who ask: remarks, never faults.

In: a project. Out: a remark at each long sentence, and for Dutch at each section with many passive
sentences or with a low Flesch-Douma score.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from draaiboek.derive.readability import Section, sections_of
from draaiboek.load.markdown import MarkdownFile
from draaiboek.load.project import Project
from draaiboek.model.problem import Diagnostic, Problem, Severity, Wording
from draaiboek.rules.support.texts import files

LONG = Diagnostic(
    "RD101",
    Severity.INFO,
    Wording("deze zin telt {count} woorden", "Kan hij in twee zinnen? Zet wat de lezer moet weten of doen in de eerste."),
    Wording("this sentence has {count} words", "Can it be two? Put what readers must know or do in the first."),
)
PASSIVE = Diagnostic(
    "RD102",
    Severity.INFO,
    Wording("'{title}': {count} van de {all} zinnen lijken passief", "Zeg wie iets doet: 'onze collega belt u'."),
    Wording("'{title}': {count} of {all} sentences seem passive", "Say who does it: 'our colleague will call you'."),
)
HARD = Diagnostic(
    "RD103",
    Severity.INFO,
    Wording(
        "'{title}': leesbaarheid {score} ({syllables} lettergrepen per 100 woorden, {words} woorden per zin)",
        "Een signaal, geen oordeel: kijk welke zin of welk woord het doet, en vraag het aan een lezer.",
    ),
    Wording(
        "'{title}': readability {score} ({syllables} syllables per 100 words, {words} words per sentence)",
        "A signal, not a verdict: see which sentence or word does it, and ask a reader.",
    ),
)
DIAGNOSTICS = (LONG, PASSIVE, HARD)

FEWEST_WORDS = 60
"""A section shorter than this gets no score: one long name would decide it."""
_MOST_PASSIVE = 0.3
_FEWEST_PASSIVE = 3


@dataclass(frozen=True, slots=True)
class Limits:
    """What is worth a remark: sentences of more words than this, scores below this."""

    words: int = 30
    score: int = 45


def check_readability(project: Project, languages: Iterable[str], limits: Limits) -> Iterator[Problem]:
    """Remarks on the running text of every Markdown file in some languages."""
    wanted = frozenset(languages)
    for language, file in files(project):
        if language in wanted:
            yield from _in_file(file, limits, is_dutch=language == "nl")


def _in_file(file: MarkdownFile, limits: Limits, *, is_dutch: bool) -> Iterator[Problem]:
    for section in sections_of(file):
        for sentence in section.sentences:
            if len(sentence.words) > limits.words:
                yield LONG.at(sentence.place, count=len(sentence.words))
        if is_dutch:
            yield from _dutch(section, limits)


def _dutch(section: Section, limits: Limits) -> Iterator[Problem]:
    """What only the Dutch formula and the Dutch passive can say."""
    passive = sum(sentence.is_passive for sentence in section.sentences)
    if passive >= _FEWEST_PASSIVE and passive > _MOST_PASSIVE * len(section.sentences):
        yield PASSIVE.at(section.place, title=section.title, count=passive, all=len(section.sentences))
    if len(section.words) >= FEWEST_WORDS and section.score < limits.score:
        yield HARD.at(
            section.place, title=section.title, score=f"{section.score:.0f}",
            syllables=f"{section.syllables_per_100_words:.0f}", words=f"{section.words_per_sentence:.0f}",
        )  # fmt: skip

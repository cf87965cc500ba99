"""Terms of the glossary link where a page first uses them, and nowhere a link does not belong."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from draaiboek.catalogue import Catalogue
from draaiboek.derive.glossary import link_terms, search_words, term_words
from draaiboek.model.vocabulary import AvoidedWord, Term

Linked = Callable[..., str]

JOBCOACH = {"id": "jobcoach", "name": {"nl": "jobcoach"}, "forms": {"nl": ("jobcoaches",)}}
EVC = {"id": "evc", "name": {"nl": "erkennen van competenties"}, "synonyms": {"nl": ("EVC", "EVC’s")}}


def with_words(catalogue: Catalogue, *terms: dict[str, object], avoided: tuple[dict[str, object], ...] = ()) -> Catalogue:
    """The project with another glossary."""
    found = [Term.model_validate({"definition": {"nl": "Uitleg."}, **term}) for term in terms]
    words = [AvoidedWord.model_validate(word) for word in avoided]
    return replace(catalogue, terms={term.id: term for term in found}, avoided_words={word.id: word for word in words})


@pytest.fixture
def linked(catalogue: Catalogue) -> Linked:
    """A Dutch text on a page below a folder, linked with a small glossary."""

    def run(text: str, *terms: dict[str, object]) -> str:
        words = term_words(with_words(catalogue, *(terms or (JOBCOACH, EVC))), "nl")
        return link_terms(text, words, "../glossary.md")

    return run


LINK = "](../glossary.md#jobcoach){ .term }"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Een jobcoach helpt een jobcoach.", f"Een [jobcoach{LINK} helpt een jobcoach."),
        ("Jobcoaches helpen.", f"[Jobcoaches{LINK} helpen."),
        ("**jobcoach**", f"**[jobcoach{LINK}**"),
        ("EVC's", "[EVC's](../glossary.md#evc){ .term }"),
        ("- jobcoach:[^bron] `jobcoach`", f"- [jobcoach{LINK}:[^bron] `jobcoach`"),
        ("| Wie |\n|---|\n| een jobcoach |\n\nEen jobcoach.", f"| Wie |\n|---|\n| een jobcoach |\n\nEen [jobcoach{LINK}."),
        ("    een jobcoach in een kader", f"    een [jobcoach{LINK} in een kader"),
    ],
)
def test_the_first_use_links_in_the_form_it_has(text: str, expected: str, linked: Linked) -> None:
    assert linked(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "# De jobcoach",
        "## De jobcoach { #jobcoach }",
        "[wat een jobcoach doet](jobcoach.md)",
        "![een jobcoach](jobcoach.png)",
        "`jobcoach`",
        "```\njobcoach\n```",
        "Tekst.[^jobcoach]",
        '!!! note "De jobcoach"',
        '=== "jobcoach"',
        "| jobcoach | rol |\n|---|---|\n| … | … |",
        "https://jobcoach.example/jobcoach/",
        "[jobcoach\nop het werk](x.md)",
        "jobcoach-opleiding, pre-jobcoach, jobcoachen",
        "evc en Evc: een afkorting heeft haar hoofdletters",
        '<div class="jobcoach">\n<p>een jobcoach</p>\n</div>',
        "- Bel de collega { #jobcoach }",
    ],
)
def test_headings_links_code_sources_and_headers_stay_as_they_are(text: str, linked: Linked) -> None:
    assert linked(text) == text


def test_a_use_that_cannot_link_leaves_the_link_to_the_next_one(linked: Linked) -> None:
    assert linked("## Jobcoach\n\n[jobcoach](x.md) en een jobcoach") == f"## Jobcoach\n\n[jobcoach](x.md) en een [jobcoach{LINK}"


def test_text_after_html_links_again(linked: Linked) -> None:
    assert linked("<div>\njobcoach\n</div>\n\njobcoach") == f"<div>\njobcoach\n</div>\n\n[jobcoach{LINK}"


def test_the_longest_word_wins(linked: Linked) -> None:
    ibo = {"id": "ibo", "name": {"nl": "IBO"}}
    ibot = {"id": "ibot", "name": {"nl": "IBO met taal"}}

    assert linked("Een IBO met taal.", ibo, ibot) == "Een [IBO met taal](../glossary.md#ibot){ .term }."


def test_a_term_that_is_not_to_be_linked_and_another_language_leave_the_text_alone(linked: Linked) -> None:
    quiet = {"id": "salon", "name": {"nl": "salon", "fr": "rencontre"}, "linked": "false"}

    assert linked("Een salon, une rencontre.", quiet) == "Een salon, une rencontre."


def test_the_real_glossary_never_links_twice_on_a_page_and_keeps_every_word(catalogue: Catalogue) -> None:
    linked_words = 0
    for language, pages in catalogue.chapters.items():
        for page in pages.values():
            text = link_terms(page.body, term_words(catalogue, language), "glossary.md")
            links = [part.partition(")")[0] for part in text.split("](glossary.md#")[1:]]
            assert sorted(set(links)) == sorted(links), page.path
            linked_words += len(links)
            undone = text
            for name in links:
                head, tail = undone.split(f"](glossary.md#{name}){{ .term }}", 1)
                start = head.rindex("[")
                undone = head[:start] + head[start + 1 :] + tail
            assert undone == page.body
    assert linked_words > 100


def test_search_knows_every_name_of_a_term_and_the_words_given_up_for_it(catalogue: Catalogue) -> None:
    old = {"id": "old", "language": "nl", "forms": ("werkcoach", "werkcoa*"), "kind": "jargon", "term": "jobcoach",
           "reason": {"nl": "Oud."}, "instead": {"nl": "jobcoach"}}  # fmt: skip
    lonely = {"id": "buddy", "name": {"nl": "buddy"}}

    assert search_words(with_words(catalogue, JOBCOACH, EVC, lonely, avoided=(old,)), "nl") == [
        ["jobcoach", "jobcoaches", "werkcoach"],
        ["erkennen van competenties", "EVC", "EVC’s"],
    ]
    assert search_words(with_words(catalogue, JOBCOACH, EVC), "fr") == []

"""Every message and hint reads as a whole, in both languages."""

import re
import string

import pytest
from draaiboek.load import yaml_faults
from draaiboek.model.problem import Diagnostic
from draaiboek.rules import RULES
from draaiboek.rules.support.diagnostics import listed, nearest, shown
from draaiboek.rules.yaml_syntax import _WORDS

DIAGNOSTICS = [diagnostic for rule in RULES for diagnostic in rule.DIAGNOSTICS]


@pytest.mark.parametrize("diagnostic", DIAGNOSTICS, ids=lambda diagnostic: diagnostic.code)
def test_both_languages_say_the_same_things(diagnostic: Diagnostic) -> None:
    def values(text: str) -> set[str]:
        names = {name for _, name, _, _ in string.Formatter().parse(text) if name}
        return {re.sub(r"_(nl|en)$", "", name) for name in names}

    assert values(diagnostic.nl.message + diagnostic.nl.hint) == values(diagnostic.en.message + diagnostic.en.hint)


@pytest.mark.parametrize("diagnostic", DIAGNOSTICS, ids=lambda diagnostic: diagnostic.code)
def test_a_message_is_a_part_of_a_line_and_no_sentence_of_its_own(diagnostic: Diagnostic) -> None:
    for wording in (diagnostic.nl, diagnostic.en):
        assert not wording.message.endswith(".")
        assert wording.message[0].islower() or not wording.message[0].isalpha()


def test_every_cause_of_broken_yaml_has_words() -> None:
    assert {*yaml_faults._CAUSES.values(), "rest", "other"} == set(_WORDS)


def test_nearest_names_are_found_whatever_the_capitals() -> None:
    assert nearest("ORGANIZERS", ["organisers", "partners"]) == ("organisers",)
    assert nearest("zh-hant", ["zh-Hant", "nl"]) == ("zh-Hant",)
    assert nearest("x" * 10_000, ["organisers"]) == ()


def test_long_values_and_long_lists_are_cut_in_messages() -> None:
    assert shown("a\n  b" + "c" * 100) == "a b" + "c" * 57 + "…"
    assert listed("abc", most=2) == "a, b, …"

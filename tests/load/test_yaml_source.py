"""YAML text becomes plain values with positions; every fault is named at its place, and nothing raises."""

import random

import pytest
import yaml
from draaiboek.load import yaml_source
from draaiboek.load.yaml_source import MAX_DEPTH, load_yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

EVENTS = """\
events:
  - id: salon-1
    status: held
    title:
      nl: "Salon: kom kijken"
    organisers:
      - vivo
      - verso
"""


def faults(text: str, offset: int = 0) -> list[tuple[str, int, int]]:
    return [(fault.kind, fault.place.line, fault.place.column) for fault in load_yaml("x.yaml", text, offset).faults]


def test_scalars_keep_their_text() -> None:
    text = "a: no\nb: 0123\nc: 2026-02-30\nd: 24:00\ne: 1_000\nf: ~\ng: 'x'\nh: null\ni:\nj: 0x1F\nk: .inf\n"

    assert load_yaml("x.yaml", text).value == {
        "a": "no", "b": "0123", "c": "2026-02-30", "d": "24:00", "e": "1_000", "f": "~", "g": "x", "h": "null",
        "i": "", "j": "0x1F", "k": ".inf",
    }  # fmt: skip


def test_every_value_and_key_has_its_position() -> None:
    tree = load_yaml("x.yaml", EVENTS)

    assert tree.place(("events", 0)).line == 2
    assert (tree.place(("events", 0, "id")).line, tree.place(("events", 0, "id")).column) == (2, 9)
    assert tree.place(("events", 0, "title", "nl")).column == 11
    assert (tree.key_place(("events", 0, "title")).line, tree.key_place(("events", 0, "title")).column) == (4, 5)
    assert tree.place(("events", 0, "organisers", 1)).line == 8


def test_what_is_not_there_is_placed_at_the_nearest_value_around_it() -> None:
    tree = load_yaml("x.yaml", EVENTS)

    assert tree.place(("events", 0, "venue", "nl")) == tree.place(("events", 0))
    assert tree.key_place(("events", 0, "venue")) == tree.place(("events", 0))
    assert load_yaml("x.yaml", "").place(("events",)).line == 1


def test_positions_count_characters_and_lines_above_the_document() -> None:
    tree = load_yaml("x.md", "é: 😀x\nb: [c, d]\n", line_offset=1)

    assert (tree.place(("é",)).line, tree.place(("é",)).column) == (2, 4)
    assert (tree.place(("b", 1)).line, tree.place(("b", 1)).column) == (3, 8)


@pytest.mark.parametrize("text", ["", "\n\n", "# only a remark\n"])
def test_a_document_without_values_is_an_empty_mapping(text: str) -> None:
    assert (load_yaml("x.yaml", text).value, faults(text)) == ({}, [])


@pytest.mark.parametrize(
    ("text", "reason", "line", "column"),
    [
        ("a:\n  b: 1\n c: 2\n", "indent", 3, 2),
        ("a:\n  - id: x\n   name: y\n", "indent", 3, 4),
        ("a:\n  - id: x\n      name: y\n", "indent", 3, 7),
        ("  a: 1\nb: 2\n", "indent", 2, 1),
        ("a: b: c\n", "colon", 1, 5),
        ("a: Salon: kom kijken\n", "colon", 1, 9),
        ("a: 1\nb:2\nc: 3\n", "no-colon", 2, 1),
        ("a: 1\nb\n", "no-colon", 2, 1),
        ("a: 'b\nc: d\n", "unclosed", 1, 4),
        ('a: 1\nb: "c\n\n\n', "unclosed", 2, 4),
        ("a: [b, c\nd: e\n", "unclosed", 1, 4),
        ("a: {b: c\nd: e\n", "unclosed", 1, 4),
        ("a: @b\n", "character", 1, 4),
        ("a: %b\n", "character", 1, 4),
        ("a: *vet*\n", "character", 1, 8),
        ("a: & b\n", "character", 1, 5),
        ("a: ]\n", "character", 1, 4),
        ("a: 'OCMW's plan'\n", "rest", 1, 10),
        ('a: "Zeg "ja" nu"\n', "rest", 1, 10),
        ("a: {count} x\n", "rest", 1, 12),
        ("a: - b\n", "list", 1, 4),
        ("a: > tekst\n", "block", 1, 6),
        ("a: | tekst\n", "block", 1, 6),
        ('a: "C:\\dir"\n', "escape", 1, 7),
        ('a: "\\x"\n', "escape", 1, 7),
        ("%YAML 9.9\n---\na: 1\n", "other", 1, 1),
    ],
)
def test_broken_yaml_is_named_by_its_cause_where_it_shows(text: str, reason: str, line: int, column: int) -> None:
    tree = load_yaml("x.yaml", text)

    assert tree.value is None
    assert [(fault.kind, fault.params.get("reason"), fault.place.line, fault.place.column) for fault in tree.faults] == [
        ("yaml-syntax", reason, line, column)
    ]


@pytest.mark.parametrize("line", range(2, 9))
def test_a_tab_in_the_indentation_is_named_on_its_own_line(line: int) -> None:
    lines = EVENTS.split("\n")
    lines[line - 1] = "\t" + lines[line - 1].lstrip(" ")

    assert faults("\n".join(lines)) == [("yaml-tab", line, 1)]


def test_a_tab_behind_spaces_is_named_in_its_column() -> None:
    assert faults("a:\n  b:\n  \tc: d\n") == [("yaml-tab", 3, 3)]


@pytest.mark.parametrize("text", ["a: 1\n\t\n", "a: 1\n\t", "a: 'x'\n\t\nb: 2\n"])
def test_a_line_of_only_a_tab_is_named(text: str) -> None:
    assert faults(text) == [("yaml-tab", 2, 1)]


def test_a_tab_inside_a_text_is_fine() -> None:
    assert load_yaml("x.yaml", 'a: "b\\tc"\nd: "e\tf"\n').value == {"a": "b\tc", "d": "e\tf"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a: b\x07c\n", [("yaml-character", 1, 5)]),
        ("a: b\nc: \x00\n", [("yaml-character", 2, 4)]),
        ("a: b\u2028c: d\n", [("yaml-character", 1, 5)]),
        ("a: 1\nb: c\x85d\n", [("yaml-character", 2, 5)]),
    ],
)
def test_characters_that_cannot_be_seen_are_named_in_their_column(text: str, found: list[tuple[str, int, int]]) -> None:
    assert faults(text) == found


def test_the_first_of_two_equal_keys_counts_and_the_second_names_its_line() -> None:
    tree = load_yaml("x.yaml", "a: 1\nb: 2\na:\n  c: 3\nb: 4\n")

    assert tree.value == {"a": "1", "b": "2"}
    assert [(fault.place.line, fault.params) for fault in tree.faults] == [
        (3, {"key": "a", "first": 1}),
        (5, {"key": "b", "first": 2}),
    ]


def test_equal_keys_in_different_entries_are_fine() -> None:
    assert faults("- a: 1\n- a: 2\n- b:\n    a: 3\n") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a: &x 1\nb: *x\n", [("yaml-alias", 1, 4)]),
        ("a: 1\nb: *x\n", [("yaml-alias", 2, 4)]),
        ("*a : b\n", [("yaml-alias", 1, 1)]),
        ("a: !!python/object/apply:os.system [ls]\n", [("yaml-tag", 1, 4)]),
        ("a: !secret x\n", [("yaml-tag", 1, 4)]),
        ("a: 1\n---\nb: 2\n", [("yaml-document", 2, 1)]),
        ("a: 1\n...\n---\nb: 2\n", [("yaml-document", 3, 1)]),
        ("? [a]\n: b\n", [("yaml-key", 1, 3)]),
        ("a: {{b}: c}\n", [("yaml-key", 1, 5)]),
        ("[" * 5_000, [("yaml-depth", 1, MAX_DEPTH + 1)]),
        ("{a: " * 5_000, [("yaml-depth", 1, 4 * MAX_DEPTH + 1)]),
        ("- " * 5_000, [("yaml-depth", 1, 2 * MAX_DEPTH + 1)]),
    ],
)
def test_what_could_hide_repeat_or_run_things_is_refused(text: str, found: list[tuple[str, int, int]]) -> None:
    assert (load_yaml("x.yaml", text).value, faults(text)) == (None, found)


def test_aliases_nested_to_explode_are_refused_at_the_first_anchor() -> None:
    text = "a: &a [x, x]\n" + "".join(f"{new}: &{new} [*{old}, *{old}]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True))

    assert faults(text) == [("yaml-alias", 1, 4)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("venue: Zaal #3\n", [("yaml-comment", 1, 13)]),
        ('venue: "Zaal" # drie\n', [("yaml-comment", 1, 15)]),
        ("organisers: # wie\n  - vivo # de trekker\n", [("yaml-comment", 1, 13), ("yaml-comment", 2, 10)]),
        ("a: [b, c] # d\n", [("yaml-comment", 1, 11)]),
        ("# a remark on its own line\na: b\n  # another\n", []),
        ("a: C#\nb: '#3'\nc: |\n  Zaal #3\nd: x#y\n", []),
    ],
)
def test_a_comment_behind_a_value_is_named_because_it_may_be_text_that_is_lost(
    text: str, found: list[tuple[str, int, int]]
) -> None:
    assert faults(text) == found


def test_many_faults_of_one_file_stay_readable() -> None:
    assert len(faults("a: 1\n" * 100_000)) == 1_000


def test_the_parser_without_c_library_reads_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    before = load_yaml("x.yaml", EVENTS)
    monkeypatch.setattr(yaml_source, "_LOADER", yaml.SafeLoader)
    after = load_yaml("x.yaml", EVENTS)

    assert (after.value, after.marks, after.keys) == (before.value, before.marks, before.keys)


@settings(max_examples=400, deadline=None)
@given(st.text())
@example("\n\t")
@example("---")
@example("%")
def test_no_text_whatever_raises(text: str) -> None:
    tree = load_yaml("x.yaml", text)

    assert tree.value is not None or tree.faults


@settings(max_examples=400, deadline=None)
@given(st.text(alphabet="ab:- \n\t[]{}'\"#&*!|>%@`?,.\\", max_size=60))
def test_no_mixture_of_yaml_signs_raises_or_points_outside_the_text(text: str) -> None:
    lines = text.split("\n")

    for fault in load_yaml("x.yaml", text).faults:
        assert 1 <= fault.place.line <= len(lines)
        assert 1 <= fault.place.column <= len(lines[fault.place.line - 1]) + 1


@settings(max_examples=300, deadline=None)
@given(st.randoms(use_true_random=False), st.text(max_size=5))
def test_no_mutation_of_a_valid_file_raises(chance: random.Random, inserted: str) -> None:
    start = chance.randrange(len(EVENTS))
    text = EVENTS[:start] + inserted + EVENTS[start + chance.randrange(10) :]

    tree = load_yaml("x.yaml", text)

    assert tree.value is not None or tree.faults

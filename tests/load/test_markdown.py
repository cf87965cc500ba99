"""A Markdown file is taken apart into its parts, each at its position, and code is never taken for the real thing."""

import time
from pathlib import Path
from typing import Any

import pytest
from draaiboek.load.markdown import MarkdownFile, load_markdown
from draaiboek.load.text import TextFile, load_text
from hypothesis import given, settings
from hypothesis import strategies as st

FRONT = "---\ntitle: Titel\n---\n"


def markdown(body: str) -> MarkdownFile:
    return load_markdown(TextFile("x.md", FRONT + body))


def faults(text: str) -> list[tuple[str, int, int]]:
    file = load_markdown(TextFile("x.md", text))
    return [(fault.kind, fault.place.line, fault.place.column) for fault in file.faults]


def links(body: str) -> list[tuple[str, str, bool, int, int]]:
    found = markdown(body).links
    return [(link.text, link.target, link.image, link.place.line, link.place.column) for link in found]


def test_front_matter_is_read_at_its_lines_and_the_body_begins_below_it() -> None:
    file = markdown("\n# Titel\n")

    assert file.front is not None
    assert (file.front.value, file.front.place(("title",)).line) == ({"title": "Titel"}, 2)
    assert (file.first_line, file.lines[1], file.headings[0].place.line) == (4, "# Titel", 5)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("# Titel\n", [("front-missing", 1, 1)]),
        ("\n---\ntitle: x\n---\n", [("front-missing", 1, 1)]),
        ("---\ntitle: x\n\n# Titel\n", [("front-unclosed", 1, 1)]),
        ("---", [("front-missing", 1, 1)]),
        ("---\n---\n", []),
        ("---  \ntitle: x\n---  \n", []),
        ("---\ntitle: x\n...\n", []),
        ("---\ntitle: x: y\n---\n", [("yaml-syntax", 2, 9)]),
        ("---\ntitle: x\n\tb: c\n---\n", [("yaml-tab", 3, 1)]),
        ("---\na: 1\nb: 2\na: 3\n---\n", [("yaml-duplicate-key", 4, 1)]),
        ("---\ntitle: 'x\n---\n", [("yaml-syntax", 2, 8)]),
        ("---\n\n\t\n---\n", [("yaml-tab", 3, 1)]),
    ],
)
def test_faults_in_front_matter_stand_on_their_lines(text: str, found: list[tuple[str, int, int]]) -> None:
    assert faults(text) == found


def test_a_file_that_could_not_be_read_has_no_parts_and_no_further_faults() -> None:
    file = load_markdown(TextFile("x.md", None))

    assert (file.front, file.headings, file.links, file.faults) == (None, (), (), ())


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("# Titel", (1, "Titel", None)),
        ("## Titel { #een-id }", (2, "Titel", "een-id")),
        ("### Titel {#een-id}  ", (3, "Titel", "een-id")),
        ("## Titel {: #een-id }", (2, "Titel", "een-id")),
        ("## Titel { #een-id .smal }", (2, "Titel", "een-id")),
        ("## Titel ## { #een-id }", (2, "Titel", "een-id")),
        ("## Titel ##", (2, "Titel", None)),
        ("## C\\# en [tekst](x.md)", (2, "C\\# en [tekst](x.md)", None)),
        ("###### Titel", (6, "Titel", None)),
    ],
)
def test_headings_have_level_text_and_id(line: str, heading: tuple[int, str, str | None]) -> None:
    assert [(found.level, found.text, found.anchor) for found in markdown(line).headings] == [heading]


@pytest.mark.parametrize("line", ["tekst # geen", "    # code", "`# geen`", "\\# geen"])
def test_other_lines_are_no_headings(line: str) -> None:
    assert markdown(line).headings == ()


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Zie [a](b.md).", [("a", "b.md", False, 4, 5)]),
        ("[a](b.md#c) en [d](e.md)", [("a", "b.md#c", False, 4, 1), ("d", "e.md", False, 4, 16)]),
        ('[a](b.md "Titel") ![c](d.svg)', [("a", "b.md", False, 4, 1), ("c", "d.svg", True, 4, 19)]),
        ("[a](<b c.md>)", [("a", "b c.md", False, 4, 1)]),
        ("[a](https://x.be/c_(d))", [("a", "https://x.be/c_(d)", False, 4, 1)]),
        ("[a [b] c](d.md)", [("a [b] c", "d.md", False, 4, 1)]),
        ("[a]()", [("a", "", False, 4, 1)]),
        ("[![alt](a.svg)](b.md)", [("![alt](a.svg)", "b.md", False, 4, 1), ("alt", "a.svg", True, 4, 2)]),
        ("[a][b] en [b]: c", []),
        ("[b]: https://x.be", [("b", "https://x.be", False, 4, 6)]),
        ("[b]: <c.md>", [("b", "c.md", False, 4, 6)]),
        ("[^voet]: https://x.be", []),
        ("`[a](b.md)` [c](d.md)", [("c", "d.md", False, 4, 13)]),
        ("``[a](b.md)` `` [c](d.md)", [("c", "d.md", False, 4, 17)]),
        ("\\[a](b.md) [c](d.md)", [("c", "d.md", False, 4, 12)]),
        ("[a](b.md", []),
        ("[ [a](b.md) [c](d.md)", [("a", "b.md", False, 4, 3), ("c", "d.md", False, 4, 13)]),
    ],
)
def test_links_and_images_are_found_with_their_targets(line: str, found: list[tuple[str, str, bool, int, int]]) -> None:
    assert links(line) == found


def test_a_link_over_two_lines_of_a_paragraph_is_one_link() -> None:
    assert links("Zie [een\nlange tekst](b.md).\n\n[geen\n\nlink](c.md)") == [("een\nlange tekst", "b.md", False, 4, 5)]


@pytest.mark.parametrize(
    "body",
    [
        "```\n# a\n- b { #c }\n[d](e.md)[^f] <g>\n```\n",
        "~~~ yaml\n# a\n[d](e.md)\n~~~\n",
        "````markdown\n```\n# a\n```\n[d](e.md)\n````\n",
        "```\n~~~\n[d](e.md)\n```\n",
        "```\n``` python\n[d](e.md)\n```\n",
        "!!! note\n    ```\n    [d](e.md)\n    ```\n",
        "`[d](e.md)[^f] <g>`\n",
    ],
)
def test_nothing_inside_code_is_taken_for_the_real_thing(body: str) -> None:
    file = markdown(body)

    assert (file.headings, file.links, file.footnotes, file.items, file.tags, file.faults) == ((), (), (), (), (), ())


def test_code_is_blanked_out_without_moving_what_stands_behind_it() -> None:
    file = markdown("`[^a]` \\[x\\] [^b]")

    assert len(file.masked[0]) == len(file.lines[0])
    assert [(mark.text, mark.place.column) for mark in file.footnotes] == [("b", 14)]


def test_a_fence_that_is_never_closed_is_a_fault_on_its_line() -> None:
    assert faults(f"{FRONT}Tekst\n\n```\n[a](b.md)\n") == [("code-unclosed", 6, 1)]


def test_footnotes_and_their_definitions_are_told_apart() -> None:
    file = markdown("Er kwamen er 300.[^bron-1][^bron-2]\n\n[^bron-1]: Zelf geschreven.\n")

    assert [(mark.text, mark.place.line, mark.place.column) for mark in file.footnotes] == [
        ("bron-1", 4, 18), ("bron-2", 4, 27), ("bron-1", 6, 1),
    ]  # fmt: skip
    assert [(mark.text, mark.place.line) for mark in file.definitions] == [("bron-1", 6)]


def test_ids_of_headings_and_of_other_parts_can_be_linked_to() -> None:
    assert markdown("## A { #een }\n\nTekst { #twee .smal }\n\n```\n## B { #drie }\n```\n").anchors() == {"een", "twee"}


def test_list_items_have_their_list_their_text_and_their_task() -> None:
    body = "- Een { #een }\n- Twee {#twee}\n    - dieper { #dieper }\n\nTekst\n\n1. Drie { #drie }\n2. Vier\n\n## Kop\n* Vijf\n"

    assert [(item.text, item.id, item.list_number, item.place.line) for item in markdown(body).items] == [
        ("Een", "een", 1, 4),
        ("Twee", "twee", 1, 5),
        ("Drie", "drie", 2, 10),
        ("Vier", None, 2, 11),
        ("Vijf", None, 3, 14),
    ]


def test_blank_lines_and_continued_lines_do_not_end_a_list() -> None:
    items = markdown("- Een\n  gaat verder\n\n- Twee\nook verder\n- Drie\n").items

    assert [item.list_number for item in items] == [1, 1, 1]


def test_windows_line_ends_give_the_same_parts(tmp_path: Path) -> None:
    text = FRONT + "\n# Titel\n\n- Een [a](b.md) { #een }\n"
    (tmp_path / "lf.md").write_bytes(text.encode())
    (tmp_path / "crlf.md").write_bytes(text.replace("\n", "\r\n").encode())

    lf, crlf = (load_markdown(load_text(tmp_path, name)) for name in ("lf.md", "crlf.md"))

    assert (crlf.lines, crlf.masked) == (lf.lines, lf.masked)
    assert [(item.text, item.id, item.place.column) for item in crlf.items] == [("Een [a](b.md)", "een", 3)]


@pytest.mark.parametrize(
    "line",
    [
        "[" + "[a](b) " * 3_000,
        "[" + "![a](b)" * 3_000,
        "[a](<" * 5_000,
        "[a]:" + " " * 20_000,
        "# a" + " " * 20_000 + "b",
        "- a" + " \t" * 10_000 + "b",
        "{a" * 10_000,
        "[^" * 10_000,
        "".join("`" * length + " " for length in range(1, 200)),
    ],
)
def test_signs_that_open_and_never_close_cost_what_their_number_costs(line: str) -> None:
    """Four times as many take four times as long, not sixteen; the best of some tries, as other programs disturb."""

    def cost(text: str) -> float:
        start = time.process_time()
        markdown(text)
        return time.process_time() - start

    assert min(cost(line) / min(cost(line[: len(line) // 4]) for _ in range(3)) for _ in range(10)) < 8


@settings(max_examples=400, deadline=None)
@given(st.text(alphabet="ab \n\t#-*1.`~[]()<>{}!^:|\\\"'$é", max_size=120))
def test_no_text_raises_or_points_outside_the_file(body: str) -> None:
    file = markdown(body)
    lines = (FRONT + body).split("\n")
    parts: tuple[Any, ...] = (*file.headings, *file.links, *file.footnotes, *file.definitions, *file.attributes, *file.tags, *file.items)

    assert len(file.masked) == len(file.lines)
    for place in (*(part.place for part in parts), *(fault.place for fault in file.faults)):
        assert 1 <= place.line <= len(lines)
        assert 1 <= place.column <= len(lines[place.line - 1]) + 1


@settings(max_examples=200, deadline=None)
@given(st.text())
def test_no_file_whatever_raises(text: str) -> None:
    load_markdown(TextFile("x.md", text))

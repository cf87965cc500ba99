"""Code is blanked out as the site engine reads it, and nothing moves."""

import pytest
from draaiboek.load.code_mask import mask_code
from hypothesis import given
from hypothesis import strategies as st


def masked(text: str) -> str:
    return "\n".join(mask_code(tuple(text.split("\n")))[0])


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a `b` c", "a     c"),
        ("a ``b ` c`` d", "a           d"),
        ("a `b c", "a `b c"),
        ("a \\`b` c", "a   b` c"),
        ("a `b\\` c` d", "a      c` d"),
        ("a \\[b\\]", "a   b  "),
        ("a \\<b", "a \\<b"),
        ("```a`` b", "       b"),
        ("- `a\n- b` c", "- `a\n- b` c"),
        ("`a\nb` c", "`a\nb` c"),
        ("```text\na\n```\nb", "\n\n\nb"),
        ('~~~ python title="x"\n```\n~~~\nb', "\n\n\nb"),
        ("```{ .a }\nb\n```", "```{ .a }\n\n"),
        ("```a b! c\nd", "```a b! c\nd"),
        ("- a\n\n    ```\n    b\n    ```\n    c", "- a\n\n\n\n\n    c"),
    ],
)
def test_only_what_is_surely_code_is_blanked_out(text: str, shown: str) -> None:
    assert masked(text) == shown


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("```\na\n```", None),
        ("```\na", 0),
        ("a\n\n~~~\n```", 2),
        ("```\na\n````", 0),
        ("    ```\n  a\n    ```\n", 0),
    ],
)
def test_a_block_is_closed_by_the_marks_that_open_it_at_the_same_depth(text: str, line: int | None) -> None:
    assert mask_code(tuple(text.split("\n")))[1] == line


@given(st.text(st.sampled_from("`~ \t\n\\-#a{}[]*")))
def test_blanks_stand_for_signs_one_by_one(text: str) -> None:
    before, after = text.split("\n"), masked(text).split("\n")

    assert len(after) == len(before)
    assert all(new in ("", old) or len(new) == len(old) for old, new in zip(before, after, strict=True))

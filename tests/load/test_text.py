"""A file becomes text, or one fault that says why it cannot."""

from pathlib import Path

import pytest
from draaiboek.load.text import MAX_BYTES, load_text


def read(tmp_path: Path, data: bytes) -> tuple[str | None, list[tuple[str, int, int]]]:
    (tmp_path / "x.yaml").write_bytes(data)
    file = load_text(tmp_path, "x.yaml")
    return file.text, [(fault.kind, fault.place.line, fault.place.column) for fault in file.faults]


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"a: 1\r\nb: 2\r\n", "a: 1\nb: 2\n"),
        (b"a: 1\rb: 2", "a: 1\nb: 2"),
        (b"\xef\xbb\xbfa: 1\n", "a: 1\n"),
        ("a: é😀\n".encode(), "a: é😀\n"),
    ],
)
def test_line_ends_and_byte_order_marks_of_all_systems_are_read(tmp_path: Path, data: bytes, text: str) -> None:
    assert read(tmp_path, data) == (text, [])


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"", ("file-empty", 1, 1)),
        (b" \r\n\t\n", ("file-empty", 1, 1)),
        (b"\xef\xbb\xbf", ("file-empty", 1, 1)),
        (b"PK\x03\x04\x00", ("file-binary", 1, 1)),
        ("a: 1\n".encode("utf-16"), ("file-binary", 1, 1)),
        ("één\ntwéé".encode("latin-1"), ("file-encoding", 1, 1)),
        ("één\n".encode() + "twéé".encode("latin-1"), ("file-encoding", 2, 3)),
        (b"x" * (MAX_BYTES + 1), ("file-large", 1, 1)),
    ],
)
def test_what_is_no_text_is_named_at_its_place(tmp_path: Path, data: bytes, fault: tuple[str, int, int]) -> None:
    assert read(tmp_path, data) == (None, [fault])


def test_a_file_of_exactly_the_limit_is_read(tmp_path: Path) -> None:
    text, faults = read(tmp_path, b"x" * MAX_BYTES)

    assert (len(text or ""), faults) == (MAX_BYTES, [])


def test_a_file_that_cannot_be_opened_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").mkdir()

    assert [fault.kind for fault in load_text(tmp_path, "x.yaml").faults] == ["file-unreadable"]
    assert [fault.kind for fault in load_text(tmp_path, "y.yaml").faults] == ["file-unreadable"]

"""What is kept between runs is given back as it was, and never gets in the way."""

from pathlib import Path
from types import MappingProxyType

import pytest
from draaiboek.load.store import MOST_ENTRIES, key_of, recall, remember

VALUE = {"words": ("een", "twee"), "view": MappingProxyType({"nl": 1})}


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own to keep things in."""
    folder = tmp_path / "cache"
    monkeypatch.setenv("DRAAIBOEK_CACHE", str(folder))
    return folder


def test_what_was_kept_comes_back(cache: Path) -> None:
    key = key_of([b"text"])
    remember(key, VALUE)
    assert recall(key) == VALUE
    assert [file.name for file in cache.iterdir()] == [key]


def test_every_part_of_a_key_counts_and_so_do_their_borders() -> None:
    assert len({key_of(parts) for parts in ([b"ab"], [b"a", b"b"], [b"", b"ab"], [b"ba"], [])}) == 5


@pytest.mark.usefixtures("cache")
def test_another_key_gives_nothing() -> None:
    remember(key_of([b"text"]), VALUE)
    assert recall(key_of([b"other text"])) is None


@pytest.mark.parametrize("position", [0, 40, -1])
def test_an_entry_that_was_damaged_is_not_read(cache: Path, position: int) -> None:
    key = key_of([b"text"])
    remember(key, VALUE)
    data = bytearray((cache / key).read_bytes())
    data[position] ^= 1
    (cache / key).write_bytes(data)
    assert recall(key) is None
    (cache / key).write_bytes(b"")
    assert recall(key) is None


def test_the_oldest_entries_go(cache: Path) -> None:
    for number in range(MOST_ENTRIES + 5):
        remember(key_of([bytes([number])]), number)
    assert len(list(cache.iterdir())) == MOST_ENTRIES
    assert recall(key_of([bytes([MOST_ENTRIES + 4])])) == MOST_ENTRIES + 4


def test_what_cannot_be_kept_is_no_error(cache: Path) -> None:
    cache.write_text("a file where the folder should be")
    remember(key_of([b"text"]), VALUE)
    assert recall(key_of([b"text"])) is None
    cache.unlink()
    remember(key_of([b"text"]), lambda: None)
    assert recall(key_of([b"text"])) is None


@pytest.mark.skipif(not hasattr(__import__("os"), "getuid"), reason="Windows keeps a user's folders to that user")
def test_a_folder_that_others_can_write_to_is_not_used(cache: Path) -> None:
    key = key_of([b"text"])
    remember(key, VALUE)
    cache.chmod(0o777)
    assert recall(key) is None


def test_nothing_is_kept_when_that_is_off(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAAIBOEK_CACHE", "off")
    remember(key_of([b"text"]), VALUE)
    assert recall(key_of([b"text"])) is None
    assert not cache.exists()

"""The preview: a change shows, a fault shows too and the last good page stays."""

import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from draaiboek.preview import Preview, start_server, watch


@pytest.fixture
def preview(built: Path) -> Iterator[tuple[Preview, str]]:
    made = Preview(built, date(2026, 11, 22), "nl", lambda problems, fault, seconds: None)
    made.update()
    server = start_server(made, 0)
    stop = threading.Event()
    watcher = threading.Thread(target=watch, args=(made, stop), daemon=True)
    watcher.start()
    time.sleep(0.5)
    yield made, f"http://127.0.0.1:{server.server_port}"
    stop.set()
    watcher.join(timeout=20)
    server.shutdown()
    server.server_close()


def fetch(address: str) -> str:
    with urllib.request.urlopen(address, timeout=10) as answer:
        return str(answer.read().decode())


def wait_until(address: str, words: str) -> str:
    for _ in range(150):
        text = fetch(address)
        if words in text:
            return text
        time.sleep(0.1)
    raise AssertionError(f"{words!r} did not appear at {address}")


def wait_until_gone(address: str) -> bool:
    for _ in range(150):
        try:
            fetch(address)
        except urllib.error.HTTPError as error:
            return error.code == 404
        time.sleep(0.1)
    return False


def replace(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_a_changed_chapter_event_playbook_and_string_show(preview: tuple[Preview, str]) -> None:
    made, address = preview
    replace(made.root / "docs/nl/book/why.md", "Lees ook", "Lees zeker ook")
    wait_until(f"{address}/nl/book/why/", "Lees zeker ook")
    replace(made.root / "playbook/salon/nl/prepare.md", "Begin met het doel.", "Begin bij het doel.")
    wait_until(f"{address}/fr/playbook/salon/prepare/", "Begin bij het doel.")
    replace(made.root / "data/events.yaml", "municipality: antwerpen", "municipality: antwerpen\n    venue: Het Eilandje")
    wait_until(f"{address}/nl/events/antwerp-1/", "Het Eilandje")
    replace(made.root / "i18n/nl.yaml", "page-events: ", "page-events: Nieuwe ")
    wait_until(f"{address}/nl/events/", "Nieuwe ")


def test_a_fault_is_told_and_the_last_good_page_stays(preview: tuple[Preview, str]) -> None:
    made, address = preview
    chapter = made.root / "docs/nl/book/why.md"
    good = chapter.read_text(encoding="utf-8")
    listener = urllib.request.urlopen(f"{address}/_preview/news", timeout=20)
    assert listener.readline() == b"event: state\n"
    chapter.write_text(good.replace("../visitors/what-is-a-salon.md#who", "nergens.md"), encoding="utf-8")
    news = ""
    while "MD111" not in news:
        news = listener.readline().decode()
    listener.close()

    assert "docs/nl/book/why.md" in news
    page = fetch(f"{address}/nl/book/why/")
    assert "wat een salon is" in page
    assert "nergens" not in page
    assert '<script src="/_preview/preview.js"></script>' in page
    chapter.write_text(good.replace("Lees ook", "Lees nu ook"), encoding="utf-8")
    wait_until(f"{address}/nl/book/why/", "Lees nu ook")


def test_a_new_chapter_shows_and_a_removed_one_goes(preview: tuple[Preview, str]) -> None:
    made, address = preview
    chapter = made.root / "docs/nl/book/images.md"
    text = (made.root / "docs/nl/book/why.md").read_text(encoding="utf-8").replace("Waarom", "Beelden")
    chapter.write_text(text, encoding="utf-8")
    wait_until(f"{address}/nl/search/", "Beelden")
    assert "Beelden" in fetch(f"{address}/nl/book/images/")
    chapter.unlink()
    assert wait_until_gone(f"{address}/nl/book/images/")
    assert "Beelden" not in fetch(f"{address}/nl/search/")

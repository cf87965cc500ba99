"""The preview: a change shows, a fault shows too and the last good page stays."""

import threading
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from queue import SimpleQueue

import pytest
from draaiboek.preview import Preview, start_server, watch

HANGS = 600
"""Seconds after which what does not come is called a fault; no test that passes waits for them."""


class Running:
    """A preview that is watching, and its updates one by one."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.address = ""
        self.updates: SimpleQueue[None] = SimpleQueue()
        self.preview = Preview(root, date(2026, 11, 22), "nl", lambda *_: self.updates.put(None))

    def until(self, address: str, wanted: Callable[[str], bool]) -> str:
        """A page as it is after the update that makes it as wanted; editors save in strokes, so not always the next."""
        while not wanted(page := self.fetch(address)):
            self.updates.get(timeout=HANGS)
        return page

    def shows(self, address: str, words: str) -> str:
        """A page, once it holds these words."""
        return self.until(address, lambda page: words in page)

    def fetch(self, address: str) -> str:
        """A page as it is now; nothing where there is none."""
        try:
            with urllib.request.urlopen(f"{self.address}/{address}", timeout=HANGS) as answer:  # noqa: S310 - the preview itself
                return str(answer.read().decode())
        except urllib.error.HTTPError as error:
            if error.code != 404:
                raise
            return ""


@pytest.fixture
def running(built: Path) -> Iterator[Running]:
    made = Running(built)
    made.preview.update()
    server = start_server(made.preview, 0)
    made.address = f"http://127.0.0.1:{server.server_port}"
    stop, ready = threading.Event(), threading.Event()
    watcher = threading.Thread(target=watch, args=(made.preview, stop, ready), daemon=True)
    watcher.start()
    assert ready.wait(HANGS)
    yield made
    stop.set()
    watcher.join(HANGS)
    server.shutdown()
    server.server_close()


def replace(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_a_changed_chapter_event_playbook_and_string_show(running: Running) -> None:
    replace(running.root / "docs/nl/book/why.md", "Lees ook", "Lees zeker ook")
    running.shows("nl/book/why/", "Lees zeker ook")
    replace(running.root / "playbook/salon/nl/prepare.md", "Begin met het doel.", "Begin bij het doel.")
    running.shows("fr/playbook/salon/prepare/", "Begin bij het doel.")
    replace(running.root / "data/events.yaml", "municipality: antwerpen", "municipality: antwerpen\n    venue: Het Eilandje")
    running.shows("nl/events/antwerp-1/", "Het Eilandje")
    replace(running.root / "i18n/nl.yaml", "page-events: ", "page-events: Nieuwe ")
    running.shows("nl/events/", "Nieuwe ")


def test_a_fault_is_told_and_the_last_good_page_stays(running: Running) -> None:
    chapter = running.root / "docs/nl/book/why.md"
    good = chapter.read_text(encoding="utf-8")
    listener = urllib.request.urlopen(f"{running.address}/_preview/news", timeout=HANGS)  # noqa: S310 - the preview itself
    assert listener.readline() == b"event: state\n"
    chapter.write_text(good.replace("../visitors/what-is-a-salon.md#who", "nergens.md"), encoding="utf-8")
    news = ""
    while "MD111" not in news:
        news = listener.readline().decode()
    listener.close()

    assert "docs/nl/book/why.md" in news
    page = running.fetch("nl/book/why/")
    assert "wat een salon is" in page
    assert "nergens" not in page
    assert '<script src="/_preview/preview.js"></script>' in page
    chapter.write_text(good.replace("Lees ook", "Lees nu ook"), encoding="utf-8")
    running.shows("nl/book/why/", "Lees nu ook")


def test_a_new_chapter_shows_and_a_removed_one_goes(running: Running) -> None:
    chapter = running.root / "docs/nl/book/images.md"
    text = (running.root / "docs/nl/book/why.md").read_text(encoding="utf-8").replace("Waarom", "Beelden")
    chapter.write_text(text, encoding="utf-8")
    running.shows("nl/search/", "Beelden")
    running.shows("nl/book/images/", "Beelden")
    chapter.unlink()
    running.until("nl/book/images/", lambda page: not page)
    running.until("nl/search/", lambda page: "Beelden" not in page)

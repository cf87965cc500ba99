"""Building the site: whole, reproducible, and safe to interrupt."""

import hashlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable
from pathlib import Path

import pytest
from draaiboek.site.stylesheet import material_folder
from draaiboek.site.swap import recover

TODAY = "2026-11-22"
Run = Callable[..., subprocess.CompletedProcess[str]]


def digest(folder: Path) -> str:
    """One hash of all paths and bytes in a folder."""
    found = hashlib.sha256()
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        found.update(file.relative_to(folder).as_posix().encode() + b"\0" + file.read_bytes() + b"\0")
    return found.hexdigest()


def test_site_has_every_language_with_its_own_lang_dir_404_and_search(built: Path) -> None:
    for code, direction in (("nl", "ltr"), ("fr", "ltr"), ("ar", "rtl")):
        for name in ("index.html", "404.html", "visitors/what-is-a-salon/index.html"):
            page = (built / "site" / code / name).read_text(encoding="utf-8")
            assert f'<html lang="{code}" dir="{direction}"' in page
        assert json.loads((built / "site" / code / "search.json").read_text(encoding="utf-8"))["lang"] == code


def test_untranslated_page_shows_dutch_marked_as_dutch_and_stays_out_of_search(built: Path) -> None:
    page = (built / "site/fr/visitors/what-is-a-salon/index.html").read_text(encoding="utf-8")
    found = json.loads((built / "site/fr/search.json").read_text(encoding="utf-8"))["pages"]

    assert "U leert werkgevers kennen." in page
    assert 'lang="nl"' in page
    assert "Cette page n" in page
    assert "visitors/what-is-a-salon/" not in {entry["url"] for entry in found}
    assert "book/why/" in {entry["url"] for entry in found}


def test_visitors_language_has_only_the_visitors_section(built: Path) -> None:
    folders = {path.name for path in (built / "site/ar").iterdir() if path.is_dir()}

    assert folders == {"assets", "visitors", "search"}


def test_sitemap_lists_pages_in_their_own_language_with_their_translations(built: Path) -> None:
    tree = ElementTree.parse(built / "site" / "sitemap.xml")
    space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    pages = {
        entry.find("s:loc", space).text: {link.get("hreflang") for link in entry.findall("x:link", space)}
        for entry in tree.getroot()
    }

    assert pages["https://draaiboek.example/nl/book/why/"] == {"nl", "fr"}
    assert pages["https://draaiboek.example/ar/visitors/what-is-a-salon/"] == {"nl", "ar"}
    assert "https://draaiboek.example/fr/visitors/what-is-a-salon/" not in pages


def test_no_page_shows_ids_or_asks_another_host(built: Path) -> None:
    for page in (built / "site").rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert "{ #" not in text, page
        for attribute in ('src="http', 'href="//', 'src="//', "@import", "fonts.googleapis"):
            assert attribute not in text, page
        assert "<script>" not in text, page
        assert " style=" not in text, page


def test_no_file_of_the_engines_theme_is_sent(built: Path) -> None:
    theirs = {file.name for file in (material_folder() / "assets").rglob("*") if file.is_file()}
    sent = {file.name for file in (built / "site").rglob("*") if file.is_file()}

    assert "main" in {name.partition(".")[0] for name in theirs}
    assert "text.css" in sent
    assert theirs & sent == set()


def test_same_commit_and_day_give_the_same_bytes_wherever_and_however(
    built: Path, run: Run, tmp_path: Path
) -> None:
    first = built
    shutil.rmtree(first / "site")
    second = tmp_path / "elsewhere" / "deeper"
    shutil.copytree(first, second)
    run("build", "--root", first, "--today", TODAY, TZ="Pacific/Kiritimati", PYTHONHASHSEED="1", LC_ALL="C")
    run("build", "--root", second, "--today", TODAY, TZ="America/Adak", PYTHONHASHSEED="77")

    assert (first / "site" / "nl" / "index.html").is_file()
    assert digest(first / "site") == digest(second / "site")


def test_twenty_kills_leave_a_whole_site(built: Path, run: Run, tmp_path: Path) -> None:
    out = built / "site"
    old = digest(out)
    chapter = built / "docs/nl/book/why.md"
    chapter.write_text(chapter.read_text(encoding="utf-8").replace("Lees ook", "Lees vooral ook"), encoding="utf-8")
    started = time.monotonic()
    assert run("build", "--root", built, "--today", TODAY, "--out", tmp_path / "new").returncode == 0
    duration = time.monotonic() - started
    new = digest(tmp_path / "new")
    chance = random.Random(20261122)

    for _ in range(20):
        process = subprocess.Popen(
            [sys.executable, "-m", "draaiboek", "build", "--root", str(built), "--today", TODAY],
            start_new_session=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            process.wait(chance.uniform(0.2, 1.1) * duration)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        recover(out)
        assert digest(out) in (old, new)

    assert run("build", "--root", built, "--today", TODAY).returncode == 0
    assert digest(out) == new
    assert leftovers(built) == []


def begun(root: Path) -> subprocess.Popen[str]:
    """A build that is running, in a group of its own, as from a terminal: where Ctrl-C is not ignored."""
    return subprocess.Popen(
        [sys.executable, "-m", "draaiboek", "build", "--root", str(root), "--today", TODAY],
        start_new_session=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )


MOMENTS = (".draaiboek-new-*", ".draaiboek-new-*/*/404.html", ".draaiboek-new-*/*/index.html")
"""What stands in the project when the languages begin, when an engine has begun to write, and when it is under way."""


def wait_for(root: Path, moment: str) -> None:
    """Wait until a build has come so far: a moment of its own, whatever the machine's speed."""
    until = time.monotonic() + 120
    while not any(root.glob(moment)) and time.monotonic() < until:
        time.sleep(0.005)


def leftovers(root: Path) -> list[str]:
    return [path.name for path in root.iterdir() if path.name.startswith(".draaiboek-")]


def test_workers_of_a_killed_build_end_and_never_write_into_the_next(built: Path, run: Run) -> None:
    site, staged = digest(built / "site"), digest(built / "build")
    page = built / "playbook/shared/nl/venue.md"
    words = page.read_text(encoding="utf-8")

    for moment in MOMENTS[1:]:  # before, there is no worker of ours to leave behind
        # A task stands on pages and in every file to take along.
        page.write_text(words.replace("drie offertes", "vijf offertes"), encoding="utf-8")
        process = begun(built)
        wait_for(built, moment)
        process.kill()  # the build alone: its workers are left behind
        process.wait()
        page.write_text(words, encoding="utf-8")
        assert run("build", "--root", built, "--today", TODAY).returncode == 0
        # Their output ends when the last of them does.
        assert "Traceback" not in process.communicate(timeout=60)[1]

        assert (digest(built / "site"), digest(built / "build")) == (site, staged)
        assert leftovers(built) == []


@pytest.mark.parametrize("moment", MOMENTS)
def test_ctrl_c_stops_at_once_and_leaves_nothing_behind(built: Path, moment: str) -> None:
    old = digest(built / "site")
    process = begun(built)
    wait_for(built, moment)
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to all of them
    shown = process.communicate(timeout=60)

    assert (process.returncode, shown[0], shown[1].strip()) == (3, "", "draaiboek: gestopt.")
    assert digest(built / "site") == old
    assert leftovers(built) == []


def test_errors_leave_the_old_site_and_give_exit_code_1(built: Path, run: Run) -> None:
    before = digest(built / "site")
    (built / "data/events.yaml").write_text("events:\n  - id: [\n", encoding="utf-8")
    done = run("build", "--root", built)

    assert done.returncode == 1
    assert "data/events.yaml:2:" in done.stderr
    assert "Traceback" not in done.stderr
    assert digest(built / "site") == before


def test_a_folder_that_is_no_site_is_never_replaced(built: Path, run: Run, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("van mij", encoding="utf-8")
    (tmp_path / "empty").mkdir()
    refused = run("build", "--root", built, "--lang", "ar", "--out", tmp_path / "mine", "--messages", "en")
    done = run("build", "--root", built, "--lang", "ar", "--out", tmp_path / "empty")
    again = run("build", "--root", built, "--lang", "ar", "--out", tmp_path / "empty")

    assert refused.returncode == 3
    assert refused.stderr.startswith(f"draaiboek: {tmp_path}/mine is neither an empty folder nor a site built before")
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["letter.txt"]
    assert (done.returncode, again.returncode) == (0, 0)


def test_some_languages_only_go_elsewhere(built: Path, run: Run, tmp_path: Path) -> None:
    refused = run("build", "--root", built, "--lang", "ar")
    done = run("build", "--root", built, "--lang", "ar", "--out", tmp_path / "arabic")

    assert refused.returncode == 3
    assert done.returncode == 0
    assert (tmp_path / "arabic/ar/index.html").is_file()
    assert not (tmp_path / "arabic/nl").exists()

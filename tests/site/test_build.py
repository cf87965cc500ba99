"""Building the site: whole, and reproducible."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

from draaiboek.site.stylesheet import material_folder

from ..command import Done, call
from ..conftest import TODAY
from .folders import digest

Run = Callable[..., Done]


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
    built: Path, tmp_path: Path
) -> None:
    first = built
    shutil.rmtree(first / "site")
    second = tmp_path / "elsewhere" / "deeper"
    shutil.copytree(first, second)
    call("build", "--root", first, "--today", TODAY, TZ="Pacific/Kiritimati", PYTHONHASHSEED="1", LC_ALL="C")
    call("build", "--root", second, "--today", TODAY, TZ="America/Adak", PYTHONHASHSEED="77")

    assert (first / "site" / "nl" / "index.html").is_file()
    assert digest(first / "site") == digest(second / "site")


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

"""Every page can be reached by links alone, every link leads somewhere, and every page says its language."""

from collections import deque
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import yaml

ROOT = Path(__file__).parent.parent.parent
LANGUAGES = {
    entry["code"]: entry
    for entry in yaml.safe_load((ROOT / "data/languages.yaml").read_text(encoding="utf-8"))["languages"]
}


SITE = "http://site.invalid/"
"""Stands for wherever the site is."""


def targets(document: Any) -> Iterator[tuple[str, str]]:
    """Where the links of a page lead within the site: address below the root, and fragment."""
    for link in document.all("a"):
        whole, fragment = urldefrag(urljoin(SITE + document.address, link.get("href", "")))
        if whole.startswith(SITE):
            yield unquote(urlsplit(whole).path.lstrip("/")), unquote(fragment)


def test_every_page_is_reached_by_links_from_the_home_of_its_language(documents: dict[str, Any]) -> None:
    lost = []
    for language in LANGUAGES:
        reached, waiting = {f"{language}/"}, deque([f"{language}/"])
        while waiting:
            for address, _ in targets(documents[waiting.popleft()]):
                if address in documents and documents[address].language == language and address not in reached:
                    reached.add(address)
                    waiting.append(address)
        own = {one.address for one in documents.values() if one.language == language and not one.leads_on}
        lost += sorted(own - reached - {f"{language}/404.html"})

    assert not lost, "\n".join(lost)


def test_every_language_is_reached_from_the_root(documents: dict[str, Any]) -> None:
    for address in ("", "404.html"):
        assert {f"{code}/" for code in LANGUAGES} <= {target for target, _ in targets(documents[address])}


def test_every_link_and_every_file_a_page_needs_exists(documents: dict[str, Any], site: Path) -> None:
    dead = set()
    for document in documents.values():
        for address, fragment in targets(document):
            found = documents.get(address)
            if found is None and not (site / address).is_file():
                dead.add(f"{document.address}: {address}")
            elif found and fragment and "=" not in fragment and fragment not in {one.get("id") for _, one in found.elements}:
                dead.add(f"{document.address}: {address}#{fragment}")
        for element in (*document.all("script", "img", "source"), *document.all("link")):
            needed = element.get("src") or element.get("href") or ""
            whole = urlsplit(urljoin(SITE + document.address, needed))
            if needed and whole.netloc == urlsplit(SITE).netloc and not (site / unquote(whole.path.lstrip("/"))).is_file():
                dead.add(f"{document.address}: {needed}")

    assert not dead, "\n".join(sorted(dead))


def test_every_page_says_its_language_and_direction(staying: list[Any]) -> None:
    wrong = []
    for document in staying:
        entry = LANGUAGES.get(document.language, LANGUAGES["nl"])
        if (document.html.get("lang"), document.html.get("dir", "ltr")) != (entry["code"], entry["direction"]):
            wrong.append(f"{document.address}: {document.html}")

    assert not wrong, "\n".join(wrong)


def to_other_languages(document: Any) -> list[dict[str, str]]:
    """The links of the language menus: those to pages that say which language is there; files may say so too."""
    return [link for link in document.all("a") if "hreflang" in link and link["href"].endswith(("/", "."))]


def test_language_menu_stays_on_the_page_where_the_language_has_it(documents: dict[str, Any]) -> None:
    wrong = []
    for document in documents.values():
        if document.kind in ("root", "missing"):
            continue
        path = document.address.removeprefix(f"{document.language}/")
        expected = {code: f"{code}/{path}" if f"{code}/{path}" in documents else f"{code}/" for code in LANGUAGES}
        for link in to_other_languages(document):
            code = link["hreflang"]
            target = urljoin(SITE + document.address, link["href"]).removeprefix(SITE)
            if target != expected[code]:
                wrong.append(f"{document.address}: {code} leads to {target}")

    assert not wrong, "\n".join(wrong)


def test_names_of_languages_say_which_language_they_are_in(documents: dict[str, Any]) -> None:
    wrong = []
    for document in documents.values():
        links = to_other_languages(document)
        if document.kind not in ("root", "missing") and {link["hreflang"] for link in links} != set(LANGUAGES):
            wrong.append(f"{document.address}: not every language")
        if document.address in ("", "404.html"):
            continue  # there the item around the link says it, together with a sentence in that language
        for link in links:
            entry = LANGUAGES[link["hreflang"]]
            if (link.get("lang"), link.get("dir")) != (entry["code"], entry["direction"]):
                wrong.append(f"{document.address}: {link}")

    assert not wrong, "\n".join(wrong)

"""Spelling as editors run it: the faults on their line, and nothing about names, addresses and code."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from ..command import Done, call

ROOT = Path(__file__).parent.parent.parent
PATH = "docs/nl/book/why.md"
HEAD = "---\ntitle: Waarom\ndescription: Waarom dit boek er is.\n---\n\n# Waarom\n\n"
Run = Callable[..., Done]
Project = Callable[..., Path]

needs_hunspell = pytest.mark.skipif(shutil.which("hunspell") is None, reason="hunspell is not installed")


def unknown(run: Run, root: Path, *words: object) -> list[tuple[str, int, int, str]]:
    rows = json.loads(run("spelling", *words, "--root", root, "--format", "json", "--messages", "en").stdout)
    return [(row["path"], row["line"], row["column"], row["message"].split("'")[1]) for row in rows]


@needs_hunspell
def test_a_wrong_word_is_reported_on_its_line_with_better_ones(project: Project, run: Run) -> None:
    root = project({PATH: HEAD + "Wij zoeken *medewrekers* voor **het zieknhuis**.\n"})
    done = run("spelling", PATH, "--lang", "nl", "--root", root, "--strict")

    lines = done.stdout.splitlines()
    assert done.returncode == 2
    assert lines[0] == f"{PATH}:8:13: warning SP101 'medewrekers' staat niet in het woordenboek"
    assert lines[1].startswith("    Bedoelt u 'medewerkers'")
    assert lines[2] == f"{PATH}:8:37: warning SP101 'zieknhuis' staat niet in het woordenboek"
    assert lines[4:] == ["2 waarschuwingen."]


@needs_hunspell
@pytest.mark.parametrize(
    "text",
    [
        "Een jobcoach en Jobcoach's collega, een jobcoach-opleiding.",
        "Ga naar [deze pagina](../visitors/what-is-a-salon.md#who) op www.qsdfgh.be/azerty of https://qsdf.example/azerty.",
        "In code: `azertyq`.[^visitors-2019]",
        "De 21e-eeuwse zorg- en opleidingssector.",
        '!!! warning "Let op"\n    Tekst.',
        "Een kop { #azertyq }",
        "Oktober, Januari en Maart in een tabel.",
        "VIVO vormt werkbegeleiders' collega's en foto's.",
    ],
)
def test_lists_names_addresses_code_and_cut_words_are_no_faults(text: str, project: Project, run: Run) -> None:
    root = project({PATH: HEAD + text + "\n"})

    assert unknown(run, root, PATH, "--lang", "nl") == []


@needs_hunspell
def test_every_language_has_its_dictionary_and_vowel_signs_and_elisions_are_no_faults(project: Project, run: Run) -> None:
    french = "docs/fr/book/why.md"
    arabic = "docs/ar/visitors/what-is-a-salon.md"
    base = ROOT / "tests/base"
    root = project(
        {
            french: (base / french).read_text(encoding="utf-8") + "\nL’hôpital et qu’un jobcoach : une pharse.\n",
            arabic: (base / arabic).read_text(encoding="utf-8") + "\nتُنظَّمُ اللقاءات أيضًا.\n",
        }
    )

    assert [word for _, _, _, word in unknown(run, root, french, arabic)] == ["pharse"]


@needs_hunspell
def test_strings_and_data_are_looked_at_and_the_words_to_avoid_are_not(project: Project, run: Run) -> None:
    root = project()
    roles = root / "data/roles.yaml"
    roles.write_text(roles.read_text(encoding="utf-8").replace("Ontvangt", "Ontvngt"), encoding="utf-8")
    words = root / "data/words.yaml"
    words.write_text(words.read_text(encoding="utf-8").replace("nl: om\n", "nl: omqsdf\n"), encoding="utf-8")

    assert unknown(run, root, "data", "--lang", "nl") == [("data/roles.yaml", 14, 11, "Ontvngt")]


@needs_hunspell
def test_a_language_without_dictionary_is_said_once(project: Project, run: Run) -> None:
    languages = (ROOT / "tests/base/data/languages.yaml").read_text(encoding="utf-8")
    root = project({"data/languages.yaml": languages + "  - code: tlh\n    name: tlhIngan Hol\n    direction: ltr\n    scope: visitors\n",
                    "i18n/tlh.yaml": "visitors-home: nuqneH\n"})  # fmt: skip
    rows = json.loads(run("spelling", "--lang", "tlh", "--root", root, "--format", "json").stdout)

    assert [(row["path"], row["severity"], row["code"]) for row in rows] == [("i18n/tlh.yaml", "info", "SP102")]


def test_without_hunspell_one_line_says_what_to_install(project: Project) -> None:
    done = call("spelling", "--root", project(), PATH="")

    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr.startswith("draaiboek: hunspell is niet geïnstalleerd")
    assert done.stderr.count("\n") == 1

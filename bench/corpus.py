"""A project of any size for measuring: the real frame and data, generated chapters."""

import random
import shutil
from pathlib import Path

ROOT = Path(__file__).parent.parent
_WORDS = (
    "salon", "werkgever", "afspraak", "bezoeker", "gemeente", "ziekenhuis", "woonzorgcentrum", "kinderopvang", "opleiding",
    "gesprek", "partner", "vereniging", "uitnodiging", "taal", "rol", "plan", "datum", "zaal", "vraag", "antwoord", "tafel",
    "collega", "team", "job", "vacature",
)  # fmt: skip
_ABOUT_THE_TEXT = ("inventory.yaml", "register.yaml", "lists.yaml", "professions.yaml", "events.yaml")
"""Data that leads to the real chapters and playbooks, which are not here."""


def _paragraph(chance: random.Random, words: int) -> str:
    text = " ".join(chance.choice(_WORDS) for _ in range(words))
    return text.capitalize() + "."


def _chapter(chance: random.Random, number: int) -> str:
    """About 565 words with headings, a table, an admonition and links, as a real chapter has."""
    lines = ["---", f"title: Hoofdstuk {number}", "description: Een gemeten hoofdstuk."]
    lines += ["---", "", f"# Hoofdstuk {number}", "", _paragraph(chance, 60)]
    for section in range(6):
        lines += ["", f"## Deel {section} {{ #part-{section} }}", "", _paragraph(chance, 70), ""]
        lines += [f"- {_paragraph(chance, 8)}" for _ in range(3)]
    lines += ["", "| Wat | Wie |", "| --- | --- |", "| zaal | team |", "", '!!! note "Let op"', "", "    " + _paragraph(chance, 30)]
    lines += ["", f"Lees ook [een ander hoofdstuk](chapter-{max(0, number - 1):04}.md#part-1)."]
    return "\n".join(lines) + "\n"


def make_corpus(folder: Path, pages: int) -> Path:
    """A project with so many chapters in each of four languages, without playbooks."""
    chance = random.Random(1)  # noqa: S311 - the same words every time
    for name in ("data", "i18n", "theme", "web"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns(*_ABOUT_THE_TEXT))
    (folder / "data" / "events.yaml").write_text("events: []\n", encoding="utf-8")
    shutil.copy(ROOT / "mkdocs.yml", folder / "mkdocs.yml")
    languages = (folder / "data" / "languages.yaml").read_text(encoding="utf-8")
    (folder / "data" / "languages.yaml").write_text(languages.replace("scope: visitors", "scope: full"), encoding="utf-8")
    for language in ("nl", "fr", "en", "ar"):
        book = folder / "docs" / language / "book"
        book.mkdir(parents=True)
        home = "---\ntitle: Start\ndescription: Start.\n---\n\n# Start\n"
        (folder / "docs" / language / "index.md").write_text(home, encoding="utf-8")
        (book / "index.md").write_text(home, encoding="utf-8")
        for number in range(pages - 2):
            (book / f"chapter-{number:04}.md").write_text(_chapter(chance, number), encoding="utf-8")
    return folder


def make_dated_events(folder: Path, count: int) -> Path:
    """The project itself with so many more events of all forms, each with a full date and clock times."""
    for name in ("data", "docs", "i18n", "playbook"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder / "mkdocs.yml")
    forms = sorted(path.parent.name for path in (ROOT / "playbook").glob("*/playbook.yaml"))
    file = folder / "data" / "events.yaml"
    rows = [file.read_text(encoding="utf-8").rstrip()]
    for number in range(count):
        rows += [
            f"  - id: event-{number:05}", f"    playbook: {forms[number % len(forms)]}", "    status: planned",
            f"    date: {2027 + number % 6}-{number % 12 + 1:02}-{number % 28 + 1:02}", "    opens: 13:30",
            "    closes: 17:00", "    municipality: mechelen",
        ]  # fmt: skip
    file.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return folder


def make_events(folder: Path, count: int) -> Path:
    """A project with so many events of fifteen keys."""
    make_corpus(folder, 3)
    rows = ["events:"]
    for number in range(count):
        rows += [
            f"  - id: event-{number:05}", "    playbook: salon", "    status: held",
            f"    date: {2000 + number % 25}-{number % 12 + 1:02}-{number % 28 + 1:02}", "    opens: 13:30",
            "    closes: 17:00", "    municipality: mechelen", "    venue: Zaal", "    organisers:", "      - vivo",
            "    languages:", "      - nl", "    results:", "      visitors:", f"        value: {number}",
            "        qualifier: about", "        source: zorgtalent-2019", "    sources:", "      - zorgtalent-2019",
        ]  # fmt: skip
    (folder / "data" / "events.yaml").write_text("\n".join(rows) + "\n", encoding="utf-8")
    return folder

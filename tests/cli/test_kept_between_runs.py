"""A checklist is the same whether or not an earlier run has kept what it rests on."""

from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

ROOT = Path(__file__).parent.parent.parent
Run = Callable[..., CompletedProcess[str]]
WORDS = ("--playbook", "salon", "--date", "2027-03-18", "--today", "2026-11-22", "--format", "md")


def test_a_second_checklist_is_the_same_and_a_changed_text_shows(project: Callable[..., Path], run: Run, tmp_path: Path) -> None:
    real = ("mkdocs.yml", "i18n/nl.yaml", "i18n/fr.yaml", "i18n/ar.yaml")
    root, cache = project({name: (ROOT / name).read_bytes() for name in real}), str(tmp_path / "cache")

    def checklist(cache: str) -> tuple[int, str, str]:
        done = run("checklist", *WORDS, "--root", root, DRAAIBOEK_CACHE=cache)
        return done.returncode, done.stdout, done.stderr

    first = checklist(cache)
    assert first[0] == 0
    assert len(list((tmp_path / "cache").iterdir())) == 1
    assert checklist(cache) == first == checklist("off")

    phase = next((root / "playbook" / "salon" / "nl").glob("[!i]*.md"))
    text = phase.read_text(encoding="utf-8")
    step = next(line for line in text.splitlines() if line.startswith("## "))
    phase.write_text(text.replace(step, step.replace("## ", "## Anders: ", 1)), encoding="utf-8")
    changed = checklist(cache)
    assert changed == checklist("off")
    assert changed[0] == 0
    assert "Anders: " in changed[1]

    phase.write_text(text.replace(step, "## "), encoding="utf-8")
    faulty = checklist(cache)
    assert faulty == checklist("off")
    assert faulty[0] == 1

    phase.write_text(text, encoding="utf-8")
    (root / "docs" / "nl" / "index.md").write_text("geen kop", encoding="utf-8")
    assert checklist(cache) == first

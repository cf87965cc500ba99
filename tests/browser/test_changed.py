"""Which pages a browser looks at because their text changed."""

import subprocess
from pathlib import Path

import pytest

from . import changed
from .changed import address_of, changed_pages


@pytest.mark.parametrize(
    ("source", "address"),
    [
        ("docs/nl/book/why.md", "book/why/"),
        ("docs/fr/book/index.md", "book/"),
        ("docs/nl/index.md", ""),
        ("playbook/salon/nl/idea.md", "playbook/salon/idea/"),
        ("playbook/shared/nl/venue.md", None),
        ("playbook/salon/playbook.yaml", None),
        ("docs/nl/images/map.svg", None),
    ],
)
def test_page_of_a_text_is_known(source: str, address: str | None) -> None:
    assert address_of(source) == address


def test_texts_that_differ_from_a_revision_are_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(changed, "ROOT", tmp_path)
    file = tmp_path / "docs/nl/book/why.md"
    file.parent.mkdir(parents=True)
    git = ["git", "-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false"]
    for number in range(2):
        file.write_text(f"{number}\n", encoding="utf-8")
        (tmp_path / "README.md").write_text(f"{number}\n", encoding="utf-8")
        for words in (["init", "--quiet"], ["add", "."], ["commit", "--quiet", "-m", "x"]):
            subprocess.run([*git, *words], cwd=tmp_path, check=True)

    assert changed_pages("HEAD^1") == {"book/why/"}
    assert changed_pages("HEAD") == set()
    assert changed_pages("nonsense") == changed_pages("") == changed_pages(None) == set()

"""Published addresses last: what vanishes must lead on, and redirects must work."""

import json
from collections.abc import Callable
from pathlib import Path

from ..command import Done

Run = Callable[..., Done]


def codes(run: Run, root: Path) -> list[tuple[str, int, str]]:
    rows = json.loads(run("check", "--root", root, "--format", "json").stdout)
    return [(row["path"], row["line"], row["code"]) for row in rows if row["severity"] == "error"]


def test_a_published_address_that_vanishes_is_an_error_until_it_leads_on(built: Path, run: Run) -> None:
    assert run("generate", "--root", built).returncode == 0
    listed = (built / "reference/addresses.txt").read_text(encoding="utf-8").split("\n")
    assert {"nl/", "nl/book/why/", "fr/book/why/", "ar/visitors/what-is-a-salon/", "nl/playbook/salon/salon.xlsx"} <= set(listed)
    for language in ("nl", "fr"):
        (built / f"docs/{language}/book/why.md").rename(built / f"docs/{language}/book/reasons.md")

    gone = [("reference/addresses.txt", listed.index(f"{code}/book/why/") + 1, "AD101") for code in ("fr", "nl")]
    assert codes(run, built) == sorted(gone)
    refused = run("build", "--root", built)
    assert refused.returncode == 1
    assert "AD101" in refused.stderr

    (built / "data/redirects.yaml").write_text(
        "redirects:\n  - from: nl/book/why/\n    to: nl/book/reasons/\n  - from: fr/book/why/\n    to: fr/book/reason/\n",
        encoding="utf-8",
    )
    assert codes(run, built) == [("data/redirects.yaml", 5, "AD102")]
    assert run("generate", "--root", built).returncode == 0
    after = (built / "reference/addresses.txt").read_text(encoding="utf-8").split("\n")
    assert set(after) - set(listed) == {"nl/book/reasons/", "fr/book/reasons/"}
    assert set(listed) <= set(after)


def test_a_redirect_needs_no_script_and_leads_to_the_new_page(built: Path, run: Run) -> None:
    (built / "data/redirects.yaml").write_text(
        "redirects:\n  - from: nl/book/old/deep/\n    to: nl/book/why/\n", encoding="utf-8"
    )
    assert run("build", "--root", built).returncode == 0
    page = (built / "site/nl/book/old/deep/index.html").read_text(encoding="utf-8")

    assert '<meta http-equiv="refresh" content="0; url=../../../../nl/book/why/">' in page
    assert '<a href="../../../../nl/book/why/">' in page
    assert (built / "site/nl/book/old/deep" / "../../../../nl/book/why/index.html").resolve().is_file()


def test_a_redirect_from_a_page_that_exists_is_an_error(built: Path, run: Run) -> None:
    (built / "data/redirects.yaml").write_text(
        "redirects:\n  - from: nl/book/why/\n    to: nl/\n", encoding="utf-8"
    )

    assert codes(run, built) == [("data/redirects.yaml", 2, "AD103")]


def test_an_address_that_is_none_is_refused_on_its_line(built: Path, run: Run) -> None:
    (built / "data/redirects.yaml").write_text(
        "redirects:\n  - from: https://x.example/a\n    to: nl/../etc/\n", encoding="utf-8"
    )
    found = codes(run, built)

    assert [(path, line) for path, line, _ in found] == [("data/redirects.yaml", 2), ("data/redirects.yaml", 3)]

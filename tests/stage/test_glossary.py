"""The glossary as readers find it: on its page, in the languages of the site, and from the pages that use it."""

import json
from collections.abc import Callable
from pathlib import Path

from ..command import Done

Run = Callable[..., Done]


def test_the_page_explains_the_term_with_its_names_and_source(built: Path) -> None:
    page = (built / "site/nl/glossary/index.html").read_text(encoding="utf-8")

    assert '<h2 id="letter-j">J</h2>' in page
    assert '<h3 id="jobcoach">jobcoach</h3>' in page
    assert "<p>Begeleidt iemand op het werk.<sup" in page
    assert "<li>Ook: werkbegeleider</li>" in page


def test_what_a_language_lacks_is_marked_as_dutch(built: Path, run: Run) -> None:
    (built / "data/glossary.yaml").write_text(
        "glossary:\n  - id: buddy\n    name:\n      nl: meeloper\n      ar: زميل\n    definition:\n      nl: Een collega.\n"
        "    former-names:\n      nl:\n        - peter\n",
        encoding="utf-8",
    )
    done = run("build", "--root", built, "--lang", "fr", "--lang", "nl", "--out", built / "out")
    assert (done.returncode, done.stderr) == (0, "")
    french = (built / "out/fr/glossary/index.html").read_text(encoding="utf-8")
    dutch = (built / "out/nl/glossary/index.html").read_text(encoding="utf-8")

    assert '<h3 id="buddy" lang="nl">meeloper</h3>' in french
    assert '<p><span lang="nl">Een collega.</span></p>' in french
    assert '<span lang="ar" dir="rtl">زميل</span>' in french
    assert "<li>Vroeger: peter</li>" in dutch
    assert not (built / "site/ar/glossary").exists()


def test_chapters_and_phases_link_and_visitors_read_on(built: Path, run: Run) -> None:
    for path in ("docs/nl/book/why.md", "docs/nl/visitors/what-is-a-salon.md", "playbook/shared/nl/venue.md"):
        file = built / path
        file.write_text(file.read_text(encoding="utf-8") + "\nVraag het aan twee jobcoaches.\n", encoding="utf-8")
    done = run("build", "--root", built, "--lang", "nl", "--out", built / "out")
    assert (done.returncode, done.stderr) == (0, "")

    def page(address: str) -> str:
        return (built / f"out/nl/{address}/index.html").read_text(encoding="utf-8")

    link = '<a class="term" href="{}glossary/#jobcoach">jobcoaches</a>'
    assert link.format("../../") in page("book/why")
    assert link.format("../../../") in page("playbook/salon/prepare")
    assert "twee jobcoaches" in page("visitors/what-is-a-salon")
    search = json.loads((built / "out/nl/search.json").read_text(encoding="utf-8"))
    assert search["same"] == [["jobcoach", "werkbegeleider", "jobcoaches"]]
    assert "{" not in "".join(section["text"] for found in search["pages"] for section in found["sections"])

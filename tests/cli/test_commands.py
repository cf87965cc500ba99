"""The command as people and programs use it: exit codes, one clear line, nothing half-written."""

import errno
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from draaiboek.cli.files import cannot_write

from ..command import Done, call

ROOT = Path(__file__).parent.parent.parent
Run = Callable[..., Done]
SALON = ("checklist", "--root", ROOT, "--playbook", "salon", "--date", "2027-03-18", "--today", "2026-11-22")


def test_the_project_itself_is_clean_under_strict(run: Run) -> None:
    done = run("check", "--root", ROOT, "--strict", "--messages", "en")

    assert (done.returncode, done.stderr) == (0, ""), done.stdout


def test_generated_files_are_up_to_date(run: Run) -> None:
    assert run("generate", "--check", "--root", ROOT).stdout == ""


def test_check_reports_several_faults_in_several_files_in_one_run(project: Callable[..., Path], run: Run) -> None:
    root = project({"data/events.yaml": "events:\n\t- id: x\n", "docs/nl/book/why.md": "# Zonder titel\n", "i18n/fr.yaml": "\x00"})
    done = run("check", "--root", root, "--format", "json")
    rows = json.loads(done.stdout)

    assert done.returncode == 1
    assert {"data/events.yaml", "docs/nl/book/why.md", "i18n/fr.yaml"} <= {row["path"] for row in rows}
    assert all(set(row) == {"path", "line", "column", "severity", "code", "message", "hint"} for row in rows)
    assert all(row["line"] >= 1 and row["column"] >= 1 for row in rows)


def test_check_reports_only_on_the_named_files(project: Callable[..., Path], run: Run) -> None:
    root = project({"data/events.yaml": "", "docs/nl/book/why.md": "# Zonder titel\n"})
    rows = json.loads(run("check", "docs/nl/book", "--root", root, "--format", "json").stdout)

    assert {row["path"] for row in rows} == {"docs/nl/book/why.md"}


def test_github_format_annotates_the_line(project: Callable[..., Path], run: Run) -> None:
    done = run("check", "--root", project({"data/events.yaml": ""}), "--format", "github", "--messages", "en")

    assert done.stdout.startswith("::error file=data/events.yaml,line=1,col=1,title=FL101::")


@pytest.mark.parametrize("words", [
    ("checklist", "--playbook", "saloon", "--date", "2027-03-18"),
    ("checklist", "--playbook", "salon", "--date", "2027-02-30"),
    ("checklist", "--playbook", "salon", "--date", "1900-01-01"),
    ("checklist", "--playbook", "salon", "--date", "2100-01-01"),
    ("checklist", "--playbook", "salon", "--date", "morgen"),
    ("checklist", "--playbook", "salon"),
    ("checklist",),
    ("checklist", "nope"),
    ("checklist", "aalst-2017-10"),
    ("checklist", "antwerp-2", "--playbook", "salon"),
    ("checklist", "antwerp-2", "--lang", "ar"),
    ("checklist", "antwerp-2", "--lang", "xx"),
    ("checklist", "antwerp-2", "--role", "hst"),
    ("checklist", "antwerp-2", "--as", "gemeente"),
    ("checklist", "antwerp-2", "--size", "huge"),
    ("checklist", "antwerp-2", "--opening", "24:00"),
    ("checklist", "antwerp-2", "--opening", "17:00", "--closing", "13:00"),
    ("checklist", "antwerp-2", "--format", "doc"),
    ("checklist", "antwerp-2", "--role", ""),
    ("checklist", ""),
    ("checklist", "example-mechelen-2027", "--closing", "10:00"),
    ("checklist", "antwerp-2", "-o", "/nowhere/at/all/plan.md"),
    ("checklist", "antwerp-2", "-o", ROOT),
    ("checklist", "antwerp-2", "-o", ""),
    ("checklist", "antwerp-2", "-o", "x" * 300),
    ("check", "docs/nl/nothing.md"),
    ("check", "/"),
    ("build", "--lang", "nl"),
    ("build", "--lang", "xx", "--out", ROOT / "build" / "never"),
    ("build", "--out", ROOT / "docs"),
    ("build", "--out", ROOT / "README.md"),
    ("nonsense",),
])  # fmt: skip
def test_a_request_that_cannot_be_met_is_one_clear_line_and_exit_code_3(words: tuple[str, ...], run: Run) -> None:
    done = run(*words, *(() if words == ("nonsense",) else ("--root", ROOT)))

    assert done.returncode == 3
    assert done.stdout == ""
    assert done.stderr.startswith("draaiboek: ")
    assert done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_what_cannot_be_replaced_is_written_into_and_stays_what_it_is(tmp_path: Path) -> None:
    pipe, link, real = tmp_path / "pipe", tmp_path / "link.md", tmp_path / "real.md"
    os.mkfifo(pipe)
    link.symlink_to(real)
    words = [sys.executable, "-m", "draaiboek", *map(str, SALON), "-o"]
    with subprocess.Popen([*words, str(pipe)], stderr=subprocess.DEVNULL) as process:
        heard = pipe.read_text(encoding="utf-8")
    subprocess.run([*words, str(link)], stderr=subprocess.DEVNULL, check=True)

    assert (process.returncode, pipe.is_fifo(), link.is_symlink()) == (0, True, True)
    assert heard == real.read_text(encoding="utf-8") != ""
    assert {path.name for path in tmp_path.iterdir()} == {"pipe", "link.md", "real.md"}


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="this system has no /dev/full")
def test_a_full_disk_is_said_in_one_line() -> None:
    with Path("/dev/full").open("wb") as full:
        words = [sys.executable, "-m", "draaiboek", *map(str, SALON)]
        done = subprocess.run(words, stdout=full, stderr=subprocess.PIPE, text=True, check=False)

    assert (done.returncode, done.stderr) == (3, "draaiboek: kan de uitvoer niet schrijven: de schijf is vol\n")


def test_a_closed_folder_is_said_in_plain_words() -> None:
    error = PermissionError(errno.EACCES, os.strerror(errno.EACCES), "plan.md")

    assert cannot_write("plan.md", error).format_message() == "kan plan.md niet schrijven: u mag daar niet schrijven"


def test_nearest_names_are_suggested_in_the_language_of_the_messages(run: Run) -> None:
    words = ("checklist", "--root", ROOT, "--playbook", "saloon", "--date", "2027-03-18")

    assert run(*words).stderr == "draaiboek: 'saloon' bestaat niet (draaiboek); bedoelt u 'salon'?\n"
    assert run(*words, "--messages", "en").stderr == "draaiboek: unknown playbook 'saloon'; did you mean 'salon'?\n"


def test_checklist_for_a_role_holds_only_that_role(run: Run) -> None:
    data = json.loads(run(*SALON, "--role", "finance", "--format", "json").stdout)

    assert {step["role"] for phase in data["phases"] for step in phase["steps"]} == {"finance"}


def test_circumstances_keep_only_what_applies(run: Run) -> None:
    def tasks(organiser: str) -> set[str]:
        data = json.loads(run(*SALON, "--as", organiser, "--format", "json").stdout)
        return {task["id"] for phase in data["phases"] for step in phase["steps"] for task in step["tasks"]}

    assert "language-law-conditions" in tasks("municipality")
    assert "language-law-conditions" not in tasks("employer")
    assert "decide-college" not in tasks("employer")


def test_faults_in_chapters_do_not_block_a_checklist(project: Callable[..., Path], run: Run) -> None:
    root = project({"docs/nl/book/why.md": "kapot"})
    shutil_copy_strings(root)
    done = run("checklist", "--root", root, "--playbook", "salon", "--date", "2027-03-18")

    assert done.returncode == 0
    assert "- [ ] Vraag drie offertes." in done.stdout


def test_check_refuses_settings_that_cannot_be_used(project: Callable[..., Path], run: Run) -> None:
    done = run("check", "--messages", "en", "--root", project({"mkdocs.yml": "site_name: Draaiboek\n"}))

    assert done.returncode == 3
    assert "mkdocs.yml:1:1: site_url is missing" in done.stderr


def shutil_copy_strings(root: Path) -> None:
    for code in ("nl", "fr", "ar"):
        (root / "i18n" / f"{code}.yaml").write_bytes((ROOT / "i18n" / f"{code}.yaml").read_bytes())
    (root / "mkdocs.yml").write_bytes((ROOT / "mkdocs.yml").read_bytes())


def test_faults_in_the_playbook_block_a_checklist_and_write_nothing(
    project: Callable[..., Path], run: Run, tmp_path: Path
) -> None:
    root = project({"playbook/salon/playbook.yaml": "id: salon\nphases: none\n"})
    target = tmp_path / "plan.xlsx"
    done = run("checklist", "--root", root, "--playbook", "salon", "--date", "2027-03-18", "--format", "xlsx", "-o", target)

    assert done.returncode == 1
    assert "playbook/salon/playbook.yaml:2:9: error" in done.stderr
    assert not target.exists()


def test_root_is_found_from_the_current_folder_upwards(
    project: Callable[..., Path], run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project() / "docs" / "nl")
    done = run("check")

    assert done.returncode == 0, done.stdout


FRENCH = "docs/fr/book/why.md"
STALE = re.sub("(?<=source-hash: )[0-9a-f]+", "0" * 12, (ROOT / "tests/base" / FRENCH).read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("code", "words", "files"),
    [
        (0, ("check",), {}),
        (1, ("check", "--messages", "en"), {"data/events.yaml": "events:\n\t- id: x\n"}),
        (2, ("check", "--strict"), {FRENCH: STALE}),
        (3, ("checklist", "--playbook", "saloon", "--date", "2027-03-18"), {}),
        (3, ("nonsense",), None),
    ],
    ids=["ok", "errors", "warnings", "a name that does not exist", "no command"],
)
def test_a_process_of_its_own_says_the_same_as_the_command_in_this_one(
    project: Callable[..., Path], run: Run, code: int, words: tuple[str, ...], files: dict[str, str] | None
) -> None:
    words = words if files is None else (*words, "--root", str(project(files)))
    apart, here = call(*words), run(*words)

    assert (apart.returncode, apart.stdout, apart.stderr) == (here.returncode, here.stdout, here.stderr)
    assert here.returncode == code


def test_marking_a_translation_makes_it_current_and_changes_nothing_else(
    project: Callable[..., Path], run: Run
) -> None:
    root = project()
    path = root / "docs/fr/book/why.md"
    before = path.read_text(encoding="utf-8")
    run("translations", "mark", "docs/fr/book/why.md", "--root", root)
    after = path.read_text(encoding="utf-8")
    shown = run("translations", "--root", root, "--messages", "en").stdout

    changed = [new for old, new in zip(before.split("\n"), after.split("\n"), strict=True) if old != new]
    assert len(changed) <= 1
    assert "docs/fr/book/why.md: current, not yet reviewed" in shown
    (root / "docs/nl/book/why.md").write_text(
        (root / "docs/nl/book/why.md").read_text(encoding="utf-8") + "\nNog een zin.\n", encoding="utf-8"
    )
    assert "docs/fr/book/why.md: stale" in run("translations", "--root", root, "--messages", "en").stdout


def test_new_makes_what_the_checks_accept_and_refuses_what_they_would_not(
    project: Callable[..., Path], run: Run
) -> None:
    root = project()
    facts = ("--playbook", "salon", "--municipality", "antwerpen", "--root", root)
    good = run("new", "event", "antwerp-2028", *facts, "--date", "2028-02-29")
    bad = run("new", "event", "antwerp-2029", *facts, "--date", "2029-02-29")
    twice = run("new", "event", "antwerp-2028", *facts, "--date", "2028-03-01")
    chapter = run("new", "chapter", "book/images", "--title", "Beelden: wie?", "--description", "Kies goed.", "--root", root)

    assert (good.returncode, chapter.returncode) == (0, 0), good.stderr + chapter.stderr
    assert (bad.returncode, twice.returncode) == (3, 3)
    assert "2029-02-29" in bad.stderr
    assert "antwerp-2029" not in (root / "data/events.yaml").read_text(encoding="utf-8")
    assert run("check", "--root", root).returncode == 0

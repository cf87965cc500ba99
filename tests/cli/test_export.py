"""`draaiboek export`: the checklists of many events in one go, all of them or none."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from draaiboek.model.site import FORMATS
from icalendar import Calendar

from ..command import Done

ROOT = Path(__file__).parent.parent.parent
Run = Callable[..., Done]
EXPORT = ("export", "--root", ROOT, "--today", "2026-11-22")


def names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def uids(file: Path) -> list[str]:
    return [str(entry["uid"]) for entry in Calendar.from_ical(file.read_bytes()).walk("VEVENT")]


def test_every_event_with_a_day_gets_a_folder_with_every_format(run: Run, tmp_path: Path) -> None:
    done = run(*EXPORT, "--out", tmp_path / "new" / "out", "--messages", "en")
    found = names(tmp_path / "new" / "out")

    assert done.returncode == 0, done.stderr
    assert {name for name in found if name.startswith("antwerp-2/") and "-2-" not in name.partition("/")[2]} == {
        f"antwerp-2/antwerp-2.{ending}" for ending in FORMATS
    }
    assert done.stdout.startswith(f"events: {len({name.partition('/')[0] for name in found})}, files: {len(found)}, folder: ")
    assert "passed over, for want of a full date or a playbook: aalst-2017-10," in done.stdout


def test_calendars_of_the_roles_together_are_the_calendar_for_all(run: Run, tmp_path: Path) -> None:
    run(*EXPORT, "antwerp-2", "--format", "ics", "--out", tmp_path)
    run("checklist", "antwerp-2", "--root", ROOT, "--today", "2027-01-01", "--format", "ics", "-o", tmp_path / "later.ics")
    everything = uids(tmp_path / "antwerp-2" / "antwerp-2.ics")
    roles = sorted((tmp_path / "antwerp-2").glob("antwerp-2-*.ics"))

    assert len(roles) > 3
    assert sorted(uid for role in roles for uid in uids(role)) == sorted(everything) == sorted(set(everything))
    assert uids(tmp_path / "later.ics") == everything
    labels = {str(Calendar.from_ical(role.read_bytes())["x-wr-calname"]) for role in roles}
    assert len(labels) == len(roles)


@pytest.mark.parametrize("words", [
    ("nope",),
    ("antwerp-2", "nope"),
    ("aalst-2017-10",),
    ("--lang", "ar"),
    ("--lang", "xx"),
    ("--format", "doc"),
    ("--today", "2026-02-30"),
])  # fmt: skip
def test_a_request_that_cannot_be_met_is_one_line_and_writes_nothing(
    words: tuple[str, ...], run: Run, tmp_path: Path
) -> None:
    done = run(*EXPORT, *words, "--out", tmp_path / "out")

    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr.startswith("draaiboek: ")
    assert done.stderr.count("\n") == 1
    assert not (tmp_path / "out").exists()


def test_when_one_file_cannot_be_put_in_place_none_is(run: Run, tmp_path: Path) -> None:
    (tmp_path / "example-mechelen-2027").write_text("in de weg", encoding="utf-8")
    done = run(*EXPORT, "--format", "md", "--out", tmp_path)

    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr.startswith(f"draaiboek: kan {tmp_path}/example-mechelen-2027 niet schrijven: ")
    assert names(tmp_path) == {"example-mechelen-2027"}


def test_a_file_in_the_place_of_the_folder_is_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("al iets", encoding="utf-8")
    done = run(*EXPORT, "--out", tmp_path / "out")

    assert (done.returncode, done.stderr.count("\n")) == (3, 1)
    assert (tmp_path / "out").read_text(encoding="utf-8") == "al iets"


def test_a_project_without_dated_events_has_nothing_to_export(
    project: Callable[..., Path], run: Run, tmp_path: Path
) -> None:
    root = project({"data/events.yaml": "events: []\n"})
    for name in ("i18n/nl.yaml", "i18n/fr.yaml", "i18n/ar.yaml", "mkdocs.yml"):
        (root / name).write_bytes((ROOT / name).read_bytes())
    done = run("export", "--root", root, "--out", tmp_path / "out", "--messages", "en")

    assert (done.returncode, done.stderr) == (3, "draaiboek: there is no event whose day and playbook are known\n")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pseudo-terminals")
def test_on_a_terminal_progress_is_shown(tmp_path: Path) -> None:
    import pty

    ours, theirs = pty.openpty()
    words = [sys.executable, "-m", "draaiboek", *map(str, EXPORT), "--format", "md", "--out", str(tmp_path / "out")]
    done = subprocess.run(words, stdout=subprocess.PIPE, stderr=theirs, check=False, env={**os.environ, "TERM": "xterm"})
    os.close(theirs)
    shown = os.read(ours, 100_000).decode()

    assert done.returncode == 0
    assert "Evenementen exporteren" in shown
    assert "/3" in shown

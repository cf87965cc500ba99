"""Building the site is safe to interrupt: at every moment there is a whole site, the old or the new one.

A build is stopped at a named moment, whatever the machine's speed (`moments/sitecustomize.py`), and then
killed, or told to stop.
"""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest
from draaiboek.site.swap import recover

from ..command import Done
from ..conftest import TODAY
from ..shared import made_once
from .folders import digest, leftovers

Run = Callable[..., Done]
pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no signals")

TASKS = "playbook/shared/nl/venue.md"
IN_NEW = r".*/\.draaiboek-new-site-[^/]*"
WORKERS = {
    "files are made to take along": ("open", r".*/build/nl/docs/.*\.xlsx"),
    "a page is written": ("open", f"{IN_NEW}/fr/book/why/index\\.html"),
}
"""Moments in the processes that build a language each: an audit event of Python, and the path it is about."""
BEFORE = {
    "the lock is taken": ("open", r".*/build/\.lock"),
    "a page is staged": ("open", r".*/build/fr/docs/.*\.md"),
    "the new folder is made": ("os.mkdir", IN_NEW),
    **WORKERS,
    "what stands above the languages is written": ("open", f"{IN_NEW}/sitemap\\.xml"),
    "the old site is put aside": ("os.rename", r".*/\.draaiboek-old-site"),
}
BETWEEN = ("os.rename", IN_NEW)
AFTER = ("shutil.rmtree", r".*/\.draaiboek-old-site")


@dataclass(frozen=True, slots=True)
class Changed:
    """A built project in which a task has changed since, and what its site was and is to be."""

    root: Path
    old: str
    new: str

    @property
    def site(self) -> Path:
        """Where the site stands."""
        return self.root / "site"


@pytest.fixture
def changed(built: Path, built_once: Path, tmp_path_factory: pytest.TempPathFactory, run: Run) -> Changed:
    """The small project with a task that has changed."""

    def build(folder: Path) -> None:
        shutil.copytree(built_once, folder, dirs_exist_ok=True)
        change(folder)
        assert run("build", "--root", folder, "--today", TODAY).returncode == 0

    after = made_once(tmp_path_factory, "changed", build)
    change(built)
    return Changed(built, digest(built / "site"), digest(after / "site"))


def change(root: Path) -> None:
    """Change a word in a task, which stands on pages and in every file to take along."""
    page = root / TASKS
    words = page.read_text(encoding="utf-8")
    assert "drie offertes" in words
    page.write_text(words.replace("drie offertes", "vijf offertes"), encoding="utf-8")


@contextmanager
def stopped(root: Path, folder: Path, moment: tuple[str, str]) -> Iterator[subprocess.Popen[str]]:
    """A build that has come to a moment and waits there, in a group of its own, as from a terminal."""
    folder.mkdir(parents=True)
    (folder / "moment.json").write_text(json.dumps(moment), encoding="utf-8")
    hook = {"PYTHONPATH": str(Path(__file__).parent / "moments"), "DRAAIBOEK_STOP": str(folder)}
    process = subprocess.Popen(
        [sys.executable, "-m", "draaiboek", "build", "--root", str(root), "--today", TODAY],
        start_new_session=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, **hook},
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509 - no other thread runs here
    )
    try:
        while not (folder / "reached").exists():
            assert process.poll() is None, f"the build ended without coming to {moment}: {process.communicate()}"
            time.sleep(0.01)
        yield process
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


def kill_at(changed: Changed, folder: Path, moment: tuple[str, str]) -> None:
    """Kill a build with all its processes at a moment."""
    with stopped(changed.root, folder, moment) as process:
        os.killpg(process.pid, signal.SIGKILL)


@pytest.mark.parametrize("moment", BEFORE)
def test_killed_before_the_swap_a_build_leaves_the_old_site(changed: Changed, tmp_path: Path, moment: str) -> None:
    kill_at(changed, tmp_path / "stop", BEFORE[moment])

    assert digest(changed.site) == changed.old
    recover(changed.site)
    assert digest(changed.site) == changed.old
    assert leftovers(changed.root) == []


def test_killed_between_the_two_renames_a_build_leaves_an_old_site_to_put_back(changed: Changed, tmp_path: Path) -> None:
    kill_at(changed, tmp_path / "stop", BETWEEN)

    assert not changed.site.exists()
    recover(changed.site)
    assert digest(changed.site) == changed.old
    assert leftovers(changed.root) == []


def test_killed_after_the_swap_a_build_leaves_the_new_site(changed: Changed, tmp_path: Path) -> None:
    kill_at(changed, tmp_path / "stop", AFTER)

    assert digest(changed.site) == changed.new
    recover(changed.site)
    assert digest(changed.site) == changed.new
    assert leftovers(changed.root) == []


def test_after_several_kills_the_next_build_is_whole(changed: Changed, run: Run, tmp_path: Path) -> None:
    for number, moment in enumerate((WORKERS["a page is written"], BETWEEN)):
        kill_at(changed, tmp_path / f"stop-{number}", moment)

    assert run("build", "--root", changed.root, "--today", TODAY).returncode == 0
    assert digest(changed.site) == changed.new
    assert leftovers(changed.root) == []


@pytest.mark.parametrize("moment", WORKERS)
def test_workers_of_a_killed_build_end_and_never_write_into_the_next(
    built: Path, run: Run, tmp_path: Path, moment: str
) -> None:
    site, staged = digest(built / "site"), digest(built / "build")
    words = (built / TASKS).read_bytes()
    change(built)
    with stopped(built, tmp_path / "stop", WORKERS[moment]) as process:
        process.kill()  # the build alone: its workers are left behind, one of them in the middle of its work
        process.wait()
        (built / TASKS).write_bytes(words)
        assert run("build", "--root", built, "--today", TODAY).returncode == 0
        # Their output ends when the last of them does.
        assert "Traceback" not in process.communicate()[1]

    assert (digest(built / "site"), digest(built / "build")) == (site, staged)
    assert leftovers(built) == []


@pytest.mark.parametrize("moment", ["a page is staged", "the new folder is made", *WORKERS])
def test_ctrl_c_stops_at_once_and_leaves_nothing_behind(changed: Changed, tmp_path: Path, moment: str) -> None:
    with stopped(changed.root, tmp_path / "stop", BEFORE[moment]) as process:
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to all of them
        shown = process.communicate()

    assert (process.returncode, shown[0], shown[1].strip()) == (3, "", "draaiboek: gestopt.")
    assert digest(changed.site) == changed.old
    assert leftovers(changed.root) == []

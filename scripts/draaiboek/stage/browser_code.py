"""The browser's code: small scripts as they stand, and the planner's modules bundled into one file each.

esbuild does the bundling, the one that `make.py` installs in `node_modules/` beside the package.
"""

import os
import subprocess
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

SERVICE_WORKER = "service-worker.js"
"""It stands in the root of a language: it can only answer for what is below it."""
ENTRIES = ("planner/planner.js", "tally/tally.js", SERVICE_WORKER)
"""Modules that become a file of their own, below `web/`."""
TOOLS = Path(__file__).parents[3] / "node_modules"
"""Where the bundler and the libraries for the browser are installed: with the package, not with the content."""
TARGETS = "chrome109,edge109,firefox115,safari16"
"""The oldest browsers that the syntax is written for."""

State = tuple[tuple[str, int, int], ...]


class BrowserCodeFault(Exception):
    """The browser's code cannot be bundled; the message says why."""


def scripts(root: Path) -> dict[str, bytes]:
    """Every script of the site by the name of its file."""
    folder = root / "web"
    single = {file.name: file.read_bytes() for file in sorted(folder.glob("*.js")) if file.name not in ENTRIES}
    return single | bundle(root)


def bundle(root: Path) -> dict[str, bytes]:
    """The bundled modules of a project by the name of their file; kept until one of its files changes."""
    folder = root / "web"
    present = [entry for entry in ENTRIES if (folder / entry).is_file()]
    if not present:
        return {}
    files = sorted(file for file in folder.rglob("*.js") if file.is_file())
    state = tuple((str(file), file.stat().st_mtime_ns, file.stat().st_size) for file in files)
    return dict(_bundled(folder, tuple(present), state))


@lru_cache(maxsize=4)
def _bundled(folder: Path, entries: tuple[str, ...], state: State) -> tuple[tuple[str, bytes], ...]:
    with TemporaryDirectory() as name:
        _run(folder, entries, Path(name))
        return tuple((file.name, file.read_bytes()) for file in sorted(Path(name).iterdir()))


def _run(folder: Path, entries: Iterable[str], target: Path) -> None:
    options = ("--bundle", "--minify", "--format=iife", "--charset=utf8", "--legal-comments=none", "--log-level=error")
    command = [_esbuild(), *entries, *options, f"--target={TARGETS}", f"--outdir={target}", "--entry-names=[name]"]
    done = subprocess.run(
        [str(word) for word in command],
        cwd=folder,
        env={**os.environ, "NODE_PATH": str(TOOLS)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        raise BrowserCodeFault(done.stderr.strip())


def _esbuild() -> Path:
    """The bundler's own program; it needs no Node to run."""
    for pattern in ("@esbuild/*/bin/esbuild", "@esbuild/*/esbuild.exe"):
        if found := next(TOOLS.glob(pattern), None):
            return found
    raise BrowserCodeFault("esbuild is missing: run `python3 make.py site` once, which installs it")

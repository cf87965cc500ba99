"""The browser's code and the styles as they are sent: modules bundled into one file each, comments left behind.

esbuild does the work, the one that `make.py` installs in `node_modules/` beside the package.
"""

import os
import subprocess
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

SERVICE_WORKER = "service-worker.js"
"""It stands in the root of a language: it can only answer for what is below it."""
TOOLS = Path(__file__).parents[3] / "node_modules"
"""Where the bundler and the libraries for the browser are installed: with the package, not with the content."""
TARGETS = "chrome109,edge109,firefox115,safari16"
"""The oldest browsers that the syntax is written for."""

_BUNDLED = ("--bundle", "--format=iife", "--entry-names=[name]")
_SHORTENED = ("--outbase=.",)

State = tuple[tuple[str, int, int], ...]


class BrowserCodeFault(Exception):
    """The browser's code or the styles cannot be made; the message says why."""


def scripts(root: Path) -> dict[str, bytes]:
    """Every script of the site by the name of its file, each with what it imports and without a needless sign.

    They are kept until one of the files changes.
    """
    folder = root / "web"
    return dict(_made(folder, _entries(folder), _BUNDLED, _state(folder, "*.js")))


def _entries(folder: Path) -> tuple[str, ...]:
    """What becomes a file of its own: every script right in the folder, and of a tool its first module, `<tool>/<tool>.js`."""
    tools = (f"{below.name}/{below.name}.js" for below in folder.glob("*/"))
    return tuple(sorted({*(file.name for file in folder.glob("*.js")), *(name for name in tools if (folder / name).is_file())}))


def styles(root: Path) -> dict[str, bytes]:
    """The theme's stylesheets without a needless sign, by their path below `theme/`."""
    folder = root / "theme"
    present = tuple(file.relative_to(folder).as_posix() for file in sorted(folder.rglob("*.css")))
    return dict(_made(folder, present, _SHORTENED, _state(folder, "*.css")))


def _state(folder: Path, pattern: str) -> State:
    files = sorted(file for file in folder.rglob(pattern) if file.is_file())
    return tuple((str(file), file.stat().st_mtime_ns, file.stat().st_size) for file in files)


@lru_cache(maxsize=8)
def _made(
    folder: Path,
    entries: tuple[str, ...],
    options: tuple[str, ...],
    state: State,  # noqa: ARG001 - what was made is kept until this changes
) -> tuple[tuple[str, bytes], ...]:
    if not entries:
        return ()
    with TemporaryDirectory() as name:
        _run(folder, entries, options, Path(name))
        files = sorted(file for file in Path(name).rglob("*") if file.is_file())
        return tuple((file.relative_to(name).as_posix(), file.read_bytes()) for file in files)


def _run(folder: Path, entries: Iterable[str], options: Iterable[str], target: Path) -> None:
    common = ("--minify", "--charset=utf8", "--legal-comments=none", "--log-level=error", f"--target={TARGETS}")
    command = [_esbuild(), *entries, *common, *options, f"--outdir={target}"]
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

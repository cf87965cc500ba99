"""Set up Draaiboek on a machine that has only Python 3.11 or newer, and run a task.

    python3 make.py site     build the website into site/
    python3 make.py test     run all tests (arguments are handed to pytest)
    python3 make.py lint     look for faults and types in the Python code
    python3 make.py serve    preview all languages, reloading on every change
    python3 make.py bench    measure speed and size
    python3 make.py check    check everything editors write

Any other word is handed to the `draaiboek` command.
Standard library only: editors run this on Windows, macOS and Linux alike.
"""

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
LOCKS = {name: ROOT / "requirements" / f"{name}.lock" for name in ("site", "web", "test")}
PACKAGES = ROOT / "package-lock.json"
RUN = {
    "site": ("draaiboek", "build"),
    "test": ("pytest", "--numprocesses=auto", "--dist=worksteal"),
    "bench": ("bench",),
}
"""What a task runs; any other is a word of the `draaiboek` command. Tests run on every core, and whoever has none left takes some over."""
NEED_BROWSER_CODE = ("site", "build", "serve", "test", "lint", "bench")
"""Tasks that bundle what stands in web/, or test it."""


def run(*command: object) -> int:
    """Run one command in the project's folder and return its exit code."""
    return subprocess.run([str(part) for part in command], cwd=ROOT, check=False).returncode


def stamp(lock: Path) -> str:
    """Say which lock file, interpreter and folder an installation belongs to."""
    facts = [lock.read_bytes(), (ROOT / "pyproject.toml").read_bytes(), sys.version.encode(), str(ROOT).encode()]
    if lock == LOCKS["web"]:
        facts.append(PACKAGES.read_bytes())
    return hashlib.sha256(b"\0".join(facts)).hexdigest()


def install(*names: str) -> None:
    """Install lock files into .venv/, one task at a time where several run in this folder."""
    sys.path.insert(0, str(ROOT / "scripts"))
    from draaiboek.site.lock import locked  # needs the standard library only

    with locked(ROOT / "build" / ".install.lock"):
        for name in names:
            install_one(name)


def install_one(name: str) -> None:
    """Install one lock file into .venv/, unless exactly this one is there already."""
    marker = VENV / f".{name}.stamp"
    wanted = stamp(LOCKS[name])
    if marker.exists() and marker.read_text() == wanted and (name != "web" or (ROOT / "node_modules").is_dir()):
        return
    if not PYTHON.exists():
        print("Setting up .venv/ (once) …", flush=True)
        try:
            venv.create(VENV, with_pip=True)
        except (subprocess.CalledProcessError, SystemExit):
            sys.exit("Python cannot make a virtual environment here. On Debian or Ubuntu: apt install python3-venv")
    print(f"Installing what requirements/{LOCKS[name].name} lists …", flush=True)
    pip = (PYTHON, "-m", "pip", "--disable-pip-version-check", "install", "--quiet")
    steps: list[tuple[object, ...]] = [(*pip, "--require-hashes", "--requirement", LOCKS[name])]
    if name == "site":
        steps.append((*pip, "--no-deps", "--no-build-isolation", "--editable", ROOT))
    if name == "web":
        # No package may run a program while it is installed; the lock holds a hash of each.
        steps.append((BIN / "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"))
    for step in steps:
        if run(*step):
            sys.exit("Installing failed; the lines above say why. Is there a network connection?")
    marker.write_text(wanted)


def main(words: list[str]) -> int:
    """Install what the task needs, then run it."""
    if sys.version_info < (3, 11):
        sys.exit("Draaiboek needs Python 3.11 or newer.")
    if not words or words[0] in ("-h", "--help", "help"):
        print(__doc__)
        return 0
    task, *rest = words
    tested = task in ("test", "lint", "bench")
    install("site", *(["web"] if task in NEED_BROWSER_CODE else []), *(["test"] if tested else []))
    if task == "lint":
        return run(PYTHON, "-m", "ruff", "check") | run(PYTHON, "-m", "mypy")
    return run(PYTHON, "-m", *RUN.get(task, ("draaiboek", task)), *rest)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

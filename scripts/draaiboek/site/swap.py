"""Put a finished folder in the place of another: two renames, and recovery at the next start.

Kill the process at any moment: either the old folder stands, or the new one does, or the next
call of `recover` puts the old one back.
"""

import os
import shutil
import tempfile
from pathlib import Path

_MARKS = ("index.html", "sitemap.xml", "_headers")
"""What every site has in its root."""


def _old(target: Path) -> Path:
    return target.parent / f".draaiboek-old-{target.name}"


def _new_prefix(target: Path) -> str:
    return f".draaiboek-new-{target.name}-"


def recover(target: Path) -> None:
    """Undo what an interrupted swap left behind, and throw away unfinished folders."""
    old = _old(target)
    if old.exists():
        if target.exists():
            shutil.rmtree(old)
        else:
            old.rename(target)
    for leftover in target.parent.glob(f"{_new_prefix(target)}*"):
        if not _alive(leftover):
            shutil.rmtree(leftover, ignore_errors=True)


def may_replace(target: Path) -> bool:
    """Whether nothing is lost when a site takes the target's place: it is not there, empty, or a site itself."""
    if not os.path.lexists(target):
        return True
    return target.is_dir() and not target.is_symlink() and (
        not any(target.iterdir()) or all((target / name).is_file() for name in _MARKS)
    )


def new_folder(target: Path) -> Path:
    """An empty folder beside the target, on the same disk, named after this process."""
    target.parent.mkdir(parents=True, exist_ok=True)
    return Path(tempfile.mkdtemp(prefix=f"{_new_prefix(target)}{os.getpid()}-", dir=target.parent))


def swap_in(fresh: Path, target: Path) -> None:
    """Let the finished folder take the target's place."""
    fresh.chmod(0o755)
    old = _old(target)
    if target.exists():
        target.rename(old)
    fresh.rename(target)
    shutil.rmtree(old, ignore_errors=True)


def _alive(folder: Path) -> bool:
    """Whether the process that makes a folder is still running."""
    owner = folder.name.rsplit("-", 2)[1]
    if not owner.isdigit() or int(owner) == os.getpid():
        return owner == str(os.getpid())
    try:
        os.kill(int(owner), 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True

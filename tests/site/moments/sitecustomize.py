"""Stops a process at a named moment: Python imports this at its start when this folder is on its path.

In: `DRAAIBOEK_STOP`, a folder in which `moment.json` names an audit event of Python and a pattern for the
paths it is about (`["os.rename", ".*/site"]`). Out: at the first such event, and before it has an
effect, the process makes the folder `reached`, and waits to be ended. The program itself knows nothing
of this; a process that it begins can be the one that stops.
"""

import json
import os
import re
import sys
import time

FOLDER = os.environ.get("DRAAIBOEK_STOP", "")
HANGS = 600
"""Seconds after which a process that nobody ends goes on."""
MAKES = os.O_WRONLY | os.O_RDWR | os.O_CREAT


def stop() -> None:
    """Say that the moment is there, unless another process of the build said so before, and wait."""
    try:
        os.mkdir(f"{FOLDER}/reached")
    except FileExistsError:
        return
    time.sleep(HANGS)


def watch(event: str, words: tuple[object, ...]) -> None:
    """Compare what happens with the moment that is waited for. Of opened files only those that are written count."""
    if event != EVENT or (event == "open" and not int(words[2]) & MAKES):  # type: ignore[call-overload]
        return
    if any(PATTERN.fullmatch(word) for word in map(name, words[:2]) if word):
        stop()


def name(word: object) -> str:
    """A path as it is compared."""
    return os.fspath(word) if isinstance(word, (str, os.PathLike)) else ""


if FOLDER:
    with open(f"{FOLDER}/moment.json", encoding="utf-8") as file:
        EVENT, pattern = json.load(file)
    PATTERN = re.compile(pattern)
    sys.addaudithook(watch)

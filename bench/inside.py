"""What people wait for inside a process that runs on: a save in the preview, the plan of many events.

    python bench/inside.py chapter|event|plan FOLDER

In: a project's folder, which is written to. Out: CPU and wall seconds, as JSON, of the package that this Python has
installed, so that an earlier checkout's can be measured by the same words. A save is measured once the preview runs,
from the changed file to the pages that are served.
"""

import inspect
import json
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

TODAY = date(2026, 11, 22)


def timed(work: Callable[[], object]) -> dict[str, float]:
    """CPU and wall seconds of some work."""
    cpu, wall = time.process_time(), time.monotonic()
    work()
    return {"cpu": time.process_time() - cpu, "wall": time.monotonic() - wall}


def save(root: Path, path: str, old: str, new: str) -> dict[str, float]:
    """What it costs to show a change that was saved; the first save after a start warms up."""
    from draaiboek.preview import Preview

    def tell(_: object, fault: str | None, __: float) -> None:
        if fault:
            sys.exit(fault)

    preview = Preview(root, TODAY, "nl", tell)
    preview.update()
    # An earlier preview made the files to take along with every update, but for changes to chapters.
    only_pages = {"files": False} if path.startswith("docs/") and "files" in inspect.signature(preview.update).parameters else {}
    before = (root / path).read_text(encoding="utf-8")
    costs = []
    for text in (before.replace(old, new, 1), before):
        (root / path).write_text(text, encoding="utf-8")
        costs.append(timed(lambda: preview.update(**only_pages)))
    return costs[-1]


def plan(root: Path) -> dict[str, float]:
    """What it costs to plan the site of a project."""
    from draaiboek.catalogue import build_catalogue
    from draaiboek.load.project import load_project
    from draaiboek.load.settings import load_settings
    from draaiboek.stage import plan_site

    catalogue, settings = build_catalogue(load_project(root)), load_settings(root)
    return timed(lambda: plan_site(catalogue, settings, TODAY))


if __name__ == "__main__":
    what, folder = sys.argv[1], Path(sys.argv[2])
    if what == "chapter":
        found = save(folder, "docs/nl/book/why.md", "Vlaanderen", "Vlaanderen zelf")
    elif what == "event":
        found = save(folder, "data/events.yaml", "municipality: aalst", "municipality: aalst\n    venue: Stadhuis")
    else:
        found = plan(folder)
    sys.stdout.write(json.dumps(found))

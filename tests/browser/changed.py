"""Which pages changed lately: those whose own text differs from that of a revision.

In: a revision that Git knows. Out: addresses below the language, in every language, for what is
translated from a text changes with it. What changes every page (theme, scripts, strings, data) changes
no page in particular: of such changes the sample shows enough.
"""

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
SOURCE = re.compile(r"(?:docs/[a-z]+|(playbook/[a-z0-9-]+)/[a-z]+)/(.+)\.md")
MOST = 60
"""Pages below the language; who changes more finds out with `--all-pages`."""


def changed_pages(revision: str | None) -> frozenset[str]:
    """The pages whose text changed since a revision; none where there is no revision, or no Git."""
    if not revision:
        return frozenset()
    command = ["git", "diff", "--name-only", revision, "--", "docs", "playbook"]
    try:
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=True)
    except (OSError, subprocess.CalledProcessError):
        return frozenset()
    found = {address_of(source) for source in done.stdout.splitlines()} - {None}
    return frozenset(sorted(found)[:MOST])


def address_of(source: str) -> str | None:
    """The address of a text's page below its language: `docs/nl/book/why.md` becomes `book/why/`."""
    match = SOURCE.fullmatch(source)
    if match is None or match[1] == "playbook/shared":
        return None
    return "".join(f"{part}/" for part in (match[1], match[2].removesuffix("index").rstrip("/")) if part)

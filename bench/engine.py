"""Build staged trees one after another in one process: with the project's last step, or with plain MkDocs.

    python3 -m bench.engine own TARGET TREE [TREE ...]
    python3 -m bench.engine plain TARGET TREE [TREE ...]

Both build the same trees.
"""

import logging
import sys
from pathlib import Path


def build_own(tree: Path, target: Path) -> None:
    """The last step of `draaiboek build`."""
    from draaiboek.site.engine import Engine

    warnings = Engine(tree, target, epoch=0).build()
    if warnings:
        sys.exit("\n".join(warnings))


def build_plain(tree: Path, target: Path) -> None:
    """What `mkdocs build` does."""
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    build(load_config(str(tree / "mkdocs.yml"), site_dir=str(target)))


def main() -> None:
    """Build all trees."""
    kind, target, *trees = sys.argv[1:]
    build = {"own": build_own, "plain": build_plain}[kind]
    for tree in map(Path, trees):
        build(tree, Path(target) / tree.name)


if __name__ == "__main__":
    main()

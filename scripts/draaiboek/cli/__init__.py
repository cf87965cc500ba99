"""The `draaiboek` command: reads arguments, calls the layers, prints. No logic of its own.

Exit codes: 0 ok, 1 errors in what editors wrote, 2 warnings under `--strict`, 3 wrong usage or a
failure of the program.
"""

from draaiboek.cli.main import main

__all__ = ["main"]

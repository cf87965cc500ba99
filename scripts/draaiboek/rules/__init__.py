"""One module per rule: its docstring documents it, its examples run as tests.

A rule has `DIAGNOSTICS` (every kind of problem it reports) and `check(project)`, which yields
problems. One that says `LOOKS_AT_CHAPTERS = False` is not shown them, and need not run again when one
changes; for a rule about one page at a time `each_page` keeps what it said. Rules read; they never
change anything, print, or stop at the first fault.
"""

from draaiboek.rules.registry import RULES, check_project

__all__ = ["RULES", "check_project"]

"""What all commands share: their exit codes, how they refuse, and how they show progress."""

import contextlib
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from draaiboek.checking import Blocked
from draaiboek.cli.words import say
from draaiboek.model.problem import MessageLanguage, Problem, Severity

if TYPE_CHECKING:
    from rich.progress import Progress

    from draaiboek.load.settings import Settings

OK, ERRORS, WARNINGS, USAGE = 0, 1, 2, 3


class Refusal(click.ClickException):
    """A request that cannot be met: one clear line, exit code 3."""

    exit_code = USAGE

    def __init__(self, key: str, /, **params: object) -> None:
        super().__init__(say(key, message_language(), **params))


def message_language() -> MessageLanguage:
    """The language of the running command's messages."""
    context = click.get_current_context(silent=True)
    chosen = context.params.get("messages") if context else None
    return "en" if (chosen or _from_arguments()) == "en" else "nl"


def _from_arguments() -> str | None:
    """The language asked for, before the options have been read."""
    words = sys.argv[1:]
    if "--messages=en" in words:
        return "en"
    return words[words.index("--messages") + 1] if "--messages" in words[:-1] else None


@contextlib.contextmanager
def errors_shown() -> Iterator[None]:
    """Show the errors that block what is asked for, and end the command."""
    try:
        yield
    except Blocked as blocked:
        from draaiboek.report import render_text

        click.echo(render_text(blocked.problems, message_language()), err=True, nl=False)
        sys.exit(ERRORS)


def exit_code(problems: Iterable[Problem], strict: bool) -> int:
    """0 ok, 1 errors, 2 warnings when strict."""
    severities = {problem.severity for problem in problems}
    if Severity.ERROR in severities:
        return ERRORS
    return WARNINGS if strict and Severity.WARNING in severities else OK


def settings_of(root: Path) -> "Settings":
    """The project's settings, or a refusal."""
    from draaiboek.load.settings import SettingsFault, load_settings

    try:
        return load_settings(root)
    except SettingsFault as fault:
        raise Refusal("settings", reason=fault) from None


def progress_bar() -> "Progress":
    """A progress line on the error stream, where that is a terminal."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    console = Console(stderr=True)
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    )

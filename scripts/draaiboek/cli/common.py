"""Options and steps that several commands share."""

import contextlib
import errno
import os
import sys
from collections.abc import Iterable, Iterator
from datetime import date, time
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


class Day(click.ParamType):
    """A day on the command line, within the years that schedules are made for."""

    name = "YYYY-MM-DD"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read the day, or refuse it in one line."""
        from draaiboek.derive.workdays import FIRST_YEAR, LAST_YEAR
        from draaiboek.model.values import ValueFault, parse_full_date

        if isinstance(value, date):
            return value
        try:
            day = parse_full_date(str(value))
        except ValueFault as fault:
            if fault.kind == "date-year":
                raise Refusal("year-outside", value=value, first=FIRST_YEAR + 1, last=LAST_YEAR - 1) from None
            raise Refusal("not-a-day", value=value) from None
        if not FIRST_YEAR < day.year < LAST_YEAR:
            raise Refusal("year-outside", value=value, first=FIRST_YEAR + 1, last=LAST_YEAR - 1)
        return day


class Clock(click.ParamType):
    """A clock time on the command line."""

    name = "HH:MM"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> time:
        """Read the time, or refuse it in one line."""
        from draaiboek.model.values import ValueFault, parse_clock

        if isinstance(value, time):
            return value
        try:
            return parse_clock(value)
        except ValueFault:
            raise Refusal("not-a-time", value=value) from None


root_option = click.option(
    "--root", type=click.Path(file_okay=False, path_type=Path), default=None, help="The project's folder."
)
messages_option = click.option(
    "--messages",
    type=click.Choice(["nl", "en"]),
    default="nl",
    show_default=True,
    is_eager=True,
    help="Language of the messages.",
)
today_option = click.option("--today", type=Day(), default=None, help="Make as if it were this day.")


def find_root(given: Path | None) -> Path:
    """The project's folder: the given one, or the first from here upwards that has data/ and docs/."""
    if given is not None:
        if not (given / "data").is_dir():
            raise Refusal("not-a-project", path=given)
        return given.resolve()
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / "data").is_dir() and (folder / "docs").is_dir():
            return folder
    raise Refusal("no-project")


def wanted_paths(root: Path, paths: Iterable[Path]) -> tuple[str, ...]:
    """The named files and folders, relative to the root; a name may also start at the root."""
    found = []
    for path in paths:
        near = Path.cwd() / path  # an absolute path stays as it is
        absolute = near if near.exists() and near.resolve().is_relative_to(root.resolve()) else root / path
        if not absolute.exists():
            raise Refusal("no-file", path=path)
        try:
            found.append(absolute.resolve().relative_to(root.resolve()).as_posix())
        except ValueError:
            raise Refusal("outside", path=path, root=root) from None
    return tuple(found)


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


@contextlib.contextmanager
def settings_read() -> Iterator[None]:
    """Refuse when the project's settings cannot be used."""
    from draaiboek.load.settings import SettingsFault

    try:
        yield
    except SettingsFault as fault:
        raise Refusal("settings", reason=fault) from None


def settings_of(root: Path) -> "Settings":
    """The project's settings, or a refusal."""
    from draaiboek.load.settings import load_settings

    with settings_read():
        return load_settings(root)


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


def write_whole(path: Path, data: bytes) -> None:
    """Write a file whole or not at all; into a device or a pipe, which cannot be replaced, as it comes."""
    target = Path(os.path.realpath(path))
    partial = target.with_name(f".{os.getpid()}.draaiboek-part")
    try:
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if target.exists() and not target.is_file():
            target.write_bytes(data)
            return
        partial.write_bytes(data)
        partial.replace(target)
    except OSError as error:
        with contextlib.suppress(OSError):
            partial.unlink()
        raise cannot_write(path, error) from None


def cannot_write(path: object, error: OSError) -> Refusal:
    """Say in plain words why a file or folder cannot be written."""
    known = {errno.EACCES: "denied", errno.EPERM: "denied", errno.EROFS: "denied", errno.EISDIR: "is-folder",
             errno.ENOENT: "no-folder", errno.ENOTDIR: "no-folder", errno.EEXIST: "in-the-way", errno.ENOSPC: "full",
             errno.ENAMETOOLONG: "long-name"}  # fmt: skip
    key = known.get(error.errno or 0)
    reason = say(f"reason-{key}", message_language()) if key else error.strerror or error
    return Refusal("cannot-write", path=path, reason=reason)

"""The `draaiboek` command: reads arguments, calls the layers, prints. No logic of its own.

Exit codes: 0 ok, 1 errors in what editors wrote, 2 warnings under `--strict`, 3 wrong usage or a
failure of the program.
"""

import os
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from draaiboek.catalogue import Catalogue, build_catalogue
from draaiboek.load.project import Project, load_project
from draaiboek.model.problem import MessageLanguage, Problem, Severity
from draaiboek.report import render_count, render_github, render_json, render_text
from draaiboek.rules import check_project

OK, ERRORS, WARNINGS, USAGE = 0, 1, 2, 3


class Refusal(click.ClickException):
    """A request that cannot be met: one clear line, exit code 3."""

    exit_code = USAGE

    def show(self, file: object = None) -> None:
        """Print the line."""
        click.echo(f"draaiboek: {self.message}", err=True)


class _Day(click.ParamType):
    name = "YYYY-MM-DD"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        from draaiboek.derive.workdays import FIRST_YEAR, LAST_YEAR
        from draaiboek.model.values import ValueFault, parse_full_date

        if isinstance(value, date):
            return value
        try:
            day = parse_full_date(str(value))
        except ValueFault:
            self.fail(f"'{value}' is not a day: write 2027-03-18", param, ctx)
        if not FIRST_YEAR < day.year < LAST_YEAR:
            self.fail(f"'{value}' is outside the years {FIRST_YEAR + 1} to {LAST_YEAR - 1}", param, ctx)
        return day


class _Clock(click.ParamType):
    name = "HH:MM"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> object:
        from draaiboek.model.values import ValueFault, parse_clock

        try:
            return parse_clock(value) if isinstance(value, str) else value
        except ValueFault:
            self.fail(f"'{value}' is not a time: write 13:30", param, ctx)


def _find_root(given: Path | None) -> Path:
    """The project's folder: the given one, or the first from here upwards that has data/ and docs/."""
    if given is not None:
        if not (given / "data").is_dir():
            raise Refusal(f"{given} is not a Draaiboek project: it has no folder 'data'")
        return given.resolve()
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / "data").is_dir() and (folder / "docs").is_dir():
            return folder
    raise Refusal("no Draaiboek project in this folder or above it; name one with --root")


root_option = click.option(
    "--root", type=click.Path(exists=True, file_okay=False, path_type=Path), help="The project's folder."
)
messages_option = click.option(
    "--messages", type=click.Choice(["nl", "en"]), default="nl", show_default=True, help="Language of the messages."
)
today_option = click.option("--today", type=_Day(), default=None, help="Make as if it were this day.")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="draaiboek")
def cli() -> None:
    """Check what editors write, make dated checklists, build the multilingual site."""


@cli.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@root_option
@click.option("--strict", is_flag=True, help="Warnings fail as well (exit code 2).")
@click.option("--format", "form", type=click.Choice(["text", "github", "json"]), default="text", show_default=True)
@messages_option
def check(paths: tuple[Path, ...], root: Path | None, strict: bool, form: str, messages: MessageLanguage) -> None:
    """Load and check everything; report on the named files, or on all."""
    base = _find_root(root)
    problems = _only(check_project(load_project(base)), _wanted(base, paths))
    if form == "json":
        click.echo(render_json(problems, messages), nl=False)
    elif form == "github":
        click.echo(render_github(problems, messages), nl=False)
        click.echo(render_count(problems, messages), err=True)
    else:
        click.echo(render_text(problems, messages), nl=False)
    sys.exit(_exit_code(problems, strict))


def _wanted(root: Path, paths: Iterable[Path]) -> tuple[str, ...]:
    """The named files and folders, relative to the root."""
    found = []
    for path in paths:
        absolute = path if path.is_absolute() else Path.cwd() / path
        if not absolute.exists() and (root / path).exists():
            absolute = root / path
        if not absolute.exists():
            raise Refusal(f"there is no file or folder {path}")
        try:
            found.append(absolute.resolve().relative_to(root.resolve()).as_posix())
        except ValueError:
            raise Refusal(f"{path} is outside the project {root}") from None
    return tuple(found)


def _only(problems: tuple[Problem, ...], wanted: tuple[str, ...]) -> tuple[Problem, ...]:
    if not wanted or "." in wanted:
        return problems
    return tuple(
        problem
        for problem in problems
        if any(problem.place.path == path or problem.place.path.startswith(f"{path}/") for path in wanted)
    )


def _exit_code(problems: Iterable[Problem], strict: bool) -> int:
    severities = {problem.severity for problem in problems}
    if Severity.ERROR in severities:
        return ERRORS
    return WARNINGS if strict and Severity.WARNING in severities else OK


def _load_checked(root: Path, messages: MessageLanguage, ignore: tuple[str, ...] = ()) -> tuple[Project, Catalogue]:
    """The catalogue of a project without errors; otherwise the errors are shown and the command ends.

    Errors in files under `ignore` do not block; what they hold is left out.
    """
    project = load_project(root)
    problems = check_project(project)
    blocking = [
        problem
        for problem in problems
        if problem.severity is Severity.ERROR and not problem.place.path.startswith(ignore)
    ] if ignore else [problem for problem in problems if problem.severity is Severity.ERROR]  # fmt: skip
    if blocking:
        click.echo(render_text(blocking, messages), err=True, nl=False)
        sys.exit(ERRORS)
    return project, build_catalogue(project)


@cli.command()
@click.option("--lang", "languages", multiple=True, help="Only this language (with --out).")
@root_option
@click.option("--out", type=click.Path(path_type=Path), default=None, help="Where the site goes; by default site/.")
@today_option
@messages_option
def build(
    languages: tuple[str, ...], root: Path | None, out: Path | None, today: date | None, messages: MessageLanguage
) -> None:
    """Build the site, and put it in place in one go."""
    from draaiboek.site import BuildFault, build_site
    from draaiboek.site.assemble import Order
    from draaiboek.stage.settings import SettingsFault, load_settings

    base = _find_root(root)
    if languages and out is None:
        raise Refusal("some languages only go into a folder of their own: add --out")
    with _progress() as progress:
        task = progress.add_task("Checking", total=None)
        _, catalogue = _load_checked(base, messages)
        unknown = [code for code in languages if code not in catalogue.languages]
        if unknown:
            raise Refusal(f"unknown language '{unknown[0]}'; there are {', '.join(catalogue.languages)}")
        progress.update(task, description="Putting pages together")
        order = Order(base, (out or base / "site").absolute(), base / "build", today or date.today(), languages)

        def advance(what: str, done: int, total: int) -> None:
            progress.update(task, description=f"Building {what}", completed=done, total=total)

        try:
            plan = build_site(catalogue, load_settings(base), order, advance)
        except SettingsFault as fault:
            raise Refusal(str(fault)) from None
        except BuildFault as fault:
            raise Refusal(f"the site could not be built, the old one stays:\n{fault}") from None
        except OSError as error:
            raise Refusal(f"cannot write {error.filename or order.out}: {error.strerror}") from None
    pages = sum(len(language.pages) for language in plan.languages.values())
    click.echo(f"{pages} pages in {len(languages or plan.languages)} languages: {order.out}")


def _progress() -> Progress:
    """A progress line on the terminal's error stream."""
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=Console(stderr=True),
        transient=True,
    )


FORMATS = ("md", "json", "csv", "ics", "xlsx")


@cli.command()
@click.argument("event", required=False)
@click.option("--playbook", help="Id of an event form, with --date.")
@click.option("--date", "day", type=_Day(), help="First day of the event.")
@click.option("--opening", type=_Clock(), help="Opening time in Brussels.")
@click.option("--closing", type=_Clock(), help="Closing time in Brussels.")
@click.option("--as", "organiser", help="What kind of organiser: only what applies is kept.")
@click.option("--size", help="Expected size: only what applies is kept.")
@click.option("--lang", "language", default="nl", show_default=True, help="Language of the words.")
@click.option("--role", help="Only the steps of this role.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="md", show_default=True)
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="File; by default the screen.")
@today_option
@root_option
@messages_option
def checklist(event: str | None, output: Path | None, root: Path | None, messages: MessageLanguage, **asked: object) -> None:
    """Make one checklist, for an event or for a playbook and a date."""
    from draaiboek.checklists import RequestFault, make_checklist

    base = _find_root(root)
    _, catalogue = _load_checked(base, messages, ignore=("docs/",))
    from draaiboek.stage.settings import SettingsFault, load_settings

    try:
        settings = load_settings(base)
        data = make_checklist(catalogue, settings.site_url, event, asked)
    except (RequestFault, SettingsFault) as fault:
        raise Refusal(str(fault)) from None
    if output is None:
        _to_screen(data, str(asked["form"]))
    else:
        _to_file(data, output)


def _to_screen(data: bytes, form: str) -> None:
    if form == "xlsx" and sys.stdout.isatty():
        raise Refusal("an Excel file does not go to the screen: add -o plan.xlsx")
    sys.stdout.buffer.write(data)


def _to_file(data: bytes, output: Path) -> None:
    """Write a file whole or not at all."""
    partial = output.with_name(f".{output.name}.{os.getpid()}.part")
    try:
        partial.write_bytes(data)
        partial.replace(output)
    except OSError as error:
        partial.unlink(missing_ok=True) if partial.parent.is_dir() else None
        raise Refusal(f"cannot write {output}: {error.strerror}") from None
    click.echo(f"{output}", err=True)


def main() -> None:
    """Run the command; click's own exit code for wrong usage becomes 3, and nobody sees a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        code = cli.main(standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.ctx.get_help())
        code = USAGE
    except click.ClickException as error:
        error.show()
        code = USAGE
    except (click.Abort, KeyboardInterrupt):
        click.echo("draaiboek: stopped.", err=True)
        code = USAGE
    except BrokenPipeError:
        code = OK
    except Exception as error:  # noqa: BLE001 - the last guard: people get a line, not a traceback
        if os.environ.get("DRAAIBOEK_TRACEBACK"):
            raise
        click.echo(
            f"draaiboek: an unforeseen fault ({type(error).__name__}: {error}). "
            "Please report it; DRAAIBOEK_TRACEBACK=1 shows where it happened.",
            err=True,
        )
        code = USAGE
    sys.exit(code or OK)

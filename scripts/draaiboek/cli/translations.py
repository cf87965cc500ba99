"""`draaiboek translations`: how each translation stands to its Dutch text."""

import sys
from collections import Counter
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from draaiboek.cli.common import OK, WARNINGS, Refusal
from draaiboek.cli.files import find_root, wanted_paths, write_whole
from draaiboek.cli.parameters import messages_option, root_option
from draaiboek.cli.words import say
from draaiboek.derive.translations import State, Translation, derive_translations, marked, source_hash
from draaiboek.load.project import load_project
from draaiboek.model.problem import MessageLanguage


@click.group(invoke_without_command=True)
@click.option("--strict", is_flag=True, help="Fail (exit code 2) unless every page is translated and current.")
@root_option
@messages_option
@click.pass_context
def translations(context: click.Context, strict: bool, root: Path | None, messages: MessageLanguage) -> None:
    """Show which translations are missing, stale or not yet reviewed."""
    if context.invoked_subcommand is None:
        sys.exit(_status(root, strict, messages))


@translations.command()
@click.option("--strict", is_flag=True, help="Fail (exit code 2) unless every page is translated and current.")
@root_option
@messages_option
def status(strict: bool, root: Path | None, messages: MessageLanguage) -> None:
    """The same overview, as a command of its own."""
    sys.exit(_status(root, strict, messages))


def _status(root: Path | None, strict: bool, messages: MessageLanguage) -> int:
    rows = derive_translations(load_project(find_root(root)))
    for row in rows:
        if row.state is not State.CURRENT or not row.reviewed:
            review = "" if row.state in (State.MISSING, State.ORPHAN) or row.reviewed else say("not-reviewed", messages)
            words = ", ".join(part for part in (say(f"state-{row.state}", messages), review) if part)
            click.echo(f"{row.path}: {words}")
    Console().print(_table(rows, messages))
    return WARNINGS if strict and any(row.state is not State.CURRENT for row in rows) else OK


def _table(rows: tuple[Translation, ...], messages: MessageLanguage) -> Table:
    """How many pages of each language are in which state."""
    table = Table("", *(say(f"state-{state}", messages) for state in State), say("reviewed", messages))
    for language in dict.fromkeys(row.language for row in rows):
        own = [row for row in rows if row.language == language]
        counts = Counter(row.state for row in own)
        reviewed = sum(row.reviewed for row in own)
        table.add_row(language, *(str(counts[state]) for state in State), str(reviewed))
    return table


@translations.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@root_option
@messages_option
def mark(files: tuple[Path, ...], root: Path | None, messages: MessageLanguage) -> None:
    """Record that these translations match today's Dutch text."""
    base = find_root(root)
    project = load_project(base)
    known = {row.path: row for row in derive_translations(project)}
    sources = {file.path: file for file in project.markdown()}
    for path in wanted_paths(base, files):
        row = known.get(path)
        if row is None or row.source not in sources or path not in project.front:
            raise Refusal("mark-not-translation", path=path)
        text = (base / path).read_text(encoding="utf-8")
        write_whole(base / path, marked(text, source_hash(project, sources[row.source])).encode())
        click.echo(say("marked", messages, path=path))

"""`draaiboek new`: a valid starting point for an event, a chapter, a playbook or a language."""

from pathlib import Path

import click

from draaiboek.cli.common import Refusal
from draaiboek.cli.files import find_root, write_whole
from draaiboek.cli.parameters import messages_option, root_option, this_day
from draaiboek.cli.words import say
from draaiboek.model.problem import MessageLanguage
from draaiboek.report import render_text
from draaiboek.scaffold import Files, chapter_files, event_files, faults_of, language_files, playbook_files

_dry_run = click.option("--dry-run", is_flag=True, help="Show what would be written, write nothing.")


@click.group()
def new() -> None:
    """Make a valid starting point."""


def _finish(root: Path, files: Files, dry_run: bool, messages: MessageLanguage) -> None:
    """Show or write the files; what would bring errors is not written."""
    problems = faults_of(root, files)
    if problems:
        raise Refusal("new-invalid", reason=render_text(problems, messages).rstrip())
    for path, text in files.items():
        if dry_run:
            click.echo(say("would-make", messages, path=path))
            click.echo(text, nl=False)
        else:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            write_whole(root / path, text.encode())
            click.echo(say("made", messages, path=path))


def _must_be_new(root: Path, path: str) -> None:
    if (root / path).exists():
        raise Refusal("exists", path=path)


@new.command()
@click.argument("event_id", metavar="ID")
@click.option("--playbook", required=True, help="Id of the event form.")
@click.option("--municipality", required=True, help="Id of the municipality.")
@click.option("--date", "day", required=True, help="The (first) day: 2027-03-18.")
@click.option("--status", default="planned", show_default=True)
@_dry_run
@root_option
@messages_option
def event(
    event_id: str, playbook: str, municipality: str, day: str, status: str,
    root: Path | None, dry_run: bool, messages: MessageLanguage,
) -> None:  # fmt: skip
    """Add an event to data/events.yaml."""
    base = find_root(root)
    files = event_files(base, event_id=event_id, playbook=playbook, municipality=municipality, day=day, status=status)
    _finish(base, files, dry_run, messages)


@new.command()
@click.argument("address")
@click.option("--title", required=True)
@click.option("--description", required=True)
@_dry_run
@root_option
@messages_option
def chapter(
    address: str, title: str, description: str, root: Path | None, dry_run: bool, messages: MessageLanguage
) -> None:
    """Add a Dutch chapter, for instance at book/images."""
    base = find_root(root)
    files = chapter_files(address, title, description, this_day())
    _must_be_new(base, next(iter(files)))
    _finish(base, files, dry_run, messages)


@new.command()
@click.argument("playbook_id", metavar="ID")
@click.option("--title", required=True)
@_dry_run
@root_option
@messages_option
def playbook(playbook_id: str, title: str, root: Path | None, dry_run: bool, messages: MessageLanguage) -> None:
    """Add an event form with one phase and one step."""
    base = find_root(root)
    _must_be_new(base, f"playbook/{playbook_id}/playbook.yaml")
    _finish(base, playbook_files(base, playbook_id, title), dry_run, messages)


@new.command()
@click.argument("code")
@click.option("--name", required=True, help="The language's own name for itself.")
@click.option("--direction", type=click.Choice(["ltr", "rtl"]), default="ltr", show_default=True)
@click.option("--scope", type=click.Choice(["full", "visitors"]), default="visitors", show_default=True)
@_dry_run
@root_option
@messages_option
def language(
    code: str, name: str, direction: str, scope: str, root: Path | None, dry_run: bool, messages: MessageLanguage
) -> None:
    """Add a language: one line and one file of strings."""
    base = find_root(root)
    _must_be_new(base, f"i18n/{code}.yaml")
    _finish(base, language_files(base, code=code, name=name, direction=direction, scope=scope), dry_run, messages)


"""`draaiboek check`: load and check everything, report on the named files."""

import sys
from pathlib import Path

import click

from draaiboek.checking import named
from draaiboek.cli.common import OK, exit_code, settings_of
from draaiboek.cli.files import find_root, wanted_paths
from draaiboek.cli.parameters import messages_option, root_option
from draaiboek.load.project import load_project
from draaiboek.model.problem import MessageLanguage
from draaiboek.report import render_count, render_github, render_json, render_text
from draaiboek.rules import check_project


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@root_option
@click.option("--strict", is_flag=True, help="Warnings fail as well (exit code 2).")
@click.option("--format", "form", type=click.Choice(["text", "github", "json"]), default="text", show_default=True)
@messages_option
def check(paths: tuple[Path, ...], root: Path | None, strict: bool, form: str, messages: MessageLanguage) -> None:
    """Load and check everything; report on the named files, or on all."""
    base = find_root(root)
    found = check_project(load_project(base))
    if (base / "mkdocs.yml").is_file() and exit_code(found, strict=False) == OK:
        settings_of(base)
    problems = named(found, wanted_paths(base, paths))
    render = {"text": render_text, "github": render_github, "json": render_json}[form]
    click.echo(render(problems, messages), nl=False)
    if form == "github":
        click.echo(render_count(problems, messages), err=True)
    sys.exit(exit_code(problems, strict))

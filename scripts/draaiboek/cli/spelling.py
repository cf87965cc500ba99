"""`draaiboek spelling`: words that no dictionary knows."""

import sys
from pathlib import Path

import click

from draaiboek.checking import named
from draaiboek.cli.common import Refusal, exit_code
from draaiboek.cli.files import find_root, wanted_paths
from draaiboek.cli.parameters import messages_option, root_option
from draaiboek.load.project import load_project
from draaiboek.model.problem import MessageLanguage
from draaiboek.report import render_github, render_json, render_text


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@root_option
@click.option("--lang", "languages", multiple=True, help="Only texts in this language; may be repeated.")
@click.option("--strict", is_flag=True, help="Unknown words fail (exit code 2).")
@click.option("--format", "form", type=click.Choice(["text", "github", "json"]), default="text", show_default=True)
@messages_option
def spelling(
    paths: tuple[Path, ...], root: Path | None, languages: tuple[str, ...], strict: bool, form: str, messages: MessageLanguage
) -> None:
    """Look up every word in hunspell's dictionaries and in the project's own list."""
    from draaiboek.spelling import NoSpeller, check_spelling

    base = find_root(root)
    project = load_project(base)
    codes = [row.entry.code for row in project.entries("languages")]
    try:
        found = sorted(check_spelling(project, languages or codes), key=lambda problem: problem.order)
    except NoSpeller:
        raise Refusal("no-hunspell") from None
    problems = named(found, wanted_paths(base, paths))
    render = {"text": render_text, "github": render_github, "json": render_json}[form]
    click.echo(render(problems, messages), nl=False)
    sys.exit(exit_code(problems, strict))

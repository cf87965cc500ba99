"""`draaiboek readability`: long and passive sentences, and a score for each section."""

from pathlib import Path

import click

from draaiboek.checking import named
from draaiboek.cli.files import find_root, wanted_paths
from draaiboek.cli.parameters import messages_option, root_option
from draaiboek.load.project import load_project
from draaiboek.model.problem import MessageLanguage
from draaiboek.report import render_github, render_json, render_text


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@root_option
@click.option("--lang", "languages", multiple=True, help="Only texts in this language; may be repeated.")
@click.option("--below", type=int, default=45, show_default=True, help="Show sections with a lower score; 300 shows all.")
@click.option("--longer-than", type=int, default=30, show_default=True, help="Show sentences of more words.")
@click.option("--format", "form", type=click.Choice(["text", "github", "json"]), default="text", show_default=True)
@messages_option
def readability(
    paths: tuple[Path, ...], root: Path | None, languages: tuple[str, ...], below: int, longer_than: int, form: str,
    messages: MessageLanguage,
) -> None:  # fmt: skip
    """Show where a text may read hard: a signal for its editor, never a fault."""
    from draaiboek.readability import Limits, check_readability

    base = find_root(root)
    project = load_project(base)
    codes = [row.entry.code for row in project.entries("languages")]
    found = check_readability(project, languages or codes, Limits(longer_than, below))
    problems = named(sorted(found, key=lambda problem: problem.order), wanted_paths(base, paths))
    render = {"text": render_text, "github": render_github, "json": render_json}[form]
    click.echo(render(problems, messages), nl=False)

"""`draaiboek generate`: the files that are made from code and data."""

import sys
from pathlib import Path

import click

from draaiboek.cli.common import ERRORS, OK
from draaiboek.cli.files import find_root, write_whole
from draaiboek.cli.parameters import messages_option, root_option
from draaiboek.cli.words import say
from draaiboek.load.project import load_project
from draaiboek.model.problem import MessageLanguage, Severity
from draaiboek.rules import check_project


@click.command()
@click.option("--check", "only_check", is_flag=True, help="Change nothing; fail when a file is out of date.")
@root_option
@messages_option
def generate(only_check: bool, root: Path | None, messages: MessageLanguage) -> None:
    """Bring JSON Schemas, references and the id lock up to date."""
    from draaiboek.generate import address_file, generated_files

    base = find_root(root)
    project = load_project(base)
    made = dict(generated_files(project))
    has_site = (base / "mkdocs.yml").is_file()
    if has_site and not any(problem.severity is Severity.ERROR for problem in check_project(project, published=False)):
        made.update([address_file(project)])
    stale = {
        path: text.encode()
        for path, text in made.items()
        if not (base / path).is_file() or (base / path).read_bytes() != text.encode()
    }
    if only_check:
        for path in stale:
            click.echo(say("generated-stale", messages, path=path))
        sys.exit(ERRORS if stale else OK)
    for path, data in stale.items():
        (base / path).parent.mkdir(parents=True, exist_ok=True)
        write_whole(base / path, data)
        click.echo(path)
    click.echo(say("generated", messages, count=len(stale)) if stale else say("generated-none", messages))

"""`draaiboek checklist`: one checklist, for an event or for a playbook and a date."""

import sys
from pathlib import Path
from typing import Any

import click

from draaiboek.checking import checked_playbooks
from draaiboek.checklists import Asked, RequestFault, make_checklist
from draaiboek.cli.common import Refusal, errors_shown, settings_of
from draaiboek.cli.files import find_root, write_whole
from draaiboek.cli.parameters import Clock, Day, messages_option, root_option, today_option
from draaiboek.cli.words import say
from draaiboek.model.problem import MessageLanguage
from draaiboek.model.site import FORMATS
from draaiboek.model.source_language import SOURCE_LANGUAGE


@click.command()
@click.argument("event", required=False)
@click.option("--playbook", help="Id of an event form, with --date.")
@click.option("--date", "day", type=Day(), help="First day of the event.")
@click.option("--opening", type=Clock(), help="Opening time in Brussels.")
@click.option("--closing", type=Clock(), help="Closing time in Brussels.")
@click.option("--as", "organiser", help="What kind of organiser: only what applies is kept.")
@click.option("--size", help="Expected size: only what applies is kept.")
@click.option("--lang", "language", default=SOURCE_LANGUAGE, show_default=True, help="Language of the words.")
@click.option("--role", help="Only the steps of this role.")
@click.option(
    "--late-start/--no-late-start", default=True, show_default=True,
    help="Move what should have been done before today to the days that are left, and drop what may be missed.",
)
@click.option(
    "--by", "order", type=click.Choice(["phase", "date"]), default="phase", show_default=True,
    help="Order of the steps (md, csv).",
)
@click.option("--format", "form", type=click.Choice(tuple(FORMATS)), default="md", show_default=True)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="File; by default the screen.")
@today_option
@root_option
@messages_option
def checklist(
    output: Path | None, root: Path | None, messages: MessageLanguage, **options: Any
) -> None:
    """Make one checklist, for an event or for a playbook and a date."""
    base = find_root(root)
    asked = Asked(**options)
    with errors_shown():
        catalogue = checked_playbooks(base)
    try:
        data = make_checklist(catalogue, settings_of(base).site_url, asked)
    except RequestFault as fault:
        raise refusal(fault, messages) from None
    if output is not None:
        write_whole(output, data)
        click.echo(f"{output}", err=True)
    elif FORMATS[asked.form].binary and sys.stdout.isatty():
        raise Refusal("screen-binary", form=asked.form)
    else:
        sys.stdout.buffer.write(data)


def refusal(fault: RequestFault, messages: MessageLanguage) -> Refusal:
    """A request that cannot be met, in the language of the messages, with the nearest names."""
    params = dict(fault.params)
    if fault.near:
        names = say("or", messages).join(f"'{name}'" for name in fault.near)
        params["hint"] = say("nearest", messages, names=names)
    elif fault.known:
        params["hint"] = say("there-are", messages, names=", ".join(fault.known))
    if "what" in params:
        params["what"] = say(f"what-{params['what']}", messages)
    return Refusal(fault.key, **params)

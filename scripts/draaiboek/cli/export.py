"""`draaiboek export`: the checklists of several events, or of all of them, in every format."""

import tempfile
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import click

from draaiboek.checking import checked_playbooks
from draaiboek.checklists import Asked, EventFile, RequestFault, dated_events, event_files
from draaiboek.cli.checklist import refusal
from draaiboek.cli.common import Refusal, errors_shown, progress_bar, settings_of
from draaiboek.cli.files import cannot_write, find_root
from draaiboek.cli.parameters import messages_option, root_option, today_option
from draaiboek.cli.words import say
from draaiboek.model.problem import MessageLanguage
from draaiboek.model.site import FORMATS
from draaiboek.model.source_language import SOURCE_LANGUAGE


@click.command()
@click.argument("events", metavar="[EVENT-ID]...", nargs=-1)
@click.option("--out", type=click.Path(path_type=Path), required=True, help="Folder: each event gets one of its own in it.")
@click.option("--format", "formats", type=click.Choice(tuple(FORMATS)), multiple=True, help="Only this format; by default all.")
@click.option("--lang", "language", default=SOURCE_LANGUAGE, show_default=True, help="Language of the words.")
@today_option
@root_option
@messages_option
def export(
    events: tuple[str, ...], out: Path, formats: tuple[str, ...], language: str, today: date,
    root: Path | None, messages: MessageLanguage,
) -> None:  # fmt: skip
    """Make the checklists of some events, or of all whose day is known, in all formats."""
    base = find_root(root)
    with errors_shown():
        catalogue = checked_playbooks(base)
    chosen, passed_over = (events, ()) if events else dated_events(catalogue)
    if not chosen:
        raise Refusal("export-nothing")
    with progress_bar() as progress:
        task = progress.add_task(say("exporting", messages), total=len(chosen))
        try:
            site_url = settings_of(base).site_url
            wanted = [Asked(language=language, event=name, today=today) for name in dict.fromkeys(chosen)]
            jobs = [event_files(catalogue, site_url, asked, formats or tuple(FORMATS)) for asked in wanted]
            count = _write_all(out, jobs, lambda: progress.advance(task))
        except RequestFault as fault:
            raise refusal(fault, messages) from None
        except OSError as error:
            raise cannot_write(error.filename or out, error) from None
    click.echo(say("exported", messages, events=len(jobs), files=count, path=out))
    if passed_over:
        click.echo(say("export-passed-over", messages, names=", ".join(passed_over)))


def _write_all(out: Path, jobs: Iterable[Iterable[EventFile]], advance: Callable[[], object]) -> int:
    """Make all files, then put them in place; when one cannot be made, none is. Returns how many there are."""
    is_new = not out.exists()
    out.mkdir(parents=True, exist_ok=True)
    try:
        with tempfile.TemporaryDirectory(prefix=".draaiboek-new-", dir=out) as fresh:
            made = []
            for job in jobs:
                for path, make in job:
                    (Path(fresh) / path).parent.mkdir(exist_ok=True)
                    (Path(fresh) / path).write_bytes(make())
                    made.append(path)
                advance()
            for path in made:
                (out / path).parent.mkdir(exist_ok=True)
            for path in made:
                (Path(fresh) / path).replace(out / path)
    except BaseException:
        if is_new and not any(out.iterdir()):
            out.rmdir()
        raise
    return len(made)

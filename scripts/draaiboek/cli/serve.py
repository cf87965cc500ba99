"""`draaiboek serve`: the preview of all languages, until Ctrl-C."""

import threading
from datetime import date
from pathlib import Path

import click

from draaiboek.cli.common import Refusal
from draaiboek.cli.files import find_root
from draaiboek.cli.parameters import messages_option, root_option, today_option
from draaiboek.cli.words import say
from draaiboek.model.problem import MessageLanguage, Problem
from draaiboek.report import render_text


@click.command()
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="Port on this machine.")
@root_option
@today_option
@messages_option
def serve(port: int, root: Path | None, today: date, messages: MessageLanguage) -> None:
    """Preview all languages in the browser, reloading on every change."""
    from draaiboek.preview import Preview, start_server, watch

    def tell(problems: list[Problem], fault: str | None, seconds: float) -> None:
        if problems:
            click.echo(render_text(problems, messages), nl=False)
        if fault:
            click.echo(fault)
        failed = fault or any(found.severity == "error" for found in problems)
        done = say("kept", messages) if failed else say("rebuilt", messages, seconds=f"{seconds:.1f}")
        click.echo(done)

    preview = Preview(find_root(root), today, messages, tell)
    click.echo(say("building", messages))
    preview.update()
    try:
        server = start_server(preview, port)
    except OSError:
        raise Refusal("port-taken", port=port) from None
    click.echo(say("serving", messages, address=f"http://127.0.0.1:{server.server_port}/"))
    try:
        watch(preview, threading.Event())
    finally:
        server.shutdown()
        server.server_close()

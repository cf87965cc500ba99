"""The group of commands, and the last guard around them."""

import os
import sys
from importlib import import_module

import click

from draaiboek.cli.common import OK, USAGE, message_language
from draaiboek.cli.files import cannot_write
from draaiboek.cli.words import say

_COMMANDS = (
    "build", "check", "checklist", "export", "generate", "new", "readability", "serve", "spelling", "translations",
)  # fmt: skip
"""Each stands in a module of its own name."""


class _Commands(click.Group):
    """Imports a command's module, and all that it needs, only when that command is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"draaiboek.cli.{cmd_name}"), cmd_name)
        return command


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="draaiboek")
def cli() -> None:
    """Check what editors write, make dated checklists, build the multilingual site."""


def main() -> None:
    """Run the command: wrong usage is one line and exit code 3, and nobody sees a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    sys.exit(_run() or OK)


def _run() -> int:
    try:
        return int(cli.main(standalone_mode=False) or OK)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.ctx.get_help())
    except click.ClickException as error:
        click.echo(f"draaiboek: {error.format_message()}", err=True)
    except (click.Abort, KeyboardInterrupt):
        click.echo(f"draaiboek: {say('stopped', message_language())}", err=True)
    except BrokenPipeError:
        return OK
    except OSError as error:
        if error.filename is not None:
            return _unforeseen(error)
        click.echo(f"draaiboek: {cannot_write(say('the-output', message_language()), error).format_message()}", err=True)
    except Exception as error:  # noqa: BLE001 - the last guard: people get a line, not a traceback
        return _unforeseen(error)
    return USAGE


def _unforeseen(error: Exception) -> int:
    if os.environ.get("DRAAIBOEK_TRACEBACK"):
        raise error
    text = say("unforeseen", message_language(), error=f"{type(error).__name__}: {error}")
    click.echo(f"draaiboek: {text}", err=True)
    return USAGE

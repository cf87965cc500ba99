"""Words of the command line that several commands understand."""

from datetime import date, datetime, time
from pathlib import Path

import click

from draaiboek.cli.common import Refusal


class Day(click.ParamType[date]):
    """A day on the command line, within the years that schedules are made for."""

    name = "YYYY-MM-DD"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read the day, or refuse it in one line."""
        from draaiboek.derive.workdays import FIRST_YEAR, LAST_YEAR
        from draaiboek.model.values import ValueFault, parse_full_date

        if isinstance(value, date):
            return value
        try:
            day = parse_full_date(str(value))
        except ValueFault as fault:
            if fault.kind == "date-year":
                raise Refusal("year-outside", value=value, first=FIRST_YEAR + 1, last=LAST_YEAR - 1) from None
            raise Refusal("not-a-day", value=value) from None
        if not FIRST_YEAR < day.year < LAST_YEAR:
            raise Refusal("year-outside", value=value, first=FIRST_YEAR + 1, last=LAST_YEAR - 1)
        return day


class Clock(click.ParamType[time]):
    """A clock time on the command line."""

    name = "HH:MM"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> time:
        """Read the time, or refuse it in one line."""
        from draaiboek.model.values import ValueFault, parse_clock

        if isinstance(value, time):
            return value
        try:
            return parse_clock(value)
        except ValueFault:
            raise Refusal("not-a-time", value=value) from None


root_option = click.option(
    "--root", type=click.Path(file_okay=False, path_type=Path), default=None, help="The project's folder."
)
messages_option = click.option(
    "--messages",
    type=click.Choice(["nl", "en"]),
    default="nl",
    show_default=True,
    is_eager=True,
    help="Language of the messages.",
)


def this_day() -> date:
    """The day it is where the command runs."""
    return datetime.now().astimezone().date()


today_option = click.option("--today", type=Day(), default=this_day, help="Make as if it were this day.")

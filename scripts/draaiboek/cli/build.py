"""`draaiboek build`: the site, put in place in one go."""

from datetime import date
from pathlib import Path

import click

from draaiboek.checking import checked_catalogue
from draaiboek.cli.common import Refusal, errors_shown, progress_bar, settings_of
from draaiboek.cli.files import cannot_write, find_root
from draaiboek.cli.parameters import messages_option, root_option, today_option
from draaiboek.cli.words import say
from draaiboek.model.problem import MessageLanguage


@click.command()
@click.option("--lang", "languages", multiple=True, help="Only this language (with --out).")
@root_option
@click.option("--out", type=click.Path(path_type=Path), default=None, help="Where the site goes; by default site/.")
@today_option
@messages_option
def build(languages: tuple[str, ...], root: Path | None, out: Path | None, today: date, messages: MessageLanguage) -> None:
    """Build the site, and put it in place in one go."""
    from concurrent.futures.process import BrokenProcessPool

    from draaiboek.site.assemble import BuildFault, Order, build_site
    from draaiboek.site.swap import may_replace
    from draaiboek.stage import plan_site

    base = find_root(root)
    if languages and out is None:
        raise Refusal("out-needed")
    target = (out or base / "site").absolute()
    if not may_replace(target):
        raise Refusal("out-taken", path=target)
    with progress_bar() as progress:
        task = progress.add_task(say("checking", messages), total=None)
        with errors_shown():
            catalogue = checked_catalogue(base)
        for code in languages:
            if code not in catalogue.languages:
                hint = say("there-are", messages, names=", ".join(catalogue.languages))
                raise Refusal("unknown", name=code, what=say("what-language", messages), hint=hint)
        progress.update(task, description=say("pages", messages))
        plan = plan_site(catalogue, settings_of(base), today)
        order = Order(base, target, base / "build", today, languages)

        def advance(done: int, total: int) -> None:
            progress.update(task, description=say("building", messages), completed=done, total=total)

        try:
            build_site(plan, catalogue, order, advance)
        except BuildFault as fault:
            raise Refusal("build-failed", reason=fault) from None
        except BrokenProcessPool:
            raise Refusal("build-ended") from None
        except OSError as error:
            inside = error.filename and Path(error.filename).is_relative_to(order.build)
            raise cannot_write(error.filename if inside else order.out, error) from None
    chosen = languages or tuple(plan.languages)
    pages = sum(len(plan.languages[code].pages) for code in chosen)
    click.echo(say("built", messages, pages=pages, languages=len(chosen), path=order.out))

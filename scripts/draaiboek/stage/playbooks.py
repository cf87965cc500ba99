"""Pages of the playbooks: the list, each playbook, each phase, and the undated checklist with its files."""

from collections.abc import Iterator
from functools import partial
from html import escape

from draaiboek.catalogue import Page, Plan
from draaiboek.derive.checklist import ChecklistView, Request, StepView, derive_checklist, plain
from draaiboek.derive.timeline import WIDTH, derive_timeline
from draaiboek.model.site import FORMATS
from draaiboek.render.about import about
from draaiboek.render.browser.planner import plan_link, render_playbook_block
from draaiboek.render.date_notes import date_notes
from draaiboek.render.formats import RENDERERS, format_name
from draaiboek.render.html.blocks import render_html
from draaiboek.stage.chapters import page_notices
from draaiboek.stage.context import Context, remembered_here
from draaiboek.stage.glossary import with_terms
from draaiboek.stage.page import StagedPage, TakeAlong, with_sources
from draaiboek.stage.templates import step_links

PLAYBOOK_FORMATS = tuple(form.id for form in FORMATS.values() if form.of_playbook)
EVENT_FORMATS = tuple(form.id for form in FORMATS.values() if form.of_event)


def playbook_pages(context: Context) -> Iterator[StagedPage]:
    """All pages of all playbooks in one language."""
    yield _overview(context)
    for plan in context.catalogue.plans.values():
        view = playbook_view(context, plan)
        yield _index(context, plan, view).copy()
        pages = [_phase(context, plan, phase.id).copy() for phase in view.phases]
        pages.append(_planner(context, plan, view).copy())
        for number, page in enumerate(pages, start=1):
            page.meta["order"] = number
            yield page


@remembered_here
def playbook_view(context: Context, plan: Plan) -> ChecklistView:
    """The undated checklist of a playbook."""
    address = context.address(f"playbook/{plan.id}/checklist/")
    return derive_checklist(context.catalogue, Request(plan.id, context.language, context.today, address))


def playbook_files(context: Context) -> Iterator[tuple[str, TakeAlong]]:
    """The files to take along: path below the language's root, and how to make them."""
    for plan in context.catalogue.plans.values():
        view = playbook_view(context, plan)
        yield from take_along(context, view, f"playbook/{plan.id}/{plan.id}", PLAYBOOK_FORMATS)


def take_along(
    context: Context, view: ChecklistView, path: str, formats: tuple[str, ...]
) -> Iterator[tuple[str, TakeAlong]]:
    """One checklist in several formats."""
    for name in formats:
        yield f"{path}.{name}", partial(RENDERERS[name], view, context.catalogue)


def _overview(context: Context) -> StagedPage:
    text = context.text
    lines = [f"# {text('page-playbooks')}", "", text("page-playbooks-intro"), ""]
    for plan in context.catalogue.plans.values():
        page = plan.page("index", context.language)
        lines += [f"- **[{page.title}]({plan.id}/index.md)**: {page.description}"]
    return StagedPage(
        "playbook/index.md", text("page-playbooks"), text("page-playbooks-intro"), "landing", "playbook",
        "\n".join(lines), context.language,
    )  # fmt: skip


@remembered_here
def _index(context: Context, plan: Plan, view: ChecklistView) -> StagedPage:
    page = plan.page("index", context.language)
    steps = render_html("playbook.html", context.catalogue, context.language, {"view": view})
    picture = render_html(
        "timeline.html",
        context.catalogue,
        context.language,
        {"timeline": derive_timeline(view), "width": WIDTH},
    )
    whole = f"[{context.text('checklist-whole')}](checklist.md). {context.text('checklist-calendar-later')}"
    heading = f"## {context.text('phases')} {{ #phases }}"
    course = f"## {context.text('timeline')} {{ #timeline }}"
    body = f"{page.body}\n\n{whole}\n\n{course}\n\n{picture}\n\n{heading}\n\n{steps}"
    staged = _staged(context, page, f"playbook/{plan.id}/index.md", "playbook", body)
    staged.meta["downloads"] = downloads(context, f"playbook/{plan.id}/{plan.id}", PLAYBOOK_FORMATS)
    return staged


def _staged(context: Context, page: Page, path: str, kind: str, body: str) -> StagedPage:
    """A page around words that may not have been translated."""
    staged = StagedPage(
        path=path,
        title=page.title,
        description=page.description,
        kind=kind,
        section="playbook",
        body=with_sources(with_terms(body, context.catalogue, page.language, path), context.catalogue, page.language),
        content_language=page.language,
        source_file=page.path,
    )
    staged.meta.update(page_notices(context.catalogue, context.language, page, staged.url))
    return staged


@remembered_here
def _phase(context: Context, plan: Plan, phase: str) -> StagedPage:
    """A phase: its introduction, the run sheet if it has one, then each step with all its words."""
    page = plan.page(phase, context.language)
    told = Context(context.catalogue, page.language, context.today, context.site_url)
    view = playbook_view(told, plan)
    steps = next(found.steps for found in view.phases if found.id == phase)
    blocks = [f"# {page.title}", plan.intro(phase, context.language)]
    sheet = [step for step in steps if step.run_sheet]
    if sheet:
        blocks.append(render_html("run-sheet.html", told.catalogue, told.language, {"steps": sheet}))
    blocks += [_step(told, plan, step, view.titles) for step in steps]
    return _staged(context, page, f"playbook/{plan.id}/{phase}.md", "phase", "\n\n".join(blocks))


def _step(context: Context, plan: Plan, step: StepView, titles: dict[str, str]) -> str:
    words = plan.words(step.id, context.language)
    html = {"step": step, "titles": titles}
    parts = [
        f"## {words.title} {{ #{step.id} }}",
        render_html("step-facts.html", context.catalogue, context.language, html),
        words.why,
        render_html("step-tasks.html", context.catalogue, context.language, html),
        words.guidance,
        step_links(context, step.id, depth=2),
    ]
    return "\n\n".join(part for part in parts if part)


@remembered_here
def _planner(context: Context, plan: Plan, view: ChecklistView) -> StagedPage:
    """The undated checklist; with JavaScript it becomes a planner (web/planner/)."""
    page = checklist_page(context, view, f"playbook/{plan.id}/checklist.md", f"playbook/{plan.id}/")
    page.meta["tool"] = "planner"
    page.body += f"\n\n{render_playbook_block(plan, view, context.catalogue)}"
    return page


def checklist_page(
    context: Context, view: ChecklistView, path: str, home: str, calendars: tuple[tuple[str, str], ...] = ()
) -> StagedPage:
    """A whole checklist on one printable page; `calendars` are those of the roles, below `home`."""
    title = context.text("checklist-of", title=view.title)
    html = render_html(
        "checklist.html",
        context.catalogue,
        context.language,
        {
            "view": view,
            "titles": view.titles,
            "about": about(view, context.catalogue),
            "notes": date_notes(view, context.catalogue),
            "calendars": calendars,
        },
    )
    page = StagedPage(
        path=path,
        title=title,
        description=context.text("checklist-description", title=plain(view.title)),
        kind="checklist",
        section="playbook" if home.startswith("playbook") else "events",
        body="\n\n".join(part for part in (f"# {title}", _own_plan(context, view), html) if part),
        content_language=context.language,
        searchable=False,
    )
    formats = PLAYBOOK_FORMATS if home.startswith("playbook") else EVENT_FORMATS
    page.meta["downloads"] = downloads(context, f"{home}{home.rstrip('/').rpartition('/')[2]}", formats)
    return page


def _own_plan(context: Context, view: ChecklistView) -> str:
    """For an event still to come: the way to a plan of one's own, with its date and circumstances filled in."""
    occasion = view.occasion
    if view.event is None or occasion is None or occasion.last_day < context.today:
        return ""
    return f'<p class="own-plan"><a href="{escape(plan_link(view))}">{context.text("checklist-own-plan")}</a></p>'


def downloads(context: Context, path: str, formats: tuple[str, ...]) -> list[dict[str, str]]:
    """The files to take along, for the frame."""
    return [
        {"title": format_name(context.catalogue, context.language, name), "url": f"{path}.{name}", "format": name}
        for name in formats
    ]


"""The pages of the site as rules see them: their words, their addresses and their anchors.

An address is the path of a page inside its language, without ending:
`book/channels`, `playbook/salon/invite`, `playbook/salon/index`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from draaiboek.load.entries import Located
from draaiboek.load.markdown import MarkdownFile
from draaiboek.load.project import Project
from draaiboek.model.chapter import Words
from draaiboek.model.entries import Scope
from draaiboek.model.problem import Problem

Kind = Literal["chapter", "introduction", "phase", "shared", "template"]


@dataclass(frozen=True, slots=True)
class Page:
    """One Markdown file and where its words are shown."""

    kind: Kind
    language: str
    key: str
    """The same for a text and its translations: the address, or the shared step's file."""
    addresses: tuple[str, ...]
    """Where it is shown; a shared step is shown on every phase that uses it."""
    file: MarkdownFile
    front: Located[Words] | None
    """What stands above its words, where that could be read."""


def readable(file: MarkdownFile) -> bool:
    """Tell whether the whole text could be read; if not, nothing can be said about what is missing."""
    hidden = ("front-unclosed", "code-unclosed")
    return not any(fault.kind.startswith("file-") or fault.kind in hidden for fault in file.faults)


def all_pages(project: Project) -> tuple[Page, ...]:
    """Every page in every language, also when only a part of it could be read."""
    return project.memory.kept(_settled_pages, project)


def each_page(project: Project, look: Callable[..., Iterable[Problem]], *facts: object) -> Iterator[Problem]:
    """What `look(page, *facts)` says about every page: asked again only where the page or the facts changed."""
    for page in all_pages(project):
        yield from project.memory.found(look, page, *facts)


def _settled_pages(project: Project) -> tuple[Page, ...]:
    return tuple(project.memory.same(("page", page.file.path), page) for page in _all_pages(project))


def _all_pages(project: Project) -> Iterator[Page]:
    front = project.front
    for language, chapters in project.chapters.items():
        for address, file in chapters.items():
            yield Page("chapter", language, address, (address,), file, front.get(file.path))
    for playbook in project.playbooks.values():
        for language, words in playbook.words.items():
            for name, phase in words.items():
                address = f"playbook/{playbook.id}/{name}"
                kind: Kind = "introduction" if name == "index" else "phase"
                yield Page(kind, language, address, (address,), phase.file, front.get(phase.file.path))
    used = _uses(project)
    for language, words in project.shared.words.items():
        for name, step in words.items():
            key = f"playbook/shared/{name}"
            yield Page("shared", language, key, tuple(used.get(name, (key,))), step.file, front.get(step.file.path))


def templates(project: Project) -> Iterator[Page]:
    """Every model text, in every language: no pages, but texts with translations all the same."""
    for language, texts in project.templates.items():
        for name, file in texts.items():
            page = Page("template", language, f"playbook/templates/{name}", (), file, project.front.get(file.path))
            yield project.memory.same(("page", file.path), page)


def _uses(project: Project) -> dict[str, list[str]]:
    """Shared step to the addresses of the phases that use it."""
    found: dict[str, list[str]] = {}
    for playbook in project.playbooks.values():
        for phase in playbook.plan.entry.phases if playbook.plan else ():
            for step in phase.steps:
                if use := getattr(step, "use", None):
                    found.setdefault(use, []).append(f"playbook/{playbook.id}/{phase.id}")
    return found


def scopes(project: Project) -> Mapping[str, Scope]:
    """How much of the site each language has."""
    return {row.entry.code: row.entry.scope for row in project.entries("languages")}

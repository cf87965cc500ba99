"""A project without errors to a catalogue: ids resolved, shared steps merged, words at hand."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from draaiboek.catalogue.types import SOURCE_LANGUAGE, Catalogue, Page, Plan, PlanPhase, PlanStep, StepWords
from draaiboek.load.markdown import MarkdownFile
from draaiboek.load.phase import PhaseWords, Section
from draaiboek.load.project import PlaybookFiles, Project
from draaiboek.load.translation_hash import text_hash
from draaiboek.model.chapter import Words
from draaiboek.model.plan import SharedStep, Step, UsedStep


def build_catalogue(project: Project) -> Catalogue:
    """Resolve a project that has no errors."""

    def by_id(table: str, key: str = "id") -> Mapping[str, Any]:
        return MappingProxyType({getattr(row.entry, key): row.entry for row in project.entries(table)})

    shared = _shared_steps(project)
    plans = {
        name: _plan(files, project.shared, shared, project)
        for name, files in project.playbooks.items()
        if files.plan is not None
    }
    strings = {language: MappingProxyType(dict(tree.value or {})) for language, tree in project.strings.items()}
    return Catalogue(
        languages=by_id("languages", "code"),
        roles=by_id("roles"),
        circumstances=by_id("circumstances"),
        municipalities=by_id("municipalities"),
        forms=by_id("forms"),
        organisations=by_id("organisations"),
        sources=by_id("sources"),
        figures=by_id("figures"),
        events=by_id("events"),
        plans=MappingProxyType(plans),
        chapters=_pages(project, project.chapters),
        templates=_pages(project, project.templates),
        strings=MappingProxyType(strings),
        redirects=MappingProxyType({row.entry.from_: row.entry.to for row in project.entries("redirects")}),
        observances=by_id("observances"),
        observance_dates=tuple(row.entry for row in project.entries("observance-dates")),
        inventory=by_id("inventory"),
        register=by_id("register"),
        lists=by_id("lists"),
        professions=by_id("professions"),
        charts=by_id("charts"),
        terms=by_id("glossary"),
        avoided_words=by_id("words"),
    )


def _pages(
    project: Project, files_by_language: Mapping[str, Mapping[str, MarkdownFile]]
) -> Mapping[str, Mapping[str, Page]]:
    """The pages of every language that could be read: a checklist is also made while a chapter is broken."""
    sources = files_by_language.get(SOURCE_LANGUAGE, {})
    return MappingProxyType(
        {
            language: MappingProxyType(
                {
                    name: _page(project, language, file, sources.get(name))
                    for name, file in sorted(files.items())
                    if file.path in project.front
                }
            )
            for language, files in files_by_language.items()
        }
    )


def _page(project: Project, language: str, file: MarkdownFile, source: MarkdownFile | None) -> Page:
    front: Words = project.front[file.path].entry
    description = front.description or ""
    return Page(
        language=language,
        path=file.path,
        title=front.title,
        description=description,
        body=file.body.strip("\n"),
        file=file,
        front=front,
        state=_state(project, language, front, source),
    )


def _state(project: Project, language: str, front: Words, source: MarkdownFile | None) -> str:
    """How a translation stands to its source, by the source's content and not by dates."""
    if language == SOURCE_LANGUAGE or source is None:
        return "source"
    if source.path not in project.front:
        return "stale"
    original: Words = project.front[source.path].entry
    wanted = text_hash(source, original.title, original.description)
    return "current" if front.source_hash == wanted else "stale"


def _shared_steps(project: Project) -> Mapping[str, SharedStep]:
    located = project.shared.plan
    return {step.id: step for step in located.entry.steps} if located else {}


def _plan(files: PlaybookFiles, shared_files: PlaybookFiles, shared: Mapping[str, SharedStep], project: Project) -> Plan:
    assert files.plan is not None  # noqa: S101 - the caller chose plans that could be read
    phases = tuple(
        PlanPhase(phase.id, tuple(_step(step, shared) for step in phase.steps)) for phase in files.plan.entry.phases
    )
    used = {step.id for phase in phases for step in phase.steps if step.shared}
    languages = set(files.words) | set(shared_files.words)
    pages = {
        language: MappingProxyType(
            {
                name: _page(project, language, words.file, _source_file(files, name))
                for name, words in files.words.get(language, {}).items()
            }
        )
        for language in files.words
    }
    return Plan(
        id=files.id,
        phases=phases,
        pages=MappingProxyType(pages),
        step_words=MappingProxyType(
            {language: MappingProxyType(_words(language, files, shared_files, used)) for language in languages}
        ),
        intros=MappingProxyType(
            {
                language: MappingProxyType({name: words.intro for name, words in by_name.items()})
                for language, by_name in files.words.items()
            }
        ),
    )


def _source_file(files: PlaybookFiles, name: str) -> MarkdownFile | None:
    words = files.words.get(SOURCE_LANGUAGE, {}).get(name)
    return words.file if words else None


def _step(step: Step | UsedStep, shared: Mapping[str, SharedStep]) -> PlanStep:
    """Merge a shared step with what the playbook overrides."""
    base = shared[step.use] if isinstance(step, UsedStep) else step
    without = set(step.without_tasks) if isinstance(step, UsedStep) else set()

    def pick(name: str) -> Any:
        own = getattr(step, name)
        return getattr(base, name) if own is None else own

    return PlanStep(
        id=base.id,
        kind=base.kind,
        offset=step.offset,
        anchor=step.from_,
        day=int(step.day or 1),
        duration=step.duration,
        role=pick("role"),
        needs=pick("needs"),
        essential=pick("essential"),
        effort=base.effort,
        applies_to=pick("applies_to"),
        tasks=tuple(task for task in base.tasks if task.id not in without),
        shared=isinstance(step, UsedStep),
    )


def _words(
    language: str, files: PlaybookFiles, shared: PlaybookFiles, used: set[str]
) -> dict[str, StepWords]:  # fmt: skip
    """The words of every step of a playbook in one language."""
    found = {
        section.id: _step_words(language, section)
        for words in files.words.get(language, {}).values()
        for section in words.sections
        if section.id
    }
    for step in used & set(shared.words.get(language, {})):
        phase: PhaseWords = shared.words[language][step]
        found[step] = _step_words(language, phase.sections[0])
    return found


def _step_words(language: str, section: Section) -> StepWords:
    tasks = {item.id: item.text for item in section.tasks if item.id}
    return StepWords(language, section.title, section.why, MappingProxyType(tasks), section.guidance)

"""A project without errors to a catalogue: ids resolved, shared steps merged, words at hand."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from draaiboek.catalogue.types import Catalogue, Page, Plan, PlanPhase, PlanStep, StepWords
from draaiboek.load.entries import Located, Parsed
from draaiboek.load.markdown import MarkdownFile
from draaiboek.load.memory import Memory
from draaiboek.load.phase import PhaseWords, Section
from draaiboek.load.project import PlaybookFiles, Project
from draaiboek.load.translation_hash import text_hash
from draaiboek.load.yaml_source import YamlTree
from draaiboek.model.chapter import Words
from draaiboek.model.plan import SharedStep, Step, UsedStep
from draaiboek.model.source_language import SOURCE_LANGUAGE


def build_catalogue(project: Project, before: Catalogue | None = None) -> Catalogue:
    """Resolve a project that has no errors; what did not change since the catalogue before is the very same."""
    memory = before.memory if before else Memory()
    memory.forget_unused()

    def by_id(table: str, field: str | None = None, key: str = "id") -> Mapping[str, Any]:
        earlier = getattr(before, field or table, {})
        return memory.kept(_by_id, project.tables[table], key, earlier=earlier)

    def mapping(rows: Mapping[str, Any]) -> Mapping[str, Any]:
        return memory.kept(_mapping, tuple(rows), *rows.values())

    plans = {
        name: memory.kept(_plan, files, project.shared, project=project)
        for name, files in project.playbooks.items()
        if files.plan is not None
    }
    return Catalogue(
        languages=by_id("languages", key="code"),
        roles=by_id("roles"),
        circumstances=by_id("circumstances"),
        municipalities=by_id("municipalities"),
        forms=by_id("forms"),
        organisations=by_id("organisations"),
        sources=by_id("sources"),
        figures=by_id("figures"),
        events=by_id("events"),
        plans=mapping(plans),
        chapters=mapping(_pages(project, project.chapters, memory)),
        templates=mapping(_pages(project, project.templates, memory)),
        strings=mapping({language: memory.kept(_strings, tree) for language, tree in project.strings.items()}),
        redirects=memory.kept(_redirects, project.tables["redirects"]),
        observances=by_id("observances"),
        observance_dates=memory.kept(_entries, project.tables["observance-dates"]),
        inventory=by_id("inventory"),
        register=by_id("register"),
        lists=by_id("lists"),
        professions=by_id("professions"),
        charts=by_id("charts"),
        terms=by_id("glossary", "terms"),
        avoided_words=by_id("words", "avoided_words"),
        memory=memory,
    )


def _by_id(table: Parsed[Any], key: str, earlier: Mapping[str, Any]) -> Mapping[str, Any]:
    """The entries of a table; one that says the same as earlier is the one of earlier."""
    rows = {getattr(row.entry, key): row.entry for row in table.entries}
    return MappingProxyType(
        {name: earlier[name] if name in earlier and _alike(earlier[name], row) else row for name, row in rows.items()}
    )


def _alike(one: object, other: object) -> bool:
    """Whether two entries say the same, and in the same order."""
    return one == other and repr(one) == repr(other)


def _entries(table: Parsed[Any]) -> tuple[Any, ...]:
    return tuple(row.entry for row in table.entries)


def _redirects(table: Parsed[Any]) -> Mapping[str, str]:
    return MappingProxyType({row.entry.from_: row.entry.to for row in table.entries})


def _strings(tree: YamlTree) -> Mapping[str, str]:
    return MappingProxyType(dict(tree.value or {}))


def _mapping(names: tuple[str, ...], *values: Any) -> Mapping[str, Any]:
    return MappingProxyType(dict(zip(names, values, strict=True)))


def _pages(
    project: Project, files_by_language: Mapping[str, Mapping[str, MarkdownFile]], memory: Memory
) -> Mapping[str, Mapping[str, Page]]:
    """The pages of every language that could be read: a checklist is also made while a chapter is broken."""
    sources = files_by_language.get(SOURCE_LANGUAGE, {})
    found = {}
    for language, files in files_by_language.items():
        pages = {
            name: memory.kept(_page, *_made_from(project, language, file, sources.get(name)))
            for name, file in sorted(files.items())
            if file.path in project.front
        }
        found[language] = memory.kept(_mapping, tuple(pages), *pages.values())
    return found


def _made_from(project: Project, language: str, file: MarkdownFile, source: MarkdownFile | None) -> tuple[Any, ...]:
    """All that a page depends on: its file, that of its Dutch text, and what was read from both."""
    return language, file, source, project.front[file.path], project.front.get(source.path) if source else None


def _page(
    language: str,
    file: MarkdownFile,
    source: MarkdownFile | None,
    located: Located[Any],
    original: Located[Any] | None,
) -> Page:
    front: Words = located.entry
    description = front.description or ""
    return Page(
        language=language,
        path=file.path,
        title=front.title,
        description=description,
        body=file.body.strip("\n"),
        file=file,
        front=front,
        state=_state(language, front, source, original),
    )


def _state(language: str, front: Words, source: MarkdownFile | None, original: Located[Any] | None) -> str:
    """How a translation stands to its source, by the source's content and not by dates."""
    if language == SOURCE_LANGUAGE or source is None:
        return "source"
    if original is None:
        return "stale"
    wanted = text_hash(source, original.entry.title, original.entry.description)
    return "current" if front.source_hash == wanted else "stale"


def _shared_steps(files: PlaybookFiles) -> Mapping[str, SharedStep]:
    located = files.plan
    return {step.id: step for step in located.entry.steps} if located else {}


def _plan(files: PlaybookFiles, shared_files: PlaybookFiles, project: Project) -> Plan:
    """A playbook; of the project it needs only the front matter of its own files."""
    assert files.plan is not None  # noqa: S101 - the caller chose plans that could be read
    shared = _shared_steps(shared_files)
    phases = tuple(
        PlanPhase(phase.id, tuple(_step(step, shared) for step in phase.steps)) for phase in files.plan.entry.phases
    )
    used = {step.id for phase in phases for step in phase.steps if step.shared}
    languages = set(files.words) | set(shared_files.words)
    pages = {
        language: MappingProxyType(
            {
                name: _page(*_made_from(project, language, words.file, _source_file(files, name)))
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

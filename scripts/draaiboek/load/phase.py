"""A playbook's Markdown file as sections: title, why, tasks and guidance of each step."""

from dataclasses import dataclass

from draaiboek.load.markdown import Heading, Item, MarkdownFile


@dataclass(frozen=True, slots=True)
class Section:
    """The words of one step."""

    id: str | None
    title: str
    heading: Heading
    why: str
    tasks: tuple[Item, ...]
    guidance: str
    mixed: tuple[Item, ...]
    """Items without an id in a list where others have one."""
    extra: tuple[Item, ...]
    """First items of further task lists: a step has one."""


@dataclass(frozen=True, slots=True)
class PhaseWords:
    """The words of one phase, or of one shared step."""

    file: MarkdownFile
    title: str
    intro: str
    sections: tuple[Section, ...]


def read_phase(file: MarkdownFile) -> PhaseWords:
    """Take a phase file apart by its second-level headings."""
    starts = [heading for heading in file.headings if heading.level == 2]
    bounds = [_index(file, heading) for heading in starts] + [len(file.lines)]
    top = next((heading for heading in file.headings if heading.level == 1), None)
    intro_from = _index(file, top) + 1 if top else 0
    sections = [
        _section(file, heading, begin + 1, end)
        for heading, begin, end in zip(starts, bounds, bounds[1:], strict=False)
    ]
    return PhaseWords(file, top.text if top else "", _text(file, intro_from, bounds[0]), tuple(sections))


def read_shared(file: MarkdownFile) -> PhaseWords:
    """Take a shared step's file apart: its first heading is the step's title."""
    top = next((heading for heading in file.headings if heading.level == 1), None)
    if top is None:
        return PhaseWords(file, "", "", ())
    section = _section(file, top, _index(file, top) + 1, len(file.lines))
    return PhaseWords(file, top.text, "", (section,))


def _index(file: MarkdownFile, heading: Heading) -> int:
    return heading.place.line - file.first_line


def _text(file: MarkdownFile, begin: int, end: int) -> str:
    return "\n".join(file.lines[begin:end]).strip()


def _section(file: MarkdownFile, heading: Heading, begin: int, end: int) -> Section:
    """Sort the lines below a heading into why, tasks and guidance."""
    items = [item for item in file.items if begin <= item.line_index < end]
    by_list: dict[int, list[Item]] = {}
    for item in items:
        by_list.setdefault(item.list_number, []).append(item)
    with_ids = [group for group in by_list.values() if any(item.id for item in group)]
    tasks = with_ids[0] if with_ids else []
    taken = {item.line_index for item in tasks}
    why, rest = _first_paragraph(file, begin, end)
    guidance = "\n".join(file.lines[index] for index in range(rest, end) if index not in taken)
    return Section(
        id=heading.anchor,
        title=heading.text,
        heading=heading,
        why=why,
        tasks=tuple(item for item in tasks if item.id),
        guidance=_squeeze(guidance),
        mixed=tuple(item for group in with_ids for item in group if not item.id),
        extra=tuple(group[0] for group in with_ids[1:]),
    )


def _first_paragraph(file: MarkdownFile, begin: int, end: int) -> tuple[str, int]:
    """The paragraph right below a heading, and the index of the line after it."""
    index = begin
    while index < end and not file.lines[index].strip():
        index += 1
    first = index
    listed = {item.line_index for item in file.items}
    while index < end and file.lines[index].strip() and index not in listed:
        if file.lines[index].startswith(("!!!", "???", "===", "#", "|", ">", "    ")):
            break
        index += 1
    return " ".join(line.strip() for line in file.lines[first:index]), index


def _squeeze(text: str) -> str:
    """Drop the blank lines that a removed task list leaves behind."""
    kept: list[str] = []
    for line in text.strip("\n").split("\n"):
        if line.strip() or (kept and kept[-1].strip()):
            kept.append(line.rstrip())
    return "\n".join(kept).strip("\n")

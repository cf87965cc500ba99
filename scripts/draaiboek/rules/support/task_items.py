"""The items of task lists with the lines that belong to them."""

import re

from draaiboek.load.markdown import Item, MarkdownFile
from draaiboek.model.problem import Place

_ID_AT_END = re.compile(r"\{:?[ \t]*#([^\s}]+)[ \t]*\}[ \t]*$")


def further_lines(file: MarkdownFile, item: Item) -> list[int]:
    """Indexes of the lines below an item that the site shows as part of it, blank ones left out."""
    starts = {other.line_index for other in file.items}
    found: list[int] = []
    after_blank = False
    for index in range(item.line_index + 1, len(file.lines)):
        line = file.lines[index]
        outside = not line.startswith((" ", "\t"))
        if index in starts or (line.strip() and outside and (after_blank or line.startswith("#"))):
            break
        if line.strip():
            found.append(index)
        after_blank = not line.strip()
    return found


def task_id(file: MarkdownFile, item: Item) -> str | None:
    """The id of a task, also when it stands on a further line."""
    if item.id:
        return item.id
    for index in further_lines(file, item):
        if match := _ID_AT_END.search(file.masked[index]):
            return match[1]
    return None


def id_place(file: MarkdownFile, item: Item) -> Place:
    """Where the id of an item stands; the item itself when its id stands on a further line."""
    on_line = [mark.place for mark in file.attributes if mark.place.line == item.place.line]
    return max(on_line, default=item.place)

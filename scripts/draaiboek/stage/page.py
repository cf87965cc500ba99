"""A page as it will be staged: its address, its Markdown and what the frame shows around it."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

import yaml

from draaiboek.catalogue import Catalogue
from draaiboek.load.code_mask import mask_code
from draaiboek.model.site import url_of
from draaiboek.render.citations import citation

TakeAlong = Callable[[], bytes]
"""Makes a file to take along; only called when it is to be written."""

_CITED = re.compile(r"\[\^([^\]\s]+)\]")


@dataclass(slots=True)
class StagedPage:
    """One page of one language. `path` is its Markdown file below the language's root."""

    path: str
    title: str
    description: str
    kind: str
    section: str
    body: str
    content_language: str
    source_file: str | None = None
    searchable: bool = True
    meta: dict[str, Any] = field(default_factory=dict)

    @property
    def url(self) -> str:
        """The address below the language's root, ending in a slash; empty for the home page."""
        return url_of(self.path)

    def copy(self) -> "StagedPage":
        """The same page, to add to: one that is remembered must stay as it is."""
        return replace(self, meta=dict(self.meta))

    def markdown(self) -> str:
        """The file: front matter for the frame, then the text."""
        front = {"title": self.title, "description": self.description, "kind": self.kind, "section": self.section}
        text = yaml.dump(
            {**front, **self.meta}, Dumper=DUMPER, allow_unicode=True, sort_keys=False, width=10_000
        )  # fmt: skip
        return f"---\n{text}---\n\n{self.body.strip()}\n"


DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


def with_sources(body: str, catalogue: Catalogue, language: str) -> str:
    """Markdown with the definitions of everything it cites, in the order of first citation."""
    masked, _ = mask_code(tuple(body.split("\n")))  # an example in code cites nothing
    cited = dict.fromkeys(_CITED.findall("\n".join(masked)))
    known = [name for name in cited if name in catalogue.sources or name in catalogue.figures]
    if not known:
        return body
    definitions = [f"[^{name}]: {citation(name, catalogue, language)}" for name in known]
    return body.rstrip() + "\n\n" + "\n\n".join(definitions) + "\n"



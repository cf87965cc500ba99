r"""The examples in every rule's documentation are true.

`\t` in an example stands for a tab. A few files cannot be printed and are described between
brackets: `(no file)`, `(empty file)`, `(bytes 50 4B 00)`; `(5300000 times x)` stands for that many.
"""

import re
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest
from draaiboek.load.project import load_project
from draaiboek.rules import RULES, check_project

_EXAMPLE = re.compile(r"^(Wrong \((?P<code>[A-Z]{2}\d{3})\)|Right), (?P<path>\S+):\n\n(?P<text>(?:    .*\n|\n)+)", re.MULTILINE)


def examples(rule: ModuleType) -> Iterator[tuple[str | None, str, str]]:
    for match in _EXAMPLE.finditer(rule.__doc__ + "\n"):
        yield match["code"], match["path"], textwrap.dedent(match["text"]).strip("\n") + "\n"


def content(text: str) -> bytes | None:
    """The file that an example shows; `None` when it shows that there is none."""
    if text in ("(no file)\n", "(empty file)\n"):
        return None if text.startswith("(no") else b""
    if match := re.fullmatch(r"\(bytes ([0-9A-F ]+)\)\n", text):
        return bytes.fromhex(match[1])
    text = re.sub(r"\((\d+) times (.)\)", lambda match: match[2] * int(match[1]), text)
    return text.replace("\\t", "\t").encode()


CASES = [
    pytest.param(rule, code, path, text, id=f"{rule.__name__.rpartition('.')[2]}-{code or 'right'}-{index}")
    for rule in RULES
    for index, (code, path, text) in enumerate(examples(rule))
]


@pytest.mark.parametrize(("rule", "code", "path", "text"), CASES)
def test_example_behaves_as_its_label_says(
    rule: ModuleType, code: str | None, path: str, text: str, project: Callable[..., Path]
) -> None:
    problems = check_project(load_project(project({path: content(text)})))

    own = {problem.code for problem in problems} & {diagnostic.code for diagnostic in rule.DIAGNOSTICS}
    assert own == ({code} if code else set())


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__.rpartition(".")[2])
def test_documentation_has_a_wrong_example_for_every_code_and_a_right_one(rule: ModuleType) -> None:
    shown = [code for code, _, _ in examples(rule)]

    assert {code for code in shown if code} == {diagnostic.code for diagnostic in rule.DIAGNOSTICS}
    assert None in shown
    assert re.search(r"^What: ", rule.__doc__, re.MULTILINE)
    assert re.search(r"^Why: ", rule.__doc__, re.MULTILINE)


def test_codes_are_unique() -> None:
    codes = [diagnostic.code for rule in RULES for diagnostic in rule.DIAGNOSTICS]

    assert sorted(set(codes)) == sorted(codes)

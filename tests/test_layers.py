"""The direction of imports: a layer imports only from those above it, and importing does nothing."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "scripts" / "draaiboek"
LAYERS = (
    ("model",), ("load",), ("rules",), ("catalogue",), ("derive",), ("render",), ("stage",), ("site",),
    ("report",), ("checking", "checklists", "generate", "readability", "scaffold", "spelling"), ("preview",), ("cli",), ("__main__",),
)  # fmt: skip
RANK = {name: rank for rank, names in enumerate(LAYERS) for name in names}
MODULES = sorted(PACKAGE.rglob("*.py"))


def layer_of(module: Path) -> str:
    return module.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(module: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        found |= {name.split(".")[1] for name in names if name.startswith("draaiboek.")}
    return found


@pytest.mark.parametrize("module", MODULES, ids=lambda module: str(module.relative_to(PACKAGE)))
def test_module_imports_only_from_its_own_layer_and_those_above(module: Path) -> None:
    own = layer_of(module)
    if own != "__init__":
        assert {name for name in imported(module) if RANK[name] > RANK[own]} == set()


def test_every_module_belongs_to_a_layer() -> None:
    assert {layer_of(module) for module in MODULES} - {"__init__"} == set(RANK)


def test_importing_everything_in_an_empty_folder_reads_and_writes_nothing(tmp_path: Path) -> None:
    names = [
        ".".join(("draaiboek", *module.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(".__init__")
        for module in MODULES
        if module.name != "__main__.py"
    ]
    code = f"import importlib\nfor name in {names!r}: importlib.import_module(name)"
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert list(tmp_path.iterdir()) == []


def test_no_function_is_longer_than_a_screen_and_no_module_than_five() -> None:
    too_long = []
    for module in MODULES:
        text = module.read_text(encoding="utf-8")
        if len(text.splitlines()) > 300:
            too_long.append(module.name)
        too_long += [
            f"{module.name}:{node.name}"
            for node in ast.walk(ast.parse(text))
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and (node.end_lineno or 0) - node.lineno >= 50
        ]

    assert too_long == []

"""The browser's code is bundled where it changes, and a fault in it is told with its line."""

from pathlib import Path

import pytest
from draaiboek.stage import browser_code
from draaiboek.stage.browser_code import BrowserCodeFault, scripts, styles


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with one module for the planner, one that it imports, and one plain script."""
    folder = tmp_path / "web/planner"
    folder.mkdir(parents=True)
    (folder / "planner.js").write_text('import { word } from "./word.js";\ndocument.title = word;\n', encoding="utf-8")
    (folder / "word.js").write_text('export const word = "één";\n', encoding="utf-8")
    (tmp_path / "web/plain.js").write_text("// a remark\n(() => {\n  document.title = 'plain';\n})();\n", encoding="utf-8")
    return tmp_path


def test_modules_become_one_script_and_remarks_stay_behind(root: Path) -> None:
    made = scripts(root)

    assert set(made) == {"planner.js", "plain.js"}
    assert b"remark" not in made["plain.js"]
    assert b'document.title="plain"' in made["plain.js"]
    assert "één" in made["planner.js"].decode()
    assert b"import" not in made["planner.js"]


def test_the_same_code_gives_the_same_bytes_wherever_it_stands(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    other = tmp_path_factory.mktemp("elsewhere")
    (root / "web").rename(other / "web")
    moved = scripts(other)
    (other / "web").rename(root / "web")

    assert scripts(root) == moved


def test_a_changed_module_is_made_again(root: Path) -> None:
    before = scripts(root)
    (root / "web/planner/word.js").write_text('export const word = "twee woorden";\n', encoding="utf-8")

    assert scripts(root) != before
    assert b"twee woorden" in scripts(root)["planner.js"]


def test_a_fault_in_the_code_is_told_with_its_line(root: Path) -> None:
    (root / "web/planner/word.js").write_text("export const word = ;\n", encoding="utf-8")

    with pytest.raises(BrowserCodeFault, match=r"planner/word\.js:1:20"):
        scripts(root)


def test_without_the_bundler_one_hears_how_to_get_it(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(browser_code, "TOOLS", root / "nowhere")

    with pytest.raises(BrowserCodeFault, match=r"python3 make\.py site"):
        scripts(root)


def test_a_project_without_modules_needs_no_bundler(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(browser_code, "TOOLS", tmp_path / "nowhere")
    (tmp_path / "web").mkdir()

    assert scripts(tmp_path) == {}


def test_styles_keep_their_place_and_lose_their_remarks(tmp_path: Path) -> None:
    folder = tmp_path / "theme/assets/css"
    folder.mkdir(parents=True)
    (folder / "one.css").write_text("/* why */\np { margin-inline: 0; color: var(--ink); }\n", encoding="utf-8")

    assert styles(tmp_path) == {"assets/css/one.css": b"p{margin-inline:0;color:var(--ink)}\n"}

"""The browser's code holds its own promises: its types, its size, and no word that is not in the string files."""

import gzip
import json
import re
from collections.abc import Callable
from pathlib import Path

from draaiboek.catalogue import Catalogue
from draaiboek.derive.checklist import Request, derive_checklist
from draaiboek.model.site import PAGES
from draaiboek.render.browser.planner import render_planner_script, render_playbook_block
from draaiboek.stage.browser_code import scripts

from .planner.test_agreement import TODAY

ROOT = Path(__file__).parent.parent.parent
LIMIT = 60_000
"""Bytes of script for one page, compressed: its own and the data it works with."""


def test_types_agree(node: Callable[..., str]) -> None:
    assert node("node_modules/typescript/bin/tsc", "-p", "web") == ""


def test_planner_with_its_data_stays_well_under_the_limit(catalogue: Catalogue) -> None:
    code = scripts(ROOT)["planner.js"]
    for language in catalogue.full_languages:
        words = render_planner_script(catalogue, language)
        for plan in catalogue.plans.values():
            view = derive_checklist(catalogue, Request(plan.id, language, TODAY, ""))
            block = render_playbook_block(plan, view, catalogue).encode()
            size = sum(len(gzip.compress(part)) for part in (code, words, block))

            assert size < LIMIT * 0.9, (plan.id, language, size)


def test_every_string_that_the_browser_asks_for_is_handed_over(catalogue: Catalogue) -> None:
    asked = set()
    for file in (ROOT / "web").rglob("*.js"):
        text = file.read_text(encoding="utf-8")
        asked |= set(re.findall(r"""\.text\(\s*"([a-z0-9-]+)\"""", text))
        asked |= {f"{key}-{form}" for key in re.findall(r"""\.count\(\s*"([a-z0-9-]+)\"""", text) for form in ("one", "many")}
    handed = render_planner_script(catalogue, "nl").decode()

    assert {key for key in asked if f'"{key}":' not in handed} == set()


def asked_for(code: str) -> Callable[[str], bool]:
    """Whether a key is asked for: whole, with a form for one and for many, or as a stem and a word that the code knows."""
    whole = set(re.findall(r"""["'`]([a-z0-9-]+)["'`]""", code))
    counted = {f"{key}-{form}" for key in re.findall(r"""\.count\(\s*"([a-z0-9-]+)\"""", code) for form in ("one", "many")}
    stems = set(re.findall(r"`((?:planner|tally)-[a-z0-9-]*)\$\{", code))
    words = whole | set(re.findall(r"\b([a-z]+):", code))
    return lambda key: key in whole | counted or any(key.startswith(stem) and key.removeprefix(stem) in words for stem in stems)


def test_no_planner_string_is_left_over(catalogue: Catalogue) -> None:
    files = [*(ROOT / "web").rglob("*.js"), *(ROOT / "scripts").rglob("*.py"), *(ROOT / "scripts").rglob("*.html")]
    asked = asked_for("\n".join(file.read_text(encoding="utf-8") for file in files))
    tools = {row.tool for row in PAGES if row.tool}
    on_the_page = {f"{tool}-{part}" for tool in tools for part in ("intro", "paper")}
    keys = {key for key in catalogue.strings["nl"] if key.partition("-")[0] in tools and "-" in key} - on_the_page

    assert len(keys) > 100
    assert {key for key in keys if not asked(key)} == set()
    assert {key for key in keys if asked(f"{key}-qqq") or asked(f"{key.rpartition('-')[0]}-qqq")} == set()


def test_functions_and_modules_stay_small(node: Callable[..., str]) -> None:
    functions = json.loads(node("tests/web/lengths.js"))
    modules = {file.relative_to(ROOT).as_posix(): len(file.read_text(encoding="utf-8").splitlines()) for file in (ROOT / "web").rglob("*.js")}

    assert [found for found in functions if found["lines"] >= 50] == []
    assert {name: lines for name, lines in modules.items() if lines > 250} == {}
    assert {found["file"] for found in functions} >= {"planner.js", "tally.js", "search.js", "service-worker.js"}


def test_rooms_know_only_themselves_and_what_they_share() -> None:
    """`shared/` knows no tool, and no tool another one."""
    strangers = [
        (file.name, name)
        for file in sorted((ROOT / "web").glob("*/*.js"))
        for name in re.findall(r"""from "\.\./([a-z-]+)/""", file.read_text(encoding="utf-8"))
        if name != "shared"
    ]

    assert strangers == []

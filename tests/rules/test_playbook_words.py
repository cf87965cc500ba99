"""The words of steps and tasks are laid beside the event form, and one slip is one problem."""

from collections.abc import Callable
from pathlib import Path

import pytest
from draaiboek.load.project import load_project
from draaiboek.rules import check_project

Found = Callable[..., list[tuple[str, int, int, str]]]
Base = Callable[..., str]

PLAN = "playbook/salon/playbook.yaml"
PREPARE = "playbook/salon/nl/prepare.md"
DAY = "playbook/salon/nl/day.md"
VENUE = "playbook/shared/nl/venue.md"
OWN = ("PB21", "PB22")


def test_a_misspelt_file_step_or_task_is_one_problem_each(project: Callable[..., Path], base: Base) -> None:
    root = project({
        DAY: None,
        "playbook/salon/nl/days.md": base(DAY),
        PREPARE: base(PREPARE, ("#decide }", "#decided }"), ("#decide-goal", "#decide-goals")),
        VENUE: base(VENUE, ("#venue-visit", "#venue-visits")),
    })  # fmt: skip

    problems = check_project(load_project(root))

    assert [(problem.code, problem.candidates) for problem in problems if problem.code.startswith("PB")] == [
        ("PB222", ("day",)),
        ("PB214", ("decide",)),
        ("PB212", ("venue-visit",)),
    ]


def test_a_heading_without_id_is_taken_for_the_first_step_without_words(found: Found, base: Base) -> None:
    assert found({DAY: base(DAY, (" { #set-up }", ""))}, *OWN) == [(DAY, 10, 1, "PB214")]


def test_everything_that_is_missing_is_reported_in_the_event_form(found: Found, base: Base) -> None:
    files = {
        DAY: "---\ntitle: De dag zelf\n---\n\n# De dag zelf\n\nIedereen weet wat te doen.\n",
        PREPARE: base(PREPARE).partition("- Schrijf")[0],
        VENUE: "---\ntitle: Kies een zaal\n---\n\n# Kies een zaal\n",
    }

    assert found(files, *OWN) == [
        (PLAN, 11, 17, "PB211"),
        (PLAN, 12, 17, "PB211"),
        (PLAN, 22, 13, "PB213"),
        (VENUE, 5, 1, "PB220"),
        ("playbook/shared/steps.yaml", 7, 13, "PB211"),
        ("playbook/shared/steps.yaml", 8, 13, "PB211"),
    ]


def test_a_missing_text_is_not_missing_in_parts_as_well(found: Found) -> None:
    assert found({DAY: None, VENUE: None}, *OWN) == [(PLAN, 20, 9, "PB219"), ("playbook/shared/steps.yaml", 2, 9, "PB219")]


def test_a_text_that_cannot_be_read_is_not_missing(found: Found) -> None:
    assert found({DAY: b"\xff", VENUE: b"", PREPARE: "---\ntitle: x\n"}, *OWN) == []


def test_an_event_form_that_cannot_be_read_leaves_its_words_alone(found: Found) -> None:
    assert found({PLAN: "id: salon\n", "playbook/shared/steps.yaml": "steps:\n"}, *OWN) == []


def test_a_task_with_another_step_has_words_but_in_the_wrong_place(found: Found, base: Base) -> None:
    files = {
        PREPARE: base(PREPARE, ("- Leg het doel voor aan het college. { #decide-college }\n", "")),
        DAY: base(DAY) + "- Leg het doel voor aan het college. { #decide-college }\n",
    }

    assert found(files, *OWN) == [(DAY, 15, 38, "PB212")]


def test_tasks_above_the_first_step_and_indented_ones_are_not_lost_silently(found: Found, base: Base) -> None:
    outside = base(DAY, ("Iedereen weet wat te doen.", "Iedereen weet wat te doen.\n\n- Bel. { #set-up-call }"))
    indented = base(PREPARE, ("- Schrijf", "  - Schrijf"), ("- Leg", "  - Leg"))

    assert found({DAY: outside, PREPARE: indented}, *OWN) == [
        (DAY, 10, 8, "PB212"),
        (PLAN, 11, 17, "PB211"),
        (PLAN, 12, 17, "PB211"),
    ]


def test_the_words_of_a_used_step_stand_in_their_own_file_only(found: Found, base: Base) -> None:
    text = base(PREPARE) + "\n## Kies een zaal { #venue }\n\nEen plek die mensen kennen.\n"

    assert found({PREPARE: text}, *OWN) == [(PREPARE, 20, 1, "PB214")]


def test_tasks_left_out_by_one_event_form_keep_their_words(found: Found, base: Base) -> None:
    text = base(PLAN, ("        offset: -16w\n", "        offset: -16w\n        without-tasks:\n          - venue-quotes\n"))

    assert found({PLAN: text}, *OWN) == []


def test_the_first_step_out_of_order_is_reported(found: Found) -> None:
    steps = "".join(
        f"      - id: {name}\n        offset: -{weeks}w\n        role: host\n        essential: true\n"
        f"        tasks:\n          - id: {name}-task\n"
        for name, weeks in (("a", 9), ("b", 8), ("c", 7))
    )
    words = "".join(f"## Stap {name}\n\nDaarom.\n\n- Doe het. {{ #{name}-task }}\n\n" for name in "acb")
    for name in "acb":
        words = words.replace(f"## Stap {name}\n", f"## Stap {name} {{ #{name} }}\n")
    files = {
        PLAN: f"id: salon\nphases:\n  - id: day\n    steps:\n{steps}",
        DAY: f"---\ntitle: De dag zelf\n---\n\n# De dag zelf\n\n{words}",
        PREPARE: None,
    }

    assert found(files, *OWN) == [(DAY, 13, 1, "PB215")]


@pytest.mark.parametrize(
    ("why", "reported"),
    [
        ("Daarom.", False),
        ("Daarom,\nen ook hierom.", False),
        ("!!! note\n    Daarom.", True),
        ("| a |\n|---|\n| b |", True),
        ("### Meer\n\nDaarom.", True),
    ],
)
def test_the_reason_is_the_first_paragraph(found: Found, base: Base, why: str, reported: bool) -> None:
    text = base(DAY, ("Een duidelijke route neemt schroom weg.", why))

    assert found({DAY: text}, *OWN) == ([(DAY, 10, 1, "PB220")] if reported else [])


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ("- A. { #set-up-route }\n\nUitleg.\n\n- b\n- c\n", []),
        ("1. A. { #set-up-route }\n", []),
        ("* A. {#set-up-route}\n", []),
        ("- A. { #set-up-route }\n- b\n- c\n", [(15, 3, "PB216")]),
        ("- b\n- A. { #set-up-route }\n", [(14, 3, "PB216")]),
        ("- A.\n  { #set-up-route }\n", [(15, 3, "PB218")]),
        ("- A. { #set-up-route }\n    - b\n", [(15, 5, "PB218")]),
        ("- A. { #set-up-route }\n\n    Nog iets.\n", [(16, 5, "PB218")]),
        ("- A. { #set-up-route }\nNog iets.\n", [(15, 1, "PB218")]),
        ("- A. { #set-up-route }\n!!! tip\n    Kort.\n", [(15, 1, "PB218")]),
        ("- A. { #set-up-route }\n\n!!! tip\n    Kort.\n", []),
        ("- A. { #set-up-route }\n### Meer { #more }\n", []),
    ],
)
def test_a_task_list_is_one_list_of_whole_lines(found: Found, base: Base, items: str, expected: list[tuple[int, int, str]]) -> None:
    text = base(DAY, ("- Hang de pijlen op. { #set-up-route }\n", items))

    assert [(line, column, code) for _, line, column, code in found({DAY: text}, *OWN)] == expected


def test_the_lists_of_translations_are_looked_at_as_well(found: Found, base: Base) -> None:
    text = base(DAY) + "- Rangez. \n\nEncore :\n\n- Comptez. { #set-up-count }\n"

    problems = found({"playbook/salon/fr/day.md": text}, *OWN)

    assert [(line, code) for _, line, _, code in problems] == [(15, "PB216"), (19, "PB217")]

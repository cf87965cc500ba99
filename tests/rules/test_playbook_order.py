"""The order of steps is compared where it is certain, and each circle is reported once."""

from collections.abc import Callable
from pathlib import Path

import pytest
from draaiboek.load.project import load_project
from draaiboek.rules import playbook_order

Found = Callable[..., list[tuple[str, int, int, str]]]
Base = Callable[..., str]

PATH = "playbook/salon/playbook.yaml"
SHARED = "playbook/shared/steps.yaml"


def step(name: str, when: str = "-4w", *needs: str) -> str:
    """One step; `when` is an offset, or `opening-90min` and the like, with `@2` for the second day."""
    moment, _, day = when.partition("@")
    anchor = next((anchor for anchor in ("opening", "closing") if moment.startswith(anchor)), "")
    lines = [f"      - id: {name}", f"        offset: {moment.removeprefix(anchor)}", "        role: host"]
    lines += [f"        from: {anchor}"] if anchor else []
    lines += [f"        day: {day}"] if day else []
    lines += ["        needs:", *(f"          - {need}" for need in needs)] if needs else []
    return "\n".join([*lines, "        essential: true", "        tasks:", f"          - id: {name}-task"]) + "\n"


def plan(*steps: str) -> dict[str, str]:
    return {PATH: "id: salon\nphases:\n  - id: prepare\n    steps:\n" + "".join(steps)}


@pytest.mark.parametrize(
    ("need", "when", "late"),
    [
        ("-4w", "-4w", False),
        ("-4w", "-5w", True),
        ("-5w", "-4w", False),
        ("-27d", "-4w", True),
        ("-28d", "-4w", False),
        ("+1w", "-1w", True),
        ("+2d", "+1d", True),
        ("-5wd", "-6wd", True),
        # Five working days are a week, or more around holidays.
        ("-5wd", "-1w", False),
        ("-5wd", "-10d", False),
        ("-5wd", "-11d", True),
        ("-1w", "-5wd", False),
        ("-4d", "-5wd", True),
        ("+11d", "+5wd", True),
        ("+10d", "+5wd", False),
        ("opening-90min", "-1d", True),
        ("-1d", "opening-90min", False),
        ("+1d", "closing+60min", True),
        ("closing+60min", "+1d", False),
        ("+0d", "opening-90min", False),
        ("opening-30min", "opening-90min", True),
        ("opening-90min", "opening-30min", False),
        ("closing+0min", "opening+0min", True),
        ("closing-60min", "opening+60min", False),
        ("opening+600min", "closing-600min", False),
        ("opening-90min@2", "closing+60min", True),
        ("closing+60min", "opening-90min@2", False),
    ],
)
def test_a_need_is_late_only_when_that_is_certain(found: Found, need: str, when: str, late: bool) -> None:
    problems = found(plan(step("first", need), step("second", when, "first")), "PB20")

    assert [code for _, _, _, code in problems] == (["PB202"] if late else [])


def test_a_circle_is_reported_once_with_its_whole_chain_and_not_as_late_as_well(project: Callable[..., Path]) -> None:
    steps = [
        step("a", "-9w", "b", "d"),
        step("b", "-8w", "c"),
        step("c", "-7w", "a"),
        step("d", "-9w"),
        step("e", "-5w", "f", "e"),
        step("f", "-4w", "e", "a"),
    ]

    problems = list(playbook_order.check(load_project(project(plan(*steps)))))

    assert [(problem.code, problem.params.get("chain")) for problem in problems] == [
        ("PB203", None),
        ("PB201", "a → b → c → a"),
        ("PB201", "e → f → e"),
    ]


def test_a_circle_through_a_shared_step_is_reported_where_its_first_need_stands(found: Found, base: Base) -> None:
    shared = base(SHARED, ("    tasks:", "    needs:\n      - decide\n    tasks:"))
    use = "      - use: venue\n        offset: -5w\n"

    assert found({**plan(step("decide", "-5w", "venue"), use), SHARED: shared}, "PB20") == [(PATH, 9, 13, "PB201")]
    assert found({**plan(use, step("decide", "-5w", "venue")), SHARED: shared}, "PB20") == [(SHARED, 7, 9, "PB201")]


def test_what_a_shared_step_needs_is_compared_in_each_playbook_that_uses_it(found: Found, base: Base) -> None:
    shared = base(SHARED, ("    tasks:", "    needs:\n      - decide\n    tasks:"))
    use = "      - use: venue\n        offset: -5w\n"
    other = "id: idea-days\nphases:\n  - id: prepare\n    steps:\n" + use
    files = {**plan(step("decide", "-4w"), use), SHARED: shared, "playbook/idea-days/playbook.yaml": other}

    assert found(files, "PB20") == [
        ("playbook/idea-days/playbook.yaml", 5, 14, "PB206"),
        (PATH, 11, 14, "PB202"),
    ]


def test_own_needs_replace_those_of_the_shared_step(found: Found, base: Base) -> None:
    shared = base(SHARED, ("    tasks:", "    needs:\n      - decide\n    tasks:"))
    use = "      - use: venue\n        offset: -5w\n        needs:\n          - team\n"

    assert found({**plan(step("team", "-6w"), use), SHARED: shared}, "PB20") == []


def test_a_misspelt_use_does_not_put_its_step_outside_the_playbook(found: Found) -> None:
    use = "      - use: venu\n        offset: -5w\n"

    assert [code for _, _, _, code in found(plan(use, step("team", "-4w", "venue")), "PB20", "RF")] == ["RF101"]


def test_broken_shared_steps_silence_the_needs_of_shared_steps(found: Found) -> None:
    use = "      - use: venue\n        offset: -5w\n"

    assert found({**plan(use, step("team", "-4w", "venue")), SHARED: "steps: none\n"}, "PB20", "RF") == []


def test_keys_of_the_run_sheet_are_each_reported_on_their_line(found: Found) -> None:
    steps = step("a", "opening-4w@2").replace("        role", "        duration: 4h\n        role")

    assert found(plan(steps, step("b", "-30min")), "PB20") == [
        (PATH, 7, 19, "PB208"),
        (PATH, 9, 15, "PB208"),
        (PATH, 10, 14, "PB208"),
        (PATH, 15, 17, "PB204"),
    ]

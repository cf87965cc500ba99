"""References are looked up where they can be, and a broken file is not blamed on those who refer to it."""

from collections.abc import Callable

Found = Callable[..., list[tuple[str, int, int, str]]]
Base = Callable[..., str]

EVENTS = "data/events.yaml"
PLAYBOOK = "playbook/salon/playbook.yaml"
SHARED = "playbook/shared/steps.yaml"


def test_the_source_of_each_number_is_looked_up(found: Found, base: Base) -> None:
    text = base(EVENTS, ("        source: source-1", "        source: none"), ("status: held", "status: announced"))

    assert found({EVENTS: text.replace("results:", "expected:")}, "RF") == [(EVENTS, 13, 17, "RF101")]


def test_languages_spoken_at_an_event_need_not_be_languages_of_the_site(found: Found, base: Base) -> None:
    assert found({EVENTS: base(EVENTS, ("    sources:", "    languages:\n      - so\n      - zh-Hant\n    sources:"))}) == []


def test_an_entry_with_a_fault_elsewhere_in_a_table_silences_references_to_that_table_only(found: Found, base: Base) -> None:
    files = {
        EVENTS: base(EVENTS, ("- vivo", "- verso"), ("municipality: antwerpen", "municipality: brugge")),
        "data/organisations.yaml": base("data/organisations.yaml", ("kind: sector", "kind: sectors")),
    }

    assert found(files, "RF", "FD") == [
        (EVENTS, 6, 19, "RF101"),
        ("data/organisations.yaml", 5, 11, "FD114"),
    ]


def test_a_need_that_exists_nowhere_is_reported_once_where_it_is_written(found: Found, base: Base) -> None:
    shared = base(SHARED, ("    tasks:", "    needs:\n      - decision\n    tasks:"))
    playbook = base(PLAYBOOK, ("        needs:\n          - decide\n", ""), ("          - venue\n", "          - venues\n"))

    assert found({SHARED: shared, PLAYBOOK: playbook}, "RF") == [
        (PLAYBOOK, 26, 13, "RF101"),
        (SHARED, 7, 9, "RF101"),
    ]


def test_a_shared_step_needs_a_step_that_exists_somewhere(found: Found, base: Base) -> None:
    shared = base(SHARED, ("    tasks:", "    needs:\n      - decide\n      - decision\n    tasks:"))

    assert found({SHARED: shared}, "RF") == [(SHARED, 8, 9, "RF101")]


def test_a_misspelt_use_is_not_blamed_on_the_steps_that_need_it(found: Found, base: Base) -> None:
    assert found({PLAYBOOK: base(PLAYBOOK, ("use: venue", "use: venu"))}, "RF") == [(PLAYBOOK, 16, 14, "RF101")]


def test_an_event_form_without_a_name_is_reported(found: Found, base: Base) -> None:
    forms = base("data/forms.yaml").replace("salon", "idea-days")

    assert found({"data/forms.yaml": forms}, "RF") == [(EVENTS, 3, 15, "RF101"), (PLAYBOOK, 1, 5, "RF101")]


def test_each_circle_of_successors_is_reported_once(found: Found, base: Base) -> None:
    one = base("data/organisations.yaml").removeprefix("organisations:\n")
    chain = {"vivo": "a", "a": "b", "b": "a", "c": "d", "d": "e", "e": "f", "f": "f"}
    rows = [one.replace("vivo", name).replace("    kind", f"    successor: {after}\n    kind") for name, after in chain.items()]

    problems = found({"data/organisations.yaml": "organisations:\n" + "".join(rows)}, "RF")

    assert [(code, line) for _, line, _, code in problems] == [("RF105", 14), ("RF105", 59)]


def test_conditions_of_steps_of_tasks_and_of_shared_steps_in_use_are_looked_up(found: Found, base: Base) -> None:
    conditions = "        applies-to:\n          place:\n            - here\n"
    playbook = base(
        PLAYBOOK,
        ("        offset: -16w\n", f"        offset: -16w\n{conditions}"),
        ("                - municipality", "                - municipality\n                - city"),
    )

    assert found({PLAYBOOK: playbook}, "RF") == [(PLAYBOOK, 16, 19, "RF103"), (PLAYBOOK, 20, 11, "RF102")]

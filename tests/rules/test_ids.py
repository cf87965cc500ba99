"""Ids are unique where they must be, and published ids are neither lost nor used again."""

from collections.abc import Callable

Found = Callable[..., list[tuple[str, int, int, str]]]
Base = Callable[..., str]

PLAYBOOK = "playbook/salon/playbook.yaml"
SHARED = "playbook/shared/steps.yaml"
LOCK = "playbook/ids.lock"


def test_the_same_id_in_different_tables_is_fine(found: Found, base: Base) -> None:
    roles = base("data/roles.yaml") + "  - id: vivo\n    name:\n      nl: x\n      fr: x\n    description:\n      nl: x\n      fr: x\n"

    assert found({"data/roles.yaml": roles}) == []


def test_every_further_use_of_an_id_names_the_first(found: Found, base: Base) -> None:
    one = base("data/municipalities.yaml").removeprefix("municipalities:\n")

    assert found({"data/municipalities.yaml": f"municipalities:\n{one * 3}"}, "ID") == [
        ("data/municipalities.yaml", 6, 9, "ID102"),
        ("data/municipalities.yaml", 10, 9, "ID102"),
    ]


def test_languages_values_of_circumstances_and_phases_are_unique_as_well(found: Found, base: Base) -> None:
    files = {
        "data/languages.yaml": base("data/languages.yaml", ("code: ar", "code: fr")),
        "data/circumstances.yaml": base("data/circumstances.yaml", ("id: association", "id: municipality")),
        PLAYBOOK: base(PLAYBOOK, ("id: day", "id: prepare")),
    }

    assert found(files, "ID102") == [
        ("data/circumstances.yaml", 11, 13, "ID102"),
        ("data/languages.yaml", 10, 11, "ID102"),
        (PLAYBOOK, 20, 9, "ID102"),
    ]


def test_an_old_address_leads_to_one_new_address(found: Found) -> None:
    one = "  - from: nl/book/old/\n    to: nl/book/why/\n"

    assert found({"data/redirects.yaml": f"redirects:\n{one * 2}"}, "ID") == [("data/redirects.yaml", 4, 11, "ID102")]


def test_a_step_and_a_task_share_one_set_of_ids(found: Found, base: Base) -> None:
    assert found({PLAYBOOK: base(PLAYBOOK, ("id: decide-goal", "id: decide"))}, "ID102") == [(PLAYBOOK, 11, 17, "ID102")]


def test_a_shared_step_may_be_used_by_several_event_forms(found: Found) -> None:
    other = "id: job-lab\nphases:\n  - id: prepare\n    steps:\n      - use: venue\n        offset: -1w\n"

    assert found({"playbook/job-lab/playbook.yaml": other}, "ID") == []


def test_ids_are_not_called_vanished_while_an_event_form_cannot_be_read(found: Found) -> None:
    assert found({PLAYBOOK: "id: salon\n\tphases: []\n"}, "ID") == []
    assert found({SHARED: "steps: x\n"}, "ID") == []


def test_an_event_form_that_was_removed_leaves_ids_that_vanished(found: Found) -> None:
    removed = dict.fromkeys((PLAYBOOK, "playbook/salon/nl/day.md", "playbook/salon/nl/index.md", "playbook/salon/nl/prepare.md"))

    assert [(line, code) for path, line, _, code in found(removed, "ID") if path == LOCK] == [
        (line, "ID104") for line in (2, 3, 4, 5, 6)
    ]


def test_without_a_lock_each_file_with_new_ids_is_named_once(found: Found) -> None:
    assert found({LOCK: None}, "ID") == [(PLAYBOOK, 5, 13, "ID105"), (SHARED, 2, 9, "ID105")]


def test_a_lock_that_cannot_be_read_is_one_problem(found: Found) -> None:
    assert found({LOCK: b"\x00"}) == [(LOCK, 1, 1, "FL102")]


def test_a_retired_id_may_be_absent_from_the_lock(found: Found, base: Base) -> None:
    assert found({SHARED: base(SHARED, ("retired: []", "retired:\n  - venue-contract"))}, "ID") == []


def test_an_id_that_holds_dots_slashes_or_spaces_is_refused_in_references_too(found: Found, base: Base) -> None:
    events = base("data/events.yaml", ("- vivo", "- ../../vivo"), ("municipality: antwerpen", "municipality: a b"))

    assert found({"data/events.yaml": events}) == [("data/events.yaml", 6, 19, "ID101"), ("data/events.yaml", 8, 9, "ID101")]

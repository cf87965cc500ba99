"""Published addresses are compared with what the site will have, once all else is right."""

from collections.abc import Callable
from pathlib import Path

from draaiboek.checking import checked_playbooks
from draaiboek.load.project import load_project
from draaiboek.rules import check_project

Found = Callable[..., list[tuple[str, int, int, str]]]
Base = Callable[..., str]

LIST = "reference/addresses.txt"
GONE = "# Generated\n\nnl/book/because/\nnl/events/antwerp-1/\nnl/events/antwerp-1/antwerp-1.xlsx\nnl/book/why/\n"


def test_an_address_that_is_gone_is_reported_on_its_line(found: Found) -> None:
    assert found({LIST: GONE}) == [(LIST, 3, 1, "AD101")]


def test_nothing_is_said_about_addresses_while_something_else_is_wrong(found: Found, base: Base) -> None:
    unread = base("data/events.yaml", ("status: held", "status: hold"))
    another = base("data/events.yaml", ("playbook: salon", "playbook: saloon"))

    assert {code for *_, code in found({LIST: GONE, "data/events.yaml": unread})} == {"FD114"}
    assert {code for *_, code in found({LIST: GONE, "data/events.yaml": another})} == {"RF101"}


def test_who_publishes_nothing_is_not_told_of_addresses(project: Callable[..., Path]) -> None:
    problems = check_project(load_project(project({LIST: GONE})), published=False)

    assert [problem.code for problem in problems] == ["TR106"]


def test_the_list_is_read_like_every_other_file(found: Found) -> None:
    assert found({LIST: b"nl/\n\xe9\n"}) == [(LIST, 2, 1, "FL103")]


def test_a_language_for_visitors_has_its_own_chapters_its_home_and_its_search(found: Found) -> None:
    lines = "fr/visitors/what-is-a-salon/\nar/book/why/\nar/visitors/what-is-a-salon/\nar/\nar/search/\nar/events/\n"

    assert found({LIST: lines}) == [(LIST, 2, 1, "AD101"), (LIST, 6, 1, "AD101")]


def test_list_that_cannot_be_read_is_a_fault_but_no_checklist_waits_for_it(project: Callable[..., Path]) -> None:
    root = project({LIST: b"\xff\xfe"})

    assert [problem.code for problem in check_project(load_project(root)) if problem.place.path == LIST] == ["FL103"]
    assert checked_playbooks(root).plans

"""The calendars of the roles: offered where an event is prepared, and gone when it is over."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from draaiboek.catalogue import build_catalogue
from draaiboek.load.project import Project, load_project
from draaiboek.load.settings import load_settings
from draaiboek.rules.support.site_names import lasting_addresses
from draaiboek.stage import SitePlan, plan_site

ROOT = Path(__file__).parent.parent.parent
EVENT = """events:
  - id: antwerp-9
    playbook: salon
    status: {status}
    date: 2027-03-18
    opens: 13:30
    closes: 17:00
    municipality: antwerpen
    sources:
      - source-1
"""


@pytest.fixture
def loaded(project: Callable[..., Path]) -> Callable[[str], Project]:
    """The small project with one event."""

    def load(status: str) -> Project:
        root = project({"data/events.yaml": EVENT.format(status=status), "mkdocs.yml": (ROOT / "mkdocs.yml").read_bytes()})
        for name in ("nl", "fr", "ar"):
            (root / "i18n" / f"{name}.yaml").write_bytes((ROOT / "i18n" / f"{name}.yaml").read_bytes())
        return load_project(root)

    return load


@pytest.fixture
def planned(loaded: Callable[[str], Project]) -> Callable[[str], SitePlan]:
    """The plan of that project's site."""
    return lambda status: plan_site(build_catalogue(loaded(status)), load_settings(ROOT), date(2026, 11, 22))


def test_event_and_its_checklist_link_to_a_calendar_for_each_role(planned: Callable[[str], SitePlan]) -> None:
    for language in (plan := planned("planned")).languages["nl"], plan.languages["fr"]:
        calendars = {path.rpartition("/")[2] for path in language.take_along if "antwerp-9-" in path and path.endswith(".ics")}
        links = {
            page: {part.partition('"')[0] for part in language.pages[page].body.split(f'<a href="{home}antwerp-9-')[1:]}
            for page, home in (("events/antwerp-9/index.md", ""), ("events/antwerp-9/checklist.md", "../"))
        }

        assert len(calendars) > 1
        assert [{f"antwerp-9-{name}" for name in found} for found in links.values()] == [calendars, calendars]
        assert "docs/events/antwerp-9/antwerp-9.ics" in language.take_along


def test_calendars_go_when_the_event_is_over_and_no_address_breaks(loaded: Callable[[str], Project]) -> None:
    before, after = lasting_addresses(loaded("planned")), lasting_addresses(loaded("held"))

    assert set() < before <= after
    assert "nl/events/antwerp-9/antwerp-9.ics" in after
    assert not any("antwerp-9-" in address for address in before)


def test_an_undated_playbook_says_that_a_calendar_needs_a_date(planned: Callable[[str], SitePlan]) -> None:
    page = planned("held").languages["nl"].pages["playbook/salon/index.md"]

    assert "(checklist.md). Een agenda (ICS) heeft een datum nodig" in page.body
    assert "xlsx" in (offered := [file["format"] for file in page.meta["downloads"]])
    assert "ics" not in offered

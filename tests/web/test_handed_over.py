"""What Python and the browser's code both know is said once: handed over in data, or held to be the same here."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path
from typing import Any, get_args
from urllib.parse import urlsplit

from draaiboek.catalogue import Catalogue
from draaiboek.derive.checklist import Request, derive_checklist
from draaiboek.derive.date_check import WarningKind
from draaiboek.derive.schedule import Occasion
from draaiboek.model.entries import Turnout
from draaiboek.model.fields import Identifier
from draaiboek.model.observances import Observance
from draaiboek.render.browser.planner import plan_link, planner_words
from draaiboek.render.browser.tally import tally_data
from draaiboek.render.xlsx.book import STATUSES
from pydantic import TypeAdapter

from .planner.test_agreement import TODAY, as_data, handed

HERE = Path(__file__).parent / "planner"
WEB = HERE.parents[2] / "web"


def test_limits_of_the_date_check_and_of_a_late_start_come_from_the_build(
    catalogue: Catalogue, node: Callable[..., str]
) -> None:
    first = date(2027, 7, 11)
    request = Request("salon", "nl", first - timedelta(days=60), "", occasion=Occasion(first, first), late_start=True)
    given = handed(catalogue, "nl", requests=[as_data(request)])
    calendar = given["shared"]["calendar"]

    def derived(**other: Any) -> dict[str, Any]:
        shared = {**given["shared"], "calendar": {**calendar, **other}}
        view: dict[str, Any] = json.loads(node(HERE / "derive.js", given={**given, "shared": shared}))["views"][0]
        return view

    as_it_is = derived()

    assert "flemish-day" in [found["kind"] for found in as_it_is["warnings"]]
    assert len(as_it_is["suggestions"]) == calendar["suggestions"] == 3
    assert "flemish-day" not in [found["kind"] for found in derived(flemishDay=[7, 12])["warnings"]]
    assert len(derived(suggestions=1)["suggestions"]) == 1
    assert derived(nearby=0)["suggestions"] == []
    assert as_it_is["fits"]
    assert not derived(minutesADay=1)["fits"]


def test_link_to_a_plan_of_ones_own_is_read_as_it_was_written(catalogue: Catalogue, node: Callable[..., str]) -> None:
    first = date(2027, 3, 18)
    circumstances = {facet.id: facet.values[-1].id for facet in catalogue.circumstances.values()}
    occasion = Occasion(first, first, time(13, 30), time(17))
    request = Request("salon", "nl", TODAY, "", occasion=occasion, circumstances=circumstances)
    view = replace(derive_checklist(catalogue, request), title="Salon & “meer” = één")

    found = json.loads(node(HERE / "link.js", given={**handed(catalogue, "nl"), "fragment": fragment_of(plan_link(view))}))

    assert found == {
        "settings": {
            "date": "2027-03-18", "opens": "13:30", "closes": "17:00", "start": "", "circumstances": circumstances,
        },
        "name": view.title,
    }  # fmt: skip


def fragment_of(address: str) -> str:
    return f"#{urlsplit(address).fragment}"


def union(file: str, name: str) -> set[str]:
    """The strings that a property or a type may be, as its comment says."""
    text = (WEB / file).read_text(encoding="utf-8")
    found = re.search(rf"""\{{((?:"[a-z-]+" ?\|? ?)+)\}} {name}\b""", text)
    assert found, (file, name)
    return set(re.findall(r'"([a-z-]+)"', found[1]))


def test_types_name_what_the_build_can_hand_over() -> None:
    assert union("planner/types.js", "kind") == set(get_args(WarningKind))
    assert union("shared/types.js", "impact") == set(get_args(Observance.model_fields["impact"].annotation))
    assert union("planner/saved-plan.js", "TaskState") <= set(STATUSES)


def test_ids_in_a_plan_file_have_the_form_of_the_projects_ids() -> None:
    pattern = TypeAdapter(Identifier).json_schema()["pattern"]

    assert f"const ID = /{pattern}/;\n" in (WEB / "planner/plan-file.js").read_text(encoding="utf-8")


def test_tally_counts_the_appointments_that_a_result_has(catalogue: Catalogue) -> None:
    counted = tally_data(catalogue, "nl")["appointments"]

    assert counted == ["interview", "training", "support"]
    assert {f"appointments_{kind}" for kind in counted} == {
        name for name in Turnout.model_fields if name.startswith("appointments_")
    }


def test_every_column_and_every_state_has_its_word_in_the_browser(catalogue: Catalogue) -> None:
    shared = planner_words(catalogue, "nl")

    asked = {f"column-{name}" for name in shared["columns"]}
    asked |= {f"status-{state}" for state in union("planner/saved-plan.js", "TaskState")}
    asked |= {f"tally-{kind}" for kind in tally_data(catalogue, "nl")["appointments"]}

    assert asked - shared["strings"].keys() == set()
    assert shared["entries"] == {"shortest": 15, "timed": "-PT10M", "allDay": "PT9H"}

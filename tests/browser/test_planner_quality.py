"""The planner for everybody: keyboard, screen reader, small screens, right to left, offline, and nothing sent."""

import functools
import http.server
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from ..command import call
from ..conftest import lay_out
from .look import faults_of
from .planner import CHECKLIST, PHONE, ROOT, TODAY, box, details, door, make_plan, open_planner


def begin(page: Page) -> None:
    """The form, with what there is to know about a bad day."""
    page.get_by_label("Dag van de ontmoeting").fill("2027-03-10")
    page.get_by_text("Ik heb een planbestand gekregen").click()


def late(page: Page) -> None:
    """A plan that begins late: warnings, dropped steps, much to do."""
    make_plan(page, "2026-12-24")
    details(page, "decide-goal")
    page.locator("#task-decide-goal-note").fill("een notitie")
    page.locator("#task-decide-goal-skip").check()
    page.get_by_text("Voortgang per fase").click()


def with_panel(name: str) -> Callable[[Page], None]:
    def state(page: Page) -> None:
        make_plan(page)
        door(page, name)

    return state


def by_date(page: Page) -> None:
    """By date, with something done and a task that is new."""
    make_plan(page)
    page.evaluate("""() => {
      const key = Object.keys(localStorage).find((one) => one.startsWith("draaiboek-plan-1:"));
      const plan = JSON.parse(localStorage.getItem(key));
      plan.seen = plan.seen.slice(3);
      plan.items.gone = { step: "decide", text: "Van vroeger", state: { value: "done", at: 1 } };
      localStorage.setItem(key, JSON.stringify(plan));
    }""")
    page.reload()
    page.locator("#planner-order").select_option("date")


STATES: dict[str, Callable[[Page], None]] = {
    "begin": begin,
    "late": late,
    "by date": by_date,
    "settings": with_panel("Dag en omstandigheden"),
    "take along": with_panel("Neem mee"),
    "share": with_panel("Deel of bewaar"),
    "plans": with_panel("Mijn plannen"),
}


@pytest.mark.parametrize("state", STATES)
def test_no_state_has_a_fault(new_page: Callable[..., Page], server: str, state: str) -> None:
    page = open_planner(new_page(viewport=PHONE, reduced_motion="reduce"), server)
    STATES[state](page)
    faults = faults_of(page)

    assert not faults, faults


def test_the_keyboard_is_enough(new_page: Callable[..., Page], server: str) -> None:
    page = open_planner(new_page(locale="nl-BE"), server)

    def tab_to(name: str) -> None:
        for _ in range(400):
            if page.evaluate("() => document.activeElement?.id") == name:
                return
            page.keyboard.press("Tab")
        raise AssertionError(f"{name} is not reached")

    tab_to("planner-date")
    page.keyboard.type("03032027")  # whichever of day and month comes first on this machine
    expect(page.locator("#planner-date")).to_have_value("2027-03-03")
    page.keyboard.press("Enter")
    expect(page.locator("#planner-title")).to_be_focused()
    for name in ("settings", "take", "share", "plans"):
        tab_to(f"planner-door-{name}")
        page.keyboard.press("Enter")
        expect(page.locator(f"#planner-door-{name}")).to_be_focused()
        expect(page.locator(f"#planner-door-{name}")).to_have_attribute("aria-expanded", "true")
        page.keyboard.press("Enter")
        expect(page.locator("#planner-panel")).to_have_count(0)
    tab_to("planner-role")
    tab_to("task-decide-goal")
    page.keyboard.press("Space")
    expect(page.locator("#task-decide-goal")).to_be_focused()
    expect(page.locator("#task-decide-goal")).to_be_checked()
    tab_to("task-decide-goal-more")
    page.keyboard.press("Enter")
    tab_to("task-decide-goal-note")
    page.keyboard.type("bel An")
    expect(page.locator(".planner-list .planner-extra").first).to_have_text("bel An")


def test_without_javascript_the_page_is_the_whole_checklist(new_page: Callable[..., Page], server: str) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(server + CHECKLIST)

    assert page.locator(".checklist .tasks input").count() > 100
    assert page.locator("main button:visible").count() == 0
    expect(page.locator(".downloads")).to_be_visible()


# ---- Right to left ----


@pytest.fixture(scope="module")
def arabic_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small project with Arabic as a full language, and the real frame; its planner is still in Dutch."""
    root = lay_out(tmp_path_factory.mktemp("arabic") / "project")
    for name in ("theme", "web", "i18n"):
        shutil.copytree(ROOT / name, root / name, dirs_exist_ok=True)
    shutil.copytree(ROOT / "tests/render/arabic", root, dirs_exist_ok=True)
    shutil.copy(ROOT / "mkdocs.yml", root / "mkdocs.yml")
    (root / "i18n/en.yaml").unlink()
    out = root.parent / "site"
    done = call("build", "--root", root, "--lang", "ar", "--out", out, "--today", TODAY.isoformat())
    assert done.returncode == 0, done.stderr
    return out


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Notes what is asked, and puts a word behind the headings of pages."""

    def do_GET(self) -> None:
        self.server.asked.append(self.path)  # type: ignore[attr-defined]
        path = Path(self.translate_path(self.path))
        page = path / "index.html" if path.is_dir() else path
        if page.suffix != ".html" or not page.is_file():
            super().do_GET()
            return
        word = self.server.word  # type: ignore[attr-defined]
        body = page.read_bytes().replace(b"</h1>", f" {word}</h1>".encode(), 1)
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


class _Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, folder: Path) -> None:
        super().__init__(("127.0.0.1", 0), functools.partial(_Handler, directory=str(folder)))
        self.asked: list[str] = []
        self.word = "eerste"
        self.address = f"http://127.0.0.1:{self.server_port}/"
        self.thread = threading.Thread(target=self.serve_forever)
        self.thread.start()

    def stop(self) -> None:
        """From now on there is no network; again is no fault."""
        self.shutdown()
        self.server_close()
        self.thread.join()


@pytest.fixture
def own_server(site: Path) -> Iterator[_Server]:
    """A server for this test alone, that can be stopped."""
    started = _Server(site)
    yield started
    started.stop()


def test_the_planner_works_from_right_to_left(new_page: Callable[..., Page], arabic_site: Path) -> None:
    with_rtl = _Server(arabic_site)
    page = new_page(viewport=PHONE, reduced_motion="reduce")
    open_planner(page, with_rtl.address, address="ar/playbook/salon/checklist/")
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    make_plan(page, "2027-03-18")
    box(page, "decide-goal").check()
    details(page, "decide-goal")
    date = page.locator(".planner-day strong").text_content()
    task, more = (page.locator(f"#task-decide-goal{end}").bounding_box() for end in ("", "-more"))
    door(page, "Deel of bewaar")
    faults = faults_of(page, colours=False)  # those of the other states, in letters that overlap
    with_rtl.stop()

    assert not faults, faults
    assert date == "الخميس، 18 مارس 2027"
    assert task
    assert more
    assert task["x"] > more["x"]


# ---- Offline, and nothing sent ----

CACHED = """async () => {
  await navigator.serviceWorker.ready;
  const pages = await caches.open("draaiboek-pages-1");
  return (await pages.keys()).map((request) => new URL(request.url).pathname);
}"""


def wait_until_kept(page: Page, *addresses: str) -> None:
    page.wait_for_function(
        f"async (wanted) => {{ const kept = await ({CACHED})(); return wanted.every((one) => kept.includes(one)); }}",
        arg=[f"/{address}" for address in addresses],
    )


NAMED = """() => [...document.querySelectorAll("head link[href], head script[src]")].map((one) => new URL(one.href || one.src).pathname)"""
"""What a page names as its parts; a browser asks for the icon when it likes."""
NEEDED = (CHECKLIST, "nl/assets/javascripts/planner.js", "nl/assets/javascripts/planner-data.js", "nl/assets/css/planner.css")


def test_the_page_opens_without_a_network_once_visited(new_page: Callable[..., Page], own_server: _Server) -> None:
    page = new_page(viewport=PHONE)
    page.goto(own_server.address + CHECKLIST)
    make_plan(page)
    box(page, "decide-goal").check()
    wait_until_kept(page, *NEEDED)
    own_server.stop()
    page.reload()

    expect(box(page, "decide-goal")).to_be_checked()
    box(page, "team-roles").check()
    expect(page.locator("#planner-progress > p")).to_contain_text("2 van ")


def test_with_a_network_no_old_page_is_shown(new_page: Callable[..., Page], own_server: _Server) -> None:
    page = new_page()
    page.goto(own_server.address + CHECKLIST)
    wait_until_kept(page, *NEEDED)
    page.reload()
    expect(page.locator("h1")).to_contain_text("eerste")
    own_server.word = "tweede"
    page.reload()
    expect(page.locator("h1")).to_contain_text("tweede")
    own_server.word = "derde"
    own_server.stop()
    page.reload()

    expect(page.locator("h1")).to_contain_text("tweede")


def test_nothing_is_asked_or_sent_after_the_page_has_loaded(new_page: Callable[..., Page], own_server: _Server) -> None:
    page = new_page(viewport=PHONE)
    requests: list[str] = []
    page.goto(own_server.address + CHECKLIST)
    wait_until_kept(page, *NEEDED)
    parts = {*own_server.asked, *page.evaluate(NAMED)}
    own_server.asked.clear()
    page.context.on("request", lambda request: requests.append(request.url))
    make_plan(page, "2027-03-18", organiser="municipality")
    box(page, "decide-goal").check()
    details(page, "decide-goal")
    page.locator("#task-decide-goal-note").fill("geheim")
    for name in ("Dag en omstandigheden", "Neem mee", "Mijn plannen", "Deel of bewaar"):
        door(page, name)
    with page.expect_download():
        page.get_by_role("button", name="Bewaar als bestand").click()
    page.locator("#planner-order").select_option("date")

    # The worker may still be asking for what the page consists of, to keep it; nothing else, and nothing with it.
    assert set(own_server.asked) <= parts
    assert [url for url in requests if not url.startswith("blob:")] == []

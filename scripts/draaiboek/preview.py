"""The preview: all languages on loopback, reloading when something editors write changes.

Problems appear in the terminal and on the page; the last good page stays.
"""

import json
import queue
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from draaiboek.catalogue import Catalogue, build_catalogue
from draaiboek.load.memory import Memory
from draaiboek.load.project import load_project
from draaiboek.load.settings import SettingsFault, load_settings
from draaiboek.model.problem import MessageLanguage, Problem, Severity
from draaiboek.report import problem_rows
from draaiboek.rules import check_project
from draaiboek.site.assemble import epoch_of
from draaiboek.site.engine import Engine
from draaiboek.site.roots import root_files
from draaiboek.site.trees import write_trees
from draaiboek.stage import SitePlan, hold_places, plan_site, write_changed
from draaiboek.stage.browser_code import BrowserCodeFault

WATCHED = ("data", "docs", "i18n", "playbook", "theme", "web")

_QUIET = 0.05
"""Seconds without a change before an update begins: editors save in several strokes."""

Tell = Callable[[list[Problem], str | None, float], None]
"""Called after every update, when its pages can be had: the problems, what went wrong otherwise, the seconds it took."""


@dataclass
class Preview:
    """The state of one running preview."""

    root: Path
    today: date
    messages: MessageLanguage
    tell: Tell
    engines: dict[str, Engine] = field(default_factory=dict)
    listeners: list["queue.Queue[str]"] = field(default_factory=list)
    news: str = "{}"
    read: Memory = field(default_factory=Memory)
    catalogue: Catalogue | None = None
    plan: SitePlan | None = None
    """What is served: the plan of the last good update."""
    _written: SitePlan | None = None
    """The plan that stands in the staged trees, where that is certain."""

    @property
    def build(self) -> Path:
        """Where the preview stages its trees."""
        return self.root / "build" / "preview"

    @property
    def site(self) -> Path:
        """What is served."""
        return self.root / "build" / "preview-site"

    def update(self) -> None:
        """Check, stage and build what changed; on errors the last good pages stay."""
        started = time.monotonic()
        problems: list[Problem] = []
        fault: str | None = None
        try:
            project = load_project(self.root, self.read)
            found = check_project(project, published=False)
            problems = [problem for problem in found if problem.severity is not Severity.INFO]
            if not any(problem.severity is Severity.ERROR for problem in problems):
                self.catalogue = build_catalogue(project, self.catalogue)
                fault = self._show(self.catalogue)
        except (SettingsFault, BrowserCodeFault, OSError) as error:
            fault = str(error)
        self._announce(problems, fault)
        self.tell(problems, fault, time.monotonic() - started)

    def _show(self, catalogue: Catalogue) -> str | None:
        """Stage and build what differs from the last plan; after a failure everything is looked at again."""
        before, self._written = self._written, None
        plan = plan_site(catalogue, load_settings(self.root), self.today)
        changed = write_trees(plan, self.root, self.build, before)
        for code, language in plan.languages.items():
            changed[code] |= hold_places(language, self.build)
        fault = self._build(changed)
        write_changed(dict(root_files(catalogue, plan)), self.site)
        self.plan = self._written = plan
        return fault

    def file(self, path: str) -> bytes | None:
        """A file to take along by its address, made when it is asked for; None when there is none."""
        code, _, name = path.lstrip("/").partition("/")
        language = self.plan.languages.get(code) if self.plan else None
        make = language.take_along.get(f"docs/{name}") if language else None
        return make() if make else None

    def _build(self, changed: dict[str, frozenset[str]]) -> str | None:
        """Bring the languages that changed up to date; the theme touches them all."""
        frame = changed.pop("theme")
        warnings: list[str] = []
        for code, paths in changed.items():
            engine = self.engines.get(code)
            if engine is None or frame:
                engine = self.engines[code] = Engine(self.build / code, self.site / code, epoch_of(self.today))
                warnings += engine.build()
            elif paths:
                warnings += engine.rebuild(sorted(paths))
        return "\n".join(warnings) or None

    def _announce(self, problems: list[Problem], fault: str | None) -> None:
        rows = problem_rows(problems, self.messages)
        self.news = json.dumps({"problems": rows, "fault": fault}, ensure_ascii=False)
        for listener in list(self.listeners):
            listener.put(self.news)


class _Changes(FileSystemEventHandler):
    """Notes that something changed; the updating thread waits until it is quiet."""

    def __init__(self, signal: threading.Event) -> None:
        self.signal = signal

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type in ("created", "modified", "moved", "deleted") and not event.is_directory:
            self.signal.set()


class _Handler(SimpleHTTPRequestHandler):
    """Serves the preview, with a script on every page that listens for news."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *args: object, preview: Preview, **more: object) -> None:
        self.preview = preview
        super().__init__(*args, directory=str(preview.site), **more)  # type: ignore[arg-type]

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class names it so
        """Keep the terminal for problems."""

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        if path == "/_preview/news":
            self._news()
        elif path == "/_preview/preview.js":
            script = Path(__file__).parent / "render" / "html" / "templates" / "preview.js"
            self._send(script.read_bytes(), "text/javascript; charset=utf-8")
        elif (data := self.preview.file(unquote(path))) is not None:
            self._send(data, self.guess_type(path))
        elif page := self._page(path):
            self._send(page.read_bytes().replace(b"</body>", _SCRIPT + b"</body>"), "text/html; charset=utf-8")
        else:
            super().do_GET()

    def do_HEAD(self) -> None:
        path = self.path.partition("?")[0]
        if (data := self.preview.file(unquote(path))) is not None:
            self._send(data, self.guess_type(path))
        else:
            super().do_HEAD()

    def _page(self, path: str) -> Path | None:
        """The HTML file of an address, if it is one."""
        file = Path(self.translate_path(path))
        file = file / "index.html" if path.endswith("/") else file
        return file if file.suffix == ".html" and file.is_file() else None

    def _send(self, data: bytes, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def _news(self) -> None:
        """Server-sent events: what is wrong now, then again after every update."""
        listener: queue.Queue[str] = queue.Queue()
        self.preview.listeners.append(listener)
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Connection", "close")
        self.end_headers()
        try:
            self._write("state", self.preview.news)
            while True:
                try:
                    self._write("update", listener.get(timeout=15))
                except queue.Empty:
                    self.wfile.write(b": still here\n\n")
                    self.wfile.flush()
        except OSError:
            self.preview.listeners.remove(listener)
        self.close_connection = True

    def _write(self, event: str, data: str) -> None:
        self.wfile.write(f"event: {event}\ndata: {data}\n\n".encode())
        self.wfile.flush()


_SCRIPT = b'<script src="/_preview/preview.js"></script>'


def start_server(preview: Preview, port: int) -> ThreadingHTTPServer:
    """Serve on loopback; port 0 takes a free one. Raises OSError when the port is taken."""
    server = ThreadingHTTPServer(("127.0.0.1", port), partial(_Handler, preview=preview))
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


def watch(preview: Preview, stop: threading.Event, ready: threading.Event | None = None) -> None:
    """Update whenever something changes, until `stop` is set; from `ready` on no change is missed."""
    signal = threading.Event()
    observer = Observer()
    for folder in WATCHED:
        if (preview.root / folder).is_dir():
            observer.schedule(_Changes(signal), str(preview.root / folder), recursive=True)
    observer.start()
    if ready is not None:
        ready.set()
    try:
        while not stop.is_set():
            if signal.wait(0.2):
                while signal.is_set():
                    signal.clear()
                    time.sleep(_QUIET)
                preview.update()
    finally:
        observer.stop()
        observer.join()

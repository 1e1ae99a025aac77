"""The HTML of every page is right, by the Nu HTML checker."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from urllib.parse import unquote

import pytest

pytestmark = pytest.mark.browser


def errors(checker: list[str], folder: Path) -> list[str]:
    """Return what the checker finds below ``folder``, a line each."""
    command = [*checker, "--errors-only", "--skip-non-html", "--format", "json", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    messages = json.loads(done.stderr)["messages"]
    return [
        f"{unquote(message['url']).partition(folder.name)[2]}:{message.get('lastLine')}: {message['message']} "
        f"{message.get('extract', '')!r}"
        for message in messages
    ]


def test_every_page_has_no_error(site: Path, checker: list[str]) -> None:
    assert len(list(site.rglob("*.html"))) > 40
    found = errors(checker, site)
    assert not found, "\n" + "\n".join(found)


def test_checker_sees_an_error(tmp_path: Path, checker: list[str]) -> None:
    page = tmp_path / "page.html"
    page.write_text("<!doctype html><html lang=zh><title>x</title><p id=a><p id=a>", encoding="utf-8")
    assert len(errors(checker, tmp_path)) == 1

"""Runs the shipped search on this machine: in Node if there is one, else in Chromium."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from html import unescape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

DRIVER = Path(__file__).with_name("driver.js")
NODE = ("node", "nodejs")
BROWSERS = (
    "chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome",
    "microsoft-edge",
)  # fmt: skip
SECONDS = 600
_OPENING, _CLOSING = '<pre id="answers">', "</pre>"


class ScriptError(Exception):
    """The program that runs the search failed; says which one and what it wrote."""


@dataclass(frozen=True, slots=True)
class Job:
    """What to ask: the joined script, the folder of the index, the queries, how many hits, and whether to say why."""

    script: str
    folder: str
    queries: tuple[str, ...]
    limit: int = 10
    explain: bool = False


def answers(job: Job) -> dict[str, Any] | None:
    """Return what ``search/driver.js`` says; None when neither Node nor a browser is there.

    Raises ScriptError when the program fails.
    """
    node, browser = _found(NODE), _found((os.environ.get("CHROMIUM", ""), *BROWSERS))
    if node is None and browser is None:
        return None
    with TemporaryDirectory(prefix="helpcenter-") as folder:
        text = _in_node(node, job, Path(folder)) if node else _in_browser(str(browser), job, Path(folder))
    found: dict[str, Any] = json.loads(text)
    return found


def _found(names: Sequence[str]) -> str | None:
    return next((path for name in names if name and (path := shutil.which(name))), None)


def _in_node(node: str, job: Job, folder: Path) -> str:
    path = folder / "job.json"
    path.write_text(json.dumps(asdict(job)), encoding="utf-8")
    return _run([node, str(DRIVER), str(path)])


def _in_browser(browser: str, job: Job, folder: Path) -> str:
    """Answer in a page that loads all pieces first, and read what it wrote into itself."""
    page = folder / "answers.html"
    page.write_text(_page(job), encoding="utf-8")
    flags = ["--headless=new", "--disable-gpu", "--allow-file-access-from-files", f"--user-data-dir={folder}/profile"]
    flags += ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    dumped = _run([browser, *flags, "--dump-dom", page.as_uri()])
    if _OPENING not in dumped:
        raise ScriptError(f"{browser}: {dumped[:200]}")
    return unescape(dumped.split(_OPENING)[1].split(_CLOSING)[0])


def _page(job: Job) -> str:
    text = json.dumps(asdict(job)).replace("<", "\\u003c")
    files = sorted(Path(job.folder).glob("*.js"))
    take = "pieces={};HelpcenterSearch.take=function(name,piece){pieces[name]=piece};"
    scripts = [f'<script src="{path.as_uri()}"></script>' for path in (*files, DRIVER)]
    head = f'<meta charset="utf-8"><script src="{Path(job.script).as_uri()}"></script><script>{take}</script>'
    return f'{head}<script type="application/json" id="job">{text}</script>{_OPENING}{_CLOSING}{"".join(scripts)}'


def _run(command: list[str]) -> str:
    try:
        done = subprocess.run(command, capture_output=True, check=False, timeout=SECONDS)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise ScriptError(f"{command[0]}: {error}") from error
    if done.returncode:
        raise ScriptError(f"{command[0]}: {done.stderr.decode('utf-8', errors='replace')[:2000].strip()}")
    return done.stdout.decode("utf-8", errors="replace")

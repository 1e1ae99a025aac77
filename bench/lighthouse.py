"""Lighthouse's four scores for pages of a built site, as a phone would see them."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from bench.server import serving
from bench.tools import WORK

NODE: Final = WORK / "node"
CATEGORIES: Final = ("performance", "accessibility", "best-practices", "seo")
SECONDS: Final = 180
"""How long one page may take."""

PLACES: Final = 3
"""How many places are shown of one fault."""


class LighthouseError(Exception):
    """Lighthouse could not be started or gave no report."""


def install() -> None:
    """Put Lighthouse into the bench's work folder with npm, unless it is there."""
    if _program().exists():
        return
    if shutil.which("npm") is None:
        message = "npm is needed to install Lighthouse"
        raise LighthouseError(message)
    NODE.mkdir(parents=True, exist_ok=True)
    command = ["npm", "install", "--prefix", str(NODE), "--no-fund", "--no-audit", "--silent", "lighthouse"]
    subprocess.run(command, check=True)


def report(site: Path, paths: Sequence[str]) -> str:
    """One line a page with its scores, 0 to 100, and the audits that cost it points."""
    lines = []
    with serving(site) as address:
        for path in paths:
            found = audit(address + path)
            scores = (f"{name} {_points(found['categories'][name]['score'])}" for name in CATEGORIES)
            lines += [f"{path}  " + "  ".join(scores), *_failures(found)]
    return "\n".join(lines)


def audit(address: str) -> dict[str, Any]:
    """Lighthouse's report of one page."""
    output = WORK / "lighthouse.json"
    output.unlink(missing_ok=True)
    command = [str(_program()), address, "--quiet", "--output=json", f"--output-path={output}"]
    command += [f"--only-categories={','.join(CATEGORIES)}", "--chrome-flags=--headless=new --no-sandbox"]
    finished = subprocess.run(command, env=_environment(), capture_output=True, text=True, timeout=SECONDS, check=False)
    if not output.exists():
        message = f"Lighthouse gave no report of {address}:\n{finished.stderr[-2000:]}"
        raise LighthouseError(message)
    found: dict[str, Any] = json.loads(output.read_text(encoding="utf-8"))
    return found


def _failures(found: dict[str, Any]) -> list[str]:
    """The audits with a weight that the page did not pass."""
    lines = []
    for name in CATEGORIES:
        for reference in found["categories"][name]["auditRefs"]:
            one = found["audits"][reference["id"]]
            if reference["weight"] and one["score"] is not None and one["score"] < 1:
                title = f"{one['title']} {one.get('displayValue', '')}".strip()
                lines.append(f"    {name}: {title} ({_points(one['score'])})")
                lines += [f"        {place}" for place in _places(one)]
    return lines


def _places(one: dict[str, Any]) -> list[str]:
    """Where an audit found fault: a few pieces of the page, or messages."""
    items = one.get("details", {}).get("items", [])[:PLACES]
    found = (item.get("node", {}).get("snippet") or item.get("description") for item in items)
    return [place for place in found if place]


def _points(score: float | None) -> str:
    return "none" if score is None else str(round(score * 100))


def _program() -> Path:
    return NODE / "node_modules" / ".bin" / "lighthouse"


def _environment() -> dict[str, str]:
    """The environment with the browser's path in it."""
    if "CHROME_PATH" in os.environ:
        return dict(os.environ)
    browser = shutil.which("chromium") or shutil.which("google-chrome") or shutil.which("chrome")
    if browser is None:
        message = "Lighthouse needs Chromium: install it or set CHROME_PATH"
        raise LighthouseError(message)
    return os.environ | {"CHROME_PATH": browser}

"""The programs that the browser tests need besides Python: where each is, and what to do when it is missing.

Uses the standard library only and also runs as a script, for ``tools/setup-browser.sh``: prints what is missing,
one word a line.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TOOLS = ROOT / ".tools" / "node_modules"
AXE = TOOLS / "axe-core" / "axe.min.js"
CHECKER = TOOLS / "vnu-jar" / "build" / "dist" / "vnu.jar"
JAVA = 17
"""The oldest Java that runs the Nu HTML checker."""

SHELL = "chromium-headless-shell"
"""Chromium without its windows: the same pages in a third of the time."""
BROWSERS = (SHELL, "chromium", "google-chrome", "google-chrome-stable", "chromium-browser", "chrome", "microsoft-edge")
APPLICATIONS = ("Google Chrome", "Chromium", "Microsoft Edge")
ADVICE = {
    "chromium": "install Chromium or Chrome (Debian: apt install chromium), or name one: CHROMIUM=/path/to/chromium",
    "fonts": "install a Chinese font (Debian: apt install fonts-noto-cjk)",
    "java": f"install Java {JAVA} or newer (Debian: apt install default-jre-headless)",
    "npm-packages": "install npm (Debian: apt install nodejs npm), then run make setup again",
}


@lru_cache(maxsize=1)
def chromium() -> Path | None:
    """Return the browser that CHROMIUM names, else the first one found that starts."""
    return next((Path(path) for path in _browsers() if _says([path, "--version"]) is not None), None)


@lru_cache(maxsize=1)
def java() -> Path | None:
    """Return a Java that is new enough."""
    path = shutil.which("java")
    version = re.search(r'version "(\d+)', _says([path, "-version"]) or "") if path else None
    return Path(path) if path and version and int(version.group(1)) >= JAVA else None


def has_chinese_fonts() -> bool:
    """Return whether Chinese is drawn as characters; where nobody can tell, it is."""
    lister = shutil.which("fc-list")
    if lister is None:
        return sys.platform != "linux"
    return bool((_says([lister, ":lang=zh-cn", "family"]) or "").strip())


def has_packages() -> bool:
    """Return whether the npm packages are there in the versions that ``package.json`` names."""
    wanted = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))["devDependencies"]
    return all(_version(name) == version for name, version in wanted.items())


CHECKS: dict[str, Callable[[], object]] = {
    "chromium": chromium,
    "fonts": has_chinese_fonts,
    "java": java,
    "npm-packages": has_packages,
}


def missing() -> list[str]:
    """Return the names of what is not there."""
    return [name for name, found in CHECKS.items() if not found()]


def _browsers() -> Iterator[str]:
    named = os.environ.get("CHROMIUM")
    if named:
        yield from filter(None, [shutil.which(named)])
        return
    yield from filter(None, map(shutil.which, BROWSERS))
    for name in APPLICATIONS:
        path = Path("/Applications", f"{name}.app", "Contents", "MacOS", name)
        if path.exists():
            yield str(path)


def _version(package: str) -> str:
    try:
        return str(json.loads((TOOLS / package / "package.json").read_text(encoding="utf-8"))["version"])
    except (OSError, ValueError, KeyError):
        return ""


def _says(command: list[str]) -> str | None:
    """Return what a command prints, or None when it fails or cannot be started."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=30, stdin=subprocess.DEVNULL, check=True)
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout + done.stderr


if __name__ == "__main__":
    for need in missing():
        print(need)

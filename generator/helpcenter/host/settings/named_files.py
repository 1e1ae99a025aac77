"""Files that settings name: pages in the navigation, style sheets and scripts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import urlsplit

from helpcenter.host.settings.file import PLUGIN, SettingsFile, is_folder, named
from helpcenter.model.key_path import KeyPath
from helpcenter.problems import Location, Problem, problem, warning
from helpcenter.project import is_file
from helpcenter.suggestions import nearest

PAGES = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
"""How the names of ordinary pages end."""


def check_nav(file: SettingsFile) -> Iterator[Problem]:
    """Yield a problem for each entry of the navigation that is no page and leads nowhere."""
    nav = file.values.get("nav")
    if nav is not None and not isinstance(nav, list):
        yield problem("not-a-list", file.at("nav"), field="nav", value=nav)
    elif nav:
        yield from _entries(file, nav, ("nav",))


def _entries(file: SettingsFile, entries: list[Any], steps: KeyPath) -> Iterator[Problem]:
    for index, entry in enumerate(entries):
        below: KeyPath = (*steps, index)
        if isinstance(entry, dict) and len(entry) == 1:
            ((title, entry),) = entry.items()
            below = (*below, title)
        if isinstance(entry, list):
            yield from _entries(file, entry, below)
        elif not isinstance(entry, str):
            yield problem("bad-nav-entry", file.at(*below))
        elif not _leads_on(file, entry, PAGES):
            pages = [path.relative_to(file.docs()).as_posix() for path in _pages(file.docs())]
            yield missing(file, file.at(*below), "nav", entry, nearest(entry, pages))


def check_files(file: SettingsFile, name: str) -> Iterator[Problem]:
    """Yield a problem for each file in the list ``name`` that is not below the folder of the content."""
    values = file.values.get(name)
    for index, value in enumerate(values if isinstance(values, list) else ()):
        target = value.get("path") if isinstance(value, dict) else value
        if isinstance(target, str) and not _leads_on(file, target):
            yield missing(file, file.at(name, index), name, target, "")


def missing(file: SettingsFile, place: Location, name: str, target: str, guess: str) -> Problem:
    """Return that a file is missing; a warning where other plugins or hooks may make it."""
    others = [plugin for _, plugin, _ in named(file.values.get("plugins") or ()) if plugin not in (PLUGIN, "search")]
    make = warning if others or file.values.get("hooks") else problem
    return make("missing-named-file", place, field=name, target=target, guess=guess)


def _leads_on(file: SettingsFile, target: str, endings: tuple[str, ...] = ("",)) -> bool:
    """Return whether ``target`` is an address, or a file of the content; without a sound folder, True."""
    try:
        parts = urlsplit(target)
    except ValueError:
        return False
    if parts.scheme or parts.netloc or target.startswith("/") or not is_folder(file.docs()):
        return True
    inside = ".." not in PurePosixPath(target).parts
    return inside and target.endswith(endings) and is_file(file.docs() / target)


def _pages(folder: Path) -> list[Path]:
    return [*folder.glob("*.md"), *folder.glob("*/*.md")]

"""Where a help center's sources stand, and what its build is told from outside."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from helpcenter.memory import FORGETFUL, Memory

CONFIG = "mkdocs.yml"
CACHE = ".cache"
"""The folder of a project that holds nothing but what can be made again."""

EPOCH = "SOURCE_DATE_EPOCH"
"""The variable that says which day it is, in seconds since 1970, so that a site can be made again as it was."""


def build_day() -> date:
    """Return the day that counts as today, in local time. Raises ValueError when ``SOURCE_DATE_EPOCH`` is no time."""
    given = os.environ.get(EPOCH)
    try:
        return date.today() if given is None else date.fromtimestamp(int(given))
    except (OverflowError, OSError) as error:
        raise ValueError(given) from error


def _nothing(name: str) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Project:
    """The folders of one help center. ``content`` is MkDocs' docs folder."""

    root: Path
    content: Path
    language: str = "zh"
    today: date = field(default_factory=build_day)
    overdue_is_error: bool = False
    drafts: bool = False
    staff: bool = False
    """Whether the site for staff is made, with notes that nothing public shows."""
    print_codes: bool = True
    """Whether what is printed has a code that leads back to the page."""
    named: frozenset[str] = frozenset()
    """Files below ``content/`` that the settings name, such as style sheets: they are published."""
    is_private: Callable[[str], bool] = _nothing
    """Whether the settings keep a file below ``content/`` from being published, so that nobody need be told."""

    cache: Path | None = None
    """Where to keep what the next build can use again; None to keep nothing."""
    memory: Memory = FORGETFUL
    """What the run before this one made."""
    _inside: dict[str, bool] = field(default_factory=dict, repr=False, compare=False)

    @property
    def sources(self) -> tuple[Path, ...]:
        """The folders that hold what writers wrote."""
        return self.content, self.root / "faq"

    def name(self, path: Path) -> str:
        """Return ``path`` as messages show it: relative to the root, with slashes."""
        return path.as_posix().removeprefix(f"{self.root.as_posix().rstrip('/')}/")

    def holds(self, path: Path) -> bool:
        """Return whether ``path``, links followed, stays inside the project."""
        if os.path.islink(path):  # noqa: PTH114, half the time for each of thousands of files
            return self._is_inside(os.path.realpath(path))
        folder = os.path.dirname(path)  # noqa: PTH120
        if folder not in self._inside:
            self._inside[folder] = self._is_inside(os.path.realpath(folder))
        return self._inside[folder] or self._is_inside(os.path.realpath(path))

    def _is_inside(self, real: str) -> bool:
        return Path(real).is_relative_to(os.path.realpath(self.root))  # resolve() raises for links in a circle


@dataclass(frozen=True, slots=True)
class Site:
    """What a built site is called and where it will stand. ``url`` ends with a slash, or is empty."""

    name: str
    url: str = ""
    description: str = ""
    language: str = "zh"
    pages: tuple[tuple[str, str], ...] = ()
    direction: str = "ltr"
    """``rtl`` where pages run from right to left."""

    def absolute(self, path: str) -> str:
        """Return the full address of ``path``; only the path when the site's address is not known."""
        return f"{self.url or '/'}{path}"


def with_slash(url: str) -> str:
    """Return ``url`` as ``Site`` wants it: ending with a slash, or empty."""
    return url if not url or url.endswith("/") else f"{url}/"


def is_file(path: Path) -> bool:
    """Return whether ``path`` is a file, links followed; False for what the system refuses to look at."""
    try:
        return path.is_file()
    except OSError:  # no permission, or a name that is too long
        return False


def find_root(start: Path) -> Path | None:
    """Return the nearest folder at or above ``start`` that holds ``mkdocs.yml``."""
    for folder in (start, *start.parents):
        if os.path.lexists(folder / CONFIG):
            return folder
    return None

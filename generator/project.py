"""Where a help center's sources stand, and what its build is told from outside."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

CONFIG = "mkdocs.yml"


@dataclass(frozen=True, slots=True)
class Project:
    """The folders of one help center. ``content`` is MkDocs' docs folder."""

    root: Path
    content: Path
    language: str = "zh"
    today: date = field(default_factory=date.today)
    overdue_is_error: bool = False
    drafts: bool = False

    def name(self, path: Path) -> str:
        """Return ``path`` as messages show it: relative to the root, with slashes."""
        try:
            return path.relative_to(self.root).as_posix()
        except ValueError:
            return path.as_posix()

    def holds(self, path: Path) -> bool:
        """Return whether ``path``, links followed, stays inside the project."""
        return path.resolve().is_relative_to(self.root.resolve())


def find_root(start: Path) -> Path | None:
    """Return the nearest folder at or above ``start`` that holds ``mkdocs.yml``."""
    for folder in (start, *start.parents):
        if (folder / CONFIG).is_file():
            return folder
    return None

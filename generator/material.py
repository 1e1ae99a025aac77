"""Where Material for MkDocs keeps the files that ordinary pages and its search still load."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Material:
    """Paths below the theme's folder, which are also those below the site's root; empty when not found."""

    style: str
    bundle: str
    worker: str


def find_material(theme_dirs: Sequence[str]) -> Material:
    """Look for Material's files, whose names carry a hash, in ``theme_dirs``."""
    return Material(
        style=_first(theme_dirs, "assets/stylesheets/main.*.min.css"),
        bundle=_first(theme_dirs, "assets/javascripts/bundle.*.min.js"),
        worker=_first(theme_dirs, "assets/javascripts/workers/search.*.min.js"),
    )


def _first(folders: Sequence[str], pattern: str) -> str:
    for folder in folders:
        for path in sorted(Path(folder).glob(pattern)):
            return path.relative_to(folder).as_posix()
    return ""

"""What of Material for MkDocs we use: the style sheet that ordinary pages load, the languages it speaks."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path


def theme_languages(theme_dirs: Sequence[str]) -> frozenset[str]:
    """Return the languages that the theme below ``theme_dirs`` speaks."""
    paths = (path for folder in theme_dirs for path in Path(folder).glob("partials/languages/*.html"))
    return frozenset(path.stem for path in paths)


def find_style(theme_dirs: Sequence[str]) -> str:
    """Return the style sheet, whose name carries a hash, below the first of ``theme_dirs`` that has one; else empty."""
    for folder in theme_dirs:
        for path in sorted(Path(folder).glob("assets/stylesheets/main.*.min.css")):
            return path.relative_to(folder).as_posix()
    return ""

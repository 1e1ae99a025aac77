"""Where Material for MkDocs keeps the style sheet that ordinary pages load."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path


def find_style(theme_dirs: Sequence[str]) -> str:
    """Return the style sheet, whose name carries a hash, below the first of ``theme_dirs`` that has one; else empty."""
    for folder in theme_dirs:
        for path in sorted(Path(folder).glob("assets/stylesheets/main.*.min.css")):
            return path.relative_to(folder).as_posix()
    return ""

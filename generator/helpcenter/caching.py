"""The folder of a project that holds nothing but what can be made again."""

from __future__ import annotations

from pathlib import Path


def make_cache(folder: Path) -> None:
    """Make a folder that git does not look into. Raises OSError where there can be none."""
    if not folder.is_dir():
        folder.mkdir()
        (folder / ".gitignore").write_text("*\n", encoding="utf-8")

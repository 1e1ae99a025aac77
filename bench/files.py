"""Files and folders: write text, remove what a build left, count and find pages."""

from __future__ import annotations

import shutil
from pathlib import Path


def write(path: Path, text: str) -> None:
    """Write the text as UTF-8, making the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def remove(path: Path) -> None:
    """Remove a file, a link or a whole folder, if it is there."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def page_files(site: Path) -> dict[str, Path]:
    """The built pages by the last part of their address, which is the page's id: `…/<id>/index.html`."""
    return {path.parent.name: path for path in site.rglob("index.html") if path.parent != site}

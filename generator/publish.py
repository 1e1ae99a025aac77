"""Whole generations on disk: a new site takes the place of the old one in one step, or not at all."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

SIGNS_OF_A_SITE = ("index.html", "404.html")


class NotASiteError(ValueError):
    """The target folder holds something else than a site and must not be replaced."""


def publish(target: Path, root: Path, write: Callable[[Path], None]) -> None:
    """Let ``write`` fill a new folder, then put that folder in the place of ``target``.

    When ``write`` raises, ``target`` stays as it was. Raises NotASiteError when ``target`` holds the project or files
    that are no site, OSError when it cannot be written.
    """
    _refuse_other_folders(target, root)
    target.parent.mkdir(parents=True, exist_ok=True)
    made = Path(tempfile.mkdtemp(prefix=".site-", dir=target.parent))
    try:
        made.chmod(0o755)
        write(made)
        _swap(made, target)
    finally:
        shutil.rmtree(made, ignore_errors=True)


def _refuse_other_folders(target: Path, root: Path) -> None:
    if root.resolve().is_relative_to(target.resolve()) or target.is_symlink() or _is_no_folder(target):
        raise NotASiteError(str(target))
    inside = list(target.iterdir()) if target.is_dir() else []
    if inside and not all((target / sign).is_file() for sign in SIGNS_OF_A_SITE):
        raise NotASiteError(str(target))


def _is_no_folder(target: Path) -> bool:
    """Return whether a file, a device, a pipe or the like stands there."""
    return target.exists() and not target.is_dir()


def _swap(made: Path, target: Path) -> None:
    """Put ``made`` at ``target``; what stood there is at ``made`` afterwards. Both are on one file system."""
    if not target.exists():
        made.rename(target)
        return
    aside = made.with_name(f"{made.name}.old")
    target.rename(aside)
    try:
        made.rename(target)
    except OSError:
        aside.rename(target)
        raise
    aside.rename(made)

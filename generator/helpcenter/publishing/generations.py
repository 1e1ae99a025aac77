"""Whole generations on disk: a new site takes the place of the old one in one step, or not at all."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path

from helpcenter.publishing.exchange import replace
from helpcenter.publishing.workshop import NEW, OLD, Workshop, repair

SIGNS_OF_A_SITE = ("index.html", "404.html")
HISTORIES = {".git", ".hg", ".svn"}


class NotASiteError(ValueError):
    """The target folder holds something else than a site and must not be replaced."""


class AmongSourcesError(ValueError):
    """The target folder lies among what the site is made from, or the other way round."""


class NewSite:
    """A site in the making, at ``folder`` once it is begun. Whoever makes one discards it at the end, come what may."""

    def __init__(self, target: Path) -> None:
        self._target = target
        self._workshop = Workshop(target.parent)
        self.folder = self._workshop.folder / NEW / target.name

    def begin(self) -> None:
        """Make the folder to write into. Raises OSError."""
        self._target.parent.mkdir(parents=True, exist_ok=True)
        repair(self._target.parent)
        self._workshop.open()
        self.folder.mkdir()
        self.folder.chmod(0o755)

    def put_in_place(self) -> None:
        """Let the new site take the place of the old one. Raises OSError, with the old one as it was."""
        replace(self._target, self.folder, self._workshop.folder / OLD / self._target.name)

    def discard(self) -> None:
        """Leave nothing behind: neither an unfinished site nor the old one."""
        self._workshop.close()


def publish(target: Path, write: Callable[[Path], None]) -> None:
    """Let ``write`` fill a new folder, then put that folder in the place of ``target``.

    When ``write`` raises, ``target`` stays as it was. Raises OSError when ``target`` cannot be written.
    """
    made = NewSite(target)
    try:
        made.begin()
        write(made.folder)
        made.put_in_place()
    finally:
        made.discard()


def refuse_target(target: Path, root: Path, sources: Iterable[Path] = ()) -> None:
    """Raise NotASiteError when ``target`` holds the project or something else than a site.

    Raises AmongSourcesError when it lies in one of the ``sources``, in this program or in the history of a project, or
    the other way round.
    """
    place = Path(os.path.realpath(target))
    for source in (*sources, Path(__file__).parents[1]):
        real = Path(os.path.realpath(source))
        if place.is_relative_to(real) or real.is_relative_to(place):
            raise AmongSourcesError(str(source))
    if HISTORIES & set(place.parts):
        raise AmongSourcesError(next(name for name in place.parts if name in HISTORIES))
    if Path(os.path.realpath(root)).is_relative_to(place) or target.is_symlink() or _is_no_folder(target):
        raise NotASiteError(str(target))
    inside = {path.name for path in target.iterdir()} if target.is_dir() else set()
    if inside and (inside & HISTORIES or not all((target / sign).is_file() for sign in SIGNS_OF_A_SITE)):
        raise NotASiteError(str(target))


def _is_no_folder(target: Path) -> bool:
    """Return whether a file, a device, a pipe or the like stands there."""
    return target.exists() and not target.is_dir()

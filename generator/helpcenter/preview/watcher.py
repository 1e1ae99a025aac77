"""Notices at once that something changed at or below some paths, and goes on to whatever happens to them.

The system tells of most changes within milliseconds. What it cannot tell (a folder that is not there yet, a file in a
new folder before that is listened to, a folder that another machine shares, no watches left) is found by looking.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable
from pathlib import Path
from threading import Event, Thread

from helpcenter.preview.ear import Ear
from helpcenter.preview.watching import Seen, look

SETTLED = 0.2
"""Seconds after which what was told is looked at, and new folders are read once more."""
LOOK, LOOK_DEAF = 2.0, 0.3
"""Seconds between looks, while the system tells and while it does not."""
Folders = dict[Path, tuple[int, int] | None]
"""Folders, and which each of them is: one that came back is another."""
Plan = tuple[tuple[Path, ...], Folders, Folders]
"""What is followed, the folders among that, and the folders around it."""


class SourceWatcher:
    """Calls ``changed`` after every change of the paths that it follows, in a thread of its own."""

    def __init__(self, changed: Callable[[], object]) -> None:
        self._changed = changed
        self._paths: tuple[Path, ...] = ()
        self._plan: Plan = ((), {}, {})
        self._seen: Seen = {}
        self._ears: list[Ear] = []
        self._heard: set[str] = set()
        self._stopped = self._grown = self._moved = False
        self._woken = Event()
        self._thread = Thread(target=self._run, name="watcher", daemon=True)

    def follow(self, paths: Iterable[Path]) -> None:
        """Follow ``paths``, files or folders, there or not, instead of others."""
        if (wanted := tuple(paths)) != self._paths:
            self._paths = wanted
            self._woken.set()

    def start(self) -> None:
        """Begin: what changes from now on is told."""
        self._listen()
        self._thread.start()

    def stop(self) -> None:
        """End."""
        self._stopped = True
        self._woken.set()
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        while not self._stopped:
            is_deaf = any(ear.is_deaf for ear in self._ears)
            told = self._woken.wait(LOOK_DEAF if is_deaf else LOOK)
            self._woken.clear()
            if _plan(self._paths) == self._plan and not self._moved:
                self._tell(told)
            else:
                self._begin_anew(told)
        self._close()

    def _begin_anew(self, told: bool) -> None:
        if told:
            self._changed()
        self._close()
        self._listen()
        self._changed()  # what happened meanwhile nobody heard

    def _tell(self, told: bool) -> None:
        """Tell that something changed, if so; where folders are new, once more when they are listened to."""
        if told:
            self._changed()
            if self._woken.wait(SETTLED) and not self._grown:
                return  # the look, which would only hold up whoever was told, comes after what is told next
        grown, self._grown = self._grown, False
        heard, self._heard = self._heard, set()
        seen, self._seen = self._seen, _look(self._paths)
        if grown or any(not _is_among(name, heard) for name, _ in seen.items() ^ self._seen.items()):
            self._changed()

    def _listen(self) -> None:
        self._moved = False
        self._plan = _plan(self._paths)
        paths, below, around = self._plan
        self._ears = [
            Ear(paths, below, deep=True, heard=self._hear),
            Ear(paths, around, deep=False, heard=self._hear),
        ]
        self._seen = _look(paths)

    def _hear(self, changed: Collection[str]) -> None:
        self._heard.update(changed, map(os.path.realpath, changed))
        self._grown = self._grown or any(map(os.path.isdir, changed))
        self._moved = self._moved or any(path.is_relative_to(name) for name in changed for path in self._plan[1])
        self._woken.set()

    def _close(self) -> None:
        for ear in self._ears:
            ear.close()


def _plan(paths: tuple[Path, ...]) -> Plan:
    folders = [path for path in paths if path.is_dir()]
    around = [_nearest(path.parent) for path in paths]
    return paths, {path: _identity(path) for path in folders}, {path: _identity(path) for path in around}


def _look(paths: Iterable[Path]) -> Seen:
    return {name: state for path in paths for name, state in look(str(path), recursive=True).items()}


def _is_among(name: str, heard: Collection[str]) -> bool:
    """Return whether of the file called ``name`` or of a folder that it is in something was ``heard``."""
    path = Path(os.path.realpath(name))
    return name in heard or any(str(place) in heard for place in (path, *path.parents))


def _nearest(folder: Path) -> Path:
    """Return ``folder``, or the nearest above it that is there."""
    return next((place for place in (folder, *folder.parents) if place.is_dir()), folder)


def _identity(folder: Path) -> tuple[int, int] | None:
    try:
        status = folder.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino

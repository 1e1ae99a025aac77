"""Watches sources for the preview, for good: files and folders may vanish and come back, or not be there yet.

Takes the place of watchdog's observer in MkDocs' server, which stops to look at a folder that was once deleted.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from threading import Event, Lock, Thread
from typing import Protocol

SECONDS = 0.5
"""How often everything is looked at."""
Seen = dict[str, tuple[int, int, int]]
"""Time of change, size and number of each file."""


@dataclass(frozen=True, slots=True)
class FileChange:
    """What a handler is told: something below ``src_path`` is another, new or gone."""

    src_path: str
    is_directory: bool = False


class Handler(Protocol):
    """Who wants to know."""

    def on_any_event(self, event: FileChange, /) -> None:
        """Take note of a change."""


@dataclass(slots=True, eq=False)
class Watch:
    """One path that is watched, whether it exists or not."""

    handler: Handler
    path: str
    recursive: bool
    seen: Seen


class Watcher:
    """Polls every watched path; has the methods of an observer that MkDocs' server calls."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._watches: list[Watch] = []
        self._lock, self._stopped = Lock(), Event()
        self._thread = Thread(target=self._run, daemon=True)

    def schedule(self, handler: Handler, path: str, recursive: bool = False) -> Watch:
        """Tell ``handler`` from now on of every change of ``path``, or below it."""
        watch = Watch(handler, path, recursive, look(path, recursive))
        with self._lock:
            self._watches.append(watch)
        return watch

    def unschedule(self, watch: Watch) -> None:
        """Stop to look at what ``schedule`` returned."""
        with self._lock:
            self._watches.remove(watch)

    def start(self) -> None:
        """Begin to look."""
        self._thread.start()

    def stop(self) -> None:
        """Look no more."""
        self._stopped.set()

    def join(self) -> None:
        """Wait for the last look to end."""
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        while not self._stopped.wait(self._seconds):
            with self._lock:
                watches = list(self._watches)
            for watch in watches:
                seen = look(watch.path, watch.recursive)
                if seen != watch.seen:
                    watch.seen = seen
                    watch.handler.on_any_event(FileChange(watch.path))


def look(path: str, recursive: bool) -> Seen:
    """Return the state of the file at ``path``, or of each in or below the folder; nothing for what is not there."""
    if not os.path.isdir(path):  # noqa: PTH112 what may not be looked at is not there
        return dict(_states([path]))
    seen: Seen = {}
    folders = [path]
    while folders:
        files, below = _listed(folders.pop())
        seen |= dict(_states(files))
        folders += below if recursive else ()
    return seen


def _listed(folder: str) -> tuple[list[str], list[str]]:
    """Return the files and the folders in ``folder``; links are not walked into, so that no circle keeps us."""
    try:
        with os.scandir(folder) as entries:
            found = [(entry.path, entry.is_dir(follow_symlinks=False)) for entry in entries]
    except OSError:
        found = []
    return [path for path, is_folder in found if not is_folder], [path for path, is_folder in found if is_folder]


def _states(paths: list[str]) -> Iterator[tuple[str, tuple[int, int, int]]]:
    for path in paths:
        try:
            status = os.stat(path)  # noqa: PTH116
        except OSError:
            continue
        yield path, (status.st_mtime_ns, status.st_size, status.st_ino)

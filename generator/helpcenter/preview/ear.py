"""Hears from the system, within milliseconds, that files in some folders changed."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path
from threading import Event, Thread

from watchfiles import watch

STEP, LONGEST = 10, 60
"""Milliseconds: a change is told when nothing more came for so long, and after so long in any case."""
_TURN = 20
"""Milliseconds after which the system is asked anew; an ear needs one turn to begin."""


class Ear:
    """Calls ``heard`` with what changed at or below ``paths``, or above them, in a thread of its own.

    Listens in ``folders``, and with ``deep`` below them, as soon as it is made. It may be or go deaf: no watches left,
    no permission, links in a circle. Of a folder that takes the place of one that was there it hears nothing.
    """

    def __init__(
        self, paths: Iterable[Path], folders: Iterable[Path], *, deep: bool, heard: Callable[[Collection[str]], None]
    ) -> None:
        self.is_deaf = False
        self._names = {str(name) for path in paths for name in (path, os.path.realpath(path))}
        self._heard, self._closed = heard, Event()
        turns = self._turns(list(folders), deep)
        if next(turns, None) is not None:
            Thread(target=self._run, args=(turns,), name="ear", daemon=True).start()

    def close(self) -> None:
        """Listen no more."""
        self._closed.set()

    def _run(self, turns: Iterator[set[str]]) -> None:
        for changed in turns:
            concerned = [path for path in changed if any(_touches(path, name) for name in self._names)]
            if concerned:
                self._heard(concerned)

    def _turns(self, folders: list[Path], deep: bool) -> Iterator[set[str]]:
        """Yield what changed in each turn, first that nothing did; nothing at all without folders, or when deaf."""
        if not folders:
            return
        try:
            for changes in watch(
                *folders,
                watch_filter=None,
                step=STEP,
                debounce=LONGEST,
                rust_timeout=_TURN,
                yield_on_timeout=True,
                stop_event=self._closed,
                recursive=deep,
                ignore_permission_denied=True,
            ):
                yield {path for _, path in changes}
        except Exception:  # whatever it is, looking remains
            self.is_deaf = True


def _touches(path: str, name: str) -> bool:
    return path == name or path.startswith(name + os.sep) or name.startswith(path + os.sep)

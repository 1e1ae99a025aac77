"""One thing made in a second process while this one goes on, where a core is free for it and forking is safe.

The child begins with all that this process knows, so that only what it made need be handed over.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
import threading
import traceback
from collections.abc import Callable
from contextlib import suppress
from typing import Generic, NoReturn, TypeVar

T = TypeVar("T")
_SIGNALS = {signal.SIGINT, signal.SIGTERM, *((signal.SIGHUP,) if hasattr(signal, "SIGHUP") else ())}


class DiedError(Exception):
    """The second process ended without a result: something killed it."""


class Task(Generic[T]):
    """A call of ``make``, which hands over what it returns or raises; here in turn, once it is asked for."""

    def __init__(self, make: Callable[[], T]) -> None:
        self._make = make

    def result(self) -> T:
        """Return what ``make`` returns; ask once. Raises what it raises, and DiedError."""
        return self._make()

    def stop(self) -> None:
        """Make sure that nothing of it goes on."""


class _Forked(Task[T]):
    """The call in a process of its own."""

    def __init__(self, make: Callable[[], T]) -> None:
        super().__init__(make)
        ours, theirs = os.pipe()
        before = signal.pthread_sigmask(signal.SIG_BLOCK, _SIGNALS)  # no handler of ours may run in the child
        try:
            self._child = os.fork()
            if not self._child:
                _work(make, theirs, before)
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
        os.close(theirs)
        self._results = os.fdopen(ours, "rb")

    def result(self) -> T:
        """Return what the child made."""
        told = None
        with self._results, suppress(EOFError, pickle.UnpicklingError):
            told = pickle.load(self._results)
        if self._ended() != 0 or told is None:
            raise DiedError
        value, error = told
        if error is not None:
            raise error
        return value  # type: ignore[no-any-return]

    def stop(self) -> None:
        """Kill the child if it is still there."""
        if self._child:
            with suppress(ProcessLookupError):
                os.kill(self._child, signal.SIGKILL)
            self._ended()
            self._results.close()

    def _ended(self) -> int:
        child, self._child = self._child, 0
        return os.waitpid(child, 0)[1]


def begin(make: Callable[[], T]) -> Task[T]:
    """Begin to ``make`` something that can be pickled, in a second process if there can be one."""
    return _Forked(make) if can_fork() else Task(make)


def can_fork() -> bool:
    """Return whether a second process pays and is safe: two cores, a system that forks, and no threads, whose locks a
    child would inherit.
    """
    if sys.platform != "linux":
        return False
    return len(os.sched_getaffinity(0)) > 1 and threading.active_count() == 1


def _work(make: Callable[[], object], results: int, mask: set[int | signal.Signals]) -> NoReturn:
    """Be the child: whatever happens, nothing of what the parent was about to do is done here."""
    code = 1
    try:
        for number in _SIGNALS:
            if signal.getsignal(number) is not signal.SIG_IGN:
                signal.signal(number, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        with os.fdopen(results, "wb") as pipe:
            pickle.dump(_outcome(make), pipe, pickle.HIGHEST_PROTOCOL)
        code = 0
    finally:
        os._exit(code)


def _outcome(make: Callable[[], object]) -> tuple[object, Exception | None]:
    """Return what ``make`` returns, or what it raises, in a form that can be handed over."""
    try:
        return make(), None
    except Exception as error:
        error.add_note(traceback.format_exc())
        try:
            pickle.loads(pickle.dumps(error))
        except Exception:
            return None, RuntimeError(f"{type(error).__name__}: {error}")
        return None, error

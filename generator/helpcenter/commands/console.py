"""Output as machines really have it: any encoding, closed, full or cut off; and how a command ends then."""

from __future__ import annotations

import errno
import io
import os
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from typing import TextIO

from helpcenter.commands.stopping import Stopped
from helpcenter.words.catalogue import Words, messages, nearest_language

CLEAN, PROBLEMS, CANNOT_RUN, INTERRUPTED, CUT_OFF = 0, 1, 2, 130, 141
"""Exit codes: nothing is wrong; the sources have errors, or a promise is broken; the command cannot do its work;
Ctrl+C; who read the output has gone (128 and the signal)."""
DEBUG = "HELPCENTER_DEBUG"
_UNWRITABLE = {errno.EBADF, errno.ENOSPC, errno.EIO, errno.EDQUOT, errno.EFBIG}


class _Closed(io.TextIOBase):
    """Standard output that was closed before the start: who wrote to it learns so at the end, as with a full disk."""

    lost = False

    def write(self, text: str, /) -> int:
        self.lost = True
        return len(text)

    def flush(self) -> None:
        if self.lost:
            raise OSError(errno.EBADF, os.strerror(errno.EBADF))


def open_streams() -> None:
    """Let what the output cannot hold be escaped, and take the places of streams that are closed."""
    while os.open(os.devnull, os.O_RDWR) <= 2:  # else the first file that is opened would be the output
        pass
    if sys.stdout is None:
        sys.stdout = _Closed()
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w")  # noqa: PTH123, SIM115
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def machine_words() -> Words:
    """Return the words for writers in the language of this machine."""
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    return messages(nearest_language(next((os.environ[name] for name in names if os.environ.get(name)), "")))


def can_show(stream: TextIO, text: str) -> bool:
    """Return whether ``stream`` holds every character of ``text`` as it is."""
    try:
        text.encode(stream.encoding or "utf-8")
    except UnicodeEncodeError:
        return False
    return True


def put_document(text: str) -> None:
    """Write what is meant for a file: in UTF-8, unless it goes to a terminal, with its line ends as they are."""
    buffer = None if sys.stdout.isatty() else getattr(sys.stdout, "buffer", None)
    if buffer is None:
        sys.stdout.write(text)
    else:
        sys.stdout.flush()
        buffer.write(text.encode("utf-8", "backslashreplace"))


def ended(command: Callable[[], int]) -> int:
    """Return the exit code of ``command``; unwritable output and faults of ours end it without a stack trace."""
    try:
        code = _code(command)
        sys.stdout.flush()
    except BrokenPipeError:
        return CUT_OFF
    except (KeyboardInterrupt, Stopped) as stop:
        return _stopped(stop)
    except Exception as error:
        return _failed(error)
    return code


def _code(command: Callable[[], int]) -> int:
    try:
        return command()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else CANNOT_RUN


def _stopped(stop: BaseException) -> int:
    with suppress(OSError):
        print(machine_words()("cli.stopped"), file=sys.stderr)
    return stop.code if isinstance(stop, Stopped) else INTERRUPTED


def _failed(error: Exception) -> int:
    words = machine_words()
    with suppress(OSError):
        if os.environ.get(DEBUG):
            traceback.print_exception(error)
        if isinstance(error, OSError) and error.errno in _UNWRITABLE and error.filename is None:
            print(words("cli.no_output", reason=error.strerror), file=sys.stderr)
        else:
            print(words("cli.fault", kind=type(error).__name__, reason=error, debug=DEBUG), file=sys.stderr)
    return CANNOT_RUN

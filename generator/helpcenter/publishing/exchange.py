"""Two folders change places, in one step where the system has one."""

from __future__ import annotations

import ctypes
import os
import sys
from contextlib import suppress
from pathlib import Path

_AT_FDCWD, _RENAME_EXCHANGE, _RENAME_SWAP = -100, 2, 2
_ABSENT = (AttributeError, OSError)


def exchanged(one: Path, other: Path) -> bool:
    """Let two folders of one file system change places at once; False, and nothing done, where that cannot be."""
    names = os.fsencode(one), os.fsencode(other)
    with suppress(*_ABSENT):
        library = ctypes.CDLL(None)
        if sys.platform == "darwin":
            return bool(library.renamex_np(*names, _RENAME_SWAP) == 0)
        return bool(library.renameat2(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _RENAME_EXCHANGE) == 0)
    return False


def replace(target: Path, new: Path, aside: Path) -> None:
    """Put ``new`` at ``target``; what stood there is at ``new`` or ``aside`` afterwards.

    Raises OSError, with ``target`` as it was, when ``new`` cannot take its place.
    """
    if not os.path.lexists(target):
        new.rename(target)
    elif not exchanged(new, target):
        aside.parent.mkdir(exist_ok=True)
        target.rename(aside)
        try:
            new.rename(target)
        except BaseException:
            with suppress(OSError):
                aside.rename(target)
            raise

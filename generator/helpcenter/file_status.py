"""Whether a file is still what it was when it was read, as far as its status tells.

A file that was changed right before it was read may be changed once more without another time: such a reading is not
to be relied on. Git treats its index alike.
"""

from __future__ import annotations

import os
from stat import S_ISREG

GRAIN = 3_000_000_000
"""Nanoseconds: file systems count in steps of up to two seconds."""
FileStatus = tuple[int, int, int, int, int, int]
"""Times of the change of content and status, in nanoseconds; size, number, device and mode."""


def status_of(path: str) -> FileStatus | None:
    """Return the status of the file at ``path``; None for what is no file, such as a link, and where nothing is."""
    try:
        found = os.lstat(path)
    except OSError:
        return None
    if not S_ISREG(found.st_mode):
        return None
    return found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino, found.st_dev, found.st_mode


def is_reliable(status: FileStatus, read: int) -> bool:
    """Return whether a file that was ``read`` at that time, in nanoseconds, changes its status when it changes."""
    return max(status[:2]) + GRAIN < read

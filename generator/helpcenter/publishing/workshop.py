"""The folder beside a site in which the next one is made: whose it is, and what becomes of it when its maker dies.

``.site-<machine>-<random>/`` holds ``new/<site>``, perhaps ``old/<site>`` for a moment, and ``lock``, which is held.
The system lets go of a lock when a process ends in whatever way, so nobody need compare process ids, which
containers share. Where a lock says nothing (another machine, a system without them) age decides.
"""

from __future__ import annotations

import os
import platform
import re
import secrets
import shutil
import time
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

DAY, MINUTE = 86_400, 60
NEW, OLD, _LOCK, _BEGUN = "new", "old", "lock", ".begun"
_NAME = re.compile(r"\.site-([0-9a-f]{8})-[0-9a-f]{8}(\.begun)?\Z")


class Workshop:
    """A workshop of this process in ``parent``. Nothing is on the disk before it is opened, or after it is closed."""

    def __init__(self, parent: Path) -> None:
        self.folder = parent / f".site-{_machine()}-{secrets.token_hex(4)}"
        self._begun = self.folder.with_name(self.folder.name + _BEGUN)
        self._held = -1

    def open(self) -> None:
        """Make the folder. Raises OSError."""
        self._begun.mkdir(mode=0o700)
        self._held = os.open(self._begun / _LOCK, os.O_CREAT | os.O_RDWR, 0o600)
        _lock(self._held)
        (self._begun / NEW).mkdir()
        self._begun.rename(self.folder)  # from here on others find it, and it is locked already

    def close(self) -> None:
        """Remove the folder with all that is in it."""
        for folder in (self._begun, self.folder):
            shutil.rmtree(folder, ignore_errors=True)
        if self._held >= 0:
            os.close(self._held)
            self._held = -1


def repair(parent: Path) -> None:
    """Sweep what dead makers left in ``parent``; a site that was between its two names takes its place."""
    for folder in _workshops(parent):
        lock = _abandoned(folder)
        if lock is None:
            continue
        with suppress(OSError):
            _finish(folder)
            shutil.rmtree(folder)
        if lock >= 0:
            os.close(lock)


def _finish(folder: Path) -> None:
    for old in (folder / OLD).iterdir() if (folder / OLD).is_dir() else ():
        new, target = folder / NEW / old.name, folder.parent / old.name
        if not os.path.lexists(target):
            (new if new.is_dir() else old).rename(target)


def _workshops(parent: Path) -> Iterator[Path]:
    with suppress(OSError):
        for folder in sorted(parent.iterdir()):
            if _NAME.match(folder.name) and folder.is_dir() and not folder.is_symlink():
                yield folder


def _abandoned(folder: Path) -> int | None:
    """Return the lock of a workshop whose maker is gone, -1 if only its age says so; None while he may be at work."""
    found = _NAME.match(folder.name)
    assert found is not None
    try:
        age = time.time() - folder.stat().st_mtime
        if found[2]:
            return -1 if age > MINUTE else None
        if found[1] != _machine() or fcntl is None:
            return -1 if age > DAY else None
        lock = os.open(folder / _LOCK, os.O_RDWR)
    except OSError:
        return None
    if _lock(lock):
        return lock
    os.close(lock)
    return None


def _lock(lock: int) -> bool:
    if fcntl is None:
        return False
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _machine() -> str:
    """Return what stands for this machine since it was started; containers on one machine share it, and its locks."""
    try:
        text = Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii")
    except OSError:
        text = platform.node()
    return sha256(text.encode()).hexdigest()[:8]

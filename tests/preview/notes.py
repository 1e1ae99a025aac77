"""What a watcher told a test."""

from __future__ import annotations

from queue import Empty, Queue
from typing import Any


class Notes:
    """Keeps what it is told."""

    def __init__(self) -> None:
        self.told: Queue[Any] = Queue()

    def changed(self) -> bool:
        """Wait for a change, then until nothing more comes."""
        try:
            self.told.get(timeout=10)
        except Empty:
            return False
        self.quiet()
        return True

    def quiet(self) -> None:
        try:
            while True:
                self.told.get(timeout=0.2)
        except Empty:
            pass

"""What a walk asks of a browser, whichever it is: one window of a phone's size, and a reader's few movements."""

from __future__ import annotations

import time
from abc import ABC, abstractmethod
from contextlib import suppress
from typing import Any, Final

WIDTH, HEIGHT = 360, 740
SECONDS: Final = 15
"""How long anything may take."""

ENTER, ESCAPE = "Enter", "Escape"


class BrowserError(Exception):
    """A browser refused, or gave no answer."""


class Browser(ABC):
    """A browser with one window. ``name`` is its own, with the version."""

    name: str

    @abstractmethod
    def go(self, address: str) -> None:
        """Lead the window to an address."""

    @abstractmethod
    def ask(self, expression: str) -> Any:
        """Return what a JavaScript expression is in the page, as JSON has it."""

    @abstractmethod
    def tap(self, selector: str) -> None:
        """Tap the first element that matches, where it is seen."""

    @abstractmethod
    def type(self, text: str) -> None:
        """Type into what has the focus."""

    @abstractmethod
    def press(self, key: str) -> None:
        """Press ``ENTER`` or ``ESCAPE``."""

    @abstractmethod
    def back(self) -> None:
        """Go one page back."""

    @abstractmethod
    def copied(self, field: str) -> str:
        """Return what the clipboard has, as one line; may be pasted into ``field`` for that."""

    @abstractmethod
    def close(self) -> None:
        """End the browser and all that it started."""

    def open(self, address: str) -> None:
        """Open an address afresh, also where only its fragment differs from the page that is shown."""
        self.go("about:blank")
        self.go(address)
        self.until("document.readyState === 'complete' && location.href !== 'about:blank'")

    def until(self, expression: str) -> None:
        """Wait until an expression is true; a page that is just being left may refuse to answer."""
        end = time.monotonic() + SECONDS
        while time.monotonic() < end:
            with suppress(BrowserError):
                if self.ask(f"Boolean({expression})"):
                    return
            time.sleep(0.05)
        raise AssertionError(f"{self.name}: never true: {expression}\n{self.ask('location.href')}")

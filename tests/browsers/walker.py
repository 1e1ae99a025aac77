"""A reader on a walk: what the walks do again and again, in words."""

from __future__ import annotations

import json
import time
from contextlib import suppress
from typing import Any

from .browser import SECONDS, Browser, BrowserError
from .site import HEARD, NOTHING

SEEN = """((one) => {
  if (!one) { return false; }
  const box = one.getBoundingClientRect();
  const middle = document.elementFromPoint(box.left + Math.min(box.width, innerWidth) / 2, box.top + Math.min(box.height, 40) / 2);
  return box.width > 0 && box.height > 0 && box.top >= 0 && box.top < innerHeight && Boolean(middle)
    && (one.contains(middle) || middle.contains(one));
})(document.querySelector(%s))"""

MARK = """((all, text) => {
  document.querySelectorAll("[data-walked]").forEach((one) => { delete one.dataset.walked; });
  const found = [...all].find((one) => one.textContent.includes(text));
  if (found) { found.dataset.walked = ""; }
  return Boolean(found);
})(document.querySelectorAll(%s), %s)"""


class Walker:
    """Walks through the site at ``origin`` with a browser."""

    def __init__(self, browser: Browser, origin: str) -> None:
        self.browser = browser
        self.origin = origin

    def come(self) -> None:
        """Come to the site as somebody who was never there."""
        self.browser.open(f"{self.origin}/about/")
        self.browser.ask("(localStorage.clear(), sessionStorage.clear(), 1)")

    def open(self, path: str) -> None:
        """Open a page of the site."""
        self.browser.open(self.origin + path)

    def tap(self, selector: str, text: str = "") -> None:
        """Tap what matches and, if a text is given, has it; once more where the page was drawn anew meanwhile."""
        mark = MARK % (json.dumps(selector), json.dumps(text))
        end = time.monotonic() + SECONDS
        while True:
            self.until(mark)
            try:
                self.browser.tap("[data-walked]")
            except BrowserError:
                if time.monotonic() > end:
                    raise
            else:
                return

    def follow(self, selector: str, text: str, path: str) -> None:
        """Tap a link until its page comes: who taps while a list is drawn anew taps again."""
        for _ in range(4):
            self.tap(selector, text)
            end = time.monotonic() + 3
            while time.monotonic() < end:
                with suppress(BrowserError):
                    if self.ask("location.pathname") == path:
                        return
                time.sleep(0.1)
        raise AssertionError(f"{self.browser.name}: no way to {path}")

    def until(self, expression: str) -> None:
        """Wait until something is true of the page."""
        self.browser.until(expression)

    def sees(self, selector: str) -> bool:
        """Tell whether the first that matches stands on the screen, with nothing over it."""
        return bool(self.browser.ask(SEEN % json.dumps(selector)))

    def until_seen(self, selector: str) -> None:
        """Wait until the first that matches stands on the screen."""
        self.until(SEEN % json.dumps(selector))

    def scroll_to(self, selector: str) -> None:
        """Bring the first that matches to the middle of the screen."""
        self.ask(
            f"document.querySelector({json.dumps(selector)}).scrollIntoView({{block: 'center', behavior: 'instant'}})"
        )

    def text(self, selector: str) -> str:
        """Return the text that is shown of the first that matches."""
        return str(self.browser.ask(f"document.querySelector({json.dumps(selector)}).innerText")).strip()

    def ask(self, expression: str) -> Any:
        """Ask the page."""
        return self.browser.ask(expression)

    def heard(self) -> list[str]:
        """Return what went wrong on the pages since the walker came."""
        heard = self.browser.ask(HEARD)
        assert heard, "nobody listened"
        return [line for line in str(heard).removeprefix(NOTHING).splitlines() if line]

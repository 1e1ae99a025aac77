"""Drives a Chromium of any age by its DevTools protocol over a pair of pipes; Playwright refuses the old ones.

https://chromedevtools.github.io/devtools-protocol/: only what version 80 has is asked for.
"""

from __future__ import annotations

import fcntl
import json
import os
import select
import signal
import time
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final
from urllib.parse import urlsplit

from .browser import ENTER, ESCAPE, HEIGHT, SECONDS, WIDTH, Browser, BrowserError

FLAGS: Final = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-dev-shm-usage"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync", "--remote-debugging-pipe"),
)
KEYS: Final = {
    ENTER: {"key": "Enter", "windowsVirtualKeyCode": 13, "text": "\r"},
    ESCAPE: {"key": "Escape", "windowsVirtualKeyCode": 27},
}
CLIPBOARD: Final = (
    ["clipboardReadWrite", "clipboardSanitizedWrite"],
    ["clipboardReadWrite"],
    ["clipboardRead", "clipboardWrite"],
)
"""What reading and writing the clipboard is called, the newest names first; what is not named is refused."""
PLACE: Final = """(() => {
  const one = document.querySelector(%s);
  one.scrollIntoView({block: "center", behavior: "instant"});
  const box = one.getClientRects()[0];
  return [box.left + box.width / 2, box.top + box.height / 2];
})()"""


class Chromium(Browser):
    """A Chromium without a window, in the size of a phone."""

    def __init__(self, program: Path) -> None:
        self._folder = TemporaryDirectory(prefix="chromium-", ignore_cleanup_errors=True)
        self._started, self._in, self._out = _start(program, self._folder.name)
        self._number, self._left, self._session = 0, b"", ""
        product = self._send("Browser.getVersion")["product"]
        self.name = product.replace("HeadlessChrome/", "Chromium ").replace("Chrome/", "Chromium ")
        target = self._send("Target.createTarget", url="about:blank")["targetId"]
        self._session = self._send("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self._send("Page.enable")
        self._send("Emulation.setFocusEmulationEnabled", enabled=True)
        size = {"width": WIDTH, "height": HEIGHT, "deviceScaleFactor": 1, "mobile": True}
        self._send("Emulation.setDeviceMetricsOverride", **size)

    def go(self, address: str) -> None:
        origin = "://".join(urlsplit(address)[:2])
        for names in CLIPBOARD:
            with suppress(BrowserError):
                self._send("Browser.grantPermissions", permissions=names, origin=origin)
                break
        self._send("Page.navigate", url=address)

    def ask(self, expression: str) -> Any:
        found = self._send("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in found:
            raise BrowserError(found["exceptionDetails"].get("exception", {}).get("description", expression))
        return found["result"].get("value")

    def tap(self, selector: str) -> None:
        x, y = self.ask(PLACE % json.dumps(selector))
        for kind in ("mousePressed", "mouseReleased"):
            self._send("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def type(self, text: str) -> None:
        self._send("Input.insertText", text=text)

    def press(self, key: str) -> None:
        for kind in ("keyDown", "keyUp"):
            self._send("Input.dispatchKeyEvent", type=kind, **KEYS[key])

    def back(self) -> None:
        history = self._send("Page.getNavigationHistory")
        entry = history["entries"][history["currentIndex"] - 1]["id"]
        self._send("Page.navigateToHistoryEntry", entryId=entry)

    def copied(self, field: str) -> str:
        return str(self.ask("navigator.clipboard.readText()"))

    def close(self) -> None:
        os.kill(self._started, signal.SIGKILL)
        os.waitpid(self._started, 0)
        os.close(self._in)
        os.close(self._out)
        self._folder.cleanup()

    def _send(self, method: str, **values: Any) -> Any:
        self._number += 1
        message: dict[str, Any] = {"id": self._number, "method": method, "params": values}
        if self._session and not method.startswith(("Browser.", "Target.")):
            message["sessionId"] = self._session
        os.write(self._out, json.dumps(message).encode() + b"\0")
        while (answer := self._receive()).get("id") != self._number:
            pass  # what happens meanwhile is not asked for
        if "error" in answer:
            raise BrowserError(f"{method}: {answer['error']['message']}")
        return answer["result"]

    def _receive(self) -> dict[str, Any]:
        end = time.monotonic() + 4 * SECONDS
        while b"\0" not in self._left:
            ready, _, _ = select.select([self._in], [], [], max(end - time.monotonic(), 0))
            more = os.read(self._in, 65536) if ready else b""
            if not more:
                raise BrowserError("Chromium has gone or does not answer")
            self._left += more
        text, _, self._left = self._left.partition(b"\0")
        found: dict[str, Any] = json.loads(text)
        return found


def _start(program: Path, folder: str) -> tuple[int, int, int]:
    """Start Chromium with pipes at 3 and 4, where it looks for them; gives its number and our two ends."""
    theirs_in, ours_out = map(_high, os.pipe())
    ours_in, theirs_out = map(_high, os.pipe())
    nothing = (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0)
    actions = [nothing, (os.POSIX_SPAWN_DUP2, theirs_in, 3), (os.POSIX_SPAWN_DUP2, theirs_out, 4)]
    command = [str(program), *FLAGS, f"--user-data-dir={folder}", "about:blank"]
    started = os.posix_spawn(program, command, os.environ, file_actions=actions)
    os.close(theirs_in)
    os.close(theirs_out)
    return started, ours_in, ours_out


def _high(descriptor: int) -> int:
    """Return a copy beyond the numbers that a child gets, and close the first."""
    copy = fcntl.fcntl(descriptor, fcntl.F_DUPFD_CLOEXEC, 10)
    os.close(descriptor)
    return copy

"""Drives a browser by the W3C's WebDriver: over HTTP, as WebKitGTK's driver speaks it.

https://www.w3.org/TR/webdriver2/ has the commands. Firefox knows the same ones by other names (``firefox.py``).
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import time
from abc import abstractmethod
from pathlib import Path
from typing import Any, Final
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

from .browser import ENTER, ESCAPE, HEIGHT, SECONDS, WIDTH, Browser, BrowserError

ELEMENT: Final = "element-6066-11e4-a52e-4f735466cecf"
"""The key of a reference to an element, fixed by the standard."""
KEYS: Final = {ENTER: "\ue007", ESCAPE: "\ue00c"}
PASTE: Final = "\ue009v\ue000"
COMMANDS: Final = {
    "NewSession": ("POST", "/session"),
    "DeleteSession": ("DELETE", "/session/{session}"),
    "Navigate": ("POST", "/session/{session}/url"),
    "Back": ("POST", "/session/{session}/back"),
    "SetWindowRect": ("POST", "/session/{session}/window/rect"),
    "FindElement": ("POST", "/session/{session}/element"),
    "GetActiveElement": ("GET", "/session/{session}/element/active"),
    "ElementClick": ("POST", "/session/{session}/element/{id}/click"),
    "ElementClear": ("POST", "/session/{session}/element/{id}/clear"),
    "ElementSendKeys": ("POST", "/session/{session}/element/{id}/value"),
    "ExecuteScript": ("POST", "/session/{session}/execute/sync"),
}


class WebDriver(Browser):
    """A browser that understands WebDriver's commands; ``send`` knows how they get there."""

    @abstractmethod
    def send(self, command: str, **values: Any) -> Any:
        """Run one of ``COMMANDS`` and return its value; raises ``BrowserError``."""

    def shrink(self) -> None:
        """Make the page as wide and high as a phone's, as far as the browser lets its window be so small."""
        width, height = WIDTH, HEIGHT
        for _ in range(3):
            self.send("SetWindowRect", x=0, y=0, width=width, height=height)
            time.sleep(0.3)
            seen = self.ask("[innerWidth, innerHeight]")
            width, height = width + WIDTH - seen[0], height + HEIGHT - seen[1]

    def go(self, address: str) -> None:
        self.send("Navigate", url=address)

    def ask(self, expression: str) -> Any:
        return self.send("ExecuteScript", script=f"return ({expression});", args=[])

    def tap(self, selector: str) -> None:
        self.send("ElementClick", id=self._element(selector))

    def type(self, text: str) -> None:
        self.send("ElementSendKeys", id=self.send("GetActiveElement")[ELEMENT], text=text)

    def press(self, key: str) -> None:
        self.type(KEYS[key])

    def back(self) -> None:
        self.send("Back")

    def copied(self, field: str) -> str:
        self.send("ElementClear", id=self._element(field))
        self.send("ElementSendKeys", id=self._element(field), text=PASTE)
        return str(self.ask(f"document.querySelector({json.dumps(field)}).value"))

    def _element(self, selector: str) -> str:
        found: str = self.send("FindElement", using="css selector", value=selector)[ELEMENT]
        return found


class WebKit(WebDriver):
    """WebKitGTK's MiniBrowser on a screen of its own that nobody sees."""

    def __init__(self, driver: Path, screen: Path) -> None:
        self._screen, display = _screen(screen)
        port = _free_port()
        self._address = f"http://127.0.0.1:{port}"
        environment = {**os.environ, "DISPLAY": f":{display}", "GDK_BACKEND": "x11", "LIBGL_ALWAYS_SOFTWARE": "1"}
        environment |= {"WEBKIT_DISABLE_COMPOSITING_MODE": "1", "WEBKIT_DISABLE_DMABUF_RENDERER": "1"}
        quiet = subprocess.DEVNULL
        self._driver = subprocess.Popen([driver, f"--port={port}"], env=environment, stdout=quiet, stderr=quiet)
        self._session = ""
        made = self._wait_for_session()
        self._session = made["sessionId"]
        told = made["capabilities"]
        self.name = f"{told['browserName']} (WebKitGTK {told['browserVersion']})"
        self.shrink()

    def send(self, command: str, **values: Any) -> Any:
        method, path = COMMANDS[command]
        path = path.format(session=self._session, id=values.pop("id", ""))
        body = json.dumps(values).encode() if method == "POST" else None
        request = Request(self._address + path, body, {"Content-Type": "application/json"}, method=method)
        try:
            with urlopen(request, timeout=4 * SECONDS) as answer:
                return json.load(answer)["value"]
        except HTTPError as error:
            raise BrowserError(f"{command}: {error.read().decode()[:300]}") from error
        except OSError as error:
            raise BrowserError(f"{command}: {error}") from error

    def close(self) -> None:
        try:
            self.send("DeleteSession")
        finally:
            for process in (self._driver, self._screen):
                process.terminate()
                process.wait(SECONDS)

    def _wait_for_session(self) -> Any:
        wanted = {"webkitgtk:browserOptions": {"args": ["--automation"]}}
        end = time.monotonic() + SECONDS
        while True:
            try:
                return self.send("NewSession", capabilities={"alwaysMatch": wanted})
            except BrowserError as error:
                if not isinstance(error.__cause__, URLError) or time.monotonic() > end:
                    raise
            time.sleep(0.1)


def _screen(program: Path) -> tuple[subprocess.Popen[bytes], int]:
    """Start an X server without a screen; gives it and its number, which it chooses itself."""
    command = [str(program), "-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    assert process.stdout is not None
    return process, int(process.stdout.readline())


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port

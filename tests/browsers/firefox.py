"""Drives Firefox by Marionette, which it brings itself: WebDriver's commands as JSON over a socket.

https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html: each message is its length, a colon and a list.
"""

from __future__ import annotations

import json
import socket
import subprocess
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from .browser import SECONDS, BrowserError
from .webdriver import WebDriver

PREFERENCES: Final = {
    "marionette.port": 0,
    "intl.accept_languages": "zh-CN",
    "datareporting.policy.dataSubmissionEnabled": False,
}
PORT_FILE: Final = "MarionetteActivePort"
"""Where it writes which port it took."""


class Firefox(WebDriver):
    """Firefox without a window."""

    def __init__(self, program: Path) -> None:
        self._folder = TemporaryDirectory(prefix="firefox-", ignore_cleanup_errors=True)
        profile = Path(self._folder.name)
        lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in PREFERENCES.items()]
        (profile / "user.js").write_text("\n".join(lines), encoding="utf-8")
        command = [str(program), "--headless", "--marionette", "--no-remote", "--profile", str(profile)]
        self._process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self._socket = socket.create_connection(("127.0.0.1", _port(profile)), timeout=4 * SECONDS)
        self._number = 0
        self._receive()
        told = self.send("NewSession", strictFileInteractability=False)["capabilities"]
        self.name = f"Firefox {told['browserVersion']}"
        self.shrink()

    def send(self, command: str, **values: Any) -> Any:
        self._number += 1
        message = json.dumps([0, self._number, f"WebDriver:{command}", values]).encode()
        self._socket.sendall(b"%d:%b" % (len(message), message))
        _, _, error, result = self._receive()
        if error:
            raise BrowserError(f"{command}: {error['message'][:300]}")
        return result.get("value", result) if isinstance(result, dict) else result

    def close(self) -> None:
        self._socket.close()
        self._process.terminate()
        self._process.wait(2 * SECONDS)
        self._folder.cleanup()

    def _receive(self) -> Any:
        length = b""
        while not length.endswith(b":"):
            length += self._read(1)
        return json.loads(self._read(int(length[:-1])))

    def _read(self, size: int) -> bytes:
        data = b""
        while len(data) < size:
            more = self._socket.recv(size - len(data))
            if not more:
                raise BrowserError("Firefox has gone")
            data += more
        return data


def _port(profile: Path) -> int:
    end = time.monotonic() + 4 * SECONDS
    while time.monotonic() < end:
        file = profile / PORT_FILE
        if file.exists() and (text := file.read_text(encoding="ascii").strip()):
            return int(text)
        time.sleep(0.1)
    raise BrowserError("Firefox did not begin to listen")

"""The server of one preview as a process: its pages, its CPU seconds, its memory."""

from __future__ import annotations

import http.client
import os
import re
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bench.measure import CommandError
from bench.tools import SCRATCH, Tool, environment

TICK: Final = os.sysconf("SC_CLK_TCK")
IDLE: Final = 1.0
"""Seconds without CPU after which a server is taken to have done its work; some wait a while before they begin."""
MOST_WAITED: Final = 30.0
READY_SECONDS: Final = 600.0
ASK_SECONDS: Final = 300.0
"""How long an answer may take: some servers answer only when they have built."""


@dataclass(frozen=True, slots=True)
class Preview:
    """A server that runs."""

    tool: Tool
    folder: Path
    port: int
    process: int

    @property
    def address(self) -> str:
        """Where it listens, without a slash at the end."""
        return f"http://127.0.0.1:{self.port}"

    def ask(self, page: str) -> tuple[int, str]:
        """Return the status and the text of a page; 0 where there is no answer."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=ASK_SECONDS)
        try:
            connection.request("GET", f"/{page}")
            answer = connection.getresponse()
            return answer.status, answer.read().decode("utf-8", "replace")
        except (OSError, http.client.HTTPException):
            return 0, ""
        finally:
            connection.close()

    def cpu(self) -> float:
        """Return the user and system seconds of the process and all its children, ended ones included."""
        return sum(map(_ticks, _tree(self.process))) / TICK

    def peak(self) -> int:
        """Return the largest resident bytes of the process and its children that still run, added up."""
        return sum(map(_peak, _tree(self.process)))

    def settle(self, idle: float = IDLE) -> None:
        """Wait until nothing has been computed for so many seconds."""
        begun = changed = time.monotonic()
        last = self.cpu()
        while time.monotonic() - changed < idle and time.monotonic() - begun < MOST_WAITED:
            time.sleep(0.05)
            now = self.cpu()
            if now - last > 1 / TICK:  # a heart that beats is no work
                last, changed = now, time.monotonic()


@contextmanager
def running(tool: Tool, folder: Path, serve: Callable[[int], list[str]]) -> Iterator[Preview]:
    """Start a server and wait until it answers; it is ended with the block."""
    port = _free_port()
    log = SCRATCH / f"{tool.name}-serve.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("wb") as output:
        process = subprocess.Popen(
            serve(port), cwd=folder, env=environment(), stdout=output, stderr=output, start_new_session=True
        )
        try:
            preview = Preview(tool, folder, port, process.pid)
            _wait(preview, process, log)
            yield preview
        finally:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def _wait(preview: Preview, process: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + READY_SECONDS
    while preview.ask("")[0] != http.client.OK:
        if process.poll() is not None or time.monotonic() > end:
            printed = log.read_text(encoding="utf-8", errors="replace")[-2000:]
            message = f"{preview.tool.name} serves nothing:\n{printed}"
            raise CommandError(message)
        time.sleep(0.1)
    preview.settle()


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _tree(process: int) -> Iterator[int]:
    yield process
    for path in Path(f"/proc/{process}/task").glob("*/children"):
        for child in _text(path).split():
            yield from _tree(int(child))


def _ticks(process: int) -> int:
    fields = _text(Path(f"/proc/{process}/stat")).rpartition(")")[2].split()
    return sum(map(int, fields[11:15]))  # user and system, then the same of children that ended


def _peak(process: int) -> int:
    found = re.search(r"VmHWM:\s+(\d+)", _text(Path(f"/proc/{process}/status")))
    return int(found[1]) * 1024 if found else 0


def _text(path: Path) -> str:
    """Return what the kernel tells; nothing of a process that has ended."""
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""

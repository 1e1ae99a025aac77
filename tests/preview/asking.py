"""Asks a preview over real connections, whole or broken off."""

from __future__ import annotations

import http.client
import json
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    headers: dict[str, str]
    text: str


def ask(port: int, path: str, method: str = "GET", **headers: str) -> Answer:
    """Send one request, its path as it is."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.putrequest(method, path, skip_host="Host" in headers)
    for name, value in headers.items():
        connection.putheader(name.replace("_", "-"), value)
    connection.endheaders()
    answer = connection.getresponse()
    found = {name.lower(): value for name, value in answer.getheaders()}
    text = answer.read().decode("utf-8")
    connection.close()
    return Answer(answer.status, found, text)


@contextmanager
def events(port: int) -> Iterator[Iterator[dict[str, Any]]]:
    """Listen to what a preview tells; each event is its data."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", "/__preview/events")
    answer = connection.getresponse()

    def told() -> Iterator[dict[str, Any]]:
        while line := answer.fp.readline():
            if line.startswith(b"data:"):
                yield json.loads(line[5:])

    yield told()
    connection.close()


def send(port: int, text: bytes) -> socket.socket:
    """Send ``text`` and leave the connection open."""
    made = socket.create_connection(("127.0.0.1", port), timeout=10)
    made.sendall(text)
    return made

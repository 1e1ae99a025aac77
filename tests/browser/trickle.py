"""A server whose pages come piece by piece and whose deferred scripts come late, as over a slow network."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from itertools import pairwise
from pathlib import Path
from time import sleep
from typing import Final

from .server import Handler, content, serving

PIECES: Final = 160
"""So many tags of a page, from its header on, come one by one."""
PAUSE: Final = .03
"""Seconds: enough for a browser to draw what has come."""
LATE: Final = .3
"""Seconds that scripts take which pages do not wait for."""


class Trickle(Handler):
    """Answers with a page a tag at a time, so that a browser draws it at every stage."""

    def _send(self, status: HTTPStatus, path: Path) -> None:
        if path.suffix == ".js" and not path.name.startswith("scheme."):
            sleep(LATE)
        if path.suffix != ".html":
            super()._send(status, path)
            return
        self._head(status, {"Content-Type": "text/html; charset=utf-8", "Connection": "close"})
        for piece in pieces(content(path, packed=False)):
            self.wfile.write(piece)
            sleep(PAUSE)
        self.close_connection = True


def pieces(page: bytes) -> Iterator[bytes]:
    """Cut a page before each of the first tags of its body."""
    tags = [tag.start() for tag in re.finditer(rb"<", page) if tag.start() > page.index(b"<header")]
    places = [0, *tags[:PIECES], len(page)]
    return (page[start:end] for start, end in pairwise(places))


@contextmanager
def trickling(folder: Path) -> Iterator[str]:
    """Serve ``folder`` in pieces while the block runs; gives the address without a slash at its end."""
    with serving(folder, kind=Trickle) as address:
        yield address

"""Connections of the preview: whoever is slow or hostile loses his own, and keeps nobody else waiting."""

from __future__ import annotations

import asyncio
from itertools import count
from typing import Any

from uvicorn.protocols.http.h11_impl import H11Protocol

MOST = 120
"""How many connections there may be; the system gives some machines 256 files."""
PATIENCE = 20.0
"""Seconds in which a request must be whole, and its answer taken."""
_numbers = count()


class PatientProtocol(H11Protocol):
    """HTTP/1.1 of uvicorn, which waits forever for half a request and takes any number of connections."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Take a connection. When there are too many, the oldest that is not being answered goes."""
        super().connection_made(transport)
        self.number = next(_numbers)
        self._last: Any = self.cycle
        self._timer = self.loop.call_later(PATIENCE, self._look)
        if len(self.connections) > MOST:
            others = [one for one in self.connections if isinstance(one, PatientProtocol) and one is not self]
            min(others, key=lambda one: (one.is_answering, one.number)).transport.abort()

    def connection_lost(self, exc: Exception | None) -> None:
        """Let it go."""
        self._timer.cancel()
        super().connection_lost(exc)

    @property
    def is_answering(self) -> bool:
        """Whether a request is whole and its answer is not."""
        return self.cycle is not None and not self.cycle.response_complete

    def _look(self) -> None:
        """End a connection on which nothing came about since the last look."""
        if not self.is_answering and self.cycle is self._last:
            self.transport.abort()
            return
        self._last = self.cycle
        self._timer = self.loop.call_later(PATIENCE, self._look)

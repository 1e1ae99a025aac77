"""The preview's server: pages as the site has them, news of every save, and the panel of problems over all of it."""

from __future__ import annotations

import asyncio
import json
import signal
import socket
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass
from threading import current_thread, main_thread

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from helpcenter.preview.addresses import address, asked
from helpcenter.preview.allowed_hosts import answers
from helpcenter.preview.answers import HEADERS, SCRIPT, STYLE, answer, plain
from helpcenter.preview.board import ProblemBoard
from helpcenter.preview.connections import PatientProtocol
from helpcenter.preview.keeper import SiteKeeper
from helpcenter.preview.site import PreviewedSite
from helpcenter.preview.state import LiveState, Served, ShownProblem
from helpcenter.rendering.bundles import live_script, live_style
from helpcenter.words.catalogue import Words

EVENTS = "/__preview/events"
BEAT = 15.0
"""Seconds after which an event stream shows that it is alive."""
RETRY = 500
"""Milliseconds after which a browser asks again for events that broke off."""
GRACE = 1
"""Seconds that answers have when the server ends."""
NOT_FOUND = "404.html"
HANG_UP = [found for found in signal.Signals if found.name == "SIGHUP"]
"""The signal of a terminal that is closed, where there is one."""


@dataclass(frozen=True, slots=True)
class Listening:
    """Where a preview listens: its ``host`` as it was named, and the path at which the site begins."""

    host: str = "127.0.0.1"
    base: str = "/"


class LivePreview:
    """The application of one preview: an ASGI callable. Every new state is ``told``."""

    def __init__(
        self, site: PreviewedSite, words: Words, at: Listening, told: Callable[[LiveState], None] = lambda state: None
    ) -> None:
        self._words, self._at, self._told = words, at, told
        self._board = ProblemBoard(words)
        self.keeper = SiteKeeper(site, self._fault)
        fixed = {SCRIPT: Served(live_script(), "text/javascript"), STYLE: Served(live_style(), "text/css")}
        files = [Route(path, lambda request, served=served: answer(request, served)) for path, served in fixed.items()]
        routes = [Route(EVENTS, self._events), *files, Route("/{path:path}", self._page)]
        self._app = Starlette(routes=routes, lifespan=self._living, exception_handlers={404: self._unroutable})

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer whoever names this machine; others get 421."""
        app: ASGIApp = self._app
        if scope["type"] == "http" and not answers(Request(scope).headers.get("host"), self._at.host):
            app = plain(self._words("preview.wrong_host"), 421)
        await app(scope, receive, send)

    @asynccontextmanager
    async def _living(self, app: Starlette) -> AsyncIterator[None]:
        task = asyncio.create_task(self.keeper.keep(self._told))
        yield
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task

    async def _page(self, request: Request) -> Response:
        base, path, query = self._at.base, str(request.scope["path"]), request.url.query
        begins = "/" if path.startswith("/__preview/") else base
        name = asked(path, begins)
        if name is None:
            outside = None if path.startswith(base) else asked(path, "/")
            return await self._missing(request) if outside is None else RedirectResponse(address(outside, base, query))
        version = self.keeper.state.version
        try:
            served = await self.keeper.get(name)
            if served is None and name[-1:] not in ("", "/") and await self.keeper.get(f"{name}/"):
                return RedirectResponse(address(f"{name}/", begins, query), headers=HEADERS)
        except Exception as error:
            return answer(request, self._page_of(self._fault(self.keeper.state, error)), version, 500)
        return answer(request, served, version) if served else await self._missing(request)

    async def _missing(self, request: Request) -> Response:
        """Return the site's page for what does not exist, or what is wrong where there is no page at all."""
        version = self.keeper.state.version
        served = await self.keeper.get(NOT_FOUND)
        if served:
            return answer(request, served, version, 404)
        if self.keeper.state.problems:
            return answer(request, self._page_of(self.keeper.state), version, 503)
        return plain(self._words("preview.nothing"), 404)

    async def _unroutable(self, request: Request, error: Exception) -> Response:
        return await self._missing(request)

    def _page_of(self, state: LiveState) -> Served:
        return Served(self._board.page(state).encode(errors="backslashreplace"), "text/html")

    async def _events(self, request: Request) -> Response:
        return StreamingResponse(self._stream(), headers=HEADERS, media_type="text/event-stream")

    async def _stream(self) -> AsyncIterator[str]:
        """Yield an event for every state; whoever reads slowly gets the latest only."""
        yield f"retry: {RETRY}\n\n"
        async for state in self.keeper.states(BEAT):
            yield f"data: {json.dumps(self._event(state))}\n\n" if state else ": still here\n\n"

    def _event(self, state: LiveState) -> dict[str, object]:
        errors = sum(found.is_error for found in state.problems)
        said = {"panel": self._board.panel(state), "beside": self._words("beside.title")}
        return {"version": state.version, "stale": state.is_stale, "errors": errors, **said}

    def _fault(self, state: LiveState, error: Exception) -> LiveState:
        """Return the state after a fault of the program itself."""
        said = self._words("preview.fault", kind=type(error).__name__, reason=error)
        found = ShownProblem("", 1, 1, "", said, self._words("preview.fault_hint"), is_error=True)
        return LiveState(state.version + 1, (found,), is_stale=True)


class _Server(uvicorn.Server):
    """Ends at once, when the terminal is closed too: whoever waits for news is let go before anything else."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Take note of signals to end. One that is raised in the loop would be taken for a fault of a task."""
        with super().capture_signals():
            known = {number: signal.getsignal(number) for number in HANG_UP if current_thread() is main_thread()}
            heeded = {number: before for number, before in known.items() if before is not signal.SIG_IGN}
            for number in heeded:
                signal.signal(number, self.handle_exit)
            try:
                yield
            finally:
                for number, before in heeded.items():
                    signal.signal(number, before)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        preview = self.config.app
        assert isinstance(preview, LivePreview)
        preview.keeper.end()
        await super().shutdown(sockets)


def server(preview: LivePreview) -> uvicorn.Server:
    """Return the server of ``preview``. A signal that ends its ``run`` is then raised as if nobody had taken it."""
    config = uvicorn.Config(
        preview,
        loop="asyncio",
        http=PatientProtocol,
        ws="none",
        lifespan="on",
        log_config=None,
        access_log=False,
        proxy_headers=False,
        server_header=False,
        timeout_graceful_shutdown=GRACE,
    )
    return _Server(config)

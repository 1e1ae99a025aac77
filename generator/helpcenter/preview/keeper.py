"""Keeps the previewed site up to date: a change of its sources is a refresh, a refresh is news."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from helpcenter.preview.site import PreviewedSite
from helpcenter.preview.state import LiveState, Served
from helpcenter.preview.watcher import SourceWatcher

MOST_KEPT = 32
"""How many answers of one state are kept."""


class SiteKeeper:
    """Asks the site from one thread, and holds the latest state for whoever waits for it.

    ``failed`` makes a state of an error that the site should not have raised, after the state that is known.
    """

    def __init__(self, site: PreviewedSite, failed: Callable[[LiveState, Exception], LiveState]) -> None:
        self.state = LiveState(0)
        self._site, self._failed = site, failed
        self._thread = ThreadPoolExecutor(1, "site")
        self._changed, self._news = asyncio.Event(), asyncio.Event()
        self._made: dict[str, Served | None] = {}
        self._is_over = False

    async def get(self, path: str) -> Served | None:
        """Return what the site has at ``path``, once a refresh that goes on is through."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._got, path)

    async def keep(self, told: Callable[[LiveState], None]) -> None:
        """Refresh the site now and after every change, until cancelled; every new state is ``told``."""
        loop = asyncio.get_running_loop()
        watcher = SourceWatcher(partial(loop.call_soon_threadsafe, self._changed.set))
        watcher.follow(await loop.run_in_executor(self._thread, self._site.watched))
        watcher.start()
        try:
            while True:
                self._changed.clear()
                state, watched = await loop.run_in_executor(self._thread, self._refreshed)
                watcher.follow(watched)
                if state != self.state:
                    self._publish(state)
                    told(state)
                await self._changed.wait()
        finally:
            watcher.stop()

    async def states(self, beat: float) -> AsyncIterator[LiveState | None]:
        """Yield the state and every later one, the latest to the slow; None after ``beat`` seconds without."""
        seen: LiveState | None = None
        while not self._is_over:
            news = self._news
            if self.state is not seen and self.state.version:
                seen = self.state
                yield seen
            else:
                try:
                    await asyncio.wait_for(news.wait(), beat)
                except TimeoutError:
                    yield None

    def end(self) -> None:
        """Let nobody wait any longer."""
        self._is_over = True
        self._news.set()
        self._thread.shutdown(wait=False, cancel_futures=True)

    def _got(self, path: str) -> Served | None:
        """Return what the site has; a page that asks whether it changed, and then for itself, is made once."""
        if path not in self._made:
            while len(self._made) >= MOST_KEPT:
                del self._made[next(iter(self._made))]
            self._made[path] = self._site.get(path)
        return self._made[path]

    def _refreshed(self) -> tuple[LiveState, tuple[Path, ...]]:
        self._made.clear()
        try:
            state = self._site.refresh()
        except Exception as error:
            state = self._failed(self.state, error)
        return state, self._site.watched()

    def _publish(self, state: LiveState) -> None:
        self.state, news, self._news = state, self._news, asyncio.Event()
        news.set()

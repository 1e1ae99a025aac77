"""A site made of plain files for tests of the preview, and one way to serve it: a real server in a thread."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from helpcenter.preview.listening import listen, port_of
from helpcenter.preview.server import Listening, LivePreview, server
from helpcenter.preview.site import PreviewedSite
from helpcenter.preview.state import LiveState, Served, ShownProblem
from helpcenter.words.catalogue import messages

PAGE = '<!doctype html><html lang="zh"><head><title>页</title></head><body><main>{text}</main></body></html>'


class FolderSite:
    """A site whose pages are the files of a folder; one that holds ``!`` is an error, one with ``?`` a warning."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.pages: dict[str, str] = {}
        self.state = LiveState(0)
        self.refreshes = 0

    def refresh(self) -> LiveState:
        self.refreshes += 1
        texts = {}
        for path in sorted(self.folder.rglob("*.txt")):
            with suppress(OSError):
                texts[path.relative_to(self.folder).with_suffix("").as_posix()] = path.read_text(encoding="utf-8")
        found = tuple(_problem(name, text) for name, text in texts.items() if "!" in text or "?" in text)
        is_stale = any(one.is_error for one in found)
        pages = self.pages if is_stale else texts
        if (pages, found, is_stale) != (self.pages, self.state.problems, self.state.is_stale) or not self.state.version:
            self.pages, self.state = pages, LiveState(self.state.version + 1, found, is_stale)
        return self.state

    def get(self, path: str) -> Served | None:
        if path == "style.css":
            return Served(b"body{}", "text/css")
        if path == "404.html":
            return Served(PAGE.format(text="没有这一页").encode(), "text/html") if self.pages else None
        name = "home" if path == "" else path.removesuffix("/") if path.endswith("/") else ""
        return Served(PAGE.format(text=self.pages[name]).encode(), "text/html") if name in self.pages else None

    def watched(self) -> tuple[Path, ...]:
        return (self.folder,)


def _problem(name: str, text: str) -> ShownProblem:
    at = text.replace("?", "!").index("!") + 1
    return ShownProblem(f"{name}.txt", 1, at, text.splitlines()[0], f"“{text[:20]}”里有叹号。", "去掉它。", "!" in text)


@contextmanager
def serving(site: PreviewedSite, base: str = "/", language: str = "zh") -> Iterator[int]:
    """Serve ``site`` on this machine while the block runs; gives the port."""
    listener = listen("127.0.0.1", 0)
    made = server(LivePreview(site, messages(language), Listening("127.0.0.1", base)))
    thread = threading.Thread(target=made.run, args=([listener],), daemon=True)
    thread.start()
    try:
        yield port_of(listener)
    finally:
        made.should_exit = True
        thread.join(5)
        assert not thread.is_alive(), "the server does not end"

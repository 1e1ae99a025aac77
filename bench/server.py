"""A local web server that does what real hosts do: gzip and cache headers."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import lru_cache, partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, Final

from bench.weight import COMPRESSED

PAGE_SECONDS: Final = 600
FILE_SECONDS: Final = 365 * 24 * 60 * 60
"""How long a browser may keep a page, and any other file, in seconds."""


class Handler(SimpleHTTPRequestHandler):
    """Serves a folder's files, compressed where that helps."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments: Any, asked: list[Path], **options: Any) -> None:
        self._asked = asked
        super().__init__(*arguments, **options)

    def handle(self) -> None:
        """Answer until the browser leaves, however it does."""
        with suppress(ConnectionError):
            super().handle()

    def do_GET(self) -> None:
        """Answer with the file, or the site's own page for what is missing."""
        path = Path(self.translate_path(self.path))
        if path.is_dir() and not self.path.split("?")[0].endswith("/"):
            self._redirect()
            return
        path = path / "index.html" if path.is_dir() else path
        self._asked.append(path)
        if path.is_file():
            self._send(HTTPStatus.OK, path)
        else:
            self._send(HTTPStatus.NOT_FOUND, Path(self.directory) / "404.html")

    def log_message(self, format: str, *args: object) -> None:
        """Stay quiet."""

    def _redirect(self) -> None:
        self.send_response(HTTPStatus.MOVED_PERMANENTLY)
        self.send_header("Location", self.path + "/")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _send(self, status: HTTPStatus, path: Path) -> None:
        zipped = path.suffix in COMPRESSED and "gzip" in self.headers.get("Accept-Encoding", "")
        body = content(path, zipped=zipped)
        seconds = PAGE_SECONDS if path.suffix == ".html" else FILE_SECONDS
        kind = self.guess_type(str(path))
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", f"public, max-age={seconds}")
        self.send_header("Vary", "Accept-Encoding")
        if zipped:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)


@lru_cache(maxsize=256)
def content(path: Path, *, zipped: bool) -> bytes:
    """The bytes to send; nothing for a file that is not there."""
    data = path.read_bytes() if path.is_file() else b""
    return gzip.compress(data, 6) if zipped else data


@contextmanager
def serving(folder: Path, asked: list[Path] | None = None) -> Iterator[str]:
    """Serve the folder on this machine only, while the block runs; gives the address without a slash at its end.

    The files that are asked for are added to ``asked``.
    """
    handler = partial(Handler, directory=str(folder.resolve()), asked=[] if asked is None else asked)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()

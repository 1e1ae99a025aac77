"""A web server for one folder, on this machine only: gzip, a strict policy, and the site's own page for 404."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache, partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, Final

from helpcenter.rendering.policy import POLICY

PACKED: Final = {".html", ".css", ".js", ".json", ".svg", ".txt", ".xml"}


class Handler(SimpleHTTPRequestHandler):
    """Answers GET with the file, its folder's ``index.html``, or ``404.html``."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *args: Any, policy: str, **options: Any) -> None:
        self.policy = policy
        super().__init__(*args, **options)

    def do_GET(self) -> None:
        """Answer with a file; without its slash, a folder's address leads to the one with it."""
        path = Path(self.translate_path(self.path))
        address, mark, query = self.path.partition("?")
        if path.is_dir() and not address.endswith("/"):
            self._answer(HTTPStatus.MOVED_PERMANENTLY, b"", {"Location": f"{address}/{mark}{query}"})
            return
        path = path / "index.html" if path.is_dir() else path
        if path.is_file():
            self._send(HTTPStatus.OK, path)
        else:
            self._send(HTTPStatus.NOT_FOUND, Path(self.directory) / "404.html")

    def log_message(self, format: str, *args: object) -> None:
        """Stay quiet."""

    def _send(self, status: HTTPStatus, path: Path) -> None:
        kind = self.guess_type(path)
        headers = {"Content-Type": f"{kind}; charset=utf-8" if kind.startswith("text/") else kind}
        packed = path.suffix in PACKED and "gzip" in self.headers.get("Accept-Encoding", "")
        if packed:
            headers["Content-Encoding"] = "gzip"
        self._answer(status, content(path, packed=packed), headers)

    def _answer(self, status: HTTPStatus, body: bytes, headers: dict[str, str]) -> None:
        self._head(status, {**headers, "Content-Length": str(len(body))})
        self.wfile.write(body)

    def _head(self, status: HTTPStatus, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        if self.policy:
            self.send_header("Content-Security-Policy", self.policy)
        self.end_headers()


@lru_cache(maxsize=256)
def content(path: Path, *, packed: bool) -> bytes:
    """Return what to send for a file; sites do not change while they are served."""
    data = path.read_bytes()
    return gzip.compress(data, 6) if packed else data


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Stay quiet: browsers break connections off when a page is closed."""


@contextmanager
def serving(folder: Path, policy: str = POLICY, kind: type[Handler] = Handler) -> Iterator[str]:
    """Serve ``folder`` while the block runs; gives the address without a slash at its end."""
    with _Server(("127.0.0.1", 0), partial(kind, directory=str(folder), policy=policy)) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()

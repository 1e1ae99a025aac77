"""The preview server's care for writers: while sources are broken, the browser says what is wrong.

Works on MkDocs' live-reload server through what plugins may use of it (``get_app``, ``set_app``, ``watch``,
``unwatch``, ``observer``, ``builder``); imports nothing of MkDocs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from html import escape
from pathlib import Path
from typing import Any

from helpcenter.preview.allowed_hosts import answers
from helpcenter.preview.watching import Watcher
from helpcenter.problems import Problem, has_errors
from helpcenter.words.catalogue import Words
from helpcenter.words.report import hint, message

SECONDS = 2
"""How often the page of problems asks again."""


class Preview:
    """Stands between the server and the browser of one preview."""

    def __init__(
        self, words: Words, settings: Callable[[], Sequence[Problem]] = tuple, host: str = "localhost"
    ) -> None:
        """Ask ``settings`` before each build what is wrong in ``mkdocs.yml``; ``host`` is where the server listens."""
        self.words, self.settings, self.host = words, settings, host
        self.problems: Sequence[Problem] = ()
        self.failure = ""

    def attach(self, server: Any, root: Path, folders: Iterable[Path], given: Iterable[str] = ()) -> Any:
        """Watch the files in ``root`` and all in ``folders``, there or not; keep the server alive when a build fails.

        What the server was ``given`` to watch is watched in our way. While something is wrong, answer in its place.
        """
        watched = [path for path in given if _let_go(server, path)]
        server.observer = Watcher()
        server.watch(str(root), recursive=False)
        for path in dict.fromkeys((*watched, *map(str, folders))):
            server.watch(path)
        server.builder = self._surviving(server.builder)
        server.set_app(self._answering(server.get_app()))
        return server

    def page(self) -> str | None:
        """Return the page that says what is wrong, or None when all is well."""
        if not self.problems and not self.failure:
            return None
        t, items = self.words, "".join(self._item(found) for found in self.problems)
        failure = f"<pre>{escape(self.failure)}</pre>" if self.failure else ""
        return (
            f'<!doctype html><html lang="{t.language}"><head><meta charset="utf-8">'
            f'<meta name="viewport" content="width=device-width,initial-scale=1">'
            f'<meta http-equiv="refresh" content="{SECONDS}"><title>{t("preview.title")}</title>'
            "<style>body{font:1rem/1.7 system-ui,sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem;"
            "color-scheme:light dark}li{margin:1rem 0}code{font-weight:600}pre{white-space:pre-wrap}</style></head>"
            f"<body><h1>{t('preview.title')}</h1><p>{t('preview.lead')}</p>{failure}<ol>{items}</ol></body></html>"
        )

    def _item(self, found: Problem) -> str:
        place = f"{found.location.file}:{found.location.line}:{found.location.column}"
        said = escape(message(found, self.words))
        return f"<li><code>{escape(place)}</code><br>{said}<br>{escape(hint(found, self.words))}</li>"

    def _surviving(self, builder: Callable[[], None]) -> Callable[[], None]:
        def build() -> None:
            found = self.settings()
            if has_errors(found):
                self.problems, self.failure = found, ""
                return
            try:
                builder()
            except (Exception, SystemExit) as error:
                self.failure = str(error) or type(error).__name__
            else:
                self.failure = ""

        return build

    def _answering(self, app: Callable[..., Iterable[bytes]]) -> Callable[..., Iterable[bytes]]:
        def answer(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
            if not answers(environ.get("HTTP_HOST"), self.host):
                start_response("421 Misdirected Request", [("Content-Type", "text/plain; charset=utf-8")])
                return [self.words("preview.wrong_host").encode()]
            page = self.page()
            path = environ.get("PATH_INFO", "")
            if page is None or path.startswith("/livereload/") or "." in path.rsplit("/", 1)[-1]:
                return app(environ, start_response)
            start_response("200 OK", [("Content-Type", "text/html; charset=utf-8"), ("Cache-Control", "no-store")])
            return [page.encode(errors="backslashreplace")]

        return answer


def _let_go(server: Any, path: str) -> bool:
    """Take ``path`` from the server; False when it did not watch it."""
    try:
        server.unwatch(path)
    except KeyError:
        return False
    return True

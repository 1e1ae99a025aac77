"""Answers to a browser: what is served, with a tag that tells versions apart; HTML with the preview's script."""

from __future__ import annotations

import re
from hashlib import sha256
from html import escape

from starlette.requests import Request
from starlette.responses import Response

from helpcenter.preview.state import Served

SCRIPT, STYLE = "/__preview/live.js", "/__preview/live.css"
NAMED_BY_CONTENT = re.compile(r"/assets/[^/]+\.[0-9a-f]{8}\.(?:css|js|svg)\Z")
"""Files that are called otherwise when they are others, so that a browser need not ask again."""
HEADERS = {
    "Cache-Control": "no-cache",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",  # pictures and the search index have drafts in them, too
}


def answer(request: Request, served: Served, version: int = 0, status: int = 200) -> Response:
    """Return ``served``, of the state ``version``, as the answer; 304 when the browser has it already."""
    tag = f'"{sha256(served.content).hexdigest()[:16]}"'
    headers = {**HEADERS, "ETag": tag}
    if NAMED_BY_CONTENT.search(request.url.path):
        headers["Cache-Control"] = "max-age=31536000, immutable"
    if status == 200 and tag in request.headers.get("if-none-match", ""):
        return Response(None, 304, headers)
    is_page = served.media_type.startswith("text/html")
    content = _with_script(served, tag, version) if is_page else served.content
    return Response(content, status, headers, served.media_type)


def plain(text: str, status: int) -> Response:
    """Return an answer of one sentence."""
    return Response(text, status, HEADERS, "text/plain")


def _with_script(served: Served, tag: str, version: int) -> bytes:
    """Return a page that watches itself: its script knows what it is, and where the rest of the preview is."""
    facts = f'data-tag={tag} data-version="{version}" data-style="{STYLE}"'
    facts += f' data-beside="/{escape(served.beside)}"' if served.beside else ""
    script = f'<script src="{SCRIPT}" {facts} defer></script>'.encode()
    head, end, rest = served.content.partition(b"</head>")
    return head + script + end + rest

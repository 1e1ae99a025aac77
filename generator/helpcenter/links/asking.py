"""Asks other hosts whether a page is there. Nothing else of the program asks the network, and one command does this."""

from __future__ import annotations

import ssl
from dataclasses import dataclass
from http.client import HTTPException
from typing import Any
from urllib.error import URLError
from urllib.parse import quote, urljoin, urlsplit, urlunsplit
from urllib.request import HTTPCookieProcessor, HTTPErrorProcessor, OpenerDirector, Request, build_opener

from helpcenter import __version__

SECONDS = 15
"""How long a host may keep silent."""
MOST_HOPS = 8
FOR_GOOD, FOR_NOW = frozenset({301, 308}), frozenset({302, 303, 307})
_AGENT = f"Mozilla/5.0 (compatible; helpcenter/{__version__}; looks whether links still work)"
_KEPT = "/:?=&%#[]!$'()*+,;@~"


@dataclass(frozen=True, slots=True)
class Heard:
    """What a host says of a page: the last status, and where it has moved for good.

    Without a status there is a ``reason``; ``is_silent`` where no host was reached at all.
    """

    status: int = 0
    moved: str = ""
    reason: str = ""
    is_silent: bool = False


class _AsItIs(HTTPErrorProcessor):
    """Takes every answer for an answer: whether it is an error or leads on is for who asked to say."""

    def http_response(self, request: Request, response: Any) -> Any:
        return response

    https_response = http_response


def ask(url: str) -> Heard:
    """Ask for ``url``, with HEAD and where that is refused with GET, and follow where it leads; raises nothing."""
    opener = build_opener(_AsItIs, HTTPCookieProcessor())  # some hosts send in a circle who takes no cookie
    at, moved, is_for_good = url, "", True
    try:
        for _ in range(MOST_HOPS):
            status, target = _answer(opener, at)
            if not target:
                return Heard(status, moved)
            is_for_good = is_for_good and status in FOR_GOOD
            at = urljoin(at, target)
            moved = at if is_for_good else moved
    except (OSError, HTTPException, ValueError) as error:
        reason = error.reason if isinstance(error, URLError) else error
        is_silent = isinstance(error, OSError) and not isinstance(reason, ssl.SSLError)
        return Heard(reason=_told(reason), is_silent=is_silent and at == url)
    return Heard(reason=f"{MOST_HOPS} × →")


def _answer(opener: OpenerDirector, url: str) -> tuple[int, str]:
    """Return the status of ``url`` and where it leads on. What HEAD does not show GET may; nobody reads the page."""
    try:
        status, target = _asked(opener, url, "HEAD")
    except (HTTPException, ConnectionError):
        status, target = 400, ""
    return (status, target) if status < 400 else _asked(opener, url, "GET")


def _asked(opener: OpenerDirector, url: str, method: str) -> tuple[int, str]:
    request = Request(sent(url), method=method, headers={"User-Agent": _AGENT})
    with opener.open(request, timeout=SECONDS) as response:
        leads = response.status in FOR_GOOD | FOR_NOW
        return response.status, response.headers.get("Location", "") if leads else ""


def sent(url: str) -> str:
    """Return ``url`` as it is sent: in ASCII, without its fragment. Raises ValueError for what HTTP does not know."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError(url)
    host = parts.netloc.encode("idna").decode("ascii") if not parts.netloc.isascii() else parts.netloc
    return urlunsplit((parts.scheme, host, quote(parts.path, _KEPT) or "/", quote(parts.query, _KEPT), ""))


def _told(reason: object) -> str:
    """Return ``reason`` in the fewest words that the system has for it."""
    words = getattr(reason, "verify_message", "") or getattr(reason, "strerror", "") or reason
    return str(words) or type(reason).__name__

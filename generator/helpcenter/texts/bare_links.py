"""Addresses that writers type without markup, of pages and of mail: where they stand and where they lead."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

_CHARS = r"A-Za-z0-9\-._~:/?#@!$&'()+,;=%"
_LABELS = r"(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+"
_PAGE = rf"(?:https?://|www\.){_LABELS}[A-Za-z0-9-]*[A-Za-z0-9](?::\d{{1,5}})?(?:[/?#][{_CHARS}]*)?"
_MAIL = rf"[A-Za-z0-9](?:[A-Za-z0-9._%+-]*[A-Za-z0-9])?@{_LABELS}[A-Za-z]{{2,24}}(?![A-Za-z0-9-]|[:/]\w)"
_ADDRESS = re.compile(
    rf"(?<![A-Za-z0-9@/._%+-])(?:<(?P<wrapped>{_PAGE}|{_MAIL})>|(?P<page>{_PAGE})|(?P<mail>{_MAIL}))", re.IGNORECASE
)
_HINT = re.compile(r"://|www\.|@", re.IGNORECASE)
_AFTER = ".,;:!?'_~"


class BareLink(NamedTuple):
    """An address in a text: where it ends, its words and where it leads."""

    end: int
    text: str
    href: str


def may_hold_links(text: str) -> bool:
    """Return whether ``text`` may hold an address; cheap."""
    return _HINT.search(text) is not None


@lru_cache(maxsize=8)
def bare_links(text: str) -> dict[int, BareLink]:
    """Return the addresses in ``text`` by where they begin.

    Punctuation after an address is not part of it, nor is a closing bracket that it did not open; Chinese never is.
    """
    return {found.start(): _link(found) for found in _ADDRESS.finditer(text)} if may_hold_links(text) else {}


def _link(found: re.Match[str]) -> BareLink:
    typed = found["wrapped"] or _trimmed(found["page"] or "") or found["mail"]
    end = found.end() if found["wrapped"] else found.start() + len(typed)
    if "://" in typed:
        return BareLink(end, typed, typed)
    is_page = found["mail"] is None and "@" not in typed
    return BareLink(end, typed, f"http://{typed}" if is_page else f"mailto:{typed}")


def _trimmed(address: str) -> str:
    while address and (address[-1] in _AFTER or (address[-1] == ")" and address.count(")") > address.count("("))):
        address = address[:-1]
    return address

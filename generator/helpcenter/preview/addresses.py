"""Addresses that a preview may be asked for. They name pages; no path of a request ever becomes a path on the disk."""

from __future__ import annotations

from urllib.parse import quote

LONGEST = 1000
"""Characters of an address, decoded."""


def asked(path: str, base: str) -> str | None:
    """Return what the decoded ``path`` of a request asks the site for, which begins at ``base`` ("/", "/help/").

    None for what no page is called: steps up, empty steps, control characters, backslashes.
    """
    if not path.startswith(base) or len(path) > LONGEST:
        return None
    name = path[len(base) :]
    steps = name.removesuffix("/").split("/")
    is_odd = any(step in ("", ".", "..") for step in steps) or "\\" in name or not name.isprintable()
    return None if is_odd and name else name


def address(name: str, base: str, query: str = "") -> str:
    """Return the address of what the site calls ``name``, for a browser."""
    return quote(base + name) + (f"?{query}" if query else "")

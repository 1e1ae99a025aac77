"""Moved pages in the forms that hosts read, who then answer 301 before any page is loaded."""

from __future__ import annotations

import json
from collections.abc import Iterable
from urllib.parse import quote, urlsplit

from helpcenter.addresses import page_path
from helpcenter.links.registry import Fate, Way


def host_files(led: Iterable[tuple[str, Way]], site_url: str) -> dict[str, str]:
    """Return ``_redirects`` (Netlify, Cloudflare Pages), a map for nginx and a list in JSON; none if no page moved.

    Paths begin where ``site_url`` stands. Anchors are no host's business: browsers keep them to themselves.
    """
    base = urlsplit(site_url).path or "/"
    moved = [(way_from, way) for way_from, way in led if way.fate is Fate.MOVED and "#" not in way_from]
    pairs = [(base + quote(page_path(address)), base + _target(way.target)) for address, way in moved]
    if not pairs:
        return {}
    rows = [{"from": old, "to": new, "status": 301} for old, new in pairs]
    return {
        "_redirects": "".join(f"{old} {new} 301\n" for old, new in pairs),
        "redirects.map": "".join(f"{old} {new};\n" for old, new in pairs),
        "redirects.json": json.dumps(rows, indent=1) + "\n",
    }


def _target(address: str) -> str:
    page, mark, part = address.partition("#")
    return f"{quote(page_path(page))}{mark}{quote(part)}"

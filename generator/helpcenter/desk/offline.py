"""The service worker of the site for staff: which of its files a browser keeps, so that all of it works offline."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import PurePosixPath
from urllib.parse import quote

from helpcenter.rendering.bundles import worker_script

WORKER = "worker.js"
"""Address of the worker; at the root, so that it serves the whole site and nothing above it."""
_UNSEEN = frozenset({WORKER, "404.html"})
_FOR_HOSTS = (".gz", ".xml", ".map", ".conf", ".lock")


def is_kept(path: str) -> bool:
    """Return whether a browser keeps the file at ``path`` below the root: no host's settings, nothing for crawlers."""
    name = PurePosixPath(path).name
    return path not in _UNSEEN and not name.startswith(("_", ".")) and not name.endswith(_FOR_HOSTS)


def worker(digests: Mapping[str, str]) -> bytes:
    """Return the script of the worker. ``digests`` tell by the path of each file below the root what it holds.

    Without any, as in a preview, it keeps nothing and lets go of what one before it kept.
    """
    kept = {_address(path): digest for path, digest in sorted(digests.items()) if is_kept(path)}
    return f"self.helpcenterFiles = {json.dumps(kept, separators=(',', ':'))};\n".encode() + worker_script()


def _address(path: str) -> str:
    """Return the address of ``path``; a page's is that of its folder."""
    folder = path.removesuffix("index.html") if PurePosixPath(path).name == "index.html" else path
    return quote(folder) or "./"

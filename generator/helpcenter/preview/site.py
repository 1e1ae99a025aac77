"""The site that a preview server stands around."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from helpcenter.preview.state import LiveState, Served


class PreviewedSite(Protocol):
    """A site that is made on demand. The server calls it from one thread at a time, and never twice at once."""

    def refresh(self) -> LiveState:
        """Read what changed, and return the state. Raises nothing for what a writer can do."""

    def get(self, path: str) -> Served | None:
        """Return the page or file at ``path``: as in an address, decoded, without the slash before it.

        "" is home, "about/" a page, "404.html" the page for what does not exist. None where nothing is, and for every
        page while there is no good state yet.
        """

    def watched(self) -> tuple[Path, ...]:
        """Return the files and folders whose change calls for a refresh, there or not."""

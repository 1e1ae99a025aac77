"""A finished page: its address and the two pieces of HTML that the theme takes in."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple


class Page(NamedTuple):
    """``path`` is relative to the site's root and ends with a slash; home is empty.

    ``head`` goes into the head element, ``body`` between header and footer. ``updated`` is the day of the newest thing
    that the page shows, for the sitemap; None where nobody wrote one down.
    """

    path: str
    title: str
    head: str
    body: str
    updated: date | None = None
    indexed: bool = True

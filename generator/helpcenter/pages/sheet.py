"""A page before it is laid out: what it says, which template shows it, and what machines are told of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple


class Sheet(NamedTuple):
    """``path`` is relative to the site's root and ends with a slash; home is empty.

    ``view`` is what ``template`` shows beside the title. ``crumbs`` are the pages between home and this one, as title
    and path. ``data`` is JSON-LD. ``canonical`` is the path of the page that stands for this one, where another does.
    ``leads_to`` is where this page only leads. ``updated`` is the day of the newest thing that the page shows.
    """

    template: str
    path: str
    title: str
    description: str
    view: Mapping[str, Any]
    crumbs: Sequence[tuple[str, str]] = ()
    data: Sequence[dict[str, Any]] = ()
    updated: date | None = None
    indexed: bool = True
    canonical: str | None = None
    scripts: Sequence[str] = ()
    leads_to: str = ""

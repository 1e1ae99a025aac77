"""What the search knows of an entry: the texts it is found by, and what a result shows."""

from __future__ import annotations

from typing import NamedTuple


class DocumentPart(NamedTuple):
    """A part of an entry with an anchor of its own; ``text`` is plain."""

    anchor: str
    title: str
    text: str


class Document(NamedTuple):
    """One result of the search.

    ``titles`` are the title and the aliases, the title first; the alias that
    matched is shown with a result. ``text`` is all else, plain.
    ``path`` is relative to the site's root and may hold an anchor; ``teaser`` stands under the title.
    """

    path: str
    titles: tuple[str, ...]
    text: str
    kind: str = ""
    topic: str = ""
    audience: tuple[str, ...] = ()
    teaser: str = ""
    parts: tuple[DocumentPart, ...] = ()

"""The Atom feed of what changed last (RFC 4287)."""

from __future__ import annotations

from helpcenter.pages.book import Book
from helpcenter.pages.layout import PageLayout

FEED_ENTRIES = 30


def feed(book: Book, layout: PageLayout) -> str:
    """Return the feed as XML; without a site address its links are relative to the root."""
    recent = book.recent(FEED_ENTRIES)
    updated = max((entry.updated or book.edition.today for entry, _ in recent), default=book.edition.today)
    return layout.renderer.render_plain("feed.xml.jinja", recent=recent, updated=updated)

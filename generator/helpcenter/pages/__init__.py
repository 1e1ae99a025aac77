"""Model to pages: one recipe, one module for each family of pages."""

from __future__ import annotations

from collections.abc import Iterable

from helpcenter.model.flows import Flow
from helpcenter.pages.book import Book
from helpcenter.pages.entries import entry_page
from helpcenter.pages.feed import feed
from helpcenter.pages.lists import list_pages, not_found_body
from helpcenter.pages.maps import map_page
from helpcenter.pages.ordinary import ordinary_page
from helpcenter.pages.page import Page
from helpcenter.texts.ordinary_texts import OrdinaryText

__all__ = ["Book", "Page", "feed", "make_pages", "not_found_body"]


def make_pages(book: Book, ordinary: Iterable[OrdinaryText] = ()) -> list[Page]:
    """Return every page of the help center, home first, then the ``ordinary`` ones."""
    maps = [map_page(book.flows[entry.id], book) for entry in book.order.shown if isinstance(entry, Flow)]
    others = (ordinary_page(text, book) for text in ordinary)
    return [*list_pages(book), *(entry_page(entry, book) for entry in book.order.shown), *maps, *others]

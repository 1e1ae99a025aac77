"""Model to pages: one recipe, one module for each family of pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from helpcenter.model.flows import Flow
from helpcenter.pages.book import Book, book_of
from helpcenter.pages.entries import entry_page
from helpcenter.pages.feed import feed
from helpcenter.pages.layout import PageLayout
from helpcenter.pages.lists import list_pages, not_found_body
from helpcenter.pages.maps import map_page
from helpcenter.pages.ordinary import ordinary_page
from helpcenter.pages.page import Page
from helpcenter.pages.sheet import Sheet
from helpcenter.texts.ordinary_texts import OrdinaryText

__all__ = ["Book", "Page", "PageLayout", "Sheet", "book_of", "feed", "make_sheets", "not_found_body"]


def make_sheets(book: Book, ordinary: Iterable[OrdinaryText] = ()) -> list[Sheet]:
    """Return a sheet for every page of the help center, home first, the ``ordinary`` ones last."""
    return list(_sheets(book, ordinary))


def _sheets(book: Book, ordinary: Iterable[OrdinaryText]) -> Iterator[Sheet]:
    yield from list_pages(book)
    yield from (entry_page(entry, book) for entry in book.order.shown)
    yield from (map_page(book.flows[entry.id], book) for entry in book.order.shown if isinstance(entry, Flow))
    yield from map(ordinary_page, ordinary)

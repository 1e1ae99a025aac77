"""Model to pages: one recipe, one module for each family of pages."""

from __future__ import annotations

from collections.abc import Iterable

from generator.flow_model import Flow
from generator.ordinary_texts import OrdinaryText
from generator.pages.book import Book
from generator.pages.entries import entry_page
from generator.pages.feed import feed
from generator.pages.lists import list_pages, not_found_body
from generator.pages.maps import map_page
from generator.pages.ordinary import ordinary_page
from generator.pages.page import Page

__all__ = ["Book", "Page", "feed", "make_pages", "not_found_body"]


def make_pages(book: Book, ordinary: Iterable[OrdinaryText] = ()) -> list[Page]:
    """Return every page of the help center, home first, then the ``ordinary`` ones."""
    maps = [map_page(book.flows[entry.id], book) for entry in book.contents.shown if isinstance(entry, Flow)]
    others = (ordinary_page(text, book) for text in ordinary)
    return [*list_pages(book), *(entry_page(entry, book) for entry in book.contents.shown), *maps, *others]

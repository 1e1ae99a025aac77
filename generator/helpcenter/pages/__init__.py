"""Model to pages: one recipe, one module for each family of pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from helpcenter.addresses import page_path
from helpcenter.memory import FORGETFUL, Memory
from helpcenter.pages.book import Book, book_of, typeset_of
from helpcenter.pages.contacts import people_anywhere
from helpcenter.pages.copies import page_files
from helpcenter.pages.edition import blank_marks, edition_of, words_of
from helpcenter.pages.entries import entry_page
from helpcenter.pages.feed import feed
from helpcenter.pages.layout import PageLayout
from helpcenter.pages.lists import list_makers, not_found_body
from helpcenter.pages.maps import map_page, map_path
from helpcenter.pages.moved import with_moved
from helpcenter.pages.ordinary import ordinary_page
from helpcenter.pages.page import Page
from helpcenter.pages.sheet import Sheet
from helpcenter.texts.ordinary_texts import OrdinaryText

__all__ = [
    "Book",
    "Page",
    "PageLayout",
    "Sheet",
    "blank_marks",
    "book_of",
    "edition_of",
    "feed",
    "not_found_body",
    "page_files",
    "people_anywhere",
    "sheet_makers",
    "typeset_of",
    "words_of",
]


def sheet_makers(
    book: Book, ordinary: Iterable[OrdinaryText] = (), memory: Memory = FORGETFUL
) -> dict[str, Callable[[], Sheet]]:
    """Return what makes the sheet of every page, by its address: home first, the ``ordinary`` ones last."""
    return dict(with_moved(_makers(book, ordinary, memory), book))


def _makers(book: Book, ordinary: Iterable[OrdinaryText], memory: Memory) -> Iterator[tuple[str, Callable[[], Sheet]]]:
    yield from list_makers(book)
    for entry in book.order.shown:
        yield page_path(entry.id), partial(entry_page, entry, book)
        if entry.id in book.center.flows:
            yield map_path(entry.id), partial(map_page, book.typeset.flows[entry.id], book, memory)
    yield from ((text.page.path, partial(ordinary_page, text)) for text in ordinary)

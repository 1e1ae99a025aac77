"""The search of the desk: the site's own, over the answers that can be copied and what staff alone know of them.

All pieces stand in one script, so that nothing is waited for once it is there, and a disk will do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from helpcenter.desk.data import DeskAnswer
from helpcenter.pages.book import Book
from helpcenter.pages.platforms import names_of_platforms
from helpcenter.pages.search import documents_of
from helpcenter.rendering.bundles import assets
from helpcenter.search import Document, index_files, make_index

_UNUSED = "details"
"""Pieces of the index that only show results."""


def desk_search(book: Book, answers: Sequence[DeskAnswer]) -> bytes:
    """Return the script that hands over the index; its entries are the ``answers``, in their order."""
    documents = tuple(_documents(book, answers))
    called = (names for _, names in names_of_platforms(book.center) if len(names) > 1)
    pieces = index_files(documents, make_index(documents), (*book.center.synonyms, *called))
    kept = [piece.content for piece in pieces if not piece.name.startswith(_UNUSED)]
    return b"".join((*kept, assets().fuzzy.content))


def _documents(book: Book, answers: Sequence[DeskAnswer]) -> Iterator[Document]:
    known: dict[str, Document] = {}
    for told in answers:
        if told.path not in known:
            known |= {document.path: document for document in documents_of(told.entry, book)}
        answer, found = told.answer, known.get(told.path)
        document = found or Document(told.path, (answer.title, *answer.keywords), answer.text)
        notes = " ".join(note for _, note in told.notes)
        yield document._replace(text=f"{document.text} {notes}") if notes else document

"""What staff alone may know of an answer, as plain text."""

from __future__ import annotations

from helpcenter.desk.parts import parts_below
from helpcenter.model.flows import Flow
from helpcenter.model.help_center import AnyEntry
from helpcenter.pages.book import Book
from helpcenter.texts.chat import chat_text

StaffNote = tuple[str, str]
"""What part of an answer a note belongs to, empty for all of it, and the note."""


def notes_of(entry: AnyEntry, node: str, book: Book) -> list[StaffNote]:
    """Return the notes of ``entry``, or those of ``node`` of a flow; of a flow itself those that belong to no node."""
    if isinstance(entry, Flow):
        note = getattr(entry.nodes[node] if node else entry, "staff", None)
        found = [("", note)] if note else []
    else:
        told = ((where, getattr(part, "staff", None)) for where, part in parts_below(entry))
        found = [(where, note) for where, note in told if note]
    block = book.typeset.typesetter.block
    return [(where, chat_text(str(block(note).html))) for where, note in found]

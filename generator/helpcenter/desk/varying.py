"""Which entries some platform's customers read otherwise than everybody: only those are written for each platform."""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.desk.parts import parts_below
from helpcenter.model.entries import Article, Cause
from helpcenter.model.flows import Flow
from helpcenter.model.help_center import AnyEntry
from helpcenter.pages.book import Book
from helpcenter.texts.variants import differs


def varying(book: Book) -> frozenset[str]:
    """Return the ids of entries with a part, a text, a question or a link that platforms have otherwise."""
    entries = tuple(book.center.entries())
    own = {entry.id for entry in entries if _varies(entry, book)}
    linked = own | {entry.id for entry in entries if own.intersection(_shown(entry))}
    return frozenset(linked | {entry.id for entry in entries if linked.intersection(_shown(entry))})


def _varies(entry: AnyEntry, book: Book) -> bool:
    """Return whether it has other texts or other parts; which outcomes of a flow are for whom is no text."""
    if any(differs(text.rendered.html) for text in book.typeset.texts[entry.id].telling):
        return True
    return not isinstance(entry, Flow) and any(getattr(part, "platforms", ()) for _, part in parts_below(entry))


def _shown(entry: AnyEntry) -> Iterator[str]:
    """Yield the entries of which ``entry`` shows something: questions in their places, titles of where to go."""
    if isinstance(entry, Article):
        yield from entry.questions
    causes = (part for _, part in parts_below(entry) if isinstance(part, Cause))
    yield from (cause.where.partition("#")[0] for cause in causes if cause.where)

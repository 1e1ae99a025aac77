"""The names that an entry mentions, each with what it must be the name of, so that all entries are seen to at once."""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.model.entries import Article, FaqEntry, Kept
from helpcenter.model.fields import Status
from helpcenter.model.help_center import AnyEntry

Mention = tuple[str, str]
"""What is named, as ``topic`` or ``any`` for whatever has a page, and its name."""
HIDDEN, ITSELF = "hidden", "itself"
"""That an entry is a draft or retired, and that it leads to itself."""


def mentions_of(entry: AnyEntry) -> frozenset[Mention]:
    """Return what ``entry`` names."""
    return frozenset(_names(entry))


def _names(entry: AnyEntry) -> Iterator[Mention]:
    yield "topic", entry.topic
    yield from (("contact", name) for name in entry.contact)
    yield from (("audience", name) for name in entry.audience)
    if isinstance(entry, Kept) and entry.flow is not None:
        yield "flow", entry.flow
    if isinstance(entry, Article):
        yield from (("questions", name) for name in entry.questions)
    causes = entry.causes if isinstance(entry, FaqEntry) else ()
    where = (cause.where for cause in causes if cause.where is not None)
    for name in (*where, *(entry.related or ()), *([entry.see] if entry.see is not None else ())):
        yield (ITSELF if name == entry.id else "any"), name
    if entry.status is not Status.PUBLISHED:
        yield HIDDEN, entry.id

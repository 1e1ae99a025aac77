"""Documents counted in groups: which terms they have and how often, which is all that an index takes of them.

A group tells how many of its texts have each term, so that an index adds up groups and not texts. Where a group ends
hangs on the paths of documents alone: when there is one more, its neighbours are counted anew with it, and nearly all
others are as they were.
"""

from __future__ import annotations

import marshal
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, starmap
from typing import NamedTuple
from zlib import crc32

from helpcenter.memory import Memory
from helpcenter.search.codes import Term
from helpcenter.search.document import Document
from helpcenter.search.terms import text_terms, title_terms

HEADING_WEIGHT = 3
"""What a term counts in the heading of a part; 1 is a text."""
LEAST = 8
"""How many documents a group has at least; mostly it has twice as many."""


class CountedText(NamedTuple):
    """The text of a document: its codes and how often each stands there, as arrays, and its words."""

    codes: bytes
    times: bytes
    words: dict[str, int]

    @property
    def terms(self) -> Iterable[Term]:
        """Every term."""
        return chain(array("I", self.codes), self.words)

    @property
    def counts(self) -> Iterable[int]:
        """How often each term stands there."""
        return chain(array("I", self.times), self.words.values())


class Counted(NamedTuple):
    """What is added up of a group of documents: of each title of each document, how often it has each term; how many
    terms each text has; how many documents have each term in the text, and how many also in a title.
    """

    titles: list[list[dict[Term, int]]]
    lengths: list[int]
    in_texts: dict[Term, int]
    in_both: dict[Term, int]

    @classmethod
    def unpacked(cls, data: bytes) -> Counted:
        """Return it of what one of ``packed_groups`` holds."""
        return cls(*marshal.loads(marshal.loads(data)[1]))


def unpacked_texts(data: bytes) -> Iterator[CountedText]:
    """Yield the texts that one of ``packed_groups`` holds."""
    return starmap(CountedText, marshal.loads(data)[0])


def packed_groups(documents: Iterable[Document], memory: Memory) -> tuple[bytes, ...]:
    """Return the terms of all documents, a group each."""
    return tuple(memory(_packed, tuple(map(_counting, group))) for group in _groups(documents))


def _groups(documents: Iterable[Document]) -> Iterator[list[Document]]:
    group: list[Document] = []
    for document in documents:
        if len(group) >= LEAST and not crc32(document.path.encode("utf-8", "surrogatepass")) % LEAST:
            yield group
            group = []
        group.append(document)
    if group:
        yield group


def _counting(document: Document) -> tuple[tuple[str, ...], str, str]:
    """Return what terms are taken from: titles, the text, and the headings in it."""
    return document.titles, document.text, "\n".join(part.title for part in document.parts if part.title)


def _packed(group: Sequence[tuple[tuple[str, ...], str, str]]) -> bytes:
    """Return the terms of a group, in which a term of a heading counts as if it stood there more often."""
    titles, texts, lengths = [], [], []
    in_texts, in_both = Counter[Term](), Counter[Term]()
    for named, text, headings in group:
        codes, words = text_terms("\n".join((text, *[headings] * (HEADING_WEIGHT - 1))))
        texts.append((array("I", codes), array("I", codes.values()), dict(words)))
        lengths.append(codes.total() + words.total())
        titles.append([dict(title_terms(title)) for title in named])
        of_titles = set().union(*titles[-1])
        in_texts.update(chain(codes, words))
        in_both.update(chain(of_titles & codes.keys(), of_titles & words.keys()))
    return marshal.dumps((texts, marshal.dumps((titles, lengths, dict(in_texts), dict(in_both)))))

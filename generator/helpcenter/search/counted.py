"""Texts as terms with how often each stands in them, which is all that an index takes of them."""

from __future__ import annotations

import marshal
from array import array
from collections.abc import Iterable
from itertools import chain
from typing import NamedTuple

from helpcenter.memory import Memory
from helpcenter.search.codes import Term
from helpcenter.search.document import Document
from helpcenter.search.terms import text_terms

HEADING_WEIGHT = 3
"""What a term counts in the heading of a part; 1 is a text."""


class CountedText(NamedTuple):
    """The text of a document: its codes and how often each stands there, and its words. Arrays, because all texts are
    kept at once.
    """

    codes: array[int]
    times: array[int]
    words: dict[str, int]

    @property
    def terms(self) -> Iterable[Term]:
        """Every term."""
        return chain(self.codes, self.words)

    @property
    def counts(self) -> Iterable[int]:
        """How often each term stands there."""
        return chain(self.times, self.words.values())

    @classmethod
    def unpacked(cls, data: bytes) -> CountedText:
        """Return what one of ``packed_texts`` holds."""
        codes, times, words = marshal.loads(data)
        return cls(array("I", codes), array("I", times), words)


def packed_texts(documents: Iterable[Document], memory: Memory) -> tuple[bytes, ...]:
    """Return the terms of each document below its titles."""
    return tuple(
        memory(_packed, document.text, "\n".join(part.title for part in document.parts if part.title))
        for document in documents
    )


def _packed(text: str, headings: str) -> bytes:
    """Return the terms of a text, in which a term of a heading counts as if it stood there more often."""
    codes, words = text_terms("\n".join((text, *[headings] * (HEADING_WEIGHT - 1))))
    return marshal.dumps((array("I", codes), array("I", codes.values()), dict(words)))

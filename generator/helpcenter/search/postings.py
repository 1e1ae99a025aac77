"""Where a term stands, as an array with one number for each document: postings are the most of what an index holds."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable
from typing import TypeAlias

IMPACT_BITS = 4
IMPACT = (1 << IMPACT_BITS) - 1
Postings: TypeAlias = "array[int]"
"""For each document that has a term, in their order, its number, and in the last four bits an impact from 1 to 15."""
_LAST_BITS = bytes(byte & IMPACT for byte in range(256))


def postings_of(found: Iterable[tuple[int, int]] = ()) -> Postings:
    """Return postings of pairs of a document and an impact, in the order of documents."""
    return array("I", [document << IMPACT_BITS | impact for document, impact in found])


def documents_of(postings: Postings) -> list[int]:
    """Return the numbers of the documents."""
    return [posting >> IMPACT_BITS for posting in postings]


def impacts_of(postings: Postings) -> bytes:
    """Return the impact in each of the documents, a byte each."""
    lowest = 0 if sys.byteorder == "little" else postings.itemsize - 1
    return postings.tobytes()[lowest :: postings.itemsize].translate(_LAST_BITS)


def most_said(postings: Postings, most: int) -> Postings:
    """Return the ``most`` postings with the highest impacts, in the order of documents."""
    if len(postings) <= most:
        return postings
    kept = sorted(postings, key=IMPACT.__and__, reverse=True)[:most]
    return array("I", sorted(kept))

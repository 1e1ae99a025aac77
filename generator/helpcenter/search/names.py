"""Terms as text: the list that all else in a piece of the index follows.

Terms are front-coded: a capital letter says how many characters a term shares with the one before. Behind them stand
pairs, which are most terms: for each character that is a term, how far its second characters are apart in the order of
their pinyin. ``assets/search-index.js`` reads it back.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from itertools import pairwise

from helpcenter.search.numbers import number
from helpcenter.search.sounds import place_of

SHARED = 15


def arranged(terms: Sequence[str]) -> list[str]:
    """Return ``terms`` in the order of a piece: pairs of a character that is a term and a common one come last, by the
    places of both.
    """
    begun = {term: place for place, term in enumerate(terms) if len(term) == 1 and term <= "\uffff"}

    def key(term: str) -> tuple[int, int]:
        place = _place_in_pair(term, begun)
        return (-1, 0) if place < 0 else (begun[term[0]], place)

    return sorted(terms, key=key)


def packed_names(terms: Sequence[str]) -> dict[str, str]:
    """Return ``terms``, which are arranged, as fields of a file."""
    gaps = {term: [-1] for term in terms if len(term) == 1 and term <= "\uffff"}
    rest = []
    for term in terms:
        place = _place_in_pair(term, gaps)
        if place < 0:
            rest.append(term)
        else:
            gaps[term[0]].append(place)
    pairs = ("".join(number(place - before) for before, place in pairwise(places)) for places in gaps.values())
    return {"t": _front_coded(rest), "p": "#".join(pairs)}


def _place_in_pair(term: str, begun: Container[str]) -> int:
    """Return the place of the second character where ``term`` is a pair that is told as one, else -1."""
    return place_of(term[1]) if len(term) == 2 and term[0] in begun else -1


def _front_coded(terms: Iterable[str]) -> str:
    parts, before = [], ""
    for term in terms:
        shared = 0
        while shared < min(len(term), len(before), SHARED) and term[shared] == before[shared] <= "\uffff":
            shared += 1
        parts.append(chr(65 + shared) + term[shared:])
        before = term
    return "".join(parts)

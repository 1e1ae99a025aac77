"""Numbers and terms as text that compresses well: no binary files, so that an index is a script like any other.

Terms are front-coded: a capital letter says how many characters a term shares with the one before. A number is one
character, 35 on, without the backslash and without surrogates. Documents are told by their distance from the one
before. ``assets/search-index.js`` reads it back.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from generator.search.index import Index, Posting
from generator.search.terms import is_word

SHARED = 15
MOST = 0xFFFF - 35 - 1 - 0x800
RARITY_STEPS = 8
"""How finely the rarity of a term is told; a term that every entry has keeps one step, so that it finds them."""


def packed_terms(index: Index, terms: Sequence[str]) -> dict[str, str]:
    """Return ``terms``, what is known of each, and where it stands in titles, as the fields of one file."""
    about = (
        number(max(1, round(index.rarity[term] * RARITY_STEPS)) * 4 + is_word(term) * 2 + (term in index.texts))
        for term in terms
    )
    return {"t": _front_coded(terms), "i": "".join(about), **packed_postings(index.titles, terms)}


def packed_postings(postings: Mapping[str, Sequence[Posting]], terms: Iterable[str]) -> dict[str, str]:
    """Return the postings of ``terms`` in their order: how many each has, the distances and the impacts."""
    counts, distances, impacts = [], [], []
    for term in terms:
        found = postings.get(term, ())
        counts.append(number(len(found)))
        last = -1
        for document, impact in found:
            distances.append(number(document - last))
            impacts.append(chr(97 + impact))
            last = document
    return {"c": "".join(counts), "d": "".join(distances), "w": "".join(impacts)}


def number(value: int) -> str:
    """Return a number from 0 to ``MOST`` as one character."""
    if not 0 <= value <= MOST:
        raise ValueError(f"{value} cannot be packed")
    code = 35 + value
    code += code >= 92
    return chr(code if code < 0xD800 else code + 0x800)


def _front_coded(terms: Iterable[str]) -> str:
    parts, before = [], ""
    for term in terms:
        shared = 0
        while shared < min(len(term), len(before), SHARED) and term[shared] == before[shared]:
            shared += 1
        parts.append(chr(65 + shared) + term[shared:])
        before = term
    return "".join(parts)

"""Numbers and terms as text that compresses well: no binary files, so that an index is a script like any other.

Terms are front-coded: a capital letter says how many characters a term shares with the one before. A number is one
character, 35 on, without the backslash and without surrogates. Documents are told by their distance from the one
before. ``assets/search-engine.js`` reads it back.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.search.index import Index, Posting
from generator.search.terms import is_word

SHARED = 15
MOST = 0xFFFF - 35 - 1 - 0x800
RARITY_STEPS = 8


def packed(index: Index, terms: Sequence[str], *, titles: bool, texts: bool) -> dict[str, str]:
    """Return the postings of ``terms`` as the fields of one file."""
    by_title = [index.titles.get(term, []) if titles else [] for term in terms]
    by_text = [index.texts.get(term, []) if texts else [] for term in terms]
    return {
        "t": _front_coded(terms),
        "i": "".join(number(round(index.rarity[term] * RARITY_STEPS) * 2 + is_word(term)) for term in terms),
        **_postings("ct", "dt", "wt", by_title),
        **_postings("cb", "db", "wb", by_text),
    }


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


def _postings(counts: str, distances: str, impacts: str, lists: Iterable[list[Posting]]) -> dict[str, str]:
    fields: dict[str, list[str]] = {counts: [], distances: [], impacts: []}
    for postings in lists:
        fields[counts].append(number(len(postings)))
        last = -1
        for document, impact in postings:
            fields[distances].append(number(document - last))
            fields[impacts].append(chr(97 + impact))
            last = document
    return {name: "".join(parts) for name, parts in fields.items()}

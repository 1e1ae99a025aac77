"""Postings and terms as text that compresses well: no binary files, so that an index is a script like any other.

Documents are told by their distance from the one before, in bits, six to a character: a Rice code (Rice and Plaunt
1971) suits distances, which are the most of an index, better than whole characters by a fifth. What longer terms of the
same piece tell of those that they begin with is left out. ``assets/search-index.js`` reads it back.
"""

from __future__ import annotations

from array import array
from base64 import b64encode
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate, chain, repeat
from operator import getitem, sub

from helpcenter.search.impacts import TEXT_STEP
from helpcenter.search.index import Index
from helpcenter.search.names import packed_names
from helpcenter.search.numbers import number
from helpcenter.search.postings import IMPACT, IMPACT_BITS, Postings, documents_of, impacts_of, postings_of
from helpcenter.search.terms import is_word

RARITY_STEPS = 4
"""How finely the rarity of a term is told; a term that every entry has keeps one step, so that it finds them."""
FIRST_PAIRED = "\u3041"
"""From kana on characters stand in pairs and longer words, which tell of them."""
NOWHERE = postings_of()
_BASE64 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"


def packed_terms(index: Index, terms: Sequence[str], usual: Sequence[int]) -> dict[str, str]:
    """Return ``terms``, what is known of each, and where it stands in titles, as the fields of one file; ``usual`` are
    the usual impacts of titles.
    """
    titles = untold(index.titles, terms)
    about = (
        number(
            max(1, round(index.rarity[term] * RARITY_STEPS)) * 8
            + (term in index.fillers) * 4
            + is_word(term, index.listed) * 2
            + (term in index.texts)
        )
        for term in terms
    )
    return {**packed_names(terms), "i": "".join(about), **packed_postings(titles, terms, index.size, usual)}


def packed_texts(index: Index, terms: Sequence[str], usual: Sequence[int]) -> dict[str, str]:
    """Return where ``terms`` stand in texts, as the fields of one file; ``usual`` are the usual impacts of texts."""
    return packed_postings(untold(index.texts, terms, TEXT_STEP), terms, index.size, usual)


def usual_impacts(index: Index) -> list[int]:
    """Return for each document the impact that most terms of its titles have: it hangs on the length of the title."""
    best: dict[int, tuple[int, int]] = {}
    for posting, times in Counter(chain.from_iterable(index.titles.values())).items():
        document, impact = posting >> IMPACT_BITS, posting & IMPACT
        if times > best.get(document, (0, 0))[0]:
            best[document] = times, impact
    return [best.get(document, (0, 0))[1] for document in range(index.size)]


def untold(postings: Mapping[str, Postings], terms: Sequence[str], less: int = 0) -> dict[str, Postings]:
    """Return the postings of ``terms``, those of characters without what terms tell that begin with them: the same, but
    ``less``. Where they tell too much an impact of 0 stands.
    """
    told = defaultdict[str, list[Postings]](list)
    for term in terms:
        if len(term) > 1 and term >= FIRST_PAIRED and term[0] in postings and term in postings:
            told[term[0]].append(postings[term])
    left = {term: postings.get(term, NOWHERE) for term in terms}
    return left | {char: _beyond(left[char], _joined(found), less) for char, found in told.items() if char in left}


def _joined(postings: Iterable[Postings]) -> Postings:
    return array("I", b"".join(postings))


def _beyond(postings: Postings, told: Postings, less: int) -> Postings:
    others = {one >> IMPACT_BITS: one - less if one & IMPACT > less else one for one in told}
    own = {posting >> IMPACT_BITS: posting for posting in postings}
    kept = [posting for document, posting in own.items() if others.get(document) != posting]
    return array("I", sorted([*kept, *(document << IMPACT_BITS for document in others.keys() - own.keys())]))


def packed_impacts(impacts: Iterable[int]) -> str:
    """Return impacts, or how much they differ from the usual ones, as small letters and those around them."""
    return bytes(map((97).__add__, impacts)).decode()


def packed_postings(
    postings: Mapping[str, Postings], terms: Iterable[str], size: int, usual: Sequence[int]
) -> dict[str, str]:
    """Return the postings of ``terms`` in their order: how many of ``size`` documents each has, the distances, the
    impacts, without what is ``usual`` of each document.
    """
    every = [postings.get(term, NOWHERE) for term in terms]
    counts = list(map(len, every))
    joined = _joined(every)
    documents = documents_of(joined)
    codes = {count: _rice_codes(low_bits(count, size)) for count in set(counts)}
    of_each = chain.from_iterable(map(repeat, map(codes.__getitem__, counts), counts))
    distances = map(getitem, of_each, map(sub, documents, _ones_before(documents, counts)))
    impacts = map(sub, impacts_of(joined), map(usual.__getitem__, documents))
    return {
        "c": "".join(map(number, counts)),
        "d": _digits("".join(distances)),
        "w": packed_impacts(impacts),
    }


def _ones_before(documents: Sequence[int], counts: Iterable[int]) -> list[int]:
    """Return for each of ``documents`` the one before it, and -1 for the first of each term, which has ``counts``."""
    before = [-1, *documents]
    for start in accumulate(counts):
        before[start] = -1
    return before


def low_bits(count: int, size: int) -> int:
    """Return with how many low bits distances are told of a term that ``count`` of ``size`` documents have."""
    return max(0, (2 * size // (3 * count)).bit_length() - 1) if count else 0


class _RiceCodes(dict[int, str]):
    """The code with ``low`` bits of the distance from one document to the next, found when it is first met."""

    def __init__(self, low: int) -> None:
        super().__init__()
        self.low = low

    def __missing__(self, distance: int) -> str:
        low, between = self.low, distance - 1
        self[distance] = "1" * (between >> low) + "0" + (f"{between & ((1 << low) - 1):0{low}b}" if low else "")
        return self[distance]


_rice_codes = lru_cache(maxsize=32)(_RiceCodes)


def _digits(bits: str) -> str:
    """Return bits as characters that stand for 0 to 63, six to each."""
    padded = bits + "0" * (-len(bits) % 24)
    length = len(padded) // 8
    digits = b64encode(int(padded or "0", 2).to_bytes(length, "big"))
    return digits.translate(_numbers()).decode()


@lru_cache(maxsize=1)
def _numbers() -> bytes:
    """Return the table that takes the digits of base 64 to the characters of numbers."""
    return bytes.maketrans(_BASE64, "".join(map(number, range(64))).encode())

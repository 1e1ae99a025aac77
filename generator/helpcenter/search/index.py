"""Documents to an index: for each term the entries that hold it, each with how much it says.

BM25F (Robertson and Zaragoza 2009): the frequencies of a term in titles, headings and text are weighted and normalised
by length, added and saturated. What the title alone gives and what headings and text add are kept apart, so that titles
can be searched before texts have arrived. Rarity is the inverse document frequency, blended with how rare the word is
in the language: a small help center cannot tell a filler from a subject by itself.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from helpcenter.memory import FORGETFUL, Memory
from helpcenter.search.codes import Term, coded, spelled
from helpcenter.search.counted import CountedText, packed_texts
from helpcenter.search.dictionary import FILLERS, listed, rarity
from helpcenter.search.document import Document
from helpcenter.search.postings import IMPACT_BITS, Postings, most_said, postings_of
from helpcenter.search.terms import FIRST_HAN, stem, title_terms

SATURATION = 2.0
TITLE_WEIGHT, ALIAS_WEIGHT, CHARACTER_WEIGHT = 4.0, 3.2, 0.5
"""What a term counts in a title and an alias, and a lone character in a text; 1 is a text."""
TITLE_LENGTH, TEXT_LENGTH = 0.5, 0.6
LANGUAGE, LANGUAGE_ENTRIES = 0.4, 1500
"""How much the language's rarity counts in a help center of no entries, and with how many it counts half of that."""
FILLER, LATIN_FILLER = 0.15, 0.5
"""How much of its rarity a filler keeps."""
_FILLERS = {stem(word): FILLER if word >= FIRST_HAN else LATIN_FILLER for word in FILLERS}
SILENT = frozenset(word for word in FILLERS if word >= FIRST_HAN)
"""Chinese fillers decide nothing where texts have them, and would be a twentieth of a large index."""
_SILENT = frozenset(map(coded, SILENT))
MOST_TEXTS, MOST_OF_MANY, MANY = 150, 80, 1000
"""A term that more texts have is looked for in titles only, or where no title has it in the texts that it says most of:
it decides little, blurs what rarer terms tell, and would be a third of a large index. With
``MANY`` entries and more fewer texts are enough."""
LEVELS = 15
TEXT_STEP = 3
"""Texts are told in steps of so many levels: their postings are the most of the index."""
Title: TypeAlias = dict[Term, float]
"""What each term weighs in the titles of a document."""


@dataclass(frozen=True, slots=True)
class Index:
    """Postings by term, in the order of documents; ``rarity`` of each term; which terms are in the list of words and
    which are fillers; how many documents there are, and the impact in the text of each of a word that it says once.
    Chinese fillers are terms of every index that has Chinese, so that a query's are known as such.
    """

    size: int
    titles: dict[str, Postings]
    texts: dict[str, Postings]
    rarity: dict[str, float]
    listed: frozenset[str]
    fillers: frozenset[str]
    once: list[int]

    @property
    def terms(self) -> list[str]:
        """All terms in the order of their characters."""
        return sorted(self.rarity)


def make_index(documents: Sequence[Document], memory: Memory = FORGETFUL) -> Index:
    """Return the index of ``documents``."""
    return memory.here(_index, tuple(documents), packed_texts(documents, memory))


def _index(documents: Sequence[Document], packed: Sequence[bytes]) -> Index:
    titles = _titles(documents)
    by_title = _by_title(titles)
    in_texts, in_both, lengths = _met(titles, packed)
    mean = _mean(lengths)
    norms = [_norm(length, mean, TEXT_LENGTH) for length in lengths]
    by_text = _by_text(titles, packed, norms, _looked_for(in_texts, by_title, len(documents)))
    spread = _spread(by_title, in_texts, in_both)
    words = frozenset(spread.keys() & listed().times.keys())
    rarities = _rarities(spread, words, len(documents))
    once = [_stepped(_impact(1 / norm)) for norm in norms]
    known = frozenset(spelled(dict.fromkeys(words)))
    return Index(len(documents), spelled(by_title), spelled(by_text), rarities, known, _fillers(rarities), once)


def _by_title(titles: Sequence[Title]) -> dict[Term, Postings]:
    found = defaultdict[Term, Postings](postings_of)
    for number, title in enumerate(titles):
        said = {weight: number << IMPACT_BITS | max(1, _impact(weight)) for weight in set(title.values())}
        for term, weight in title.items():
            found[term].append(said[weight])
    return found


def _fillers(terms: Iterable[str]) -> frozenset[str]:
    """Return the fillers among ``terms``, and the pairs of characters that are fillers both, as in 在吗."""
    return frozenset(term for term in terms if term in _FILLERS or (len(term) == 2 and SILENT.issuperset(term)))


def _met(titles: Sequence[Title], packed: Sequence[bytes]) -> tuple[Counter[Term], Counter[Term], list[int]]:
    """Return how many documents have each term in the text, how many also in a title, and the length of each text."""
    in_texts, in_both, lengths = Counter[Term](), Counter[Term](), []
    for title, text in zip(titles, map(CountedText.unpacked, packed), strict=True):
        in_texts.update(text.terms)
        in_both.update(title.keys() & text.terms)
        lengths.append(sum(text.counts))
    return in_texts, in_both, lengths


def _spread(
    by_title: Mapping[Term, Postings], in_texts: Mapping[Term, int], in_both: Counter[Term]
) -> dict[Term, int]:
    """Return how many entries have each term. Of characters that titles have, titles count alone: there they tell
    entries apart, while nearly every text has them.
    """
    spread = dict(in_texts)
    for term, postings in by_title.items():
        more = 0 if _is_character(term) else spread.get(term, 0) - in_both[term]
        spread[term] = len(postings) + more
    if any(map(_is_character, spread)):
        spread |= dict.fromkeys(_SILENT - spread.keys(), 0)
    return spread


def _is_character(term: Term) -> bool:
    if isinstance(term, int):
        return ord(FIRST_HAN) <= term <= 0xFFFF
    return len(term) == 1 and term >= FIRST_HAN


def _titles(documents: Sequence[Document]) -> list[Title]:
    """Return what the terms of the titles of each document weigh; of a title and its aliases the best counts."""
    fields = [[title_terms(title) for title in document.titles] for document in documents]
    mean = _mean([title.total() for titles in fields for title in titles])
    found = []
    for titles in fields:
        weights: Title = {}
        for place, title in enumerate(titles):
            factor = (ALIAS_WEIGHT if place else TITLE_WEIGHT) / _norm(title.total(), mean, TITLE_LENGTH)
            for term, times in title.items():
                weights[term] = max(factor * times, weights.get(term, 0.0))
        found.append(weights)
    return found


def _looked_for(
    in_texts: Mapping[Term, int], by_title: Collection[Term], size: int
) -> dict[Term, tuple[Postings, float]]:
    """Return the terms that are looked for in texts, each with no postings yet and what it weighs there."""
    most = _most(size)
    return {
        term: (postings_of(), CHARACTER_WEIGHT if _is_character(term) else 1)
        for term, entries in in_texts.items()
        if term not in _SILENT and (entries <= most or term not in by_title)
    }


def _most(size: int) -> int:
    return MOST_TEXTS if size < MANY else MOST_OF_MANY


class _Said(dict[float, int]):
    """The posting of a term in the text of a document by how much it counts there: many terms have the same."""

    def __init__(self, number: int, norm: float) -> None:
        super().__init__()
        self.number, self.norm = number, norm

    def __missing__(self, count: float) -> int:
        self[count] = self.number << IMPACT_BITS | _stepped(_impact(count / self.norm))
        return self[count]


def _by_text(
    titles: Sequence[Title],
    packed: Sequence[bytes],
    norms: Sequence[float],
    found: dict[Term, tuple[Postings, float]],
) -> dict[Term, Postings]:
    """Return what texts add to what titles give; a term that the title lacks always has an impact."""
    for number, (title, text, norm) in enumerate(zip(titles, map(CountedText.unpacked, packed), norms, strict=True)):
        said = _Said(number, norm)
        for term, times in zip(text.terms, text.counts, strict=True):
            if term not in found:
                continue
            postings, weight = found[term]
            if term not in title:
                postings.append(said[weight * times])
            elif more := _more(title[term], weight * times / norm):
                postings.append(number << IMPACT_BITS | _stepped(more))
    most = _most(len(packed))
    return {term: most_said(postings, most) for term, (postings, _) in found.items() if postings}


def _impact(weight: float) -> int:
    return round(LEVELS * _saturated(weight))


@lru_cache(maxsize=1 << 10)
def _more(before: float, weight: float) -> int:
    """Return what ``weight`` adds to the impact; of one entry many terms have the same weights."""
    return round(LEVELS * (_saturated(before + weight) - _saturated(before)))


def _stepped(impact: int) -> int:
    return max(1, TEXT_STEP * round(impact / TEXT_STEP))


def _mean(lengths: Sequence[int]) -> float:
    return sum(lengths) / len(lengths) if lengths else 0.0


def _norm(length: int, mean: float, strength: float) -> float:
    return 1 - strength + strength * length / mean if mean else 1.0


def _saturated(weight: float) -> float:
    return weight / (SATURATION + weight)


def _rarities(spread: Mapping[Term, int], words: Iterable[Term], size: int) -> dict[str, float]:
    """Return the rarity of each term; ``words`` are those that are in the list of words."""
    most = math.log(1 + (size + 0.5) / 0.5)
    share = LANGUAGE * LANGUAGE_ENTRIES / (LANGUAGE_ENTRIES + size)
    own = {entries: math.log(1 + (size - entries + 0.5) / (entries + 0.5)) for entries in set(spread.values())}
    times = listed().times
    blended = {term: own[entries] for term, entries in spread.items()}
    for word in words:
        blended[word] = (1 - share) * blended[word] + share * most * max(0.0, 2 * rarity(times[word]) - 1)
    found = spelled(blended)
    return found | {term: found[term] * _FILLERS[term] for term in found.keys() & _FILLERS.keys()}

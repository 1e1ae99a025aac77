"""Documents to an index: for each term the entries that hold it, each with how much it says.

BM25F (Robertson and Zaragoza 2009): the frequencies of a term in titles, headings and text are weighted and normalised
by length, added and saturated. What the title alone gives and what headings and text add are kept apart, so that titles
can be searched before texts have arrived. Rarity is the inverse document frequency, blended with how rare the word is
in the language: a small help center cannot tell a filler from a subject by itself.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from helpcenter.memory import FORGETFUL, Memory
from helpcenter.search.codes import Term, spelled
from helpcenter.search.counted import Counted, packed_groups
from helpcenter.search.dictionary import FILLERS, rarity, times_of
from helpcenter.search.document import Document
from helpcenter.search.impacts import STEPPED, impact_of, mean_of, norm_of
from helpcenter.search.postings import IMPACT_BITS, Postings, postings_of
from helpcenter.search.terms import FIRST_HAN, is_character, stem
from helpcenter.search.text_postings import SILENT, SILENT_TERMS, Title, text_postings

TITLE_WEIGHT, ALIAS_WEIGHT = 4.0, 3.2
"""What a term counts in a title and an alias; 1 is a text."""
TITLE_LENGTH, TEXT_LENGTH = 0.5, 0.6
LANGUAGE, LANGUAGE_ENTRIES = 0.4, 1500
"""How much the language's rarity counts in a help center of no entries, and with how many it counts half of that."""
FILLER, LATIN_FILLER = 0.15, 0.5
"""How much of its rarity a filler keeps."""
_FILLERS = {stem(word): FILLER if word >= FIRST_HAN else LATIN_FILLER for word in FILLERS}


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
    return memory.here(_index, packed_groups(documents, memory))


def _index(packed: Sequence[bytes]) -> Index:
    named, lengths, in_texts, in_both = _met(packed)
    titles, size, mean = _titles(named), len(lengths), mean_of(lengths)
    norms = [norm_of(length, mean, TEXT_LENGTH) for length in lengths]
    by_title, by_text = _by_title(titles), text_postings(packed, in_texts, titles, norms)
    spread = _spread(by_title, in_texts, in_both)
    words = times_of(spread.keys())
    rarities = _rarities(spread, words, size)
    once = [STEPPED[impact_of(1 / norm)] for norm in norms]
    known = frozenset(spelled(words))
    return Index(size, spelled(by_title), spelled(by_text), rarities, known, _fillers(rarities), once)


def _by_title(titles: Sequence[Title]) -> dict[Term, Postings]:
    found = defaultdict[Term, Postings](postings_of)
    for number, title in enumerate(titles):
        said = {weight: number << IMPACT_BITS | max(1, impact_of(weight)) for weight in set(title.values())}
        for term, weight in title.items():
            found[term].append(said[weight])
    return found


def _fillers(terms: Iterable[str]) -> frozenset[str]:
    """Return the fillers among ``terms``, and the pairs of characters that are fillers both, as in 在吗."""
    return frozenset(term for term in terms if term in _FILLERS or (len(term) == 2 and SILENT.issuperset(term)))


class _Met(NamedTuple):
    """The terms of the titles of each document, the length of each text, how many documents have each term in the text,
    and how many also in a title.
    """

    titles: list[list[dict[Term, int]]]
    lengths: list[int]
    in_texts: dict[Term, int]
    in_both: Counter[Term]


def _met(packed: Iterable[bytes]) -> _Met:
    met = _Met([], [], {}, Counter())
    for group in map(Counted.unpacked, packed):
        met.titles.extend(group.titles)
        met.lengths.extend(group.lengths)
        for term, texts in group.in_texts.items():
            met.in_texts[term] = met.in_texts.get(term, 0) + texts
        met.in_both.update(group.in_both)
    return met


def _spread(by_title: Mapping[Term, Postings], in_texts: Mapping[Term, int], in_both: Counter[Term]) -> dict[Term, int]:
    """Return how many entries have each term. Of characters that titles have, titles count alone: there they tell
    entries apart, while nearly every text has them.
    """
    spread = dict(in_texts)
    for term, postings in by_title.items():
        more = 0 if is_character(term) else spread.get(term, 0) - in_both[term]
        spread[term] = len(postings) + more
    if any(map(is_character, spread)):
        spread |= dict.fromkeys(SILENT_TERMS - spread.keys(), 0)
    return spread


def _titles(named: Sequence[Sequence[Mapping[Term, int]]]) -> list[Title]:
    """Return what the terms of the titles of each document weigh; of a title and its aliases the best counts."""
    lengths = [[sum(title.values()) for title in titles] for titles in named]
    mean = mean_of(list(chain.from_iterable(lengths)))
    found = []
    for titles, of_each in zip(named, lengths, strict=True):
        weights: Title = {}
        for place, (title, length) in enumerate(zip(titles, of_each, strict=True)):
            factor = (ALIAS_WEIGHT if place else TITLE_WEIGHT) / norm_of(length, mean, TITLE_LENGTH)
            for term, times in title.items():
                if (weight := factor * times) > weights.get(term, 0.0):
                    weights[term] = weight
        found.append(weights)
    return found


def _rarities(spread: Mapping[Term, int], words: Mapping[Term, int], size: int) -> dict[str, float]:
    """Return the rarity of each term; ``words`` are those that are in the list of words, with how often they stand in
    its corpus.
    """
    most = math.log(1 + (size + 0.5) / 0.5)
    share = LANGUAGE * LANGUAGE_ENTRIES / (LANGUAGE_ENTRIES + size)
    own = {entries: math.log(1 + (size - entries + 0.5) / (entries + 0.5)) for entries in set(spread.values())}
    blended = {term: own[entries] for term, entries in spread.items()}
    for word, times in words.items():
        blended[word] = (1 - share) * blended[word] + share * most * max(0.0, 2 * rarity(times) - 1)
    found = spelled(blended)
    return found | {term: found[term] * _FILLERS[term] for term in found.keys() & _FILLERS.keys()}

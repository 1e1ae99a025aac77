"""Documents to an index: for each term the entries that hold it, each with how much it says.

BM25F (Robertson and Zaragoza 2009): the frequencies of a term in titles, headings and text are weighted and normalised
by length, added and saturated. What the title alone gives and what headings and text add are kept apart, so that titles
can be searched before texts have arrived. Rarity is the inverse document frequency, blended with how rare the word is
in the language: a small help center cannot tell a filler from a subject by itself.
"""

from __future__ import annotations

import marshal
import math
from array import array
from bisect import bisect_left
from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import TypeAlias

from helpcenter.memory import FORGETFUL, Memory
from helpcenter.search.dictionary import FILLERS, rarity
from helpcenter.search.document import Document
from helpcenter.search.postings import IMPACT_BITS, Postings, documents_of, most_said, postings_of
from helpcenter.search.terms import FIRST_HAN, spelled, stem, text_terms, title_terms

SATURATION = 2.0
TITLE_WEIGHT, ALIAS_WEIGHT, HEADING_WEIGHT, CHARACTER_WEIGHT = 4.0, 3.2, 3, 0.5
"""What a term counts in a title, an alias and the heading of a part, and a lone character in a text; 1 is a text."""
TITLE_LENGTH, TEXT_LENGTH = 0.5, 0.6
LANGUAGE, LANGUAGE_ENTRIES = 0.4, 1500
"""How much the language's rarity counts in a help center of no entries, and with how many it counts half of that."""
FILLER, LATIN_FILLER = 0.15, 0.5
"""How much of its rarity a filler keeps."""
_FILLERS = {stem(word): FILLER if word >= FIRST_HAN else LATIN_FILLER for word in FILLERS}
SILENT = frozenset(word for word in FILLERS if word >= FIRST_HAN)
"""Chinese fillers decide nothing where texts have them, and would be a twentieth of a large index."""
MOST_TEXTS, MOST_OF_MANY, MANY = 150, 80, 1000
"""A term that more texts have is looked for in titles only, or where no title has it in the texts that it says most of:
it decides little, blurs what rarer terms tell, and would be a third of a large index. With
``MANY`` entries and more fewer texts are enough."""
LEVELS = 15
TEXT_STEP = 3
"""Texts are told in steps of so many levels: their postings are the most of the index."""
TIMES_BITS = 32
_TIMES = (1 << TIMES_BITS) - 1
Counts: TypeAlias = "array[int]"
"""For each text that has a term, in their order, the number of its document, and in the last bits how often."""


@dataclass(frozen=True, slots=True)
class Index:
    """Postings by term, in the order of documents; ``rarity`` of each term; which terms are fillers; how many documents
    there are, and the impact in the text of each of a word that it says once. Chinese fillers are terms of every index
    that has Chinese, so that a query's are known as such.
    """

    size: int
    titles: dict[str, Postings]
    texts: dict[str, Postings]
    rarity: dict[str, float]
    fillers: frozenset[str]
    once: list[int]

    @property
    def terms(self) -> list[str]:
        """All terms in the order of their characters."""
        return sorted(self.rarity)


def make_index(documents: Sequence[Document], memory: Memory = FORGETFUL) -> Index:
    """Return the index of ``documents``."""
    titles = _titles(documents)
    by_title = _by_title(titles)
    counted, lengths = _counted(documents, memory)
    mean = _mean(lengths)
    norms = [_norm(length, mean, TEXT_LENGTH) for length in lengths]
    spread = _spread(by_title, counted)
    if any(map(_is_character, spread)):
        spread |= dict.fromkeys(SILENT - spread.keys(), 0)
    once = [_stepped(_impact(1 / norm)) for norm in norms]
    by_text = _by_text(counted, titles, by_title, norms)
    return Index(len(documents), by_title, by_text, _rarities(spread, len(documents)), _fillers(spread), once)


def _by_title(titles: Sequence[dict[str, float]]) -> dict[str, Postings]:
    found = defaultdict[str, Postings](postings_of)
    for number, title in enumerate(titles):
        said = {weight: number << IMPACT_BITS | max(1, _impact(weight)) for weight in set(title.values())}
        for term, weight in title.items():
            found[term].append(said[weight])
    return found


def _counted(documents: Sequence[Document], memory: Memory) -> tuple[dict[str, Counts], list[int]]:
    """Return how often each term stands in texts, and the length of each text."""
    found = defaultdict[str | int, Counts](partial(array, "Q"))
    lengths = []
    for number, document in enumerate(documents):
        headings = "\n".join(part.title for part in document.parts if part.title)
        place, text = number << TIMES_BITS, marshal.loads(memory(_packed_text, document.text, headings))
        lengths.append(sum(text.values()))
        placed = map(array.append, map(found.__getitem__, text), map(place.__or__, text.values()))
        deque(placed, maxlen=0)  # for all terms of the index, in half the time of a loop
    return spelled(found), lengths


def _fillers(terms: Iterable[str]) -> frozenset[str]:
    """Return the fillers among ``terms``, and the pairs of characters that are fillers both, as in 在吗."""
    return frozenset(term for term in terms if term in _FILLERS or (len(term) == 2 and SILENT.issuperset(term)))


def _packed_text(typed: str, headings: str) -> bytes:
    """Return ``_text`` in a tenth of its memory, since all texts are kept at once."""
    return marshal.dumps(_text(typed, headings))


def _text(typed: str, headings: str) -> dict[str | int, int]:
    """Return how often each term stands below the title; in a heading it counts as if it stood there more often."""
    text = text_terms(typed)
    if headings:
        for term, times in text_terms(headings).items():
            text[term] = text.get(term, 0) + (HEADING_WEIGHT - 1) * times
    return text


def _spread(by_title: Mapping[str, Postings], counted: Mapping[str, Counts]) -> dict[str, int]:
    """Return how many entries have each term. Of characters that titles have, titles count alone: there they tell
    entries apart, while nearly every text has them.
    """
    spread = {term: len(counts) for term, counts in counted.items()}
    for term, postings in by_title.items():
        if term not in spread or _is_character(term):
            spread[term] = len(postings)
        else:
            spread[term] += len(
                set(documents_of(postings)).difference([count >> TIMES_BITS for count in counted[term]])
            )
    return spread


def _is_character(term: str) -> bool:
    return len(term) == 1 and term >= FIRST_HAN


def _titles(documents: Sequence[Document]) -> list[dict[str, float]]:
    """Return what the terms of the titles of each document weigh; of a title and its aliases the best counts."""
    fields = [[title_terms(title) for title in document.titles] for document in documents]
    mean = _mean([title.total() for titles in fields for title in titles])
    found = []
    for titles in fields:
        weights: dict[str, float] = {}
        for place, title in enumerate(titles):
            factor = (ALIAS_WEIGHT if place else TITLE_WEIGHT) / _norm(title.total(), mean, TITLE_LENGTH)
            for term, times in title.items():
                weights[term] = max(factor * times, weights.get(term, 0.0))
        found.append(weights)
    return found


class _Said(dict[int, int]):
    """For a document and how often it has a term the posting of the term: of one text many terms have the same."""

    def __init__(self, norms: Sequence[float], weight: float) -> None:
        super().__init__()
        self.norms, self.weight = norms, weight

    def __missing__(self, count: int) -> int:
        self[count] = count >> TIMES_BITS << IMPACT_BITS | _stepped(_impact(self.weighed(count)))
        return self[count]

    def weighed(self, count: int) -> float:
        """Return what a term weighs in a text."""
        return self.weight * (count & _TIMES) / self.norms[count >> TIMES_BITS]


def _by_text(
    counted: Mapping[str, Counts],
    titles: Sequence[dict[str, float]],
    by_title: Mapping[str, Postings],
    norms: Sequence[float],
) -> dict[str, Postings]:
    """Return what texts add to what titles give; a term that the title lacks always has an impact."""
    most = MOST_TEXTS if len(norms) < MANY else MOST_OF_MANY
    lone, alone = _Said(norms, CHARACTER_WEIGHT), _Said(norms, 1)
    found: dict[str, Postings] = {}
    for term, counts in counted.items():
        if term in SILENT or (len(counts) > most and term in by_title):
            continue
        said = lone if _is_character(term) else alone
        if term not in by_title:
            postings = array("I", map(said.__getitem__, counts))
            found[term] = most_said(postings, most) if len(postings) > most else postings
        elif postings := _beyond(said, counts, {title: titles[title][term] for title in documents_of(by_title[term])}):
            found[term] = postings
    return found


def _beyond(said: _Said, counts: Counts, before: dict[int, float]) -> Postings:
    """Return the postings of a term with the weights ``before`` in titles, by documents in order."""
    found = array("I", map(said.__getitem__, counts))
    for document, weight in reversed(before.items()):
        place = bisect_left(counts, document << TIMES_BITS)
        if place == len(counts) or counts[place] >> TIMES_BITS != document:
            continue
        if more := _more(weight, said.weighed(counts[place])):
            found[place] = document << IMPACT_BITS | _stepped(more)
        else:
            del found[place]
    return found


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


def _rarities(spread: Mapping[str, int], size: int) -> dict[str, float]:
    most = math.log(1 + (size + 0.5) / 0.5)
    share = LANGUAGE * LANGUAGE_ENTRIES / (LANGUAGE_ENTRIES + size)
    found = {}
    for term, entries in spread.items():
        own = math.log(1 + (size - entries + 0.5) / (entries + 0.5))
        known = rarity(term)
        blended = own if known is None else (1 - share) * own + share * most * max(0.0, 2 * known - 1)
        found[term] = blended * _FILLERS.get(term, 1)
    return found

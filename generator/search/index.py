"""Documents to an index: for each term the entries that hold it, each with how much it says.

BM25F (Robertson and Zaragoza 2009): the frequencies of a term in titles and text are weighted and normalised by
length, added and saturated. What the title alone gives and what the text adds are kept apart, so that titles can be
searched before texts have arrived. Rarity is the inverse document frequency, blended with how rare the word is in the
language: a small help center cannot tell a filler from a subject by itself.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from generator.search.dictionary import FILLERS, rarity
from generator.search.document import Document
from generator.search.terms import FIRST_HAN, stem, text_terms, title_terms

SATURATION = 2.0
TITLE_WEIGHT = 4.0
TITLE_LENGTH, TEXT_LENGTH = 0.5, 0.6
LANGUAGE, LANGUAGE_ENTRIES = 0.4, 1500
"""How much the language's rarity counts in a help center of no entries, and with how many it counts half of that."""
FILLER = 0.15
"""How much of its rarity a filler keeps."""
SILENT = frozenset(word for word in FILLERS if word >= FIRST_HAN)
"""Chinese fillers decide nothing where texts have them, and would be a twentieth of a large index."""
COMMON_CHARACTER, COMMON = 200, 0.3
"""A character that more texts have, and another term that a larger share of them has too, is looked for in titles
only: it decides little and would be a tenth of a large index."""
LEVELS = 15
TEXT_STEP = 3
"""Texts are told in steps of so many levels: their postings are the most of the index."""

Posting = tuple[int, int]
"""Number of a document and an impact from 1 to ``LEVELS``."""


@dataclass(frozen=True, slots=True)
class Index:
    """Postings by term, in the order of documents; ``rarity`` of each term; how many documents there are."""

    size: int
    titles: dict[str, list[Posting]]
    texts: dict[str, list[Posting]]
    rarity: dict[str, float]

    @property
    def terms(self) -> list[str]:
        """All terms in the order of their characters."""
        return sorted(self.rarity)


def make_index(documents: Sequence[Document]) -> Index:
    """Return the index of ``documents``."""
    titles = _titles(documents)
    texts = [text_terms(document.text) for document in documents]
    spread = Counter(chain.from_iterable(texts))
    common = _common(spread, len(documents))
    by_title: dict[str, list[Posting]] = defaultdict(list)
    for number, (title, text) in enumerate(zip(titles, texts, strict=True)):
        spread.update(title.keys() - text.keys())
        for term, weight in title.items():
            by_title[term].append((number, max(1, _impact(weight))))
    by_text: dict[str, list[Posting]] = defaultdict(list)
    mean, silent = _mean(texts), SILENT.union(common & by_title.keys())
    for number, (title, text) in enumerate(zip(titles, texts, strict=True)):
        for term, impact in _text_impacts(text, title, _norm(text.total(), mean, TEXT_LENGTH), silent):
            by_text[term].append((number, impact))
    return Index(len(documents), by_title, by_text, _rarities(spread, len(documents)))


def _titles(documents: Sequence[Document]) -> list[dict[str, float]]:
    """Return what the terms of the titles of each document weigh; of a title and its aliases the best counts."""
    fields = [[title_terms(title) for title in document.titles] for document in documents]
    mean = _mean([title for titles in fields for title in titles])
    found = []
    for titles in fields:
        weights: dict[str, float] = {}
        for title in titles:
            factor = TITLE_WEIGHT / _norm(title.total(), mean, TITLE_LENGTH)
            for term, times in title.items():
                weights[term] = max(factor * times, weights.get(term, 0.0))
        found.append(weights)
    return found


def _common(in_texts: Counter[str], size: int) -> set[str]:
    """Return the terms that too many of all texts have."""
    return {
        term
        for term, texts in in_texts.items()
        if texts > COMMON_CHARACTER and (len(term) == 1 or texts > COMMON * size)
    }


def _text_impacts(
    text: Counter[str], title: dict[str, float], norm: float, silent: frozenset[str]
) -> Iterator[tuple[str, int]]:
    """Yield what a text adds to what the title gives; a term that the title lacks always has an impact."""
    alone = {times: _stepped(_impact(times / norm)) for times in set(text.values())}
    for term, times in text.items():
        if term in silent:
            continue
        if term not in title:
            yield term, alone[times]
        elif more := _impact(title[term] + times / norm, title[term]):
            yield term, _stepped(more)


def _impact(weight: float, before: float = 0.0) -> int:
    return round(LEVELS * (_saturated(weight) - _saturated(before)))


def _stepped(impact: int) -> int:
    return max(1, TEXT_STEP * round(impact / TEXT_STEP))


def _mean(fields: Sequence[Counter[str]]) -> float:
    return sum(field.total() for field in fields) / len(fields) if fields else 0.0


def _norm(length: int, mean: float, strength: float) -> float:
    return 1 - strength + strength * length / mean if mean else 1.0


def _saturated(weight: float) -> float:
    return weight / (SATURATION + weight)


def _rarities(spread: Counter[str], size: int) -> dict[str, float]:
    most = math.log(1 + (size + 0.5) / 0.5)
    share = LANGUAGE * LANGUAGE_ENTRIES / (LANGUAGE_ENTRIES + size)
    fillers, found = {stem(word) for word in FILLERS}, {}
    for term, entries in spread.items():
        own = math.log(1 + (size - entries + 0.5) / (entries + 0.5))
        known = rarity(term)
        blended = own if known is None else (1 - share) * own + share * most * max(0.0, 2 * known - 1)
        found[term] = blended * FILLER if term in fillers else blended
    return found

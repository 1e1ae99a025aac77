"""Documents to an index: for each term the entries that hold it, each with how much it says.

BM25F (Robertson and Zaragoza 2009): the frequencies of a term in titles and text are weighted and normalised by
length, added and saturated. What the title alone gives and what the text adds are kept apart, so that titles can be
searched before texts have arrived. Rarity is the inverse document frequency, blended with how rare the word is in the
language: a small help center cannot tell a filler from a subject by itself.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from generator.search.dictionary import rarity
from generator.search.document import Document
from generator.search.terms import text_terms, title_terms

SATURATION = 1.2
TITLE_WEIGHT = 4.0
TITLE_LENGTH, TEXT_LENGTH = 0.5, 0.6
LANGUAGE, LANGUAGE_ENTRIES = 0.4, 1500
"""How much the language's rarity counts in a help center of no entries, and with how many it counts half of that."""
LEVELS = 15

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
    titles = [_titles(document) for document in documents]
    texts = [text_terms(document.text) for document in documents]
    title_norms = _norms(titles, TITLE_LENGTH)
    text_norms = _norms(texts, TEXT_LENGTH)
    by_title: dict[str, list[Posting]] = defaultdict(list)
    by_text: dict[str, list[Posting]] = defaultdict(list)
    spread: Counter[str] = Counter()
    for number, (title, text) in enumerate(zip(titles, texts, strict=True)):
        weight, norm = TITLE_WEIGHT / title_norms[number], 1 / text_norms[number]
        spread.update(title.keys() | text.keys())
        for term, times in title.items():
            impact = _saturated(weight * times)
            by_title[term].append((number, max(1, round(LEVELS * impact))))
            if term in text:
                more = _saturated(weight * times + norm * text[term]) - impact
                if level := round(LEVELS * more):
                    by_text[term].append((number, level))
        for term, times in text.items():
            if term not in title:
                by_text[term].append((number, max(1, round(LEVELS * _saturated(norm * times)))))
    return Index(len(documents), by_title, by_text, _rarities(spread, len(documents)))


def _titles(document: Document) -> Counter[str]:
    """Return the terms of title and aliases; what several of them say counts as the one that says it most."""
    found: Counter[str] = Counter()
    for title in document.titles:
        found |= title_terms(title)
    return found


def _norms(fields: Sequence[Counter[str]], strength: float) -> list[float]:
    lengths = [field.total() for field in fields]
    mean = sum(lengths) / len(lengths) if lengths else 0
    return [1 - strength + strength * length / mean if mean else 1.0 for length in lengths]


def _saturated(weight: float) -> float:
    return weight / (SATURATION + weight)


def _rarities(spread: Counter[str], size: int) -> dict[str, float]:
    most = math.log(1 + (size + 0.5) / 0.5)
    share = LANGUAGE * LANGUAGE_ENTRIES / (LANGUAGE_ENTRIES + size)
    found = {}
    for term, entries in spread.items():
        own = math.log(1 + (size - entries + 0.5) / (entries + 0.5))
        known = rarity(term)
        found[term] = own if known is None else (1 - share) * own + share * most * max(0.0, 2 * known - 1)
    return found

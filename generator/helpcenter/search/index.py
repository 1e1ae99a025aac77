"""Documents to an index: for each term the entries that hold it, each with how much it says.

BM25F (Robertson and Zaragoza 2009): the frequencies of a term in titles, headings and text are weighted and normalised
by length, added and saturated. What the title alone gives and what headings and text add are kept apart, so that titles
can be searched before texts have arrived. Rarity is the inverse document frequency, blended with how rare the word is
in the language: a small help center cannot tell a filler from a subject by itself.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from helpcenter.search.dictionary import FILLERS, rarity
from helpcenter.search.document import Document
from helpcenter.search.postings import IMPACT_BITS, Postings, most_said, postings_of
from helpcenter.search.terms import FIRST_HAN, stem, text_terms, title_terms

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


def make_index(documents: Sequence[Document]) -> Index:
    """Return the index of ``documents``."""
    titles, texts = _titles(documents), list(map(_text, documents))
    by_title, by_text = (defaultdict[str, Postings](postings_of) for _ in range(2))
    for number, title in enumerate(titles):
        said = {weight: number << IMPACT_BITS | max(1, _impact(weight)) for weight in set(title.values())}
        for term, weight in title.items():
            by_title[term].append(said[weight])
    in_texts = Counter(chain.from_iterable(texts))
    most = MOST_TEXTS if len(documents) < MANY else MOST_OF_MANY
    common = {term for term, count in in_texts.items() if count > most}
    lengths = [sum(text.values()) for text in texts]
    mean, silent = _mean(lengths), SILENT.union(common & by_title.keys())
    norms = [_norm(length, mean, TEXT_LENGTH) for length in lengths]
    for number, (title, text) in enumerate(zip(titles, texts, strict=True)):
        _add_text(by_text, number, text, title, norms[number], silent)
    by_text.update((term, most_said(by_text[term], most)) for term in common - silent)
    spread = _spread(titles, texts, in_texts)
    if any(map(_is_character, spread)):
        spread.update(dict.fromkeys(SILENT, 0))
    once = [_stepped(_impact(1 / norm)) for norm in norms]
    return Index(len(documents), by_title, by_text, _rarities(spread, len(documents)), _fillers(spread), once)


def _fillers(terms: Iterable[str]) -> frozenset[str]:
    """Return the fillers among ``terms``, and the pairs of characters that are fillers both, as in 在吗."""
    return frozenset(term for term in terms if term in _FILLERS or (len(term) == 2 and SILENT.issuperset(term)))


def _text(document: Document) -> dict[str, int]:
    """Return how often each term stands below the title; in a heading it counts as if it stood there more often."""
    text = text_terms(document.text)
    if headings := "\n".join(part.title for part in document.parts if part.title):
        for term, times in text_terms(headings).items():
            text[term] = text.get(term, 0) + (HEADING_WEIGHT - 1) * times
    return text


def _spread(
    titles: Sequence[dict[str, float]], texts: Sequence[dict[str, int]], in_texts: Counter[str]
) -> Counter[str]:
    """Return how many entries have each term. Of characters that titles have, titles count alone: there they tell
    entries apart, while nearly every text has them.
    """
    spread, in_titles = in_texts.copy(), Counter(chain.from_iterable(titles))
    for title, text in zip(titles, texts, strict=True):
        spread.update(title.keys() - text.keys())
    spread.update({term: times - spread[term] for term, times in in_titles.items() if _is_character(term)})
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


def _add_text(
    found: dict[str, Postings],
    number: int,
    text: dict[str, int],
    title: dict[str, float],
    norm: float,
    silent: frozenset[str],
) -> None:
    """Add what a text adds to what the title gives; a term that the title lacks always has an impact."""
    place = number << IMPACT_BITS
    alone = {times: place | _stepped(_impact(times / norm)) for times in set(text.values())}
    lone = {times: place | _stepped(_impact(CHARACTER_WEIGHT * times / norm)) for times in alone}
    for term, times in text.items():
        if term not in silent:
            if term not in title:
                found[term].append((lone if len(term) == 1 and term >= FIRST_HAN else alone)[times])
            else:
                weight = (CHARACTER_WEIGHT if _is_character(term) else 1) * times / norm
                if more := _more(title[term], weight):
                    found[term].append(place | _stepped(more))


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


def _rarities(spread: Counter[str], size: int) -> dict[str, float]:
    most = math.log(1 + (size + 0.5) / 0.5)
    share = LANGUAGE * LANGUAGE_ENTRIES / (LANGUAGE_ENTRIES + size)
    found = {}
    for term, entries in spread.items():
        own = math.log(1 + (size - entries + 0.5) / (entries + 0.5))
        known = rarity(term)
        blended = own if known is None else (1 - share) * own + share * most * max(0.0, 2 * known - 1)
        found[term] = blended * _FILLERS.get(term, 1)
    return found

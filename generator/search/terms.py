"""Texts to terms: what an entry can be found by.

Chinese: titles give every character and every pair of characters, texts the pairs that are words; both give words of
three and four characters. Latin words are lower-cased and lightly stemmed. Digits stay whole.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from generator.search.dictionary import words
from generator.search.folding import folded

HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]+")
LATIN = re.compile(r"[a-z0-9]+(?:[.-][0-9]+)*")


def title_terms(text: str) -> Counter[str]:
    """Return the terms of a title or an alias, each with how often it occurs."""
    plain = folded(text)
    found: Counter[str] = Counter(stem(word) for word in LATIN.findall(plain))
    for run in HAN.findall(plain):
        found.update(run)
        found.update(run[place : place + 2] for place in range(len(run) - 1))
        found.update(_long_words(run))
    return found


def text_terms(text: str) -> Counter[str]:
    """Return the terms of a text below the title, each with how often it occurs."""
    plain, known = folded(text), words()
    found: Counter[str] = Counter(stem(word) for word in LATIN.findall(plain))
    for run in HAN.findall(plain):
        pairs = [run[place : place + 2] for place in range(len(run) - 1)]
        found.update([pair for pair in pairs if pair in known])
        found.update(_long_words(run))
    return found


def _long_words(run: str) -> list[str]:
    known, size = words(), len(run)
    found = [part for place in range(size - 2) if (part := run[place : place + 3]) in known]
    return found + [part for place in range(size - 3) if (part := run[place : place + 4]) in known]


def is_word(term: str) -> bool:
    """Return whether a term is a word of the language, not just two characters that met; Latin terms always are."""
    return len(term) != 2 or term < "\u3400" or term in words()


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """Return a Latin word without its most common endings; the same as ``stem`` in ``assets/search-engine.js``."""
    if any(char.isdigit() for char in word):
        return word
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 5 and word.endswith("ing"):
        word = word[:-3]
    elif len(word) > 4 and word.endswith("ed"):
        word = word[:-2]
    elif len(word) > 4 and re.search(r"[sxzh]es$", word):
        return word[:-2]
    elif len(word) > 3 and re.search(r"[^su]s$", word):
        return word[:-1]
    if len(word) > 3 and re.search(r"([^lsz])\1$", word):
        word = word[:-1]
    return word[:-1] if len(word) > 4 and word.endswith("e") else word

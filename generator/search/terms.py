"""Texts to terms: what an entry can be found by.

Chinese: titles give every character and every pair of characters, texts every character and the pairs that are words;
both give words of three and four characters. Latin words are lower-cased and lightly stemmed. Digits stay whole.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from itertools import chain
from operator import add

from generator.search.dictionary import openings, words
from generator.search.folding import folded

HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]+")
FIRST_HAN = "\u3400"
LATIN = re.compile(r"[a-z0-9]+(?:[.-][0-9]+)*")
ENDINGS = [
    (re.compile(ending), rest)
    for ending, rest in (
        (r"(.{3})(?:ies|ied)$", r"\1y"),
        (r"(s|x|z|ch|sh)es$", r"\1"),
        (r"(..[^su])s$", r"\1"),
        (r"^(?=.{3,}(?:ed|ing)$)(.*[aeiouy].*)(?:ed|ing)$", r"\1"),
        (r"(.{3})ment$", r"\1"),
        (r"(.{3}[st])ion$", r"\1"),
        (r"(.{3})ificat$", r"\1ify"),
        (r"(.{4})at$", r"\1"),
        (r"(.{3})ly$", r"\1"),
        (r"(.{3})e$", r"\1"),
        (r"(..)([^sz])\2$", r"\1\2"),
    )
]


def title_terms(text: str) -> Counter[str]:
    """Return the terms of a title or an alias, each with how often it occurs."""
    plain = folded(text)
    found = [stem(word) for word in LATIN.findall(plain)]
    for run in HAN.findall(plain):
        pairs = list(map(add, run, run[1:]))
        found += [*run, *pairs, *_long_words(run, pairs)]
    return Counter(found)


def text_terms(text: str) -> Counter[str]:
    """Return the terms of a text below the title, each with how often it occurs."""
    plain = folded(text)
    pairs = list(map(add, plain, plain[1:]))
    known = filter(words().__contains__, pairs)
    found = Counter(chain(known, _long_words(plain, pairs), *HAN.findall(plain)))
    for mixed in [word for word in found if word < FIRST_HAN]:
        del found[mixed]
    found.update(map(stem, LATIN.findall(plain)))
    return found


def _long_words(text: str, pairs: list[str]) -> list[str]:
    known, starts = words(), openings()
    places = [place for place, pair in enumerate(pairs) if pair in starts]
    grams = [text[place : place + size] for size in (3, 4) for place in places if place + size <= len(text)]
    return [gram for gram in grams if gram in known]


def is_word(term: str) -> bool:
    """Return whether a term is a word of the language, not just two characters that met; Latin terms always are."""
    return len(term) != 2 or term < FIRST_HAN or term in words()


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """Return a Latin word without its endings; the same as ``stem`` in ``assets/search-latin.js``, rule by rule."""
    if any(char.isdigit() for char in word):
        return word
    for ending, rest in ENDINGS:
        word = ending.sub(rest, word)
    return word

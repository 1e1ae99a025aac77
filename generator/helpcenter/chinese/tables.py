"""The tables, in the forms that they are quick to read in."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, repeat
from pathlib import Path


def word_rows() -> Iterator[tuple[str, Iterator[int]]]:
    """Yield for words of one, two, three and four characters all of them in a row, and how often each stands in the
    corpus that jieba's list was counted in.
    """
    times, *rows = zip(*(line.split("\t") for line in _lines("words")), strict=True)
    numbers = list(map(int, times))
    for length, texts in enumerate(rows, 1):
        sizes = [len(text) // length for text in texts]
        yield "".join(texts), chain.from_iterable(map(repeat, numbers, sizes))


@lru_cache(maxsize=1)
def simplified() -> dict[str, str]:
    """Return the simplified character for each traditional one and each variant."""
    return {old: line[0] for line in _lines("simplified") for old in line[2:]}


@lru_cache(maxsize=1)
def readings() -> tuple[dict[str, str], dict[str, str]]:
    """Return how a character is mostly read, and how else it can be, both in plain letters: ``zhong``; ü is v."""
    usual: dict[str, str] = {}
    rare: dict[str, str] = {}
    for sound, mostly, too in (line.split("\t") for line in _lines("readings")):
        usual |= dict.fromkeys(mostly, sound)
        rare |= dict.fromkeys(too, sound)
    return usual, rare


@lru_cache(maxsize=1)
def read_otherwise() -> dict[str, str]:
    """Return the words that are not read as their characters are one by one: 重新 as ``chong xin``."""
    return dict(line.split("\t") for line in _lines("read_otherwise"))


def _lines(name: str) -> list[str]:
    return Path(__file__).with_name(f"{name}.txt").read_text(encoding="utf-8").splitlines()

"""Texts as they are spoken: pinyin without tones."""

from __future__ import annotations

from collections.abc import Mapping

from helpcenter.chinese.tables import read_otherwise, readings

LONGEST = 4
"""The most characters of a word whose reading is known."""


def syllables(text: str) -> list[str]:
    """Return the syllables of Chinese and, in one piece, whatever stands between: ``好OK吗`` as hao, OK, ma.

    Words that are read otherwise than their characters are known, the longest first: 银行 is yin, hang.
    """
    return spoken_by(text, readings()[0], read_otherwise())


def spoken_by(text: str, usual: Mapping[str, str], words: Mapping[str, str]) -> list[str]:
    """Return the syllables as two tables tell them: of characters, and of ``words`` that are read otherwise."""
    found, place, between = [], 0, ""
    while place < len(text):
        parts = (text[place : place + size] for size in range(LONGEST, 1, -1))
        part = next(filter(words.__contains__, parts), text[place])
        spoken = words.get(part) or usual.get(part)
        if spoken:
            found += [between, *spoken.split(" ")]
        between = "" if spoken else between + part
        place += len(part)
    return [part for part in (*found, between) if part]

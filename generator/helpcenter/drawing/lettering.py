"""How much room text takes, without a font at hand: widths are guessed, rather too large than too small."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from unicodedata import category, east_asian_width

_WORD = re.compile(r"[“‘（《【(]*(?:[\w.@/:+-]+|.)[，。；：？！、）》】”’…,.;:?!)]*", re.ASCII | re.DOTALL)
"""What is not broken: a Latin word or a single other character, with the punctuation that belongs to it."""
_WIDE = frozenset("WM@%mw—…")


@lru_cache(maxsize=4096)
def _width(char: str) -> float:
    if category(char) in ("Mn", "Me", "Cf"):
        return 0.0
    if ord(char) > 0x1F000:
        return 1.4
    if east_asian_width(char) in "WFA" or char in _WIDE:
        return 1.0
    return 0.75 if char.isupper() or ord(char) > 0x2FF else 0.6


def ems(text: str) -> float:
    """Return the width of ``text`` in characters of full width."""
    return sum(map(_width, text))


def wrapped(text: str, most: float, *, even: bool = True) -> list[str]:
    """Break ``text`` into as few lines at most ``most`` wide as it takes, with ``even`` of about the same width."""
    parts = [part for word in _WORD.findall(text) for part in _fitting(word, most)]
    lines = _filled(parts, most)
    narrow = most
    while even and len(lines) > 1 and narrow > 1:
        narrow -= 0.5
        tried = _filled(parts, narrow)
        if len(tried) > len(lines) or any(ems(line) > narrow for line in tried):
            break
        lines = tried
    return lines


def _filled(parts: list[str], most: float) -> list[str]:
    lines = [""]
    for part in parts:
        if lines[-1].strip() and ems(lines[-1] + part.rstrip()) > most:
            lines.append("")
        lines[-1] += part
    return [line.strip() for line in lines]


def _fitting(word: str, most: float) -> Iterator[str]:
    """Yield ``word`` in one part where it fits, else in as many as it takes."""
    part = ""
    for char in word:
        if part and ems(part + char) > most:
            yield part
            part = ""
        part += char
    yield part

"""Characters and pairs of characters as numbers: read from a text at once, and counted in half the time of strings.

The code of a character is its number in UTF-16, that of a pair is the number that both are when read as one.
"""

from __future__ import annotations

import re
import sys

_NATIVE = f"utf-16-{sys.byteorder[0]}e"
_BEYOND = re.compile("[\U00010000-\U0010ffff]")


def _units(text: str) -> memoryview:
    """Return two bytes for each character; those beyond U+FFFF, which no word of the list has, are spaces."""
    data = text.encode(_NATIVE, "surrogatepass")
    if len(data) != 2 * len(text):
        data = _BEYOND.sub(" ", text).encode(_NATIVE, "surrogatepass")
    return memoryview(data)


def character_codes(text: str) -> list[int]:
    """Return the code of each character of ``text``."""
    return _units(text).cast("H").tolist()


def pair_codes(text: str) -> list[int]:
    """Return the code of each character of ``text`` with the one after it."""
    units = _units(text)
    found = [0] * (len(text) - 1)
    for start in (0, 1):
        pairs = (len(text) - start) // 2
        found[start::2] = units[2 * start : 2 * start + 4 * pairs].cast("I").tolist()
    return found


class _Written(dict[int, str]):
    """Each code as it is written: one string for all texts, whose hash is worked out once."""

    def __missing__(self, code: int) -> str:
        size = 4 if code > 0xFFFF else 2
        self[code] = code.to_bytes(size, sys.byteorder).decode(_NATIVE, "surrogatepass")
        return self[code]


written = _Written()


def code(term: str) -> int:
    """Return the code of a character or a pair; -1 of what has characters beyond U+FFFF."""
    data = term.encode(_NATIVE, "surrogatepass")
    return int.from_bytes(data, sys.byteorder) if len(data) == 2 * len(term) else -1

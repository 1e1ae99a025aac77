"""Characters and pairs of characters as numbers: read from a text at once, and counted in half the time of strings.

The code of a character is its number in UTF-16. That of a pair ends with the low bytes of both, in which they differ
most: dictionaries look for a number by its last bits. Where both are below U+0100 a pair has no code.
"""

from __future__ import annotations

import re
import sys
from array import array
from collections.abc import Mapping
from typing import TypeAlias, TypeVar

_Told = TypeVar("_Told")
Term: TypeAlias = str | int
"""A term as it is counted: a code, or as it is written."""
_Counted = TypeVar("_Counted", bound=Term)
_LEAST_PAIR = 0x10000
_BEYOND = re.compile("[\U00010000-\U0010ffff]")


def _units(text: str) -> bytes:
    """Return two bytes for each character; those beyond U+FFFF, which no word of the list has, are spaces."""
    data = text.encode("utf-16-le", "surrogatepass")
    return data if len(data) == 2 * len(text) else _BEYOND.sub(" ", text).encode("utf-16-le", "surrogatepass")


def _read(kind: str, data: bytes | bytearray) -> list[int]:
    found = array(kind, data)
    if sys.byteorder == "big":
        found.byteswap()
    return found.tolist()


def codes_of(text: str) -> tuple[list[int], list[int]]:
    """Return the code of each character of ``text``, and of each with the one after it."""
    units = _units(text)
    return _read("H", units), _paired(units, 1)


def character_codes(text: str) -> list[int]:
    """Return the code of each character of ``text``."""
    return _read("H", _units(text))


def pair_codes(text: str, every: int = 1) -> list[int]:
    """Return the code of each character of ``text`` with the one after it, or only of ``every`` second and so on."""
    return _paired(_units(text), every)


def _paired(units: bytes, every: int) -> list[int]:
    low, high = units[::2], units[1::2]
    codes = bytearray(4 * len(low[:-1:every]))
    codes[::4], codes[1::4] = low[:-1:every], low[1::every]
    codes[2::4], codes[3::4] = high[:-1:every], high[1::every]
    return _read("I", codes)


class _Written(dict[int, str]):
    """Each code as it is written: one string for all texts, whose hash is worked out once."""

    def __missing__(self, code: int) -> str:
        self[code] = chr(code) if code < _LEAST_PAIR else chr(_unit(code)) + chr(_unit(code >> 8))
        return self[code]


def _unit(code: int) -> int:
    return code & 0xFF | code >> 8 & 0xFF00


written = _Written()


def coded(term: str) -> Term:
    """Return the code of a character or a pair, and what has none as it is."""
    if len(term) > 2 or max(term) > "\uffff" or (len(term) == 2 and max(term) < "\u0100"):
        return term
    first, second = ord(term[0]), ord(term[-1])
    if len(term) == 1:
        return first
    return first & 0xFF | (second & 0xFF) << 8 | first >> 8 << 16 | second >> 8 << 24


def spelled(terms: Mapping[_Counted, _Told]) -> dict[str, _Told]:
    """Return what is told of terms with codes as they are written."""
    return {written[term] if isinstance(term, int) else term: told for term, told in terms.items()}

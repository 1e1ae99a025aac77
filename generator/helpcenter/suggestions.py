"""Did you mean …: the known name that a mistyped one was surely meant to be."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches
from functools import lru_cache
from unicodedata import normalize

MOST_EDITS = 2
_DENIALS = ("no", "non", "not")
_NO_SLIP = MOST_EDITS + 1


def nearest(name: str, known: Iterable[str]) -> str:
    """Return the known id that ``name`` is a slip of the keyboard for, or nothing.

    One or two edits in a word long enough for them (Damerau's: a letter more, less, other, or two exchanged), a hyphen
    or the first word left out. Other words and other digits are other ids, however much two ids have in common.
    """
    edits = {one: _edits(_plain(name), _plain(one)) for one in known}
    least = min(edits.values(), default=_NO_SLIP)
    found = [one for one, count in edits.items() if count == least]
    return min(found) if least < MOST_EDITS or (least == MOST_EDITS and len(found) == 1) else ""


def nearest_word(name: str, known: Iterable[str]) -> str:
    """Return the known field or choice that ``name`` is like, or nothing. Here a hint that is merely near helps too."""
    words = list(known)
    begun = [word for word in words if len(name) > 3 and word.startswith(name)]
    alike = get_close_matches(_plain(name), words, n=1, cutoff=0.75)
    return nearest(name, words) or next(iter(alike), "") or (begun[0] if len(begun) == 1 else "")


@lru_cache(maxsize=20_000)
def _plain(name: str) -> str:
    return re.sub(r"[\s_-]+", "-", normalize("NFKC", name).lower()).strip("-")


@lru_cache(maxsize=20_000)
def _edits(name: str, known: str) -> int:
    """Return how many slips lead from one plain id to another, more than ``MOST_EDITS`` when they are no slips."""
    if name.replace("-", "") == known.replace("-", ""):
        return 0
    if re.findall(r"\d", name) != re.findall(r"\d", known) or abs(len(name) - len(known)) > max(len(known) - 5, 2):
        return _NO_SLIP
    if len(name) != len(known) > 4 and _distance(name, known) == 1:
        return 1
    words, others = name.split("-"), known.split("-")
    if len(words) == len(others):
        return min(sum(_slips(*pair) for pair in zip(words, others, strict=True)), _NO_SLIP)
    if known.endswith(f"-{name}") and len(name) > 4 and len(others) == len(words) + 1 and others[0] not in _DENIALS:
        return MOST_EDITS
    return _slips(name.replace("-", ""), known.replace("-", "")) if abs(len(words) - len(others)) == 1 else _NO_SLIP


def _slips(word: str, other: str) -> int:
    if word == other:
        return 0
    longest, shortest = max(len(word), len(other)), min(len(word), len(other))
    if longest - shortest > MOST_EDITS or longest < 3:
        return _NO_SLIP
    edits = _distance(word, other)
    if edits == 1 and (longest > 4 or len(word) != len(other) or sorted(word) == sorted(other)):
        return 1
    return edits if edits == MOST_EDITS and longest > 7 and word[0] == other[0] else _NO_SLIP


def _distance(word: str, other: str) -> int:
    """Return the edits between two words: Damerau and Levenshtein's, no part edited twice."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, char in enumerate(word, 1):
        last, before, row = before, row, [at]
        for to, wanted in enumerate(other, 1):
            best = min(before[to] + 1, row[to - 1] + 1, before[to - 1] + (char != wanted))
            if at > 1 and to > 1 and char == other[to - 2] and word[at - 2] == wanted:
                best = min(best, last[to - 2] + 1)
            row.append(best)
    return row[-1]

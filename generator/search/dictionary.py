"""Chinese words of two to four characters, from jieba's word list; used as data, nothing is segmented."""

from __future__ import annotations

import math
import re
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

_ENTRY = re.compile(r"^(\S{1,4}) (\d+)", re.M)


@lru_cache(maxsize=1)
def words() -> dict[str, int]:
    """Return every word and character of the list with how often it stands in the corpus it was counted in."""
    spec = find_spec("jieba")
    assert spec is not None and spec.origin is not None, "jieba is a dependency"
    text = (Path(spec.origin).parent / "dict.txt").read_text(encoding="utf-8")
    return {word: int(times) for word, times in _ENTRY.findall(text)}


@lru_cache(maxsize=1)
def total() -> int:
    """Return how many words the corpus has."""
    return sum(words().values())


def rarity(word: str) -> float | None:
    """Return how rare a word is in the language, from 0 (the most common) to 1; None when the list lacks it."""
    times = words().get(word)
    return None if times is None else math.log(total() / (times + 3)) / math.log(total() / 3)

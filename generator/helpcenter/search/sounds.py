"""How characters sound: pinyin without tones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from functools import lru_cache

from helpcenter.chinese.tables import readings


def sounds(char: str) -> list[str]:
    """Return the readings of ``char`` that are not rare, in plain letters, as in ``zhong``; ü is v."""
    return [table[char] for table in readings() if char in table]


@lru_cache(maxsize=1)
def common_characters() -> tuple[str, ...]:
    """Return the 3,755 characters of the first level of GB 2312, the common ones."""
    codes = (bytes((high, low)) for high in range(0xB0, 0xD8) for low in range(0xA1, 0xFF))
    return tuple(b"".join(codes).decode("gb2312", "ignore"))


@lru_cache(maxsize=1)
def _places() -> dict[str, str]:
    """Return for each common character one that tells its place: GB 2312 has them in the order of their pinyin."""
    return {char: chr(0x3400 + place) for place, char in enumerate(common_characters())}


def by_sound(term: str) -> str:
    """Return what to sort terms by so that those that sound alike stand together, as the browser does."""
    return _places().get(term[0], "") + term


def sound_table(known: Collection[str], starts: Mapping[str, int]) -> str:
    """Return the sounds of ``known`` and common characters, as in ``a阿啊 fou否|不``.

    Characters that many terms start with, as ``starts`` tells, come first; behind the bar stand those that are mostly
    read otherwise.
    """
    usual: dict[str, list[str]] = defaultdict(list)
    rare: dict[str, list[str]] = defaultdict(list)
    for char in sorted({*known, *common_characters()}, key=lambda char: (-starts.get(char, 0), char)):
        for place, sound in enumerate(sounds(char)):
            (rare if place else usual)[sound].append(char)
    every = sorted({*usual, *rare})
    return " ".join("".join((sound, *usual[sound], *("|" * (sound in rare)), *rare[sound])) for sound in every)

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
def _places() -> dict[str, int]:
    """Return the place of each common character: GB 2312 has them in the order of their pinyin."""
    return {char: place for place, char in enumerate(common_characters())}


def place_of(char: str) -> int:
    """Return the place of ``char`` among the common characters, -1 when it is none."""
    return _places().get(char, -1)


def by_sound(term: str) -> str:
    """Return what to sort terms by so that those that sound alike stand together, as the browser does."""
    place = place_of(term[0])
    return term if place < 0 else chr(0x3400 + place) + term


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

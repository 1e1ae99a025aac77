"""How characters sound: pinyin without tones, from pypinyin's table of single characters."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Collection
from functools import lru_cache
from importlib.util import find_spec, module_from_spec, spec_from_file_location
from pathlib import Path

from generator.search.dictionary import words

COMMON = 3500
"""How many characters beside those of the index have a sound, so that wrong ones in a query are understood."""
READINGS = 2
"""How many readings of a character count; the others are rare."""


@lru_cache(maxsize=1)
def _readings() -> dict[int, str]:
    """Return pypinyin's table. Its package would read the tables of phrases too, which costs a tenth of a second."""
    package = find_spec("pypinyin")
    assert package is not None and package.origin is not None, "pypinyin is a dependency"
    spec = spec_from_file_location("pinyin_table", Path(package.origin).parent / "pinyin_dict.py")
    assert spec is not None and spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    table: dict[int, str] = module.pinyin_dict
    return table


def sounds(char: str) -> list[str]:
    """Return the readings of ``char`` in plain letters, as in ``zhong``; ü is v."""
    found: dict[str, None] = {}
    for reading in _readings().get(ord(char), "").split(","):
        plain = unicodedata.normalize("NFD", reading.replace("ü", "v"))
        letters = "".join(mark for mark in plain if mark.isascii() and mark.isalpha())
        if "\u0308" in plain:
            letters = letters.replace("u", "v")
        if letters:
            found[letters] = None
    return list(found)[:READINGS]


@lru_cache(maxsize=1)
def common_characters() -> tuple[str, ...]:
    """Return the most common characters of the language, the most common first."""
    times: dict[str, int] = defaultdict(int)
    for word, count in words().items():
        for char in word:
            times[char] += count
    han = sorted((char for char in times if "\u4e00" <= char <= "\u9fff"), key=lambda char: (-times[char], char))
    return tuple(han[:COMMON])


def sound_table(known: Collection[str]) -> str:
    """Return the sounds of ``known`` and common characters: ``a阿啊 ai爱哀``."""
    by_sound: dict[str, list[str]] = defaultdict(list)
    common = common_characters()
    for char in (*common, *sorted(set(known) - set(common))):
        for sound in sounds(char):
            by_sound[sound].append(char)
    return " ".join(sound + "".join(chars) for sound, chars in sorted(by_sound.items()))

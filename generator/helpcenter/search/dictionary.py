"""Chinese words of up to four characters, and how rare they are; used as data, nothing is segmented."""

from __future__ import annotations

import math
from functools import lru_cache

from helpcenter.chinese.tables import word_rows
from helpcenter.search.codes import character_codes, code, pair_codes, written

TOTAL = 60_101_964
"""How many words the corpus has that the list was counted in."""
_FILLERS = """
请问 你好 您好 谢谢 麻烦 一下 怎么 怎么办 如何 怎样 什么 为什么 为啥 咋 咋办 是否 可以 能否 可不可以 有没有 会不会
能不能 能不 会不 要不要 是不是 是不 不是 是 会 能 有 没 想 要 去 让 把 被 给 在 和 跟 到 就 都 也 这 那 这个 那个 吗
呢 啊 呀 吧 哦 的 了 我 我的 我们
a about am an and any are as at be been but by can cant could did didnt do does doesnt dont for from has have he hello
her hi his i if im in into is isnt it its ive me my of on or our please she should so than thank thanks that the their
them then there these they this those to us was we were will with wont would you your
"""
FILLERS = frozenset(_FILLERS.split())
"""Words that a question is made of, not what it is about. Of English ones only those that tell no questions apart:
who, when and get do, among titles of twelve words."""
COURTESY = "请问|请教|[你您]好|谢谢|麻烦|我?想(?:要?知道|请?问|咨询|了解)一?下?"
"""Phrases that only lead to a question, as a regular expression for the search in the browser."""


BEGINS_WORD = 1
"""The last bit of what is known of a word: whether a longer one begins so. The other bits are how often it stands in
the corpus that it was counted in, and one more; they are 0 of what is no word."""


def short_words() -> dict[int, int]:
    """Return what is known of the code of each word of one and two characters, and of pairs that only begin a word."""
    return listed()[0]


def long_words() -> dict[str, int]:
    """Return what is known of each word of three and four characters, and of what words of four begin with."""
    return listed()[1]


@lru_cache(maxsize=1)
def listed() -> tuple[dict[int, int], dict[str, int]]:
    """Return ``short_words`` and ``long_words``, which are read together."""
    (characters, *of_one), (pairs, *of_two), *rows = word_rows(_told)
    short = dict(zip(character_codes(characters), *of_one, strict=True))
    short.update(zip(pair_codes(pairs)[::2], *of_two, strict=True))
    long: dict[str, int] = {}
    for length, (row, known) in enumerate(rows, 3):
        long.update(zip(map("".join, zip(*[iter(row)] * length, strict=True)), known, strict=True))
        for opening in pair_codes(row)[::length]:
            short[opening] = short.get(opening, 0) | BEGINS_WORD
    for three in {word[:3] for word in long if len(word) > 3}:
        long[three] = long.get(three, 0) | BEGINS_WORD
    return short, long


def _told(times: int) -> int:
    return 2 * times + 2


def words() -> dict[str, int]:
    """Return every word with how often it stands in the corpus that the list was counted in."""
    every = [*((written[code], known) for code, known in short_words().items()), *long_words().items()]
    return {word: (known >> 1) - 1 for word, known in every if known > BEGINS_WORD}


def times(word: str) -> int | None:
    """Return how often ``word`` stands in the corpus that the list was counted in; None when the list lacks it."""
    known = long_words().get(word, 0) if len(word) > 2 else short_words().get(code(word), 0)
    return (known >> 1) - 1 if known > BEGINS_WORD else None


def rarity(word: str) -> float | None:
    """Return how rare a word is in the language, from 0 (the most common) to 1; None when the list lacks it."""
    found = times(word)
    return None if found is None else math.log(TOTAL / (found + 3)) / math.log(TOTAL / 3)

"""Chinese words of up to four characters, and how rare they are; used as data, nothing is segmented."""

from __future__ import annotations

import math
from functools import lru_cache

from helpcenter.chinese.tables import word_rows

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


@lru_cache(maxsize=1)
def words() -> dict[str, int]:
    """Return every word and character of the list with how often it stands in the corpus it was counted in."""
    found: dict[str, int] = {}
    for length, (row, times) in enumerate(word_rows(), 1):
        found.update(zip(map("".join, zip(*[iter(row)] * length, strict=True)), times, strict=True))
    return found


IS_WORD, BEGINS_WORD = 1, 2


@lru_cache(maxsize=1)
def pairs_known() -> dict[str, int]:
    """Return what pairs of characters are: ``IS_WORD``, ``BEGINS_WORD`` (of a longer one), or both added.

    Few places of a text begin a longer word, so one look at each pair tells all.
    """
    found = {word: IS_WORD for word in words() if len(word) == 2}
    for opening in {word[:2] for word in words() if len(word) > 2}:
        found[opening] = found.get(opening, 0) + BEGINS_WORD
    return found


def rarity(word: str) -> float | None:
    """Return how rare a word is in the language, from 0 (the most common) to 1; None when the list lacks it."""
    times = words().get(word)
    return None if times is None else math.log(TOTAL / (times + 3)) / math.log(TOTAL / 3)

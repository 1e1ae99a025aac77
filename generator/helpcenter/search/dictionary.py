"""Chinese words of up to four characters, and how rare they are; used as data, nothing is segmented."""

from __future__ import annotations

import math
from collections.abc import Iterator, Set
from functools import lru_cache
from itertools import compress, repeat
from operator import or_
from typing import NamedTuple

from helpcenter.chinese.tables import word_rows
from helpcenter.search.codes import Term, character_codes, pair_codes, spelled

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


IS_WORD, OPENS, CLOSES_THREE, CLOSES_FOUR = 1, 2, 4, 8
"""What is known of a pair of characters: whether it is a word, and whether a word of three or four characters begins or
ends with it."""


class Listed(NamedTuple):
    """The list: words of one and two characters as codes and how often each of them stands in the corpus that the list
    was counted in, in the same order; longer ones with how often; and what is known of pairs, by their codes.
    """

    short: list[Term]
    times: list[int]
    longer: dict[Term, int]
    pairs: dict[Term, int]


@lru_cache(maxsize=1)
def listed() -> Listed:
    """Return the whole list."""
    (characters, of_one), (twos, of_two), (threes, of_three), (fours, of_four) = word_rows()
    words = pair_codes(twos, 2)
    short: list[Term] = [*character_codes(characters), *words]
    longer: dict[Term, int] = dict(zip(_cut(threes, 3), of_three, strict=True))
    longer.update(zip(_cut(fours, 4), of_four, strict=True))
    pairs: dict[Term, int] = dict.fromkeys(words, IS_WORD)
    for row, length, closes in ((threes, 3, CLOSES_THREE), (fours, 4, CLOSES_FOUR)):
        _mark(pairs, pair_codes(row, length), OPENS)
        _mark(pairs, pair_codes(row[length - 2 :], length), closes)
    return Listed(short, [*of_one, *of_two], longer, pairs)


def _cut(row: str, length: int) -> Iterator[str]:
    return map("".join, zip(*[iter(row)] * length, strict=True))


def _mark(known: dict[Term, int], pairs: list[int], as_what: int) -> None:
    known.update(zip(pairs, map(or_, map(known.get, pairs, repeat(0)), repeat(as_what)), strict=False))


def words() -> dict[str, int]:
    """Return every word with how often it stands in the corpus that the list was counted in."""
    short, times, longer, _ = listed()
    return spelled(dict(zip(short, times, strict=True)) | longer)


def times_of(terms: Set[Term]) -> dict[Term, int]:
    """Return those of ``terms`` that are words of the list, with how often each stands in the corpus.

    An index asks once, for a few of them: a table of all short words would take a third of what reading the list does.
    """
    short, times, longer, _ = listed()
    found = dict(compress(zip(short, times, strict=True), map(terms.__contains__, short)))
    return found | {word: longer[word] for word in longer.keys() & terms}


@lru_cache(maxsize=1 << 13)
def rarity(times: int) -> float:
    """Return how rare a word is in the language that stands in the corpus so often, from 0 (the most common) to 1."""
    return math.log(TOTAL / (times + 3)) / math.log(TOTAL / 3)

"""The word list as data: what is a word, and how rare it is in the language."""

from __future__ import annotations

import pytest

from helpcenter.search.codes import code
from helpcenter.search.dictionary import BEGINS_WORD, FILLERS, TOTAL, long_words, rarity, short_words, times, words


def test_the_list_has_characters_and_words() -> None:
    assert {"退", "退款", "身份证"} <= words().keys()
    assert len(words()) > 100_000
    assert {word: times(word) for word in words()} == words()


def test_what_longer_words_begin_with_is_known() -> None:
    long = [word for word in words() if 2 < len(word) < 5]
    assert all(short_words()[code(word[:2])] & BEGINS_WORD for word in long)
    assert all(long_words()[word[:3]] & BEGINS_WORD for word in long if len(word) == 4)
    assert [times(opening) for opening in ("款退", "不亦乐")] == [None, None]


def test_the_corpus_has_about_as_many_words_as_noted() -> None:
    assert sum(words().values()) == pytest.approx(TOTAL, rel=0.02)


def test_common_words_are_less_rare() -> None:
    found = [rarity(word) or 0 for word in ("的", "可以", "退款", "撤单")]
    assert found == sorted(found)
    assert len(set(found)) == 4


def test_rarity_is_a_share() -> None:
    assert all(0 <= (rarity(word) or 0) <= 1 for word in list(words())[::997])


def test_unknown_words_have_no_rarity() -> None:
    assert rarity("款退") is None


def test_fillers_are_questions_not_subjects() -> None:
    assert {"怎么", "请问", "the", "please"} <= FILLERS
    assert FILLERS.isdisjoint({"退款", "取消", "refund", "cancel", "account"})

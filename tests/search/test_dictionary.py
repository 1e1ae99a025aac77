"""The word list as data: what is a word, and how rare it is in the language."""

from __future__ import annotations

import pytest

from helpcenter.search.codes import coded, spelled
from helpcenter.search.dictionary import (
    CLOSES_FOUR,
    CLOSES_THREE,
    FILLERS,
    IS_WORD,
    OPENS,
    TOTAL,
    listed,
    rarity,
    times_of,
    words,
)


def test_the_list_has_characters_and_words() -> None:
    assert {"退", "退款", "身份证"} <= words().keys()
    assert len(words()) > 100_000
    assert spelled(times_of({coded(word) for word in words()})) == words()


def test_what_longer_words_begin_and_end_with_is_known() -> None:
    known = listed().pairs
    closes = {3: CLOSES_THREE, 4: CLOSES_FOUR}
    long = [word for word in words() if 2 < len(word) < 5]
    assert all(known[coded(word[:2])] & OPENS and known[coded(word[-2:])] & closes[len(word)] for word in long)
    told = spelled(known)
    assert {pair for pair, kinds in told.items() if kinds & OPENS} == {word[:2] for word in long}
    assert {pair for pair, kinds in told.items() if kinds & IS_WORD} == {word for word in words() if len(word) == 2}


def test_the_corpus_has_about_as_many_words_as_noted() -> None:
    assert sum(words().values()) == pytest.approx(TOTAL, rel=0.02)


def test_common_words_are_less_rare() -> None:
    found = [rarity(words()[word]) for word in ("的", "可以", "退款", "撤单")]
    assert found == sorted(found)
    assert len(set(found)) == 4


def test_rarity_is_a_share() -> None:
    assert all(0 <= rarity(times) <= 1 for times in list(words().values())[::997])


def test_unknown_words_stand_nowhere() -> None:
    terms = set(map(coded, ("款退", "款", "退款", "身份证", "refund")))
    assert spelled(times_of(terms)) == {word: words()[word] for word in ("款", "退款", "身份证")}


def test_fillers_are_questions_not_subjects() -> None:
    assert {"怎么", "请问", "the", "please"} <= FILLERS
    assert FILLERS.isdisjoint({"退款", "取消", "refund", "cancel", "account"})

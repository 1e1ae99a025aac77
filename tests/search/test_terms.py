"""What an entry can be found by: the terms of its titles and of its text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpcenter.search.codes import spelled
from helpcenter.search.dictionary import words as listed_words
from helpcenter.search.terms import is_word, stem, text_terms, title_terms


def of_title(text: str) -> dict[str, int]:
    return spelled(title_terms(text))


def of_text(text: str) -> dict[str, int]:
    codes, words = text_terms(text)
    assert not spelled(codes).keys() & words.keys()
    return {**spelled(codes), **words}


def test_titles_give_characters_all_pairs_and_long_words() -> None:
    assert set(of_title("撤销了，身份证")) == {
        *("撤", "销", "了", "身", "份", "证"),
        *("撤销", "销了", "身份", "份证"),
        "身份证",
    }  # fmt: skip


def test_texts_give_characters_and_words() -> None:
    assert set(of_text("撤销了，身份证")) == {"撤", "销", "了", "身", "份", "证", "撤销", "身份", "身份证"}


def test_no_pair_reaches_across_a_mark_or_a_space() -> None:
    assert "退订" not in of_title("退、订 退 订")
    assert "订单" not in of_text("订，单")


def test_terms_are_counted() -> None:
    assert of_title("退款退款")["退款"] == 2
    assert of_text("退款，退款 refund refunds")["refund"] == 2
    assert of_text("退款，退款")["款"] == of_text("退款，退款")["退款"] == 2


def test_latin_words_and_numbers_stand_beside_chinese() -> None:
    assert {"app", "4.8", "2026"} <= set(of_title("App 4.8版，2026年"))


def test_width_case_and_traditional_characters_make_no_difference() -> None:
    assert of_title("ＡＰＰ撤銷") == of_title("app撤销")


def test_mixed_words_of_the_list_are_no_terms_of_texts() -> None:
    assert set(of_text("c#")) == {"c"}


@pytest.mark.parametrize(
    "words",
    [
        "cancel cancels cancelled cancelling canceled cancellation",
        "apply applies applied",
        "notify notifies notified notification",
        "invite invites invited inviting invitation",
        "delete deleted deleting deletion",
        "box boxes",
        "address addresses",
        "payment pay pays paying",
        "recent recently",
    ],
)  # fmt: skip
def test_forms_of_a_word_are_one_term(words: str) -> None:
    assert len({stem(word) for word in words.split()}) == 1


@pytest.mark.parametrize("words", ["bring bred", "status state", "string stress", "need new", "user using"])
def test_other_words_stay_apart(words: str) -> None:
    assert len({stem(word) for word in words.split()}) == 2


@pytest.mark.parametrize("word", ["mp3s", "2026", "4.8", "5g"])
def test_numbers_stay_whole(word: str) -> None:
    assert stem(word) == word


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=20))
def test_a_stem_is_never_empty_and_never_longer(word: str) -> None:
    assert 0 < len(stem(word)) <= len(word) + 1


@given(st.text())
def test_no_text_is_too_strange(text: str) -> None:
    assert all(of_title(text).values())
    assert all(of_text(text).values())


@pytest.mark.parametrize(
    ("term", "known"), [("退款", True), ("款退", False), ("退", True), ("身份证", True), ("re", True)]
)
def test_pairs_are_words_when_the_list_has_them(term: str, known: bool) -> None:
    assert is_word(term, {"退款", "款退"} & listed_words().keys()) is known

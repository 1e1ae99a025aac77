"""What an entry can be found by: the terms of its titles and of its text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpcenter.search.terms import is_word, spelled, stem, text_terms, title_terms


def test_titles_give_characters_all_pairs_and_long_words() -> None:
    assert set(title_terms("撤销了，身份证")) == {
        *("撤", "销", "了", "身", "份", "证"),
        *("撤销", "销了", "身份", "份证"),
        "身份证",
    }  # fmt: skip


def test_texts_give_characters_and_words() -> None:
    assert set(spelled(text_terms("撤销了，身份证"))) == {"撤", "销", "了", "身", "份", "证", "撤销", "身份", "身份证"}


def test_no_pair_reaches_across_a_mark_or_a_space() -> None:
    assert "退订" not in title_terms("退、订 退 订")
    assert "订单" not in spelled(text_terms("订，单"))


def test_terms_are_counted() -> None:
    assert title_terms("退款退款")["退款"] == 2
    assert spelled(text_terms("退款，退款 refund refunds"))["refund"] == 2
    assert spelled(text_terms("退款，退款"))["款"] == spelled(text_terms("退款，退款"))["退款"] == 2


def test_latin_words_and_numbers_stand_beside_chinese() -> None:
    assert {"app", "4.8", "2026"} <= set(title_terms("App 4.8版，2026年"))


def test_width_case_and_traditional_characters_make_no_difference() -> None:
    assert title_terms("ＡＰＰ撤銷") == title_terms("app撤销")


def test_mixed_words_of_the_list_are_no_terms_of_texts() -> None:
    assert set(spelled(text_terms("c#"))) == {"c"}


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
    assert all(title_terms(text).values())
    assert all(spelled(text_terms(text)).values())


@pytest.mark.parametrize(
    ("term", "known"), [("退款", True), ("款退", False), ("退", True), ("身份证", True), ("re", True)]
)
def test_pairs_are_words_when_the_list_has_them(term: str, known: bool) -> None:
    assert is_word(term) is known

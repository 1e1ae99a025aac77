"""Spellings of one word: in the terms of a title, and the rules in the form that browsers read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpcenter.search.spelling import SPELLINGS, respelled, rewritten, rules

from .test_terms import of_text, of_title


@pytest.mark.parametrize(
    ("written", "terms"),
    [
        ("Wi-Fi", "wifi wi fi"),
        ("WeChatPay", "wechatpay chat pay"),
        ("T-shirt", "tshirt shirt"),
        ("don’t", "dont"),
        ("iPhone15", "iphone15 iphon 15"),
        ("iOS17.2", "ios17.2 ios 17 17.2"),
        ("SIMCard", "simcard sim card"),
        ("v2.10.3", "v2.10.3 2.10.3 2.10"),
        ("400-800-1234", "4008001234 400 800 1234"),
        ("400 800 1234", "4008001234 400 800 1234"),
        ("4008001234", "4008001234 1234"),
        ("+86 138 0013 8000", "13800138000 8000"),
        ("0086-13800138000", "13800138000 8000"),
        ("8613800138000", "13800138000"),
        ("010-12345678", "01012345678 12345678 010 5678"),
        ("01012345678", "01012345678 12345678 010 5678"),
        ("(010) 12345678", "01012345678 12345678 010 5678"),
        ("1,000元", "1000 元"),
        ("１，０００", "1000"),
        ("100,200", "100 200"),
        ("48小时", "48h 48 小 时 小时"),
        ("48 hours", "48h 48 hour"),
        ("48 h", "48h 48"),
        ("7 天", "7d 7 天"),
        ("3公斤", "3kg 公斤"),
        ("5 GB", "5gb"),
        ("2-3天", "2 3 3d 天"),
        ("Tiếng Việt đăng ký", "tieng viet dang ky"),
        ("ｷｬﾝｾﾙ", "きゃ ゃん んせ せる"),
        ("キャンセル", "きゃ ゃん んせ せる"),
        ("환불은", "환불 불은"),
        ("приём", "прием"),
        ("คืนเงิน", "คื นเ"),
        ("שָׁלוֹם", "שלום"),
        ("عَرَبِيّ", "عربي"),
        ("𠮷野家👍🏽", "𠮷 野家 👍"),
    ],
)
def test_a_word_has_the_terms_of_its_other_spellings(written: str, terms: str) -> None:
    assert set(terms.split()) <= set(of_title(written))


@pytest.mark.parametrize("written", ["환불은", "キャンセル", "คืนเงิน", "приём", "Wi-Fi，48小时", "𠮷👍"])
def test_texts_have_them_too(written: str) -> None:
    found = set(of_text(written))
    assert {term for term in of_title(written) if len(term) > 1} <= found


def test_a_range_is_no_number() -> None:
    assert {"23", "1214"}.isdisjoint(of_title("2-3天，12-14 点"))


def test_words_in_a_row_make_one() -> None:
    terms = of_title("装 App Store 的 iPhone 15, or this app")
    assert {"appstor", "iphone15"} <= set(terms)
    assert {"storeiphon", "15or", "thisapp"}.isdisjoint(terms)


UNITS = ("小时", "hours", "分钟", "mins", "天", "公斤", "kg", "千米", "cms", "毫升")
NUMBERS = st.lists(st.sampled_from([*"0123456789 -)(',", "86", "0086", "138", *UNITS, "don't", "a's"]))


@given(NUMBERS.map("".join))
def test_rules_are_tried_wherever_one_of_them_changes_something(text: str) -> None:
    assert respelled(text) == rewritten(text, SPELLINGS)


def test_browsers_are_told_groups_by_their_number_with_a_dollar() -> None:
    told = rules()
    assert ["(s|x|z|ch|sh)es$", "$1"] in told["endings"]
    assert not any("\\" in by for _, by in (*told["endings"], *told["spellings"]))

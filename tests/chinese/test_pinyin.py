"""Texts as they are spoken."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpcenter.chinese.pinyin import syllables


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("退款", "tui kuan"),
        ("退貨", "tui huo"),
        ("重新提交", "chong xin ti jiao"),
        ("很重", "hen zhong"),
        ("银行卡和银行", "yin hang ka he yin hang"),
        ("女", "nv"),
        ("一技之长", "yi ji zhi chang"),
        ("好OK吗？", "hao OK ma ？"),
        ("", ""),
    ],
)
def test_texts_are_spoken(text: str, spoken: str) -> None:
    assert " ".join(syllables(text)) == spoken


@given(st.text(st.characters(exclude_categories=["Lo", "Nl"])))
def test_what_is_not_chinese_stays_in_one_piece(text: str) -> None:
    assert syllables(text) == ([text] if text else [])


@given(st.text("退款重新银行长 aA"))
def test_every_character_is_spoken(text: str) -> None:
    chinese = [char for char in text if char > "\u3400"]
    assert len([part for part in syllables(text) if part.strip(" aA")]) == len(chinese)

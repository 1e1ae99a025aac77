"""Characters that are not what they seem: told where they do harm, left alone where a script needs them."""

from __future__ import annotations

import pytest

from helpcenter.sources.odd_characters import CANDIDATES, kind, may_hold_unseen, stranger, twin, unseen
from helpcenter.words.catalogue import languages, messages

HARMFUL = ["还能撤\u200b销吗", "甲\u2060乙", "甲\ufeff乙", "\u202e甲", "甲\u200e", "\ue000", "甲\u00ad乙", "a\u200db", " \ufe0f甲", "\U000e0041甲"]
SOUND = [
    "👨\u200d👩\u200d👧", "❤\ufe0f\u200d🔥", "1\ufe0f⃣", "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f", "👍🏽", "🇨🇳",
    "می\u200cخواهم", "ന്\u200d", "क्\u200dष", "สวัสดี\u200bครับ", "葛\U000e0100", "Donau\u00addampf", "Pourquoi\u00a0?", "\u2067שלום\u2069",
    "e\u0301", "甲\u3000乙", "한국어", "a\u202fb",
]  # fmt: skip


@pytest.mark.parametrize("text", HARMFUL)
def test_what_nobody_needs_is_told(text: str) -> None:
    assert len(list(unseen(text, one_line=False))) == 1


@pytest.mark.parametrize("text", SOUND)
def test_what_a_script_needs_is_left_alone(text: str) -> None:
    assert list(unseen(text, one_line=True)) == []


def test_a_quick_look_misses_nothing_that_is_not_seen() -> None:
    every = "".join(map(chr, (*range(0xD800), *range(0xE000, 0x110000))))
    assert all(map(may_hold_unseen, CANDIDATES.findall(every)))
    assert may_hold_unseen("还能\u200b撤销吗？")
    assert not any(map(may_hold_unseen, ("还能撤销吗？\n", "Où ?", "שלום", "한국어", "👍")))


def test_special_blanks_count_at_the_ends_of_one_line_only() -> None:
    assert list(unseen("\u3000甲\u00a0", one_line=True)) == [0, 2]
    assert list(unseen("\u3000甲\u00a0", one_line=False)) == []


def test_each_character_is_told_once() -> None:
    assert list(unseen("甲\u200b乙\u200b丙\u2060丁", one_line=True)) == [1, 5]


@pytest.mark.parametrize(
    ("text", "char"),
    [("after-sales", ""), ("аfter", "а"), ("ｉd", "ｉ"), ("a\u00a0", "\u00a0"), ("2026–11", "–"), ("标题", ""), ("é", "")],
)
def test_what_the_program_reads_holds_no_twin_and_nothing_unseen(text: str, char: str) -> None:
    assert stranger(text) == char


def test_a_twin_is_the_character_that_it_looks_like() -> None:
    assert [twin(char) for char in "аＡ－０：é标\u00a0a"] == ["a", "A", "-", "0", ":", "", "", "", ""]


@pytest.mark.parametrize("language", languages())
def test_every_kind_of_character_has_a_name(language: str) -> None:
    words = messages(language)
    chars = [*map(chr, range(0x80, 0x3100)), *"ａ\ufeff\ue000\ufe0f", "\U000e0041", "\U000e0100", "\U000f0000", "\U0001fae8"]
    assert all(words(f"character.{kind(char)}") for char in chars)

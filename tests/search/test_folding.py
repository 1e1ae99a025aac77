"""One form for width, case and traditional characters."""

from __future__ import annotations

import re
from unicodedata import normalize

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from helpcenter.chinese.tables import simplified
from helpcenter.search.folding import KANA, changing, fold_table, folded
from helpcenter.search.spelling import LETTERS, SPELLINGS, rewritten


@pytest.mark.parametrize(
    ("written", "form"),
    [
        ("退貨", "退货"),
        ("Ａｐｐ", "app"),
        ("①", "1"),
        ("㎏", "kg"),
        ("裏面", "里面"),
        ("裡面", "里面"),
        ("退款", "退款"),
    ],
)
def test_what_is_written_in_several_ways_has_one_form(written: str, form: str) -> None:
    assert folded(written) == form


@given(st.text())
def test_folding_twice_changes_nothing_more_in_chinese(text: str) -> None:
    once = "".join(char for char in folded(text) if char >= "\u4e00")
    assert folded(once) == once


@given(st.text() | st.text("é\u0301ﾊﾞがか\u3099ワ각ᄀ\u1161น้ำΣİ①貨’"))
@example("ᄀ\u1161")
def test_texts_are_folded_as_a_whole_where_characters_join(text: str) -> None:
    apart = re.sub("[\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u0640\u064b-\u065f\u0670]", "", normalize("NFKD", text))
    letters = LETTERS | KANA | simplified()
    plain = "".join(letters.get(char, char) for char in normalize("NFC", apart).lower())
    assert folded(text) == rewritten(plain, SPELLINGS)


def test_no_character_is_folded_to_one_that_is_folded_again() -> None:
    assert [old for old, new in simplified().items() if simplified().get(new, new) != new] == []


def test_characters_that_change_are_found_and_change_once() -> None:
    characters = list(map(chr, range(0x10000)))
    forms = dict(zip(characters, map(folded, characters), strict=True))
    assert [char for char, form in forms.items() if form != char and not changing().match(char)] == []
    assert [char for char in set("".join(forms.values())) if folded(char) != char] == []


def test_the_table_of_an_index_folds_to_its_characters_only() -> None:
    table = fold_table({"货", "退"})
    assert "貨货" in {table[place : place + 2] for place in range(0, len(table), 2)}
    assert set(table[1::2]) <= {"货", "退"}
    assert not set(table[::2]) & {"货", "退"}


def test_a_character_that_the_index_has_is_not_folded() -> None:
    assert "貨" not in fold_table({"货", "貨"})

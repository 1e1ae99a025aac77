"""Which characters are written without spaces between them, and where a line end leaves a gap."""

from __future__ import annotations

import pytest

from helpcenter.model.characters import is_cjk, joined, leaves_gap, measured

CJK = "中文々〇あアㄅㆠ한，。：；！？（）【】《》“”‘’—…、　𠮷𰀀豈︰１Ａ"
OTHER = "aZ09é.,:;!?()[]\"'- \n\tДأ😀€→"


@pytest.mark.parametrize("char", list(CJK))
def test_chinese_japanese_and_korean_leave_no_space(char: str) -> None:
    assert is_cjk(char)


@pytest.mark.parametrize("char", list(OTHER))
def test_other_characters_do(char: str) -> None:
    assert not is_cjk(char)


TIGHT = [
    ("甲", "乙"), ("处理，", "请您"), ("テスト", "です"), ("中文", "カナ"), ("好。", "（见下）"), ("他说：“是”", "“否”吗"),
    ("完成😀", "请"), ("甲——", "乙"), ("１２", "三"), ("𠮷", "𠮷"),
    ("点**确定**", "之后"), ("看[说明](a-b#c)", "再点"), ("写`代码`", "以后"), ("等 {{ hours }}", "之内"), ("甲", "**乙**"),
    ("✅️", "好"), ("等", "[这里](a-b)"),
]  # fmt: skip
LOOSE = [
    ("기준", "삼 일"), ("환불，", "환불"), ("한국어", "中文"), ("中文", "한국어"), ("first", "second"), ("中文", "word"),
    ("word", "中文"), ("he said “yes”", "“no”"), ("“yes”", "she"), ("Great 😀", "😀 yes"), ("你好,", "请问"), ("100%", "的人"),
    ("48", "小时"), ("**bold**", "text"), ("ไทย", "ไทย"), ("да", "нет"), ("", "甲"), ("甲", ""), ("**", "甲"), ("漢字", "은"),
    ("打开 App，", "then"), ("App", "（应用）"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after"), TIGHT)
def test_a_line_end_beside_chinese_and_japanese_leaves_no_gap(before: str, after: str) -> None:
    assert not leaves_gap(before, after)


@pytest.mark.parametrize(("before", "after"), LOOSE)
def test_a_line_end_in_korean_and_latin_stays_a_space(before: str, after: str) -> None:
    assert leaves_gap(before, after)


def test_every_line_end_is_looked_at() -> None:
    assert joined("一\n二\nthree\nfour\n五") == "一二\nthree\nfour\n五"
    assert joined("영업일 기준\n삼 일") == "영업일 기준\n삼 일"


@pytest.mark.parametrize(
    ("text", "length"),
    [("", 0), ("撤销。", 3), ("word", 2), ("words", 3), ("用 App 撤销", 6), ("“好”", 3), ("한국어", 3), ("😀😀", 2), ("𠮷", 1), ("é", 1)],
)
def test_letters_count_half_a_chinese_character(text: str, length: int) -> None:
    assert measured(text) == length

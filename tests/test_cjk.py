"""Which characters are written without spaces between them."""

from __future__ import annotations

import pytest

from generator.characters import is_cjk

CJK = "中文々〇あアㄅㆠ한，。：；！？（）【】《》“”‘’—…、　𠮷𰀀豈︰１Ａ"
OTHER = "aZ09é.,:;!?()[]\"'- \n\tДأ😀€→"


@pytest.mark.parametrize("char", list(CJK))
def test_chinese_japanese_and_korean_leave_no_space(char: str) -> None:
    assert is_cjk(char)


@pytest.mark.parametrize("char", list(OTHER))
def test_other_characters_do(char: str) -> None:
    assert not is_cjk(char)

"""Codes are what somebody types who knows an answer: first letters as they are spoken."""

from __future__ import annotations

import pytest

from helpcenter.desk.codes import codes_of


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("申请被拒了怎么办？", "sqbjlzmb"),
        ("银行卡收不到退款", "yhksbdtk"),  # 行 is read otherwise in 银行
        ("七天无理由 7 天", "qtwly7t"),
        ("App 里点“撤销”", "appldcx"),
        ("《？》", ""),
        ("é", ""),
    ],
)
def test_a_name_has_the_letters_that_are_spoken_first(name: str, code: str) -> None:
    assert codes_of([name]) == ([code] if code else [])


def test_names_with_one_code_give_it_once() -> None:
    assert codes_of(["退款", "推开", "退款"]) == ["tk"]

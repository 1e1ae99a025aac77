"""Text is broken where it may be, into lines of about the same width, and nothing gets lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpcenter.drawing.lettering import ems, wrapped

TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=80)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("你想取消的是什么？", ["你想取消的是什么？"]),
        ("查不到售后单，更像下面哪一种？", ["查不到售后单，更", "像下面哪一种？"]),
        ("先截图，再刷新售后（三次），看看", ["先截图，再刷新售", "后（三次），看看"]),
        ("另一个流程：customer-wants-cancel", ["另一个流程：", "customer-wants-cancel"]),
        ("请更新 App 之后再打开售后单看看", ["请更新 App 之后", "再打开售后单看看"]),
        ("one two three four five six seven eight", ["one two three four", "five six seven eight"]),
        ("", [""]),
    ],
)
def test_lines(text: str, lines: list[str]) -> None:
    assert wrapped(text, 14) == lines


@pytest.mark.parametrize(
    ("text", "width"),
    [("中文", 2), ("，。", 2), ("“”", 2), ("ab", 1.2), ("WM", 2), ("AB", 1.5), ("e\u0301", 0.6), ("😀", 1.4), ("ह", 0.75)],
)
def test_widths_are_guessed(text: str, width: float) -> None:
    assert ems(text) == pytest.approx(width)


@given(TEXTS, st.integers(2, 20))
def test_nothing_gets_lost_and_every_line_fits(text: str, most: int) -> None:
    lines = wrapped(text, most)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(ems(line) <= most for line in lines)


@given(TEXTS)
def test_a_text_that_fits_stays_on_one_line(text: str) -> None:
    assert wrapped(text, 200) == [text.strip()]


@given(st.text("中文字，。？“（a b", max_size=60))
def test_no_line_begins_with_what_ends_a_sentence(text: str) -> None:
    lines = wrapped(text, 30)
    assert not any(line[0] in "，。？" for line in lines[1:] if line)

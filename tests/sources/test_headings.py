"""Headings of ordinary pages and their anchors."""

from __future__ import annotations

import pytest

from helpcenter.sources.headings import anchor_of, headings

ANCHORS = [
    ("快速开始", "快速开始"), ("第 2 步：打开", "第-2-步-打开"), ("Getting Started!", "getting-started"), ("a_b", "a-b"), ("Content", "part-content"),
    ("目录 toc", "目录-toc"), ("환불", "환불"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "anchor"), ANCHORS)
def test_an_anchor_is_made_of_the_words(words: str, anchor: str) -> None:
    assert anchor_of(words) == anchor


def test_words_without_letters_have_an_anchor_too() -> None:
    assert anchor_of("😀") != anchor_of("👍")


def test_headings_are_found_outside_of_code() -> None:
    text = "# 关于 **我们**\n甲\n## [看](a-b) ##\n```\n## 代码\n```\n### 选定的 {#chosen}\n#没有空格\n##\n"
    assert [(found.line, found.level, found.words, found.anchor) for found in headings(text)] == [
        (0, 1, "关于 我们", "关于-我们"), (2, 2, "看", "看"), (6, 3, "选定的", "chosen"),
    ]  # fmt: skip


def test_an_anchor_does_not_move_when_another_heading_comes() -> None:
    before, after = headings("## 甲\n## 乙\n"), headings("## 新\n## 甲\n### 乙乙\n## 乙\n")
    assert {found.anchor for found in before} <= {found.anchor for found in after}

"""Which line ends of a paragraph are kept: those beside items and pairs that somebody typed line by line."""

from __future__ import annotations

import pytest

from helpcenter.sources.typed_lines import kept_ends


def shown(text: str, *, in_item: bool = False) -> str:
    """Return ``text`` with a slash at each end that is kept."""
    lines = text.split("\n")
    kept = kept_ends(lines, in_item=in_item)
    return lines[0] + "".join(("/" if keep else " ") + line for keep, line in zip(kept, lines[1:], strict=True))


MEANT = [
    "1、打开设置\n2、点退款\n3、提交", "1.打开\n2.点退款", "１．打开\n２．点退款", "1）打开\n2）点退款", "(1)打开\n(2)点退款", "（1）打开\n（2）点退款",
    "①打开\n②点退款", "❶打开\n❷点退款", "⒈打开\n⒉点退款", "1️⃣ 打开\n2️⃣ 点退款", "一、打开\n二、点退款", "（一）打开\n（二）点退款", "第一步：打开\n第二步：点退款",
    "第一，打开\n第二，点退款", "A、打开\nB、点退款", "A. 打开\nB. 点退款", "•打开\n•点退款", "·打开\n·点退款", "● 打开\n● 点退款", "－打开\n－点退款", "—打开\n—点退款",
    "-打开\n-点退款", "*打开\n*点退款", "✅ 能退\n❌ 不能退", "→打开\n→点退款", "【时间】周一\n【地点】北京", "Q:怎么退\nA:点退款", "问：怎么退\n答：点退款",
    "地址：北京市\n电话：010-12345678", "**地址**：北京市\n**电话**：010-12345678", "Email: a@b.example\nTel: 12315", "9:00 开门\n21:00 关门",
    "2026-11-20 改了价格\n2026-11-21 改回来", "11月20日 发货\n11月21日 到货", "一、准备\n1、打开", "甲    10\n乙    20", "[ ] 打开\n[x] 点退款",
]  # fmt: skip


@pytest.mark.parametrize("text", MEANT)
def test_lines_that_are_items_or_pairs_stay_lines(text: str) -> None:
    assert shown(text) == text.replace("\n", "/")


WRAPPED = [
    "这是一段文字，要换\n行。", "活动从 2025、\n2026、2027 三年", "运费是\n3.5 元一件，\n4.5 元两件", "十\n一、二月都不发货", "请看第\n一、三条", "商家会处理。\n注意：撤销后不能恢复",
    "温度是零下\n-5 度", "由第\n三方平台提供", "甲\n——乙", "first line\nsecond line", "see\nhttps://a.example", "At 9 we open.\nI am here.", "请打开\n“设置”", "*斜体*开头\n*又是*斜体",
]  # fmt: skip


@pytest.mark.parametrize("text", WRAPPED)
def test_wrapped_lines_are_one_paragraph(text: str) -> None:
    assert shown(text) == text.replace("\n", " ")


MIXED = [
    ("做法如下：\n1、打开设置", "做法如下：/1、打开设置"),
    ("先看做法。\n1、打开设置", "先看做法。/1、打开设置"),
    ("联系：\n电话：12315", "联系：/电话：12315"),
    ("1、打开\n2、点退款\n以上就是全部", "1、打开/2、点退款/以上就是全部"),
    ("1、先打开设置，\n再往下拉\n2、点退款", "1、先打开设置， 再往下拉/2、点退款"),
    ("1、打开设置里的账号与安全页面，往下拉到最后面\n找到注销\n2、点它", "1、打开设置里的账号与安全页面，往下拉到最后面 找到注销/2、点它"),
    ("1、打开\n  再往下拉\n2、点退款", "1、打开   再往下拉/2、点退款"),
    ("### 步骤\n打开设置", "### 步骤/打开设置"),
    ("甲\n----\n乙", "甲/----/乙"),
    ("名称\t价格\n苹果\t10", "名称\t价格/苹果\t10"),
    ("| 甲 | 乙 |\n| 丙 | 丁 |", "| 甲 | 乙 |/| 丙 | 丁 |"),
    ("运行：\n    第一条\n    第二条", "运行：/    第一条/    第二条"),
]


@pytest.mark.parametrize(("text", "lines"), MIXED)
def test_items_end_where_their_lines_end(text: str, lines: str) -> None:
    assert shown(text) == lines


def test_in_a_list_one_item_is_enough_and_what_is_not_indented_is_a_line() -> None:
    assert shown("打开\n2.点退款", in_item=True) == "打开/2.点退款"
    assert shown("点退款。\n以上就是全部。", in_item=True) == "点退款。/以上就是全部。"
    assert shown("先打开设置，\n  再点退款", in_item=True) == "先打开设置，   再点退款"


def test_long_blanks_cost_little() -> None:
    assert shown(f"甲{' ' * 20000}\n乙") == f"甲{' ' * 20000} 乙"

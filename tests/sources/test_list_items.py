"""What a line of a list is, is the same where lines are folded by YAML and where Markdown would join them."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpcenter.sources.list_items import is_item, is_listed
from helpcenter.sources.typed_lines import kept_ends
from helpcenter.sources.yaml.reader import parse


@pytest.mark.parametrize("mark", ["1、", "①", "（一）", "第一步：", "其二，", "A. ", "•", "→ ", "【三】", "2026-11-20 ", "☑ "])
def test_items_that_markdown_does_not_know(mark: str) -> None:
    lines = [f"{mark}打开订单", f"{mark}点申请售后"]
    assert all(map(is_item, lines))
    assert list(kept_ends(lines)) == [True]
    source, _ = parse(f"text: >-\n  {lines[0]}\n  {lines[1]}\n", Path("a.yaml"), "a.yaml")
    assert source is not None
    assert source.data["text"] == "\n".join(lines)


@pytest.mark.parametrize("line", ["- 打开订单", "* 打开订单", "12. 打开订单", "| 甲 | 乙 |"])
def test_items_and_rows_of_markdown(line: str) -> None:
    assert is_listed(line)


@pytest.mark.parametrize("line", ["打开订单", "1.5 元", "a word", "48 小时内", "-5 度", "——完"])
def test_what_is_no_item(line: str) -> None:
    assert not is_listed(line)

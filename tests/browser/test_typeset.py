"""Typed lines, code, quotations, bare addresses and pictures, in an answer and on an ordinary page."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.making import BASE, PNG, write

from .conftest import build, visiting
from .seeing import too_wide
from .server import serving
from .test_accessibility import check
from .visitor import Visitor, sizes, until

pytestmark = pytest.mark.browser
TEXT = f"""请按下面做：
1、打开订单
2、点“撤销申请”

地址：北京
电话：400 800 1234

> 平台说过的话。

```text
第一条很长的命令 {"x" * 120}
第二条命令
```

见 https://help.example.org/a?b=1。写信到 kefu@example.com。

![订单页上的按钮](images/a.png)

- 一
- 二

| 甲 | 乙 |
| - | - |
| 一 | 二 |
"""
PATHS = ["/can-withdraw/", "/how-to/"]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a site with that text twice."""
    folder = tmp_path_factory.mktemp("typeset")
    entry = {"id": "can-withdraw", "question": "还能撤销吗？", "topic": "after-sales", "reply": "一般可以。", "answer": TEXT}
    entry |= {"owner": "team", "reviewed": "2026-11-20"}
    files: dict[str, str | bytes] = {"faq.yaml": json.dumps([entry]), "content/images/a.png": PNG, "content/how-to.md": f"# 怎么用\n\n## 先看\n\n{TEXT}"}
    write(folder / "project", {**BASE, **files})
    return build(folder / "project", folder / "site")


@pytest.fixture
def reader(site: Path, browser: Browser, request: pytest.FixtureRequest) -> Iterator[Visitor]:
    """Return a reader of that site."""
    with serving(site) as origin:
        yield from visiting(browser, origin, request)


@sizes
@pytest.mark.parametrize("path", PATHS)
def test_axe_finds_nothing(path: str, size: dict[str, int], reader: Visitor, axe: str) -> None:
    check(reader.open(path, size), axe)


@pytest.mark.parametrize("path", PATHS)
def test_lines_stay_lines_and_long_code_scrolls_in_its_own_box(path: str, reader: Visitor) -> None:
    page = reader.open(path, {"width": 360, "height": 740})
    assert too_wide(page, 360) == []
    body = page.locator(".hc-body")
    shown = body.inner_text()
    assert "1、打开订单\n2、点“撤销申请”" in shown
    assert "地址：北京\n电话：400 800 1234" in shown
    assert "\n第二条命令" in body.locator("pre").inner_text()
    assert body.locator("pre").evaluate("one => one.scrollWidth > one.clientWidth && getComputedStyle(one).overflowX") == "auto"
    assert body.locator("blockquote").inner_text() == "平台说过的话。"


@pytest.mark.parametrize("path", PATHS)
def test_code_can_be_scrolled_with_the_keyboard(path: str, reader: Visitor) -> None:
    page = reader.open(path, {"width": 360, "height": 740})
    page.locator(".hc-body pre").focus()
    page.keyboard.press("ArrowRight")
    until(page, "document.querySelector('.hc-body pre').scrollLeft > 0")

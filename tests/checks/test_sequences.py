"""Ways and cases that are numbered are found; sequences that only sound like them are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.making import article, codes, prepared


@pytest.mark.parametrize(
    ("titles", "code"),
    [
        (["打开订单", "或者打电话"], "numbered-alternatives"),
        (["方法一：在线", "方法二：电话"], "numbered-alternatives"),
        (["Option A", "Option B"], "numbered-alternatives"),
        (["Call us", "Or write to us"], "numbered-alternatives"),
        (["第一种办法", "第二种办法"], "numbered-alternatives"),
        (["如果没发货", "要是发货了"], "numbered-cases"),
        (["If it was sent", "In case it was not"], "numbered-cases"),
        (["打开订单", "方法一：在线"], ""),
        (["或者打电话", "打开订单"], ""),
        (["看方法一的图", "照着做"], ""),
        (["如果没登录，先登录", "打开订单"], ""),
        (["如果没发货"], ""),
        (["若干件商品放一起", "若干件商品称重"], ""),
        (["Order the label", "Organize the parcel"], ""),
        (["Options", "Option settings"], ""),
    ],
)
def test_only_what_is_no_sequence_is_found(titles: list[str], code: str, tmp_path: Path) -> None:
    steps = "".join(f"\n  - {{id: step-{index}, title: '{title}'}}" for index, title in enumerate(titles))
    substeps = f"\n  - id: only-step\n    title: 看一看\n    substeps: {titles}"
    for field in (steps, substeps):
        found = prepared(tmp_path, {"content/articles/reapply.yaml": article(steps=field)})
        assert codes(found) == [code] * bool(code)

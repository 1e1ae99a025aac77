"""Where a value stands is looked for once something is wrong there: it takes longer than all else of a check."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpcenter.model.key_path import KeyPath
from helpcenter.sources.yaml.spans import Spans
from tests.making import ARTICLE, PLATFORM_VALUES, prepared

FILES = {
    "content/values.yaml": PLATFORM_VALUES,
    "content/platforms.yaml": "- {id: harbour, label: 海港商城}\n- {id: valley, label: 山谷集市}\n",
    "content/states.yaml": """\
action: 撤销
of: 售后单
states:
  - {id: applied, label: 待商家处理, allowed: yes, next: [agreed]}
  - {id: agreed, label: 商家已同意, allowed: yes}
""",
    "content/articles/reapply.yaml": ARTICLE.replace(
        "  - {id: open-order, title: 打开订单, text: 进入订单详情。}\n",
        """\
  - id: open-order
    title: 打开订单
    text: 进入订单详情，点“{{ button }}”。
    screen: {title: 我的订单, rows: [蓝色外套], buttons: [撤销, 重新申请], tap: 重新申请, avoid: 撤销}
    substeps:
      - {title: 在海港商城, text: 先看状态。, platforms: [harbour]}
related: [can-withdraw]
contact: platform
""",
    ),
}


def test_nothing_is_looked_for_in_what_is_right(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def of(spans: Spans, steps: KeyPath, *, key: bool = False) -> tuple[int, int]:
        raise AssertionError(f"who asks for the place of {steps}?")

    monkeypatch.setattr(Spans, "of", of)
    assert prepared(tmp_path, FILES).problems == []

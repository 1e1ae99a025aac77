"""The picture of a screen: sound XML with real text, without script or inline style, small, one thing marked."""

from __future__ import annotations

import gzip
from xml.etree import ElementTree

import pytest
from hypothesis import given

from helpcenter.model.screens import Screen
from helpcenter.screens import placed, screen_picture
from helpcenter.words.catalogue import interface
from tests.screens.making import screen, screens

WORDS = interface("zh")
MOST_BYTES = 2048
FULL = {
    "tabs": ["全部", "待付款", "待收货", "退款/售后"],
    "card": {"title": "待商家处理", "text": "商家会在 48 小时内处理。", "rows": [{"text": "退款金额", "note": "¥199.00"}]},
    "rows": [{"text": f"{color}色外套 ×1", "note": "退款中"} for color in "蓝红绿"],
    "buttons": ["修改申请", "撤销申请"],
    "toast": "已经提交",
}


def drawn(shown: Screen, number: int = 0) -> str:
    return screen_picture(shown, number, WORDS)


@given(screens)
def test_any_screen_is_sound_and_runs_nothing(shown: Screen) -> None:
    elements = list(ElementTree.fromstring(drawn(shown)).iter())
    assert {element.tag for element in elements} <= {"svg", "rect", "path", "text", "circle"}
    assert not [name for element in elements for name in element.attrib if name == "style" or name.startswith("on")]


def test_texts_are_real_text() -> None:
    texts = [element.text for element in ElementTree.fromstring(drawn(screen(**FULL))).iter("text")]
    assert {"待商家处理", "退款金额", "¥199.00", "蓝色外套 ×1", "修改申请", "已经提交"} <= set(texts)


def test_a_full_screen_is_small() -> None:
    assert placed(screen(**FULL)).misfits == ()
    assert not placed(screen(**FULL)).is_crowded
    assert 500 < len(gzip.compress(drawn(screen(**FULL, tap="撤销申请", avoid="修改申请")).encode(), 9)) <= MOST_BYTES


@pytest.mark.parametrize(("number", "badge"), [(0, "1"), (1, "1"), (3, "3")])
def test_the_tap_has_a_ring_and_a_number(number: int, badge: str) -> None:
    root = ElementTree.fromstring(drawn(screen(**FULL, tap="退款/售后"), number))
    assert [element.tag for element in root.iter() if element.get("class") == "tap"] == ["rect", "circle"]
    assert [element.text for element in root.iter("text") if element.get("class") == "number"] == [badge]


def test_what_is_to_be_avoided_has_a_ring_and_a_cross() -> None:
    root = ElementTree.fromstring(drawn(screen(**FULL, avoid="修改申请")))
    assert [element.tag for element in root.iter() if element.get("class") == "avoid"] == ["rect", "circle"]
    assert [element.tag for element in root.iter() if element.get("class") == "cross"] == ["path"]
    assert "number" not in {element.get("class") for element in root.iter()}

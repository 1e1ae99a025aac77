"""Descriptions of pictures: which say what is to be seen, and which only that there is a picture."""

from __future__ import annotations

import pytest

from helpcenter.texts.images import says_nothing

IDLE = [
    "图片", "截图", "截图1", "图 2", "图（一）", "【截图】", "示意图。", "第 1 张图", "微信图片_20261101123456", "IMG_1234",
    "image", "Image-1", "Screenshot 2026-11-01", "screenshot_2", "photo", "1", "", "  ", "…", "order.png", "订单.JPG", "DSC00012",
    "order-list", "ORDER-LIST", "alt", "Screen Shot 2026-11-01", "mmexport1700000000000",
]  # fmt: skip
TELLING = [
    "售后列表", "订单页的“撤销申请”按钮", "图里是订单列表", "截图里的红色按钮", "Order list", "Screenshot of the order list", "订单",
    "退款 48 小时", "二维码", "按钮", "image of a parcel", "order list", "한국어 화면", "طلبات",
]  # fmt: skip


@pytest.mark.parametrize("text", IDLE)
def test_these_say_nothing(text: str) -> None:
    assert says_nothing(text, "images/order-list.png")


@pytest.mark.parametrize("text", TELLING)
def test_these_say_something(text: str) -> None:
    assert not says_nothing(text, "images/order-list.png")


def test_a_chinese_name_of_a_file_may_be_a_description() -> None:
    assert not says_nothing("售后列表", "images/售后列表.png")

"""A screen in words: all of it, in the order of the picture, and what to tap at the end."""

from __future__ import annotations

from hypothesis import given

from helpcenter.model.screens import Screen
from helpcenter.screens import told
from helpcenter.words.catalogue import interface, languages
from tests.screens.making import screen, screens

ZH, EN = interface("zh"), interface("en")


def test_all_of_a_screen_is_told() -> None:
    shown = screen(
        title="我的订单",
        tabs=["全部", "退款/售后"],
        card={"title": "待处理", "text": "请等等。", "rows": [{"text": "金额", "note": "¥9"}]},
        rows=["外套"],
        buttons=["撤销"],
        toast="好了",
        tap="退款/售后",
        avoid="撤销",
    )
    assert told(shown, 0, ZH) == (
        "画面示意：“我的订单”。标签：全部、退款/售后。卡片：待处理、请等等、金额（¥9）。列表：外套。按钮：撤销。"
        "提示：好了。不要点“撤销”。点“退款/售后”。"
    )


def test_a_dialog_is_told() -> None:
    dialog = {"title": "Sure?", "text": "There is no way back.", "buttons": ["No", "Yes"]}
    assert told(screen(title="Request", dialog=dialog, tap="Yes"), 2, EN) == (
        "Sketch of a screen: “Request”. Dialog: Sure?, There is no way back, No, Yes. Step 2: Tap “Yes”."
    )


@given(screens)
def test_every_language_tells_every_text(shown: Screen) -> None:
    for language in languages():
        text = told(shown, 0, interface(language))
        assert all(label.rstrip("。.") in text for label in (shown.title, *shown.labels))

"""Outcomes that tell to press what somebody has just said cannot be pressed."""

from __future__ import annotations

from typing import Any

import pytest

from helpcenter.checks.action_words import action_words
from helpcenter.checks.flows.presses import check_presses
from helpcenter.model.flows import Flow, Said
from helpcenter.model.states import State
from tests.flow.flows import READ_STATES, READ_TABLE, Asked, Typed, flow, view

WORDS = action_words(READ_TABLE)
PRESS = "打开售后单详情，点“撤销申请”。"
ASKING = State.model_validate(
    {"id": "returning", "label": "已寄出", "final": "no", "allowed": "ask", "effect": "先谈包裹。"}
)


def pressing(asked: Asked, **more: Any) -> Flow:
    """Return a flow whose outcome ``end`` tells to press."""
    found = flow(asked, **more)
    end = found.outcomes["end"].model_copy(update={"text": (Said(text=PRESS),)})
    return found.model_copy(update={"outcomes": {**found.outcomes, "end": end}})


def stories(found: Flow) -> list[str]:
    return [one.details["story"] for one in check_presses(view(found, states=(*READ_STATES, ASKING)))]


def grey(to: Any, label: str = "按钮是灰的") -> dict[str, Any]:
    return {"label": label, "to": to}


@pytest.mark.parametrize(
    "text",
    [
        PRESS, "1. 截图。\n2. 在售后单详情点“撤销申请”或“取消售后”，看到“已撤销”才算完成。", "点一下「撤销」",
        "打开它，点“取消服务单”，**别点“取消订单”**。",
    ],
)  # fmt: skip
def test_what_tells_to_press(text: str) -> None:
    assert list(WORDS.presses(text)) != []


@pytest.mark.parametrize(
    "text",
    [
        "不要点“撤销申请”。", "等售后单变回“待买家退货”，再点“撤销申请”。", "按钮能点了，看清提醒再点“撤销申请”。",
        "如果还在，点“撤销申请”。", "点“取消订单”或“申请退款”。", "能点“撤销申请”吗？", "看有没有“撤销申请”。", "先别点“撤销申请”。",
    ],
)  # fmt: skip
def test_what_does_not(text: str) -> None:
    assert list(WORDS.presses(text)) == []


@pytest.mark.parametrize("label", ["撤销按钮是灰的，或者找不到", "刷新过了，还是灰的或没有", "当前状态不能撤销", "点不了", "找不到撤销按钮"])
def test_what_refuses(label: str) -> None:
    assert WORDS.refuses(label)


@pytest.mark.parametrize("label", ["还没动手", "按钮能点", "商家不同意", "没寄，也没约取件", "看不懂", "点了撤销，没成功"])
def test_what_refuses_nothing(label: str) -> None:
    assert not WORDS.refuses(label)


def test_it_is_told_at_the_sentence_with_the_way() -> None:
    found = list(check_presses(view(pressing({"button": {"aa": grey("more"), "bb": "more"}, "more": {"m1": "end"}}))))
    assert [(one.code, one.severity, one.location.file) for one in found] == [
        ("flow-presses-refused", "warning", "outcomes/end/text/0/text")
    ]
    assert found[0].details == {"answer": "按钮是灰的", "sentence": PRESS[:-1], "story": "按钮是灰的 → m1"}


def test_a_rule_keeps_readers_from_it() -> None:
    rules: Typed = [{"when": {"button": "aa"}, "go": "fine"}, {"go": "end"}]
    assert stories(pressing({"button": {"aa": grey("more"), "bb": "more"}, "more": {"m1": rules}})) == []


def test_an_answer_given_anew_stands_no_more() -> None:
    asked: Asked = {"button": {"aa": grey("look"), "bb": "end"}, "look": {"back": {"to": "button", "again": "1"}, "no": "fine"}}
    assert stories(pressing(asked)) == []


def test_who_can_press_now_may_be_told_so() -> None:
    asked: Asked = {"button": {"aa": grey("now"), "bb": "now"}, "now": {"yes": grey("end", "现在可以点了"), "no": "fine"}}
    assert stories(pressing(asked)) == []


def test_a_state_that_forbids_stands_until_another_is_told() -> None:
    asked: Asked = {
        "state": {"aa": {"to": "more", "state": "refunding"}, "bb": "more"},
        "more": {"m1": "end", "m2": {"to": "end", "state": "applied"}},
    }
    assert stories(pressing(asked)) == ["aa → m1"]
    assert stories(pressing({**asked, "more": {"m2": {"to": "end", "state": "applied"}, "m3": "fine"}})) == []


def test_what_was_to_be_settled_may_be_settled_by_the_next_answer() -> None:
    sent = {"to": "more", "state": "returning"}
    assert stories(pressing({"state": {"aa": sent, "bb": "more"}, "more": {"m1": "end"}})) == []
    assert stories(pressing({"state": {"aa": {**sent, "to": "end"}, "bb": "end"}})) == ["aa"]


def test_it_is_told_after_an_outcome_that_did_not_help() -> None:
    assert stories(pressing({"button": {"aa": grey("fine"), "bb": "fine"}}, not_solved={"fine": "end"})) == ["按钮是灰的 → fine"]


def test_flows_that_tell_nobody_to_press_are_fine() -> None:
    assert stories(flow({"button": {"aa": grey("end"), "bb": "end"}})) == []

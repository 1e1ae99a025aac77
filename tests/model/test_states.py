"""The table of states, and texts that promise what it forbids."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError

from helpcenter.checks.action_words import action_words
from helpcenter.model.states import Allowed, Final, State
from tests.flow.flows import READ_TABLE
from tests.making import ARTICLE, FAQ, FLOW_FILES, STATES, codes, places, prepared

WORDS = action_words(READ_TABLE)
ROW = {"id": "applied", "label": "待商家处理", "final": "no", "allowed": "ask", "effect": "订单继续。"}

PROMISES = [
    "可以撤销",
    "现在就可以撤销。",
    "待商家处理时一般可以直接撤销。",
    "还能撤销！",
    "你可以先撤销，再重新申请",
    "随时能够自己撤销；",
    "商家处理前可撤销",
    "可以马上去撤销",
    "一般可以在售后单详情里撤销",
    "可以把这张单子撤销",
    "可以点“撤销”",
    "这个状态允许撤销",
    "退款中也支持撤销",
    "在这里可以主动提前撤销",
]
NO_PROMISES = [
    "",
    "点撤销",
    "不能撤销",
    "现在不可以撤销。",
    "已经无法撤销",
    "还能撤销吗",
    "能撤销？",
    "什么时候可以撤销",
    "看哪些状态可以撤销",
    "怎么才能撤销",
    "待商家处理时才可以撤销",
    "先看页面是否可以撤销",
    "可以撤销的状态有三种",
    "看得到可撤销按钮",
    "撤销后可以重新申请",
    "可以申请退款",
    "商家可能撤销",
    "撤销功能撤销不了",
    "没寄出时可以撤销",
    "未发货前可以撤销",
    "如果还能撤销",
    "要是可以撤销",
    "除非平台允许撤销",
    "并非都能撤销",
    "可以，撤销",
]


@pytest.mark.parametrize("sentence", PROMISES)
def test_a_sentence_that_promises_is_found(sentence: str) -> None:
    assert list(WORDS.claims(sentence)) == [sentence]


@pytest.mark.parametrize("sentence", NO_PROMISES)
def test_a_sentence_with_a_reserve_promises_nothing(sentence: str) -> None:
    assert list(WORDS.claims(sentence)) == []


def test_sentences_are_judged_one_by_one() -> None:
    text = "不能退货。 现在可以撤销！\n还能撤销吗？\n- 随时可以撤销；不行就等。\nIt can; 可以撤销"
    assert list(WORDS.claims(text)) == ["现在可以撤销！", "- 随时可以撤销；", "可以撤销"]


def test_a_long_sentence_is_read_through() -> None:
    assert list(WORDS.claims("可把" * 20_000 + "在里" * 20_000 + "可" + "先再去点" * 20_000)) == []


def rows(*more: str) -> dict[str, str]:
    """Return a table where ``refunding`` and ``closed`` cannot be withdrawn; ``more`` replaces article or questions."""
    closed = "  - {id: closed, label: 已关闭, final: yes, allowed: no, effect: 结束了。, question: reapply-closed}\n"
    faq = FAQ + FAQ.replace("can-withdraw", "reapply-closed").replace(
        "商家处理前一般可以撤销。", more[0] if more else "关了。"
    )
    article = ARTICLE.replace("进入订单详情。", f'"{more[1]}"' if len(more) > 1 else "进入详情。")
    return {"content/states.yaml": STATES + closed, "faq.yaml": faq, "content/articles/reapply.yaml": article}


def test_texts_about_other_states_may_promise(tmp_path: Path) -> None:
    assert codes(prepared(tmp_path, rows())) == []


def test_the_question_of_a_state_speaks_of_it_without_naming_it(tmp_path: Path) -> None:
    found = prepared(tmp_path, rows("现在可以撤销。"))
    assert places(found) == [("claims-forbidden-action", "faq.yaml", 11, 10)]
    assert found.problems[0].details == {"state": "已关闭", "action": "撤销", "of": "售后申请", "sentence": "现在可以撤销。"}


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("显示“退款中”时可以撤销。", ["退款中"]),
        ("**退款中**：可以撤销。", ["退款中"]),
        ("退款中，也能撤销。", ["退款中"]),
        ("退款中或已关闭时可以撤销。", ["退款中", "已关闭"]),
        ("待商家处理时可以撤销，退款中要等。", []),
        ("退款中要等，待商家处理时可以撤销。", []),
        ("显示退款中时不能撤销。", []),
        ("现在可以撤销。", []),
        ("退款中。现在可以撤销。", []),
    ],
)
def test_other_texts_speak_of_the_states_they_name(text: str, states: list[str], tmp_path: Path) -> None:
    found = prepared(tmp_path, rows("关了。", text))
    assert [problem.details["state"] for problem in found.problems] == states
    assert codes(found) == ["claims-forbidden-action"] * len(states)


def test_the_own_state_does_not_count_where_another_is_named(tmp_path: Path) -> None:
    assert codes(prepared(tmp_path, rows("待商家处理时可以撤销。"))) == []


def test_nothing_is_said_without_a_table(tmp_path: Path) -> None:
    assert codes(prepared(tmp_path, {**rows("现在可以撤销。"), "content/states.yaml": None})) == []


def test_a_flow_may_use_the_table(tmp_path: Path) -> None:
    assert codes(prepared(tmp_path, FLOW_FILES)) == []


def test_the_question_of_a_state_exists(tmp_path: Path) -> None:
    wrong = STATES.replace("question: can-withdraw", "question: can-withdrow")
    found = prepared(tmp_path, {"content/states.yaml": wrong})
    assert places(found) == [("unknown-id", "content/states.yaml", 5, 83)]


def test_a_row_says_whether_and_what_then() -> None:
    row = State.model_validate(ROW)
    assert (row.final, row.allowed, row.question) == (Final.NO, Allowed.ASK, None)
    assert State.model_validate({**ROW, "final": "soft", "question": "why"}).final is Final.SOFT


@pytest.mark.parametrize(
    "change",
    [{"id": "Applied"}, {"id": "wait-return"}, {"final": "maybe"}, {"allowed": "soft"}, {"label": " "}, {"effect": ""},
     {"question": "Q"}, {"more": "x"}],
)  # fmt: skip
def test_a_row_is_typed_strictly(change: dict[str, str]) -> None:
    with pytest.raises(ValidationError):
        State.model_validate({**ROW, **change})


@pytest.mark.parametrize("field", ["id", "label", "allowed"])
def test_a_row_leaves_nothing_out(field: str) -> None:
    with pytest.raises(ValidationError):
        State.model_validate({name: value for name, value in ROW.items() if name != field})

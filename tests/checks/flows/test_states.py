"""Options whose words and state disagree; the table of states of the example is the ground."""

from __future__ import annotations

from itertools import combinations

import pytest

from helpcenter.build import Prepared
from helpcenter.checks.flows.states import check_told_states
from helpcenter.model.states import State
from tests.flow.flows import Typed, flow, view

SOUND = [
    ("等商家处理", "applied"), ("还没人处理", "applied"), ("商家提了方案", "negotiating"), ("商家不肯退", "rejected"),
    ("等我寄回去", "wait_return"), ("已经寄回去了", "returning"), ("快递已揽收", "returning"), ("商家收到货了", "received"),
    ("商家签收了，还没退款", "received"), ("换的货在路上", "exchange_shipping"), ("平台客服在处理", "mediation"),
    ("钱正在退", "refunding"), ("商家同意退款了，钱还没到", "refunding"), ("钱没退成", "refund_failed"),
    ("已经点了撤销，在等", "withdrawing"), ("自己取消了", "withdrawn"), ("撤销成功，售后已关闭", "withdrawn"),
    ("到时间自动关了", "closed_timeout"), ("平台判商家赢", "closed_rejected"), ("商家已经把钱退了", "completed"),
    ("商家已收到退货，正在处理退款", "received"), ("Refund on its way", "refunding"),
]  # fmt: skip
"""Other words for a state, as writers choose them."""
LEAST = 0.95


def told(states: tuple[State, ...], label: str, state: str | None) -> list[str]:
    options: dict[str, Typed] = {"aa": {"label": label, "to": "end", **({"state": state} if state else {})}, "bb": "end"}
    return [one.code for one in check_told_states(view(flow({"what": options}), states=states))]


@pytest.mark.parametrize(("label", "state"), SOUND)
def test_other_words_for_a_state_are_fine(label: str, state: str, example: Prepared) -> None:
    assert told(example.loaded.center.states, label, state) == []


def options_of(example: Prepared) -> list[tuple[str, str, str]]:
    """Return question, label and state of each option that tells one."""
    return [
        (f"{flow.id}#{node}", option.label, option.state)
        for flow in example.loaded.center.flows.values()
        for node, question in flow.questions.items()
        for option in question.options.values()
        if option.state
    ]


def test_nearly_every_wrong_state_of_an_option_is_told(example: Prepared) -> None:
    states = example.loaded.center.states
    wrong = [(label, row.id) for _, label, state in options_of(example) for row in states if row.id != state]
    assert len(wrong) > 300
    assert sum(told(states, *one) == ["flow-other-state"] for one in wrong) >= LEAST * len(wrong)


def test_states_swapped_between_options_of_one_question_are_always_told(example: Prepared) -> None:
    states = example.loaded.center.states
    pairs = [(one, two) for one, two in combinations(options_of(example), 2) if one[0] == two[0] and one[2] != two[2]]
    assert len(pairs) > 20
    for (_, first, one), (_, second, two) in pairs:
        assert told(states, first, two) + told(states, second, one) != []


@pytest.mark.parametrize(
    ("label", "expected"),
    [("退款中", ["flow-state-left-out"]), ("“退款中”", ["flow-state-left-out"]), ("退款中，或看不懂", []), ("别的", [])],
)
def test_a_label_of_the_table_wants_its_state(label: str, expected: list[str], example: Prepared) -> None:
    assert told(example.loaded.center.states, label, None) == expected


def test_both_are_told_by_name_where_they_are_written(example: Prepared) -> None:
    options: dict[str, Typed] = {"aa": {"label": "商家拒绝了", "to": "end", "state": "refunding"}, "bb": "end"}
    (found,) = check_told_states(view(flow({"what": options}), states=example.loaded.center.states))
    assert (found.severity, found.location.file) == ("warning", "questions/what/options/aa/state")
    assert found.details == {"label": "商家拒绝了", "state": "退款中", "other": "商家已拒绝", "id": "rejected"}


def test_an_unknown_state_and_no_table_say_nothing(example: Prepared) -> None:
    assert told(example.loaded.center.states, "退款中", "gone") == []
    assert told((), "退款中", "refunding") == told((), "退款中", None) == []

"""Boxes and arrows in the words that pictures show."""

from __future__ import annotations

from helpcenter.drawing import diagram_of
from helpcenter.flow.graph import Graph
from helpcenter.words.catalogue import interface
from tests.drawing.diagrams import drawn, flow_of, sample
from tests.flow.flows import Typed, flow
from tests.making import FLOW


def test_boxes_stand_in_the_order_of_the_writer() -> None:
    assert [(box.id, box.kind) for box in sample().boxes] == [
        ("what", "question"),
        ("status", "question"),
        ("parcel", "question"),
        ("withdraw-now", "solved"),
        ("still-stuck", "contact"),
        ("cancel-order", "solved"),
        ("too-late", "not-possible"),
        ("ask-person", "contact"),
        ("look-again", "wait"),
    ]


def test_arrows_say_answer_condition_and_times() -> None:
    labels = {arrow.edge.steps[1:]: arrow.label for arrow in sample().arrows}
    assert labels["status", "options", "unsure", "to", 0, "go"] == ("看不懂", "如果“你想取消什么？”选了我不确定")
    assert labels["status", "options", "unsure", "to", 1, "go"] == ("看不懂",)
    assert labels["parcel", "options", "again", "to", 0, "go"] == ("选错了，再看一次", "最多 1 次")
    assert labels["withdraw-now", "not_solved", 0, "go"] == ("没解决",)


def test_the_words_are_those_of_the_interface() -> None:
    labels = [arrow.label for arrow in drawn(flow_of(FLOW), "en").arrows]
    assert ("看不懂", "if “你想取消什么？”: 我不确定") in labels
    assert ("选错了，再看一次", "at most 1 times") in labels
    assert ("Not solved",) in labels


def test_several_questions_and_answers_of_a_condition() -> None:
    rules: Typed = [{"when": {"qa": ["one", "two"], "qb": "yes"}, "go": "end"}, {"go": "end"}]
    made = flow({"qa": {"one": "qb", "two": "qb"}, "qb": {"yes": "qc", "no": "qc"}, "qc": {"on": rules, "off": "end"}})
    assert drawn(made).arrows[4].label == ("on", "如果“qa”选了one、two、“qb”选了yes")


def test_places_in_other_flows_are_boxes_with_the_title_of_the_flow() -> None:
    made = flow({"qa": {"one": "other", "two": "other#qb", "three": "end", "four": "unknown"}}, outcomes=["end"])
    made = made.model_copy(update={"outcomes": {"end": made.outcomes["end"]}})
    diagram = diagram_of(Graph(made), interface("zh"), {"other": "别的流程"})
    assert [(box.id, box.text) for box in diagram.boxes if box.kind == "exit"] == [
        ("other", "另一个流程：别的流程"),
        ("other#qb", "另一个流程：别的流程"),
        ("unknown", "另一个流程：unknown"),
    ]

"""Export, import, export: the same chart; and the same graph, whatever its ids and labels are."""

from __future__ import annotations

import pytest
from hypothesis import given

from helpcenter.drawing import mermaid
from helpcenter.flow.graph import Graph
from helpcenter.importing import as_yaml, read_mermaid
from helpcenter.model.flows import Flow
from helpcenter.problems import has_errors
from helpcenter.words.catalogue import interface
from tests.drawing.diagrams import EXAMPLES, drawn, example_flow, flow_of, hostile_flow, labelled_flows
from tests.flow.flows import random_flows
from tests.making import FLOW


def one_line(text: str) -> str:
    return " ".join(text.split())


def edges(flow: Flow) -> list[object]:
    """Return all that decides where a flow leads; a limit alone counts the same on an option and on its only rule."""
    return [
        (edge.node, edge.option, edge.target, dict(edge.when), edge.limit, bool(edge.counter), one_line(graph.label(edge)))
        for graph in [Graph(flow)]
        for edge in graph.all_edges()
    ]


def counters(flow: Flow) -> list[set[int]]:
    """Return which edges share a counter."""
    shared: dict[str, set[int]] = {}
    for number, edge in enumerate(Graph(flow).all_edges()):
        if edge.counter:
            shared.setdefault(edge.counter, set()).add(number)
    return sorted(shared.values(), key=min)


def survives(flow: Flow, language: str = "zh") -> None:
    """Hold that ``flow`` is the same after its chart was read."""
    chart = mermaid(drawn(flow, language))
    made = as_yaml(read_mermaid(chart, "chart.mmd"), flow.topic, interface(language))
    assert not has_errors(made.problems), [one for one in made.problems if one.severity == "error"]
    assert "import-id-changed" not in {one.code for one in made.problems}
    again = flow_of(made.text)
    assert mermaid(drawn(again, language)) == chart
    assert (again.id, again.start, again.topic) == (flow.id, flow.start, flow.topic)
    assert edges(again) == edges(flow)
    assert counters(again) == counters(flow)
    asked = [(node, one_line(question.ask), list(question.options)) for node, question in flow.questions.items()]
    assert [(node, question.ask, list(question.options)) for node, question in again.questions.items()] == asked
    told = [(node, one_line(outcome.title), outcome.kind) for node, outcome in flow.outcomes.items()]
    assert [(node, outcome.title, outcome.kind) for node, outcome in again.outcomes.items()] == told


@pytest.mark.parametrize("name", EXAMPLES)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_example_flows(name: str, language: str) -> None:
    survives(example_flow(name), language)


def test_the_sample_and_hostile_labels() -> None:
    survives(flow_of(FLOW))
    survives(hostile_flow())


@given(labelled_flows())
def test_any_labels_and_ids(flow: Flow) -> None:
    survives(flow)


@given(random_flows())
def test_any_rules_and_retries(flow: Flow) -> None:
    survives(flow)


def test_a_question_whose_only_answer_is_called_as_the_way_on_from_an_outcome() -> None:
    data = {"id": "flow", "title": "标题", "summary": "说明", "topic": "topic", "start": "qa", "outcomes": {}}
    question = {"ask": "问？", "options": {"not-solved": {"label": "没解决", "to": "other-flow"}}}
    survives(Flow.model_validate({**data, "questions": {"qa": question}}))


def test_a_limit_of_an_option_whose_first_rule_has_its_own() -> None:
    rules = [{"go": "qa", "again": "2"}, {"when": {"qa": "yes"}, "go": "qb"}, {"go": "end"}]
    asked = {"ask": "问？", "options": {"yes": {"label": "是", "to": rules, "again": "1"}, "no": {"label": "否", "to": "qb"}}}
    outcome = {"title": "完", "kind": "wait", "text": "等。"}
    data = {"id": "flow", "title": "标题", "summary": "说明", "topic": "topic", "start": "qa"}
    flow = Flow.model_validate({**data, "questions": {"qa": asked, "qb": asked}, "outcomes": {"end": outcome}})
    assert "again-rule 2" in mermaid(drawn(flow))
    survives(flow)


def test_a_chart_that_was_edited_keeps_its_ids() -> None:
    chart = mermaid(drawn(flow_of(FLOW))).replace("你想取消什么？", "想取消哪个？")
    chart += '  %% helpcenter option other\n  what -->|"别的"| new-outcome\n  new-outcome(["新的结果"])\n'
    made = as_yaml(read_mermaid(chart, "chart.mmd"), "after-sales", interface("zh"))
    again = flow_of(made.text)
    assert again.questions["what"].ask == "想取消哪个？"
    assert list(again.questions["what"].options) == ["request", "order", "unsure", "other"]
    assert again.outcomes["new-outcome"].title == "新的结果"

"""A flow that is told without its rules is walked as the flow itself."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from helpcenter.assistants.told_flow import ToldFlow
from helpcenter.flow.graph import Graph
from helpcenter.flow.replay import Dropped, Reason, replay
from helpcenter.flow.sections import specialise
from helpcenter.model.flows import Flow
from tests.flow.flows import Asked, flow, random_flows


def told(graph: Graph) -> ToldFlow | None:
    """Return the flow as programs are told it; None for one with too many sections."""
    found = specialise(graph, 400)
    sections = {
        anchor: {"node": section.node, "options": [{"id": name, "to": to} for name, (_, to) in section.links.items()]}
        for anchor, section in found.by_anchor.items()
    }
    return ToldFlow({"id": "flow", "start": found.start, "people": [], "sections": sections}) if found.complete else None


@given(random_flows(), st.data())
def test_every_walk_ends_where_the_replay_of_the_graph_does(drawn: Flow, data: Any) -> None:
    graph = Graph(drawn)
    shown = told(graph)
    if shown is None:
        return
    options = {node: [*graph.options[node], "nonsense"] for node in graph.nodes}
    answers = {
        node: data.draw(st.lists(st.sampled_from(names), min_size=1, max_size=3))
        for node, names in options.items()
        if data.draw(st.booleans())
    }
    mine, theirs = replay(shown, answers), replay(graph, answers)
    assert mine.answers == theirs.answers
    assert shown.node_at(mine.place) == theirs.place
    unused = [{(one.question, one.option) for one in walked.dropped} for walked in (mine, theirs)]
    assert unused[0] == unused[1]


def test_what_another_copy_of_a_question_offers_is_used_up_here() -> None:
    again: Asked = {"look": {"seen": "end", "lost": {"to": "look", "again": "1"}, "hurt": "end"}}
    shown = told(Graph(flow(again)))
    assert shown is not None
    walked = replay(shown, {"look": ["lost", "lost", "what", "seen"]})
    assert (walked.answers, walked.place) == ((("look", "lost"), ("look", "seen")), "end")
    assert walked.dropped == (Dropped("look", "lost", Reason.USED_UP), Dropped("look", "what", Reason.UNKNOWN_OPTION))

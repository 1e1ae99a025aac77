"""What cannot be reached and what cannot be left, with networkx as the judge."""

from __future__ import annotations

import networkx as nx
from hypothesis import given

from helpcenter.checks.flows.reachability import check_ways
from helpcenter.checks.flows.view import CheckedFlow
from helpcenter.flow.graph import Graph
from helpcenter.model.flows import Flow
from helpcenter.problems import Problem
from tests.flow.flows import Asked, flow, problems, tangles, told, view

UNREACHABLE = {"flow-unreachable-question": "questions", "flow-unreachable-outcome": "outcomes"}


def digraph(graph: Graph) -> nx.DiGraph[str]:
    made: nx.DiGraph[str] = nx.DiGraph()
    made.add_nodes_from(graph.nodes)
    made.add_edges_from((edge.node, edge.target) for edge in graph.all_edges())
    return made


def gates(found: list[Problem], codes: set[str]) -> dict[str, int]:
    """Return the nodes that problems with ``codes`` stand at, each with how many nodes it speaks for."""
    return {
        one.location.file.rstrip(":").split("/")[1]: int(one.details["count"]) for one in found if one.code in codes
    }


def covered(region: set[str], starts: dict[str, int], judge: nx.DiGraph[str]) -> set[str]:
    inside = judge.subgraph(region)
    return set(starts).union(*(nx.descendants(inside, start) for start in starts))


def after(node: str, judge: nx.DiGraph[str]) -> set[str]:
    found: set[str] = nx.descendants(judge, node)
    return found


def sources(region: set[str], judge: nx.DiGraph[str]) -> int:
    """Return how many places it takes at least to reach all of ``region``."""
    parts = list(nx.strongly_connected_components(judge.subgraph(region)))
    return sum(not any(tail in region - part for node in part for tail in judge.predecessors(node)) for part in parts)


def judged(found: CheckedFlow) -> tuple[nx.DiGraph[str], set[str]]:
    judge = digraph(found.graph)
    return judge, {found.graph.start, *nx.descendants(judge, found.graph.start)}


@given(tangles())
def test_what_no_way_leads_to_is_told_once_for_a_region(flow: Flow) -> None:
    seen = view(flow)
    judge, reached = judged(seen)
    lost = set(seen.graph.nodes) - reached
    starts = gates(list(check_ways(seen)), set(UNREACHABLE))
    assert set(starts) <= lost
    assert covered(lost, starts, judge) == lost
    assert sum(starts.values()) == len(lost)
    assert len(starts) == sources(lost, judge)


@given(tangles())
def test_from_where_no_outcome_can_be_reached_is_told_once_for_a_region(flow: Flow) -> None:
    seen = view(flow)
    judge, reached = judged(seen)
    ends = {node for node in judge if seen.graph.is_outcome(node)}
    caught = {node for node in reached - ends if not after(node, judge) & ends}
    starts = gates(list(check_ways(seen)), {"flow-no-way-out"})
    assert set(starts) <= caught
    assert covered(caught, starts, judge) == caught
    assert sum(starts.values()) == len(caught)
    assert len(starts) == sources(caught, judge)


@given(tangles())
def test_a_node_is_told_by_its_kind_and_where_it_is_written(flow: Flow) -> None:
    seen = view(flow)
    for one in check_ways(seen):
        area, node = one.location.file.rstrip(":").split("/")
        assert area == UNREACHABLE.get(one.code, "questions")
        assert node in getattr(flow, area)


def test_a_question_without_a_way_on_is_not_told_again_by_those_before_it() -> None:
    found = problems(flow({"what": {"aa": "dead", "bb": "dead"}, "dead": {}}))
    assert told(found) == [("flow-one-option", "questions/dead/options:")]
    found = problems(flow({"what": {"aa": "dead", "bb": "dead"}, "dead": {"aa": [], "bb": []}}))
    assert told(found) == [("flow-no-default", f"questions/dead/options/{name}/to") for name in ("aa", "bb")]


def test_rules_do_not_count_when_ways_are_looked_for() -> None:
    asked: Asked = {
        "what": {"aa": "more", "bb": "end"},
        "more": {"aa": [{"when": {"what": "bb"}, "go": "rare"}, {"go": "end"}], "bb": "end"},
    }
    assert list(check_ways(view(flow(asked)))) == []

"""Cycles without ``again``, within a flow and through several, with networkx as the judge."""

from __future__ import annotations

from itertools import pairwise
from typing import TypeAlias

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from helpcenter.checks.flows.cycles import check_cycles
from helpcenter.checks.flows.reachability import stranded
from helpcenter.checks.flows.view import CheckedFlow
from helpcenter.model.flows import Flow
from tests.flow.flows import Asked, Typed, flow, problems, ruled_tangles, tangles, told, view

Place = tuple[str, str]
Judge: TypeAlias = "nx.MultiDiGraph[Place]"


def judge_of(views: list[CheckedFlow], *, all_edges: bool = False) -> Judge:
    """Return what can be reached in all flows and the edges that may be taken for ever within a page, or all edges.

    An edge has its steps, and says whether it ``turns`` to another page, or to its own from the start.
    """
    made: Judge = nx.MultiDiGraph()
    known = {seen.flow.id: seen for seen in views}
    for seen in views:
        for edge in seen.graph.all_edges():
            other, _, question = edge.target.partition("#")
            inside = (seen.flow.id, edge.target)
            target = (other, question or known[other].graph.start) if other in known else inside
            reached = edge.node in seen.paths and target[1] in known[target[0]].paths if target[0] in known else False
            if (all_edges or not edge.limit or target != inside) and reached:  # another page counts anew
                steps = "/".join(map(str, edge.steps))
                made.add_edge((seen.flow.id, edge.node), target, key=steps, turns=target != inside)
    return made


def turning(views: list[CheckedFlow]) -> set[Place]:
    """Return what stands in cycles that turn to another page: there every limit of a page counts anew."""
    judge = judge_of(views, all_edges=True)
    tight = [judge.subgraph(part) for part in nx.strongly_connected_components(judge)]
    return set().union(*(part for part in tight if any(nx.get_edge_attributes(part, "turns").values())))


def in_cycles(judge: Judge) -> set[Place]:
    tight = [part for part in nx.strongly_connected_components(judge) if len(part) > 1]
    return set().union(*tight, {node for node in judge if judge.has_edge(node, node)})


def told_steps(views: list[CheckedFlow]) -> list[str]:
    return [one.location.file for one in check_cycles(views)]


@given(tangles())
def test_each_edge_that_is_told_closes_a_cycle_and_without_them_there_is_none(flow: Flow) -> None:
    seen = view(flow)
    judge = judge_of([seen])
    judge.remove_nodes_from([(flow.id, node) for node in stranded(seen.graph, seen)])
    closing = told_steps([seen])
    assert len(set(closing)) == len(closing)
    for tail, head, steps in list(judge.edges(keys=True)):
        if steps in closing:
            assert nx.has_path(judge, head, tail)
            judge.remove_edge(tail, head, steps)
            closing.remove(steps)
    assert closing == []
    assert nx.is_directed_acyclic_graph(judge)


@given(tangles())
def test_there_is_a_cycle_when_networkx_finds_one(flow: Flow) -> None:
    seen = view(flow)
    judge = judge_of([seen])
    caught = {(flow.id, node) for node in stranded(seen.graph, seen)}
    assert bool(told_steps([seen])) == bool(in_cycles(judge) - caught)
    judge.remove_nodes_from(caught)
    plain: nx.DiGraph[Place] = nx.DiGraph(judge.edges())
    for cycle in nx.simple_cycles(plain):
        steps = {key for tail, head in pairwise([*cycle, cycle[0]]) for key in judge[tail][head]}
        assert steps & set(told_steps([seen]))


@given(tangles(), st.booleans())
def test_cycles_through_two_flows_are_found(one: Flow, back: bool) -> None:
    """``one`` leads to the question ``there`` of the other, which leads back to its start or does not."""
    led = "flow" if back else "oo"
    other = flow({"what": {"aa": "there", "bb": "oo"}, "there": {"aa": "ready", "bb": "oo"}, "ready": {"aa": led, "bb": "oo"}},
                 flow_id="other")  # fmt: skip
    views = [view(one, other), view(other, one)]
    caught = {(seen.flow.id, node) for seen in views for node in stranded(seen.graph, seen)}
    assert bool(told_steps(views)) == bool((in_cycles(judge_of(views)) | turning(views)) - caught)


def test_a_cycle_through_another_flow_is_told_where_it_closes() -> None:
    one = flow({"what": {"aa": "more", "bb": "end"}, "more": {"aa": "other#there", "bb": "end"}})
    other = flow({"here": {"aa": "there", "bb": "oo"}, "there": {"aa": "flow#more", "bb": "oo"}}, flow_id="other")
    found = problems(one, other)
    assert told(found) == [("flow-cycle", "questions/there/options/aa/to/0/go")]
    cycle = next(problem for problem in found if problem.code == "flow-cycle")
    assert cycle.details == {"story": "aa → aa → aa", "back": "more"}


def test_a_cycle_by_a_rule_is_told_in_answers_that_the_rule_reads() -> None:
    rules: Typed = [{"when": {"what": "bb"}, "go": "what"}, {"go": "end"}]
    asked: Asked = {"what": {"aa": "more", "bb": "more"}, "more": {"m1": rules, "m2": "end"}}
    found = next(check_cycles([view(flow(asked))]))
    assert found.details == {"story": "bb → m1", "back": "what"}


def test_a_cycle_that_does_not_begin_at_the_start_is_told_from_there() -> None:
    asked: Asked = {
        "what": {"aa": "more", "bb": "end"},
        "more": {"m1": "last", "m2": "end"},
        "last": {"l1": "more", "l2": "end"},
    }
    found = next(check_cycles([view(flow(asked))]))
    assert found.details == {"story": "aa → m1 → l1", "back": "more"}


def test_a_cycle_that_rules_forbid_is_none() -> None:
    rules: Typed = [{"when": {"what": "cc"}, "go": "what"}, {"go": "end"}]
    asked: Asked = {"what": {"aa": "more", "bb": "end", "cc": "end"}, "more": {"m1": rules, "m2": "end"}}
    assert list(check_cycles([view(flow(asked))])) == []


def test_two_questions_in_either_order_each_under_its_own_rule_are_no_cycle() -> None:
    after_colour: Typed = [{"when": {"first": "colour"}, "go": "size"}, {"go": "end"}]
    after_size: Typed = [{"when": {"first": "size"}, "go": "colour"}, {"go": "end"}]
    asked: Asked = {
        "first": {"colour": "colour", "size": "size"},
        "colour": {"red": after_colour, "blue": after_colour},
        "size": {"small": after_size, "large": after_size},
    }
    assert list(check_cycles([view(flow(asked))])) == []
    loose: Typed = [{"when": {"first": ["colour", "size"]}, "go": "size"}, {"go": "end"}]
    found = list(check_cycles([view(flow({**asked, "colour": {"red": loose, "blue": after_colour}}))]))
    assert [one.location.file for one in found] == ["questions/colour/options/red/to/0/go"]
    assert found[0].details == {"story": "size → small → red", "back": "size"}


def test_a_cycle_of_several_copies_is_told_once() -> None:
    """The copies of ``more`` are told apart by what ``last`` reads."""
    rules: Typed = [{"when": {"what": "bb"}, "go": "end"}, {"go": "fine"}]
    asked: Asked = {
        "what": {"aa": "more", "bb": "more"},
        "more": {"m1": "more", "m2": "last"},
        "last": {"l1": rules, "l2": "end"},
    }
    assert len(view(flow(asked)).sections.of("more")) == 2
    found = list(check_cycles([view(flow(asked))]))
    assert [(one.location.file, one.details["story"]) for one in found] == [
        ("questions/more/options/m1/to/0/go", "aa → m1")
    ]


@given(ruled_tangles())
def test_cycles_are_found_where_rules_let_readers_walk_them(flow: Flow) -> None:
    seen = view(flow)
    judge: nx.DiGraph[str] = nx.DiGraph()
    for anchor, section in seen.sections.by_anchor.items():
        judge.add_edges_from((anchor, target) for _, target in section.links.values())
    tight = [part for part in nx.strongly_connected_components(judge) if len(part) > 1 or judge.has_edge(*[*part] * 2)]
    caught = set(stranded(seen.graph, seen))
    expected = [part for part in tight if not {seen.sections.by_anchor[anchor].node for anchor in part} <= caught]
    found = list(check_cycles([seen]))
    assert bool(found) == bool(expected)
    assert len({one.location.file for one in found}) <= len(found)
    for one in found:
        assert seen.sections.complete
        assert one.details["story"].count(one.details["back"]) <= 1


def test_again_is_no_excuse_for_a_cycle_through_another_flow() -> None:
    one = flow({"what": {"aa": {"to": "other", "again": "1"}, "bb": "end"}})
    other = flow({"here": {"aa": {"to": "flow", "again": "1"}, "bb": "oo"}}, flow_id="other")
    assert [code for code, _ in told(problems(one, other))] == ["flow-cycle"]


def test_a_flow_that_leads_to_the_start_of_another_and_back_is_a_cycle() -> None:
    one = flow({"what": {"aa": "other", "bb": "end"}})
    other = flow({"here": {"aa": "flow", "bb": "oo"}}, flow_id="other")
    assert [code for code, _ in told(problems(one, other))] == ["flow-cycle"]


def test_a_cycle_in_one_flow_does_not_silence_the_tests_of_another() -> None:
    round_and_round = flow({"what": {"aa": "what", "bb": "end"}})
    wrong = flow({"what": {"aa": "end", "bb": "fine"}}, flow_id="wrong", tests=[({"what": "aa"}, "fine")])
    assert [code for code, _ in told(problems(round_and_round, wrong))] == ["flow-cycle", "flow-test-failed"]


def test_a_cycle_silences_the_tests_of_its_own_flow() -> None:
    asked = {"what": {"aa": "what", "bb": "end"}}
    assert [code for code, _ in told(problems(flow(asked, tests=[({}, "end")])))] == ["flow-cycle"]


def test_an_edge_that_says_how_often_makes_no_cycle() -> None:
    asked: Asked = {"what": {"aa": {"to": "what", "again": "1"}, "bb": "end"}}
    assert told(problems(flow(asked))) == []

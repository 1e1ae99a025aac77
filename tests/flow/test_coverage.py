"""What is known to work: journeys that were walked, and what the writers' tests take."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import helpcenter.flow.coverage
from helpcenter.flow.compiled import Compiled, compiled
from helpcenter.flow.coverage import Share, coverage, distinct, explore
from helpcenter.flow.coverage import given as answers_of
from helpcenter.flow.graph import Edge
from helpcenter.flow.journeys import MOST_JOURNEYS, count, covering, journeys
from helpcenter.flow.replay import Dropped, Reason, Replay, replay
from helpcenter.model.flows import Flow
from helpcenter.model.flows import FlowTest as Promise
from tests.drawing.diagrams import flow_of
from tests.flow.flows import Answers, flow, random_flows
from tests.making import FLOW


def made_with(*tests: tuple[Answers, str]) -> Compiled:
    """Return a flow of two questions, a rule and a way on, with ``tests``."""
    rules: Any = [{"when": {"qa": "one"}, "go": "first"}, {"go": "second"}]
    questions = {"qa": {"one": "qb", "two": "qb"}, "qb": {"yes": rules, "no": "second"}}
    return compiled(flow(questions, not_solved={"second": "third"}, tests=tests))


def binary(questions: int) -> Compiled:
    """Return a flow with 2 to the power of ``questions`` journeys."""
    names = [f"q{number:02}" for number in range(questions)]
    return compiled(flow({name: {"yes": on, "no": on} for name, on in zip(names, [*names[1:], "end"], strict=True)}))


def steps(edges: tuple[Edge, ...]) -> list[tuple[str, str, int | str]]:
    return [(edge.node, edge.option, edge.steps[-2]) for edge in edges]


@pytest.mark.parametrize(
    ("part", "whole", "percent"), [(0, 3, 0), (1, 3, 33), (2, 3, 66), (3, 3, 100), (999, 1000, 99), (0, 0, 100)]
)
def test_shares_are_rounded_down(part: int, whole: int, percent: int) -> None:
    assert Share(part, whole).percent == percent


def test_without_tests_nothing_is_taken() -> None:
    found = coverage(made_with())
    assert (found.nodes, found.edges, found.journeys) == (Share(0, 5), Share(0, 6), Share(0, 7))
    assert len(found.untested) == 6


def test_a_test_takes_the_nodes_and_edges_on_its_way() -> None:
    found = coverage(made_with(({"qa": "one", "qb": "yes"}, "first")))
    assert (found.nodes, found.edges, found.journeys) == (Share(3, 5), Share(2, 6), Share(1, 7))
    assert steps(found.untested) == [
        ("qa", "two", 0),
        ("qb", "yes", 1),
        ("qb", "no", 0),
        ("second", "not-solved", 0),
    ]


def test_all_edges_are_more_than_all_nodes_and_less_than_all_journeys() -> None:
    ways: list[tuple[Answers, str]] = [
        ({"qa": "one", "qb": "yes"}, "first"),
        ({"qa": "two", "qb": "yes", "second": "not-solved"}, "third"),
        ({"qa": "two", "qb": "no"}, "second"),
    ]
    found = coverage(made_with(*ways))
    assert (found.nodes.percent, found.edges.percent, found.journeys) == (100, 100, Share(3, 7))
    assert found.untested == ()
    fewer = coverage(made_with(*ways[:2]))
    assert (fewer.nodes.percent, fewer.edges, fewer.journeys) == (100, Share(5, 6), Share(2, 7))
    assert coverage(made_with(*ways, *ways)).journeys == Share(3, 7)


def test_the_sample_is_covered() -> None:
    found = coverage(compiled(flow_of(FLOW)))
    assert (found.nodes, found.edges, found.journeys) == (Share(9, 9), Share(13, 13), Share(10, 25))


def test_a_place_in_another_flow_is_no_node_to_take() -> None:
    made = compiled(flow({"qa": {"one": "other#qq", "two": "end"}}, tests=[({"qa": "one"}, "other#qq")]))
    assert (coverage(made).nodes, coverage(made).edges) == (Share(1, 2), Share(1, 2))


def test_answers_of_a_journey() -> None:
    made = flow({"qa": {"again": {"to": "qa", "again": "2"}, "on": "qb"}, "qb": {"yes": "end", "no": "end"}})
    longest = max(journeys(compiled(made).graph, compiled(made).sections), key=len)
    assert answers_of(longest) == {"qa": ["again", "again", "on"], "qb": ["yes"]}
    assert answers_of(()) == {}


def test_every_journey_of_a_small_flow_is_walked() -> None:
    found = explore(compiled(flow_of(FLOW)))
    assert (found.walked, found.total, found.lost) == (25, 25, ())


@settings(max_examples=40)
@given(random_flows())
def test_journeys_of_random_flows_arrive(made: Flow) -> None:
    whole = compiled(made)
    if whole.order is None or count(whole.graph, whole.sections, whole.order) > 2000:
        return
    found = explore(whole)
    assert found.walked == found.total
    lost = {tuple(edge.steps for edge in walk) for walk in found.lost}
    for walk in journeys(whole.graph, whole.sections):
        replayed = replay(whole.graph, answers_of(walk))
        arrived = replayed.path == walk and not replayed.dropped
        assert arrived == (tuple(edge.steps for edge in walk) not in lost)


WRONG: list[Callable[[Replay], Replay]] = [
    lambda right: replace(right, path=right.path[:-1]),
    lambda right: replace(right, place="elsewhere"),
    lambda right: replace(right, dropped=(Dropped("qa", "one", Reason.NOT_ASKED),)),
]


@pytest.mark.parametrize("wrong", WRONG, ids=["path", "place", "dropped"])
def test_a_journey_is_lost_when_its_answers_lead_elsewhere(
    wrong: Callable[[Replay], Replay], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert explore(made_with()).lost == ()
    monkeypatch.setattr(helpcenter.flow.coverage, "replay", lambda graph, given: wrong(replay(graph, given)))
    assert [walk[-1].target for walk in explore(made_with()).lost] == [
        "first", "second", "third", "second", "third", "second", "third",
    ]  # fmt: skip


def test_too_many_journeys_are_sampled_without_repeats_and_take_every_edge() -> None:
    large = binary(15)
    found = explore(large)
    assert (found.total, found.lost) == (2**15, ())
    assert found.total > MOST_JOURNEYS > found.walked
    walks = list(distinct(covering(large.graph, large.sections)))
    assert found.walked == len(walks) == len({tuple(edge.steps for edge in walk) for walk in walks})
    assert {edge.steps for walk in walks for edge in walk} == {edge.steps for edge in large.graph.all_edges()}
    assert explore(binary(15)) == found
    assert explore(binary(14)).walked == 2**14


def test_each_walk_once_in_the_first_order() -> None:
    made = compiled(flow({"qa": {"one": "end", "two": "end"}}))
    first, second = journeys(made.graph, made.sections)
    assert list(distinct([second, first, second, (), ()])) == [second, first, ()]


def test_a_test_that_ends_at_a_question_is_no_journey() -> None:
    found = coverage(made_with(({"qa": "one"}, "qb"), ({"qa": "two"}, "qb")))
    assert (found.nodes, found.edges, found.journeys) == (Share(2, 5), Share(2, 6), Share(0, 7))


@given(random_flows(), st.data())
def test_no_share_is_more_than_all(flow: Flow, data: st.DataObject) -> None:
    answers = st.dictionaries(st.sampled_from([*flow.questions]), st.lists(st.sampled_from(["q0a", "q1b", "q2c"])).map(tuple))
    tests = [Promise.model_construct(name="x", answers=data.draw(answers), outcome="o0") for _ in range(20)]
    found = coverage(compiled(flow.model_copy(update={"tests": tuple(tests)})))
    assert all(share.part <= share.whole for share in (found.nodes, found.edges, found.journeys))
    assert len(found.untested) == found.edges.whole - found.edges.part

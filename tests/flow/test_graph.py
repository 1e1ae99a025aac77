"""Options and rules become edges, in the writer's order, each with its place in the YAML."""

from __future__ import annotations

import pytest

from helpcenter.flow.graph import NOT_SOLVED, Edge, Graph, taken
from tests.flow.flows import flow, graph

RULED = graph(
    {
        "first": {"yes": "second", "no": "end"},
        "second": {
            "aa": [{"when": {"first": ["yes", "no"]}, "go": "end"}, {"go": "other#there"}],
            "bb": {"to": [{"go": "first", "again": "2"}, {"go": "end"}], "again": "3"},
            "cc": {"to": "first", "again": "1"},
        },
    },
    not_solved={"end": {"go": "person", "again": "1"}},
)


def edges(found: Graph) -> dict[tuple[str | int, ...], Edge]:
    return {edge.steps: edge for edge in found.all_edges()}


def test_nodes_are_questions_then_outcomes_as_written() -> None:
    assert RULED.nodes == ("first", "second", "end", "person")
    assert RULED.start == "first"


def test_every_rule_and_every_way_on_is_an_edge() -> None:
    assert [(edge.node, edge.option, edge.target) for edge in RULED.all_edges()] == [
        ("first", "yes", "second"),
        ("first", "no", "end"),
        ("second", "aa", "end"),
        ("second", "aa", "other#there"),
        ("second", "bb", "first"),
        ("second", "bb", "end"),
        ("second", "cc", "first"),
        ("end", NOT_SOLVED, "person"),
    ]
    assert len(edges(RULED)) == 8, "steps tell edges apart"


def test_an_edge_knows_where_its_target_is_written() -> None:
    found = edges(RULED)
    assert found["questions", "second", "options", "aa", "to", 1, "go"].target == "other#there"
    assert found["outcomes", "end", "not_solved", 0, "go"].target == "person"


def test_a_condition_is_kept_as_written() -> None:
    conditions = [edge.when for edge in RULED.edges("second")]
    assert conditions == [{"first": ("yes", "no")}, {}, {}, {}, {}]


@pytest.mark.parametrize(
    ("steps", "counter", "limit"),
    [
        (("questions", "second", "options", "aa", "to", 1, "go"), "", 0),
        (("questions", "second", "options", "bb", "to", 0, "go"), "second.bb.0", 2),
        (("questions", "second", "options", "bb", "to", 1, "go"), "second.bb", 3),
        (("questions", "second", "options", "cc", "to", 0, "go"), "second.cc", 1),
        (("outcomes", "end", "not_solved", 0, "go"), "end.not-solved.0", 1),
    ],
)
def test_a_rule_counts_for_itself_else_its_option_does(steps: tuple[str | int, ...], counter: str, limit: int) -> None:
    assert (edges(RULED)[steps].counter, edges(RULED)[steps].limit) == (counter, limit)


def test_a_node_elsewhere_has_no_edges_and_ends_a_journey() -> None:
    assert list(RULED.edges("other#there")) == []
    assert not RULED.is_inside("other#there")
    assert [node for node in (*RULED.nodes, "other#there") if RULED.is_outcome(node)] == [
        "end",
        "person",
        "other#there",
    ]
    assert all(RULED.is_inside(node) for node in RULED.nodes)


def test_places_and_answers_have_words() -> None:
    found = Graph(
        flow({"what": {"aa": {"to": "end", "label": "甲"}}}).model_copy(
            update={"outcomes": flow({"what": {"aa": "end"}}, not_solved={"end": "far"}).outcomes}
        )
    )
    assert [found.label(edge) for edge in found.all_edges()] == ["甲", ""]
    assert [found.name(node) for node in ("what", "end", "other#there")] == ["what", "end", "other#there"]


EDGE = Edge("here", "go", "there", (), {"first": ("yes", "maybe"), "second": ("on",)}, "here.go", 2)


@pytest.mark.parametrize(
    ("answers", "used", "matches"),
    [
        ({"first": "yes", "second": "on"}, {}, True),
        ({"first": "maybe", "second": "on", "third": "off"}, {}, True),
        ({"first": "yes", "second": "on"}, {"here.go": 1}, True),
        ({"first": "yes", "second": "on"}, {"here.go": 2}, False),
        ({"first": "yes", "second": "on"}, {"elsewhere.go": 2}, True),
        ({"first": "no", "second": "on"}, {}, False),
        ({"first": "yes"}, {}, False),
        ({}, {}, False),
    ],
)
def test_an_edge_matches_when_each_answer_it_names_is_among_those(
    answers: dict[str, str], used: dict[str, int], matches: bool
) -> None:
    assert EDGE.matches(answers, used) is matches


def test_the_first_rule_that_matches_is_taken() -> None:
    one, two, last = (
        Edge("here", "go", target, (target,), when, "", 0)
        for target, when in (("a1", {"first": ("yes",)}), ("a2", {"first": ("yes", "no")}), ("a3", {}))
    )
    assert taken((one, two, last), {"first": "yes"}, {}) is one
    assert taken((one, two, last), {"first": "no"}, {}) is two
    assert taken((one, two, last), {}, {}) is last
    assert taken((one, two), {}, {}) is None
    assert taken((), {"first": "yes"}, {}) is None


WAY_ON = [{"when": {"first": "yes"}, "go": "person"}, {"go": "desk"}]


def way_on(found: Graph, node: str) -> list[str]:
    return [edge.target for edge in found.edges(node)]


def test_the_way_on_of_a_flow_is_that_of_its_outcomes_but_not_of_those_it_leads_to() -> None:
    found = graph({"first": {"yes": "end", "no": "fine"}}, way_on=WAY_ON)
    assert {node: way_on(found, node) for node in ("end", "fine", "person", "desk")} == {
        "end": ["person", "desk"], "fine": ["person", "desk"], "person": [], "desk": [],
    }  # fmt: skip


def test_an_outcome_with_a_way_on_of_its_own_keeps_it_even_if_that_is_none() -> None:
    found = graph({"first": {"yes": "end", "no": "fine"}}, way_on=WAY_ON, not_solved={"end": "fine", "desk": "end", "fine": []})
    assert {node: way_on(found, node) for node in ("end", "fine", "person", "desk")} == {
        "end": ["fine"], "fine": [], "person": [], "desk": ["end"],
    }  # fmt: skip


def test_one_rule_for_many_outcomes_was_written_once() -> None:
    found = graph({"first": {"yes": "end", "no": "fine"}}, way_on=WAY_ON)
    assert [edge.steps for edge in found.all_edges()].count(("not_solved", 0, "go")) == 2
    assert [edge.node for edge in found.rules() if edge.steps[0] == "not_solved"] == ["end", "end"]
    assert len(found.rules()) == 4


def test_a_retry_of_the_flows_way_on_counts_for_each_outcome() -> None:
    found = graph({"first": {"yes": "end", "no": "fine"}}, way_on={"go": "first", "again": "1"})
    assert [edge.counter for edge in found.all_edges() if edge.limit] == ["end.not-solved.0", "fine.not-solved.0"]

"""Shortest ways, and how they are told."""

from __future__ import annotations

import pytest
from hypothesis import given

from helpcenter.flow.graph import Edge, Graph
from helpcenter.flow.paths import graph_paths, path_over, path_to, paths, paths_from, section_paths, story, walk
from helpcenter.flow.sections import specialise
from helpcenter.model.flows import Flow
from tests.flow.flows import Asked, graph, random_flows

ASKED: Asked = {
    "what": {"long": "more", "short": "sent", "stop": "end"},
    "more": {"on": "sent", "out": "other#there"},
    "sent": {"yes": [{"when": {"what": "long"}, "go": "ask"}, {"go": "late"}], "no": "late"},
}
GRAPH = graph(ASKED, not_solved={"late": "person"})
SECTIONS = specialise(GRAPH)
WALKED = section_paths(SECTIONS)


def told(way: list[Edge]) -> list[tuple[str, str]]:
    return [(edge.node, edge.option) for edge in way]


def test_a_way_is_a_shortest_one_and_the_start_needs_none() -> None:
    found = graph_paths(GRAPH)
    assert told(path_to("sent", found)) == [("what", "short")]
    assert told(path_to("other#there", found)) == [("what", "long"), ("more", "out")]
    assert told(path_to("person", found))[-1] == ("late", "not-solved")
    assert path_to("what", found) == path_to("nowhere", found) == []
    assert "nowhere" not in found


def test_the_graph_does_not_care_for_rules_and_the_sections_do() -> None:
    assert told(path_to("ask", graph_paths(GRAPH))) == [("what", "short"), ("sent", "yes")]
    assert told(path_to("ask", section_paths(SECTIONS))) == [("what", "long"), ("more", "on"), ("sent", "yes")]


def test_ways_do_not_go_through_what_is_taken_away() -> None:
    found = section_paths(SECTIONS, without={"more", "late"})
    assert "more" in found, "it can be reached, but not passed"
    assert "late" in found
    assert {"other#there", "ask", "person"} & found.keys() == set()
    assert section_paths(SECTIONS, without={"what"}) == {"what": None}


def test_a_copy_is_taken_away_with_its_node() -> None:
    assert [section.anchor for section in SECTIONS.of("sent")] == ["sent", "sent~long"]
    assert "late" not in section_paths(SECTIONS, without={"sent"})


def test_ways_from_a_section_start_there() -> None:
    found = paths_from(SECTIONS, "more")
    assert "what" not in found
    assert told(path_to("ask", found)) == [("more", "on"), ("sent", "yes")]
    assert paths_from(SECTIONS, "other#there") == {"other#there": None}


def test_ways_from_a_section_take_only_accepted_edges() -> None:
    found = paths_from(SECTIONS, "what", lambda edge: edge.option != "short" and edge.node != "more")
    assert set(found) == {"what", "more", "end"}


def test_a_way_over_an_edge_is_one_that_rules_let_through() -> None:
    late = GRAPH.options["sent"]["yes"][1]
    ask = GRAPH.options["sent"]["yes"][0]
    assert told(path_over(late, SECTIONS, WALKED)) == [("what", "short"), ("sent", "yes")]
    assert told(path_over(ask, SECTIONS, WALKED)) == [("what", "long"), ("more", "on"), ("sent", "yes")]
    assert told(path_over(GRAPH.options["what"]["stop"][0], SECTIONS, WALKED)) == [("what", "stop")]


def test_there_is_no_way_over_an_edge_that_nobody_takes() -> None:
    never = graph({"what": {"aa": [{"when": {"what": "bb"}, "go": "end"}, {"go": "end"}], "bb": "end"}})
    sections = specialise(never)
    assert path_over(never.options["what"]["aa"][0], sections, section_paths(sections)) == []


@pytest.mark.parametrize(
    ("node", "text"),
    [("what", "what"), ("end", "stop"), ("person", "short → yes → late"), ("other#there", "long → out")],
)
def test_a_way_is_told_in_answers_and_by_the_outcome_that_did_not_help(node: str, text: str) -> None:
    assert story(GRAPH, path_to(node, graph_paths(GRAPH))) == text


@pytest.mark.parametrize(
    ("answers", "anchor"),
    [
        ([], "what"),
        ([("what", "stop")], "end"),
        ([("what", "long"), ("more", "on"), ("sent", "yes")], "ask"),
        ([("what", "short"), ("sent", "yes"), ("late", "not-solved")], "person"),
        ([("what", "long"), ("more", "out")], None),
        ([("what", "long"), ("more", "out"), ("there", "on")], None),
        ([("what", "gone")], None),
        ([("more", "on")], None),
        ([("more", "long")], None),
        ([("what", "stop"), ("end", "not-solved")], None),
    ],
)
def test_answers_in_walking_order_lead_to_a_section(answers: list[tuple[str, str]], anchor: str | None) -> None:
    found = walk(SECTIONS, answers)
    assert (None if found is None else found.anchor) == anchor


def test_routes_need_no_graph() -> None:
    edge = GRAPH.options["what"]["stop"][0]
    after = {"aa": ["bb", "cc"], "bb": ["dd"], "cc": ["dd", "aa"], "dd": []}
    found = paths("aa", lambda place: [(edge, target) for target in after[place]])
    assert found == {"aa": None, "bb": (edge, "aa"), "cc": (edge, "aa"), "dd": (edge, "bb")}


@given(random_flows())
def test_a_way_leads_there_and_each_of_its_parts_is_shortest(flow: Flow) -> None:
    sections = specialise(Graph(flow))
    found = section_paths(sections)
    for place in found:
        anchor = sections.start
        way = path_to(place, found)
        for edge in way:
            anchor = sections.by_anchor[anchor].links[edge.option][1]
            assert len(path_to(anchor, found)) <= len(way)
        assert anchor == place
    for anchor, section in sections.by_anchor.items():
        for _, target in section.links.values():
            assert len(path_to(target, found)) <= len(path_to(anchor, found)) + 1

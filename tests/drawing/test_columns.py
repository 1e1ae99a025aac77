"""Columns: arrows lead to the right, save retries and those that close a cycle."""

from __future__ import annotations

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from helpcenter.drawing.columns import Ends, columns

NAMES = [f"b{number}" for number in range(8)]
ENDS = st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES))


def test_a_chain_leads_to_the_right_with_labels_between() -> None:
    found = columns(["a", "b", "c"], [("a", "b"), ("b", "c"), ("a", "c")], ())
    assert found.boxes == {"a": 0, "b": 2, "c": 4}
    assert found.labels == (1, 3, 1)
    assert found.back == (False, False, False)


def test_a_retry_leads_back_even_where_it_is_met_first() -> None:
    arrows = [("start", "third"), ("third", "second"), ("start", "second"), ("second", "third")]
    assert columns(["start", "second", "third"], arrows, {1}).back == (False, True, False, False)
    assert columns(["start", "second", "third"], arrows, ()).back == (False, False, False, True)


def test_a_retry_that_closes_no_circle_leads_to_the_right() -> None:
    found = columns(["a", "b"], [("a", "b"), ("a", "b")], {1})
    assert found.back == (False, False)
    assert found.labels == (1, 1)


def test_the_label_of_an_arrow_back_stands_beside_the_box_that_it_leaves() -> None:
    found = columns(["a", "b", "c"], [("a", "b"), ("b", "c"), ("c", "a")], {2})
    assert found.labels == (1, 3, 3)
    assert found.boxes["c"] == 4


def test_an_arrow_to_its_own_box_has_its_label_at_the_right() -> None:
    found = columns(["a", "b"], [("a", "a"), ("a", "b")], ())
    assert found.back == (True, False)
    assert found.labels == (1, 1)


def test_the_first_box_stands_leftmost_whatever_leads_to_it() -> None:
    found = columns(["a", "b"], [("b", "a")], ())
    assert found.boxes["a"] == 0
    assert found.back == (True,)


@given(st.lists(ENDS, max_size=25), st.sets(st.integers(0, 24), max_size=4))
def test_columns_of_random_graphs(arrows: list[Ends], retries: set[int]) -> None:
    found = columns(NAMES, arrows, retries)
    assert found.boxes[NAMES[0]] == 0
    forward = [ends for ends, back in zip(arrows, found.back, strict=True) if not back]
    assert all(found.boxes[source] < found.boxes[target] for source, target in forward)
    assert all(column % 2 == 0 for column in found.boxes.values())
    for (source, target), label in zip(arrows, found.labels, strict=True):
        left, right = sorted((found.boxes[source], found.boxes[target]))
        assert left < label < right or (source == target and label == left + 1)
    used = set(found.boxes.values()) | set(found.labels)
    assert used == set(range(max(used) + 1))


@given(st.lists(ENDS, max_size=25))
def test_what_makes_no_circle_leads_only_to_the_right(arrows: list[Ends]) -> None:
    arrows = [(source, target) for source, target in arrows if source < target]
    found = columns(NAMES, arrows, ())
    assert not any(found.back)
    graph: nx.DiGraph[str] = nx.DiGraph(arrows)
    graph.add_nodes_from(NAMES)
    longest = {name: max((len(way) for way in _ways(graph, name)), default=0) for name in NAMES}
    assert {name: column // 2 for name, column in found.boxes.items()} == longest


def _ways(graph: nx.DiGraph[str], name: str) -> list[list[str]]:
    """Return for each box before ``name`` the longest way from it, without ``name`` itself."""
    before = graph.subgraph(nx.ancestors(graph, name) | {name})
    return [nx.dag_longest_path(before)[:-1]] if len(before) > 1 else []

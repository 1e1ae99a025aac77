"""All journeys through the sections of a flow: how many, which ones, how long, and a sample that takes every edge.

A journey goes from the start to an outcome or out of the flow; one that goes on from an outcome which did not help is
a journey of its own. Sections must make no cycle.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter

from helpcenter.flow.graph import Edge, Graph
from helpcenter.flow.paths import path_to, section_paths
from helpcenter.flow.sections import Sections

MOST_JOURNEYS = 20_000
WALKS = 2_000
"""How many random walks stand in for journeys that are too many to take."""

Journey = tuple[Edge, ...]


def leaves_first(sections: Sections) -> list[str] | None:
    """Return all anchors, each after those it leads to; None when there is a cycle."""
    after = {
        anchor: [target for _, target in section.links.values() if target in sections.by_anchor]
        for anchor, section in sections.by_anchor.items()
    }
    try:
        return list(TopologicalSorter(after).static_order())
    except CycleError:
        return None


def count(graph: Graph, sections: Sections, order: list[str]) -> int:
    """Return the number of journeys; ``order`` is that of ``leaves_first``."""
    ways: dict[str, int] = {}
    for anchor in order:
        section = sections.by_anchor[anchor]
        ends = graph.is_outcome(section.node)
        ways[anchor] = ends + sum(ways.get(target, 1) for _, target in section.links.values())
    return ways[sections.start]


def questions_left(graph: Graph, sections: Sections, order: list[str]) -> dict[str, tuple[int, int]]:
    """Return for each section the fewest and the most questions that are still to answer, its own included."""
    left: dict[str, tuple[int, int]] = {}
    for anchor in order:
        section = sections.by_anchor[anchor]
        if graph.is_outcome(section.node) or not section.links:
            left[anchor] = 0, 0
        else:
            after = [left.get(target, (0, 0)) for _, target in section.links.values()]
            own = 1 if graph.asks(section.node) else 0
            left[anchor] = own + min(few for few, _ in after), own + max(many for _, many in after)
    return left


def longest(graph: Graph, sections: Sections, order: list[str], *, onward: bool = False) -> Journey:
    """Return a journey with the most questions on its way, going on from outcomes included.

    With ``onward`` of those alone on which no step sends anybody back, and nobody is sent for a look (``again``).
    """
    best: dict[str, tuple[int, Edge | None, str]] = {}
    for anchor in order:
        section = sections.by_anchor[anchor]
        asks = 1 if graph.asks(section.node) else 0
        links = [(edge, target) for edge, target in section.links.values() if not (onward and _looks(edge, graph))]
        steps = [(best.get(target, (0,))[0], edge, target) for edge, target in links]
        most = max(steps, key=lambda step: step[0], default=(0, None, ""))
        best[anchor] = asks + most[0], most[1], most[2]
    way: list[Edge] = []
    anchor = sections.start
    while anchor in best and (edge := best[anchor][1]) is not None:
        way.append(edge)
        anchor = best[anchor][2]
    return tuple(way)


def _looks(edge: Edge, graph: Graph) -> bool:
    """Return whether ``edge`` leads to a step for a look, or back from it."""
    return edge.limit > 0 and (graph.is_step(edge.node) or graph.is_step(edge.target))


def journeys(graph: Graph, sections: Sections) -> Iterator[Journey]:
    """Yield every journey, in the order of the options."""
    waiting: list[tuple[str, Journey]] = [(sections.start, ())]
    while waiting:
        anchor, way = waiting.pop()
        section = sections.by_anchor.get(anchor)
        if section is None or graph.is_outcome(section.node):
            yield way
        if section is not None:
            waiting += [(target, (*way, edge)) for edge, target in reversed([*section.links.values()])]


def covering(graph: Graph, sections: Sections, seed: int = 1) -> Iterator[Journey]:
    """Yield journeys that together take every link of every section, then ``WALKS`` random ones drawn by ``seed``."""
    found = section_paths(sections)
    chance = random.Random(seed)
    for anchor, section in sections.by_anchor.items():
        for edge, target in section.links.values():
            yield _walked(graph, sections, [*path_to(anchor, found), edge], target, chance)
    for _ in range(WALKS):
        yield _walked(graph, sections, [], sections.start, chance)


def _walked(graph: Graph, sections: Sections, way: list[Edge], anchor: str, chance: random.Random) -> Journey:
    while (section := sections.by_anchor.get(anchor)) is not None and section.links:
        if graph.is_outcome(section.node) and chance.random() < 0.5:
            break
        edge, anchor = chance.choice(list(section.links.values()))
        way.append(edge)
    return tuple(way)

"""Shortest ways through a flow, told in the words of its answers."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

from helpcenter.flow.graph import Edge, Graph
from helpcenter.flow.sections import Section, Sections

ARROW = " → "

Place = TypeVar("Place", bound=Hashable)
Ways = dict[Place, tuple[Edge, Place] | None]
"""For each place the edge that a shortest way arrives by and its origin; None for the start."""


def routes(start: Place, edges: Callable[[Place], Iterable[tuple[Edge, Place]]]) -> Ways[Place]:
    """Return for each place that can be reached from ``start`` the edge a shortest way arrives by and its origin.

    ``edges`` gives the edges that leave a place, each with the place it leads to. Breadth first; the start has None.
    """
    found: Ways[Place] = {start: None}
    queue = deque([start])
    while queue:
        place = queue.popleft()
        for edge, target in edges(place):
            if target not in found:
                found[target] = edge, place
                queue.append(target)
    return found


def route_to(place: Place, found: Mapping[Place, tuple[Edge, Place] | None]) -> list[Edge]:
    """Return the edges of the way to ``place`` that ``routes`` found."""
    way: list[Edge] = []
    while (step := found.get(place)) is not None:
        edge, place = step
        way.append(edge)
    return way[::-1]


def graph_routes(graph: Graph) -> Ways[str]:
    """Return shortest ways to every node, whatever rules say."""
    return routes(graph.start, lambda node: ((edge, edge.target) for edge in graph.edges(node)))


def section_routes(sections: Sections, without: Collection[str] = ()) -> Ways[str]:
    """Return shortest ways to every section and exit, never through a node of ``without``."""
    by_anchor = sections.by_anchor

    def edges(anchor: str) -> Iterable[tuple[Edge, str]]:
        section = by_anchor.get(anchor)
        return () if section is None or section.node in without else section.links.values()

    return routes(sections.start, edges)


def route_over(edge: Edge, sections: Sections, found: Mapping[str, tuple[Edge, str] | None]) -> list[Edge]:
    """Return a shortest way that takes ``edge`` last; empty when no way does. ``found`` are ``section_routes``."""
    for anchor in found:
        section = sections.by_anchor.get(anchor)
        if section is not None and any(taken == edge for taken, _ in section.links.values()):
            return [*route_to(anchor, found), edge]
    return []


def ways_from(
    sections: Sections, anchor: str, follows: Callable[[Edge], bool] = lambda edge: True
) -> Ways[str]:
    """Return shortest ways from the section ``anchor`` to all that follow it by edges that ``follows`` accepts."""

    def edges(place: str) -> Iterable[tuple[Edge, str]]:
        section = sections.by_anchor.get(place)
        return () if section is None else (link for link in section.links.values() if follows(link[0]))

    return routes(anchor, edges)


def story(graph: Graph, way: Sequence[Edge]) -> str:
    """Tell a way in answers: ``what → which one``. The way of no edges is told by its first question."""
    if not way:
        return graph.name(graph.start)
    return ARROW.join(graph.label(edge) or graph.name(edge.node) for edge in way)


def walk(sections: Sections, answers: Iterable[tuple[str, str]]) -> Section | None:
    """Return the section that ``answers`` lead to, pairs of node and option in walking order; None when they do not."""
    section = sections.by_anchor.get(sections.start)
    for node, option in answers:
        if section is None or section.node != node or option not in section.links:
            return None
        section = sections.by_anchor.get(section.links[option][1])
    return section

"""Shortest paths through a flow, told in the words of its answers."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

from helpcenter.flow.graph import Edge, Graph
from helpcenter.flow.sections import Section, Sections

ARROW = " → "

Stop = TypeVar("Stop", bound=Hashable)
Paths = dict[Stop, tuple[Edge, Stop] | None]
"""For each place the edge that a shortest path arrives by and its origin; None for the start."""


def paths(start: Stop, edges: Callable[[Stop], Iterable[tuple[Edge, Stop]]]) -> Paths[Stop]:
    """Return for each place that can be reached from ``start`` the edge a shortest path arrives by and its origin.

    ``edges`` gives the edges that leave a place, each with the place it leads to. Breadth first; the start has None.
    """
    found: Paths[Stop] = {start: None}
    queue = deque([start])
    while queue:
        place = queue.popleft()
        for edge, target in edges(place):
            if target not in found:
                found[target] = edge, place
                queue.append(target)
    return found


def path_to(place: Stop, found: Mapping[Stop, tuple[Edge, Stop] | None]) -> list[Edge]:
    """Return the edges of the path to ``place`` that ``paths`` found."""
    path: list[Edge] = []
    while (step := found.get(place)) is not None:
        edge, place = step
        path.append(edge)
    return path[::-1]


def graph_paths(graph: Graph) -> Paths[str]:
    """Return shortest paths to every node, whatever rules say."""
    return paths(graph.start, lambda node: ((edge, edge.target) for edge in graph.edges(node)))


def section_paths(sections: Sections, without: Collection[str] = ()) -> Paths[str]:
    """Return shortest paths to every section and exit, never through a node of ``without``."""
    by_anchor = sections.by_anchor

    def edges(anchor: str) -> Iterable[tuple[Edge, str]]:
        section = by_anchor.get(anchor)
        return () if section is None or section.node in without else section.links.values()

    return paths(sections.start, edges)


def path_over(edge: Edge, sections: Sections, found: Mapping[str, tuple[Edge, str] | None]) -> list[Edge]:
    """Return a shortest path that takes ``edge`` last; empty when no path does. ``found`` are ``section_paths``."""
    for anchor in found:
        section = sections.by_anchor.get(anchor)
        if section is not None and any(taken == edge for taken, _ in section.links.values()):
            return [*path_to(anchor, found), edge]
    return []


def paths_from(
    sections: Sections, anchor: str, follows: Callable[[Edge], bool] = lambda edge: True
) -> Paths[str]:
    """Return shortest paths from the section ``anchor`` to all that follow it by edges that ``follows`` accepts."""

    def edges(place: str) -> Iterable[tuple[Edge, str]]:
        section = sections.by_anchor.get(place)
        return () if section is None else (link for link in section.links.values() if follows(link[0]))

    return paths(anchor, edges)


def answered_before(graph: Graph, questions: Collection[str]) -> dict[str, set[str]]:
    """Return for each node which of ``questions`` may have been answered on a way to it, whatever rules say."""
    wanted = set(questions)
    given: dict[str, set[str]] = {node: set() for node in graph.nodes}
    waiting = [node for node in graph.nodes if node in wanted]
    while waiting:
        node = waiting.pop()
        passed = given[node] | ({node} & wanted)
        for edge in graph.edges(node):
            if edge.target in given and not passed <= given[edge.target]:
                given[edge.target] |= passed
                waiting.append(edge.target)
    return given


def story(graph: Graph, path: Sequence[Edge]) -> str:
    """Tell a path in answers: ``what → which one``. The path of no edges is told by its first question."""
    if not path:
        return graph.name(graph.start)
    return ARROW.join(graph.label(edge) or graph.name(edge.node) for edge in path)


def walk(sections: Sections, answers: Iterable[tuple[str, str]]) -> Section | None:
    """Return the section that ``answers`` lead to, pairs of node and option in walking order; None when they do not."""
    section = sections.by_anchor.get(sections.start)
    for node, option in answers:
        if section is None or section.node != node or option not in section.links:
            return None
        section = sections.by_anchor.get(section.links[option][1])
    return section

"""Every question and outcome can be reached, and from everywhere an outcome."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from helpcenter.checks.flows.view import CheckedFlow
from helpcenter.flow.digraph import following, left
from helpcenter.flow.graph import Graph
from helpcenter.problems import Problem, problem


def check_ways(view: CheckedFlow) -> Iterator[Problem]:
    """Yield a problem for each region that nothing leads to, and each that nothing leads out of; one for a region."""
    graph = view.graph
    lost = [node for node in graph.nodes if node not in view.paths]
    for node, size in _gates(lost, graph):
        code = "flow-unreachable-outcome" if graph.is_outcome(node) else "flow-unreachable-question"
        yield problem(code, view.origin.at(view.flow.area(node), node, key=True), name=graph.name(node), count=size)
    for node, size in _gates(stranded(graph, view), graph):
        place = view.origin.at(view.flow.area(node), node, key=True)
        yield problem("flow-no-way-out", place, question=graph.name(node), story=view.story_to(node), count=size)


def stranded(graph: Graph, view: CheckedFlow) -> list[str]:
    """Return the nodes that can be reached but lead to no outcome, those nearest to the start first.

    A question that leads nowhere at all lacks options or targets, which is a mistake of its own.
    """
    before: dict[str, list[str]] = {}
    for edge in graph.all_edges():
        before.setdefault(edge.target, []).append(edge.node)
    saved = {node for node in (*before, *graph.nodes) if graph.is_outcome(node) or not any(graph.edges(node))}
    waiting = list(saved)
    while waiting:
        fresh = [node for node in before.get(waiting.pop(), ()) if node not in saved]
        saved.update(fresh)
        waiting += fresh
    return [node for node in view.paths if node not in saved]


def _gates(region: Iterable[str], graph: Graph) -> Iterator[tuple[str, int]]:
    """Yield as few nodes of ``region`` as all the others follow from, each with how many nodes it stands for.

    Of the nodes not yet covered, the one that a depth-first walk left last follows from none but its own cycle
    (Kosaraju).
    """
    inside = dict.fromkeys(region)
    inner = {node: [edge.target for edge in graph.edges(node) if edge.target in inside] for node in inside}
    gates: set[str] = set()
    covered: set[str] = set()
    for node in reversed(left(inner)):
        if node not in covered:
            gates.add(node)
            covered |= following(node, inner, covered)
    told: set[str] = set()
    for node in inner:
        if node in gates:
            size = len(told)
            told |= following(node, inner, told)
            yield node, len(told) - size

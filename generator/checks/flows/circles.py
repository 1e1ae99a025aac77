"""No way leads in a circle unless an edge of it says how often (``again``); circles through other flows included."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.checks.flows.view import FlowView
from generator.checks.flows.ways import stranded
from generator.flow.graph import Edge
from generator.flow.routes import ARROW
from generator.problems import Problem, problem

Place = tuple[str, str]
"""A flow and a node of it."""


def check_circles(views: Sequence[FlowView]) -> Iterator[Problem]:
    """Yield a problem for each edge that closes a circle; circles without a way out are told by ``check_ways``."""
    by_id = {view.flow.id: view for view in views}
    done: set[Place] = set()
    told = {(view.flow.id, node) for view in views for node in stranded(view.graph, view)}
    for view in views:
        for node in view.graph.nodes:
            if (view.flow.id, node) not in done:
                for way in _closed((view.flow.id, node), by_id, done):
                    if (way[0][0], way[0][1].node) not in told:
                        yield _problem(way, by_id)


Step = tuple[str, Edge]
"""A flow and an edge of it."""


def _closed(start: Place, views: dict[str, FlowView], done: set[Place]) -> Iterator[list[Step]]:
    """Walk depth first from ``start`` and yield the edges of each circle that an edge closes, that one last."""
    depth: dict[Place, int] = {start: 0}
    way: list[Step] = []
    stack = [iter(_out(start, views))]
    places = [start]
    while stack:
        step = next(stack[-1], None)
        if step is None:
            stack.pop()
            left = places.pop()
            done.add(left)
            del depth[left]
            if way:
                way.pop()
            continue
        flow, edge, target = step
        if target in depth:
            yield [*way[depth[target] :], (flow, edge)]
        elif target not in done:
            depth[target] = len(places)
            places.append(target)
            way.append((flow, edge))
            stack.append(iter(_out(target, views)))


def _out(place: Place, views: dict[str, FlowView]) -> Iterator[tuple[str, Edge, Place]]:
    flow, node = place
    for edge in views[flow].graph.edges(node):
        other, _, question = edge.target.partition("#")
        if views[flow].graph.is_inside(edge.target):
            if not edge.limit:
                yield flow, edge, (flow, edge.target)
        elif other in views:  # ``again`` is no excuse here: each page counts anew
            yield flow, edge, (other, question or views[other].graph.start)


def _problem(way: list[Step], views: dict[str, FlowView]) -> Problem:
    flow, edge = way[-1]
    back = views[way[0][0]].graph.name(way[0][1].node)
    return problem("flow-cycle", views[flow].origin.at(*edge.steps), story=_story(way, views), back=back)


def _story(way: list[Step], views: dict[str, FlowView]) -> str:
    """Tell how somebody goes round by answers that rules let through; through several flows, whatever rules say."""
    view, (flow, edge) = views[way[0][0]], way[-1]
    back, taken = way[0][1].node, views[flow].way_by(edge)
    if all(other == flow for other, _ in way) and any(step.node == back for step in taken):
        return view.story(taken)
    before = [view.story_to(back)] if view.routes.get(back) else []
    return ARROW.join([*before, *(views[other].story([step]) for other, step in way)])

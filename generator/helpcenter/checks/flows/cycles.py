"""No way leads in a cycle unless an edge of it says how often (``again``); cycles through other flows included.

Circles are looked for among the sections, where rules and retries are compiled away: two questions that follow each
other in either order, each under its own rule, make none.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence

from helpcenter.checks.flows.reachability import stranded
from helpcenter.checks.flows.view import CheckedFlow
from helpcenter.flow.digraph import components
from helpcenter.flow.graph import Edge
from helpcenter.flow.paths import ARROW, path_to, paths
from helpcenter.model.key_path import KeyPath
from helpcenter.problems import Problem, problem

Spot = tuple[str, str]
"""A flow and an anchor of its page, or a node of it."""
Links = Mapping[Spot, Sequence[tuple[Edge, Spot]]]
"""For each section the edges that may be taken there, each with the section it leads to."""


def check_cycles(views: Sequence[CheckedFlow]) -> Iterator[Problem]:
    """Yield a problem for each edge that closes a cycle; cycles without a way out are told by ``check_ways``."""
    by_id = {view.flow.id: view for view in views}
    caught = {(view.flow.id, node) for view in views for node in stranded(view.graph, view)}
    places = [(flow, anchor) for flow, view in by_id.items() for anchor in view.sections.by_anchor]
    told: set[tuple[str, KeyPath]] = set()
    for copies in _cycles({place: list(_out(place, by_id)) for place in places}):
        for cycle in _cycles(_without(told, copies)):
            for flow, edge, back in _closing(cycle, by_id):
                if (flow, edge.steps) not in told and back not in caught:
                    told.add((flow, edge.steps))
                    yield _problem(flow, edge, cycle, by_id)


def _cycles(links: Links) -> list[Links]:
    """Return the sections that lead to each other, with the links between them, in their order."""
    tight = components({place: [target for _, target in out] for place, out in links.items()})
    part = {place: number for number, found in enumerate(tight) for place in found}
    cycles: dict[int, dict[Spot, list[tuple[Edge, Spot]]]] = {}
    for place, out in links.items():
        inner = [(edge, target) for edge, target in out if part[target] == part[place]]
        if inner:
            cycles.setdefault(part[place], {})[place] = inner
    return list(cycles.values())


def _without(told: Container[tuple[str, KeyPath]], links: Links) -> Links:
    """Return ``links`` as if the edges that were told of were mended: copies of a cycle are one mistake."""
    return {
        place: [(edge, target) for edge, target in out if (place[0], edge.steps) not in told]
        for place, out in links.items()
    }


def _out(place: Spot, views: Mapping[str, CheckedFlow]) -> Iterator[tuple[Edge, Spot]]:
    flow, anchor = place
    for edge, target in views[flow].sections.by_anchor[anchor].links.values():
        if target in views[flow].sections.by_anchor:
            yield edge, (flow, target)
            continue
        other, _, question = target.partition("#")
        if other in views:  # ``again`` is no excuse here: each page counts anew
            anchor = question or views[other].graph.start
            yield from [(edge, (other, anchor))] if anchor in views[other].sections.by_anchor else []


def _closing(cycle: Links, views: Mapping[str, CheckedFlow]) -> Iterator[tuple[str, Edge, Spot]]:
    """Walk the nodes of ``cycle`` depth first and yield each edge that leads back: its flow, itself and where to."""
    after: dict[Spot, list[tuple[Edge, Spot]]] = {}
    for (flow, anchor), out in cycle.items():
        led = [(edge, (other, _node(target, views[other]))) for edge, (other, target) in out]
        after.setdefault((flow, _node(anchor, views[flow])), []).extend(led)
    start = next(iter(after))
    way, seen, stack = {start}, {start}, [(start, iter(after[start]))]
    while stack:
        node, steps = stack[-1]
        edge, target = next(steps, (None, start))
        if edge is None:
            way.remove(node)
            stack.pop()
        elif target in way:
            yield node[0], edge, target
        elif target not in seen:
            way.add(target)
            seen.add(target)
            stack.append((target, iter(after[target])))


def _node(anchor: str, view: CheckedFlow) -> str:
    return view.sections.by_anchor[anchor].node


def _problem(flow: str, edge: Edge, cycle: Links, views: Mapping[str, CheckedFlow]) -> Problem:
    """Tell how somebody goes round: a way to where ``edge`` leads, from there to where it begins, and ``edge``."""
    source, target = next((one, led) for one, out in cycle.items() for taken, led in out if taken == edge)
    round_ = paths(target, lambda place: cycle[place])
    way, place = [(flow, edge)], source
    while step := round_[place]:
        place = step[1]
        way.insert(0, (place[0], step[0]))
    view = views[target[0]]
    before = path_to(target[1], view.walked)
    told = [*([view.story(before)] if before else []), *(views[other].story([taken]) for other, taken in way)]
    back = view.graph.name(_node(target[1], view))
    return problem("flow-cycle", views[flow].origin.at(*edge.steps), story=ARROW.join(told), back=back)

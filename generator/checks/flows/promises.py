"""No outcome says 可以撤销 to a reader who told a state that forbids it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.flows.view import FlowView
from generator.checks.states import claims
from generator.flow.graph import Edge
from generator.flow.routes import route_to, section_routes, ways_from
from generator.problems import Problem, problem
from generator.states import Withdraw


def check_promises(view: FlowView) -> Iterator[Problem]:
    """Yield a problem for each outcome that promises too much after some answer, with the way that leads there."""
    promising = dict(_promising(view))
    forbidden = {row.id: row for row in view.loaded.center.states if row.withdraw is Withdraw.NO}
    seen: set[tuple[str, str]] = set()
    for told, state, edge, anchor in _telling(view) if promising else ():
        after = ways_from(view.sections, anchor)
        for end in after:
            node = end.partition("~")[0]
            if state in forbidden and node in promising and (state, node) not in seen:
                seen.add((state, node))
                way = [*route_to(told, section_routes(view.sections)), edge, *route_to(end, after)]
                facts = {"state": forbidden[state].label, "sentence": promising[node], "story": view.story(way)}
                yield problem("flow-claims-withdraw", view.origin.at("outcomes", node, "title"), **facts)


def _promising(view: FlowView) -> Iterator[tuple[str, str]]:
    """Yield the outcomes that say a request can be withdrawn, each with the sentence that says so."""
    for node, outcome in view.flow.outcomes.items():
        for sentence in (*claims(outcome.text), *claims(outcome.title)):
            yield node, sentence


def _telling(view: FlowView) -> Iterator[tuple[str, str, Edge, str]]:
    """Yield each section and option that tell a state: anchor, state, edge and where it leads."""
    for section in view.sections.by_anchor.values():
        question = view.flow.questions.get(section.node)
        for option, (edge, anchor) in section.links.items():
            state = question.options[option].state if question is not None else None
            if state is not None:
                yield section.anchor, state, edge, anchor

"""The journeys that writers promise: their answers are all used and lead to the outcome they name."""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.checks.flows.view import CheckedFlow
from helpcenter.flow.graph import Graph
from helpcenter.flow.paths import path_to, story
from helpcenter.flow.replay import Replay, replay
from helpcenter.model.flows import FlowTest
from helpcenter.problems import Problem, problem


def check_tests(view: CheckedFlow) -> Iterator[Problem]:
    """Yield a problem for each test that arrives elsewhere, and each whose answers are not all asked for."""
    for index, test in enumerate(view.flow.tests):
        walked = replay(view.graph, test.answers)
        if walked.place != test.outcome:
            place = view.origin.at("tests", index, "outcome")
            wanted = {"name": test.name, "wanted": view.graph.name(test.outcome), "route": _route_to(view, test)}
            arrived = {"arrived": view.graph.name(walked.place), "story": _told(view.graph, walked)}
            yield problem("flow-test-failed", place, **wanted, **arrived)
        elif walked.dropped:
            dropped = walked.dropped[0]
            place = view.origin.at("tests", index, "answers", dropped.question, key=True)
            facts = {"question": view.graph.name(dropped.question), "story": _told(view.graph, walked)}
            yield problem("flow-test-unused", place, name=test.name, **facts)


def _told(graph: Graph, walked: Replay) -> str:
    return story(graph, walked.path)


def _route_to(view: CheckedFlow, test: FlowTest) -> str:
    """Tell a shortest way to the outcome that the test wants."""
    way = path_to(test.outcome, view.walked) if test.outcome in view.walked else view.way_to(test.outcome)
    return view.story(way)

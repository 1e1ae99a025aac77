"""Nobody answers more questions than patience allows."""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.checks.flows.view import CheckedFlow
from helpcenter.flow.journeys import longest
from helpcenter.problems import Problem, warning

MOST_QUESTIONS = 7


def check_lengths(view: CheckedFlow) -> Iterator[Problem]:
    """Yield a warning when some way has more than ``MOST_QUESTIONS`` questions, at the first one too many.

    Whom a step sends back to a question has had a look, and knows what to answer now: that does not count.
    """
    assert view.order is not None, "ways without a cycle have an order"
    way = longest(view.graph, view.sections, view.order, onward=True)
    asked = [edge for edge in way if view.graph.asks(edge.node)]
    if len(asked) > MOST_QUESTIONS:
        place = view.origin.at("questions", asked[MOST_QUESTIONS].node, key=True)
        yield warning("flow-too-long", place, count=len(asked), most=MOST_QUESTIONS, story=view.story(way))

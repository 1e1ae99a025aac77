"""How many questions one way may have."""

from __future__ import annotations

import pytest
from hypothesis import assume, given

from helpcenter.checks.flows.lengths import MOST_QUESTIONS, check_lengths
from helpcenter.flow.journeys import count, journeys
from helpcenter.model.flows import Flow
from helpcenter.problems import Severity
from tests.flow.flows import Asked, flow, random_flows, view


def chain(length: int) -> Asked:
    asked: Asked = {f"q{place}": {"yes": f"q{place + 1}", "no": "end"} for place in range(1, length)}
    return {**asked, f"q{length}": {"yes": "done", "no": "end"}}


@pytest.mark.parametrize(("length", "places"), [(7, []), (8, ["questions/q8:"]), (10, ["questions/q8:"])])
def test_the_first_question_too_many_is_told(length: int, places: list[str]) -> None:
    assert [one.location.file for one in check_lengths(view(flow(chain(length))))] == places


def test_it_is_a_warning_that_tells_the_longest_way() -> None:
    found = next(check_lengths(view(flow(chain(9)))))
    assert (found.code, found.severity) == ("flow-too-long", Severity.WARNING)
    assert found.details == {"count": "9", "most": "7", "story": " → ".join(["yes"] * 9)}


def test_going_on_from_an_outcome_asks_for_patience_too_but_is_no_question() -> None:
    asked: Asked = {**chain(4), "r1": {"yes": "r2", "no": "end"}, "r2": {"yes": "r3", "no": "end"},
                                          "r3": {"yes": "last", "no": "end"}}  # fmt: skip
    assert list(check_lengths(view(flow(asked, not_solved={"done": "r1"})))) == []
    found = list(check_lengths(view(flow({**asked, "r3": {"yes": "r4", "no": "end"}, "r4": {"yes": "last", "no": "end"}},
                                         not_solved={"done": "r1"}))))  # fmt: skip
    assert [one.location.file for one in found] == ["questions/r4:"]


@given(random_flows())
def test_it_is_told_when_some_journey_is_longer(found: Flow) -> None:
    seen = view(found)
    assume(seen.order is not None and count(seen.graph, seen.sections, seen.order) <= 2000)
    onward = (way for way in journeys(seen.graph, seen.sections) if not any(edge.limit and {edge.node, edge.target} & found.steps.keys() for edge in way))
    most = max((sum(edge.node in found.questions for edge in way) for way in onward), default=0)
    assert [one.details["count"] for one in check_lengths(seen)] == ([str(most)] if most > MOST_QUESTIONS else [])

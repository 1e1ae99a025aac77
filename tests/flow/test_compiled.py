"""A flow with what is computed from it, whatever mistakes it has."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from helpcenter.flow.compiled import compiled
from helpcenter.model.flows import Flow
from tests.flow.flows import flow


def long_chain() -> Flow:
    asked = {f"q{place}": {"aa": f"q{place + 1}", "bb": "end"} for place in range(2000)}
    return flow({**asked, "q2000": {"aa": "end", "bb": "end"}})


def test_a_flow_is_compiled_into_sections_with_an_order() -> None:
    made = compiled(flow({"what": {"aa": "end", "bb": "more"}, "more": {"aa": "end", "bb": "end"}}))
    assert made.graph.flow is made.flow
    assert list(made.sections.by_anchor) == ["what", "end", "more"]
    assert made.order is not None
    assert sorted(made.order) == ["end", "more", "what"]
    assert made.order[-1] == "what"


@pytest.mark.parametrize(
    ("make", "complete"),
    [
        (long_chain, False),
        (lambda: flow({"aa": {"on": "aa", "end": "oo"}}), True),
        (lambda: flow({"aa": {"on": "oo"}}, not_solved={"oo": "aa"}), True),
    ],
)
def test_sections_that_are_too_many_or_in_a_circle_have_no_order(make: Callable[[], Flow], complete: bool) -> None:
    made = compiled(make())
    assert made.order is None
    assert made.sections.complete is complete


@pytest.mark.parametrize(
    "broken",
    [
        flow({"what": {"aa": "end", "bb": "end"}}, start="gone"),
        flow({"what": {}}),
        flow({"what": {"aa": []}}),
        flow({"what": {"aa": "other#gone", "bb": "end"}}),
        flow({"what": {"aa": [{"when": {"gone": ["g1"], "what": []}, "go": "end"}]}}),
        flow({"what": {"aa": "what"}}, outcomes=["what"]),
        flow({"what": {"aa": "end"}}, not_solved={"end": "other"}),
    ],
    ids=["start", "no option", "no rule", "target", "rule", "same id", "jump"],
)
def test_a_broken_flow_compiles_and_the_checks_tell(broken: Flow) -> None:
    made = compiled(broken)
    assert made.sections.start in made.sections.by_anchor

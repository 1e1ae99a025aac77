"""What checks see of a flow, and in which order its families of rules speak."""

from __future__ import annotations

import pytest

from helpcenter.problems import Problem
from tests.flow.flows import Asked, Typed, flow, problems, told, view

ASKED: Asked = {"what": {"aa": "more", "bb": "end"}, "more": {"m1": "end", "m2": "fine"}}


def test_a_story_is_a_shortest_way_and_what_comes_after_it() -> None:
    seen = view(flow(ASKED))
    last = seen.graph.options["more"]["m2"][0]
    assert seen.story_to("what") == "what"
    assert seen.story_to("end") == "bb"
    assert seen.story(seen.way_by(last)) == "aa → m2"
    assert seen.story([last]) == "m2"


def test_a_way_by_an_edge_is_one_that_rules_allow_if_there_is_any() -> None:
    rules: Typed = [{"when": {"what": "bb"}, "go": "rare"}, {"when": {"what": "cc"}, "go": "never"}, {"go": "end"}]
    asked: Asked = {"what": {"aa": "more", "bb": "more", "cc": "end"}, "more": {"m1": rules, "m2": "end"}}
    seen = view(flow(asked))
    ways = [seen.story(seen.way_by(edge)) for edge in seen.graph.options["more"]["m1"]]
    assert ways == ["bb → m1", "aa → m1", "aa → m1"]


def test_ways_are_looked_for_once() -> None:
    seen = view(flow(ASKED))
    assert seen.paths is seen.paths


def codes(found: list[Problem]) -> list[str]:
    return [code for code, _ in told(found)]


def test_several_mistakes_come_in_one_run() -> None:
    found = flow(
        {
            **ASKED,
            "lost": {"l1": "end", "l2": "end"},
            "more": {"m1": "end", "m2": [{"when": {"what": "bb"}, "go": "fine"}, {"go": "fine"}]},
        },
        tests=[({"what": "bb"}, "fine"), ({"what": "bb", "more": "m1"}, "end")],
    )
    assert codes(problems(found)) == [
        "flow-unreachable-question",
        "flow-test-failed",
        "flow-test-unused",
        "flow-rule-never",
    ]


def test_flows_are_looked_at_each_for_itself() -> None:
    broken = flow({"what": {"aa": "gone#there", "bb": "end"}})
    wrong = flow(ASKED, flow_id="wrong", tests=[({"what": "bb"}, "fine")])
    assert codes(problems(broken, wrong)) == ["flow-unknown-target", "flow-test-failed"]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"what": {"aa": "what", "bb": "what"}}, ["flow-no-way-out"]),
        ({"what": {"aa": "what", "bb": "end"}}, ["flow-cycle"]),
        ({"what": {"aa": "end"}}, ["flow-one-option"]),
    ],
)
def test_one_mistake_is_one_finding(asked: Asked, expected: list[str]) -> None:
    assert codes(problems(flow(asked))) == expected

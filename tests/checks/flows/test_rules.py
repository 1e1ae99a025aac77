"""Rules that are followed, and retries that leave an answer."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import assume, given

from helpcenter.checks.flows.rules import check_rules, check_sections
from helpcenter.flow.graph import Graph
from helpcenter.flow.journeys import count, journeys
from helpcenter.flow.sections import MOST_SECTIONS
from helpcenter.model.flows import Flow
from tests.flow.flows import Asked, Typed, flow, problems, random_flows, told, view

MANY = 2000


def ruled(*rules: dict[str, Any]) -> Flow:
    """Return a flow where the answer ``on`` has ``rules``: ``what`` is aa, bb or cc there, ``more`` only after cc."""
    return flow(
        {
            "what": {"aa": "here", "bb": "here", "cc": "more", "dd": "end"},
            "more": {"m1": "here", "m2": "here"},
            "here": {"on": list(rules), "off": "late"},
            "late": {"l1": "end", "l2": "end"},
        }
    )


def places(found: Flow) -> list[tuple[str, str]]:
    prefix = "questions/here/options/on/to/"
    return [(one.code, one.location.file.removeprefix(prefix)) for one in check_rules(view(found))]


LAST = {"go": "end"}


@pytest.mark.parametrize(
    "rules",
    [
        [LAST],
        [{"when": {"what": "aa"}, "go": "end"}, LAST],
        [{"when": {"what": ["aa", "dd"]}, "go": "end"}, LAST],
        [{"when": {"what": "cc", "more": "m1"}, "go": "end"}, LAST],
        [{"when": {"more": "m1"}, "go": "end"}, {"when": {"more": ["m1", "m2"]}, "go": "end"}, LAST],
        [{"when": {"what": "aa"}, "go": "end"}, {"when": {"what": "bb"}, "go": "end"}, LAST],
        [{"go": "here", "again": "1"}, LAST],
        [{"when": {"what": "aa"}, "go": "here", "again": "2"}, {"when": {"what": "aa"}, "go": "end"}, LAST],
    ],
)
def test_rules_that_somebody_follows_are_right(rules: list[dict[str, Any]]) -> None:
    assert places(ruled(*rules)) == []


@pytest.mark.parametrize(
    ("rules", "found"),
    [
        ([{"when": {"what": "dd"}, "go": "end"}, LAST], [("flow-rule-never", "0/when:")]),
        ([{"when": {"here": "off"}, "go": "end"}, LAST], [("flow-rule-never", "0/when:")]),
        ([{"when": {"what": []}, "go": "end"}, LAST], [("flow-rule-never", "0/when:")]),
        ([{"when": {"what": "aa", "more": "m1"}, "go": "end"}, LAST], [("flow-rule-never", "0/when:")]),
        ([LAST, {"when": {"what": "aa"}, "go": "end"}], [("flow-rule-hidden", "1/when:")]),
        ([LAST, LAST], [("flow-rule-hidden", "1/go")]),
        (
            [{"when": {"what": "aa"}, "go": "end"}, {"when": {"what": "aa"}, "go": "late"}, LAST],
            [("flow-rule-hidden", "1/when:")],
        ),
        (
            [{"when": {"what": ["aa", "bb"]}, "go": "end"}, {"when": {"what": "bb"}, "go": "late"}, LAST],
            [("flow-rule-hidden", "1/when:")],
        ),
        (
            [{"when": {"what": "aa"}, "go": "end"}, {"when": {"what": "bb"}, "go": "end"},
             {"when": {"what": ["aa", "bb"]}, "go": "late"}, LAST],
            [("flow-rule-hidden", "2/when:")],
        ),
        (
            [{"when": {"what": ["aa", "bb"]}, "go": "end"}, {"when": {"more": ["m1", "m2"]}, "go": "late"}, LAST],
            [("flow-rule-hidden", "2/go")],
        ),
        ([{"when": {"what": "aa"}, "go": "end"}, {"when": {"what": "dd"}, "go": "end"}, LAST, LAST],
         [("flow-rule-never", "1/when:"), ("flow-rule-hidden", "3/go")]),
        ([{"when": {"late": "l1"}, "go": "end"}, LAST], [("flow-answer-too-early", "0/when/late:")]),
        ([{"when": {"what": "dd", "late": "l1"}, "go": "end"}, LAST], [("flow-answer-too-early", "0/when/late:")]),
    ],
)  # fmt: skip
def test_a_rule_that_nobody_follows_is_told(rules: list[dict[str, Any]], found: list[tuple[str, str]]) -> None:
    assert places(ruled(*rules)) == found


def test_the_story_leads_to_the_option() -> None:
    found = list(check_rules(view(ruled({"when": {"late": "l1"}, "go": "end"}, LAST))))
    assert found[0].details == {"question": "late", "label": "on", "story": "aa → on"}


def test_an_answer_from_a_way_back_is_not_too_early() -> None:
    asked: Asked = {
        "what": {"aa": [{"when": {"more": "m1"}, "go": "end"}, {"go": "more"}], "bb": "end"},
        "more": {"m1": {"to": "what", "again": "1"}, "m2": "end"},
    }
    assert told(problems(flow(asked))) == []


def test_rules_of_what_cannot_be_reached_are_not_told() -> None:
    asked: Asked = {
        "what": {"aa": "end", "bb": "end"},
        "lost": {
            "aa": [{"when": {"what": "aa"}, "go": "end"}, {"when": {"gone": "l1"}, "go": "end"}, {"go": "end"}],
            "bb": "end",
        },
        "gone": {"l1": "end", "l2": "end"},
    }
    found = [code for code, _ in told(problems(flow(asked)))]
    assert found == ["flow-unreachable-question", "flow-unreachable-question"]


@given(random_flows())
def test_a_rule_is_told_when_no_journey_takes_it(found: Flow) -> None:
    seen = view(found)
    assume(seen.order is not None and count(seen.graph, seen.sections, seen.order) <= MANY)
    taken = {edge.steps for way in journeys(seen.graph, seen.sections) for edge in way}
    taken |= {edge.steps for section in seen.sections.by_anchor.values() for edge, _ in section.links.values()}
    walked = {section.node for section in seen.sections.by_anchor.values()}
    idle = {edge.steps[:-1] for edge in Graph(found).all_edges() if edge.steps not in taken and edge.node in walked}
    passed = {"/".join(map(str, edge.steps[:-1])) for edge in Graph(found).all_edges() if edge.node in walked}
    told_of = [re.split("/(?:go|when)(?=[/:]|$)", one.location.file)[0] for one in check_rules(seen)]
    assert sorted(rule for rule in told_of if rule in passed) == sorted("/".join(map(str, steps)) for steps in idle)


def empties(found: Flow) -> list[tuple[str, str, str]]:
    return [(one.code, one.location.file, one.details["story"]) for one in check_sections(view(found))]


def test_a_question_that_only_asks_again_is_told_with_the_way_that_uses_it_up() -> None:
    again = {"to": "what", "again": "1"}
    found = flow({"what": {"on": "here", "off": "end"}, "here": {"aa": again, "bb": again}})
    assert empties(found) == [("flow-used-up", "questions/here:", "on → aa → on → bb → on")]


def test_one_option_that_stays_is_enough() -> None:
    again = {"to": "what", "again": "1"}
    assert empties(flow({"what": {"on": "here", "off": "end"}, "here": {"aa": again, "bb": "end"}})) == []


def test_an_outcome_may_be_used_up() -> None:
    assert empties(flow({"what": {"on": "end", "off": "end"}}, not_solved={"end": {"go": "what", "again": "1"}})) == []


def test_a_question_that_lacks_rules_is_not_told_as_used_up() -> None:
    only = [{"when": {"what": "on"}, "go": "end"}]
    found = flow({"what": {"on": "here", "off": "here"}, "here": {"aa": only, "bb": only}})
    assert empties(found) == []


def test_rules_that_multiply_too_much_are_named() -> None:
    asked: Asked = {f"q{place}": {"aa": f"q{place + 1}", "bb": f"q{place + 1}"} for place in range(11)}
    half = {f"q{place}": "aa" for place in range(6)}
    rest = {f"q{place}": "aa" for place in range(6, 11)}
    rules: Typed = [{"when": half, "go": "rare"}, {"when": rest, "go": "end"}, {"go": "end"}]
    found = list(check_sections(view(flow({**asked, "q11": {"many": rules, "bb": "end"}}))))
    assert [(one.code, one.location.file) for one in found] == [
        ("flow-too-many-copies", "questions/q11/options/many/to/0/when:")
    ]
    assert found[0].details == {"most": str(MOST_SECTIONS), "rules": "“q11 many”"}, (
        "two rules of one option are named once"
    )


def test_only_rules_that_multiply_are_named() -> None:
    asked: Asked = {f"q{place}": {"aa": f"q{place + 1}", "bb": f"q{place + 1}"} for place in range(11)}
    near: Typed = [{"when": {"before": "aa"}, "go": "end"}, {"go": "q0"}]
    many: Typed = [{"when": {f"q{place}": "aa" for place in range(11)}, "go": "rare"}, {"go": "end"}]
    found = flow({"before": {"aa": "near", "bb": "near"}, "near": {"near": near, "bb": "q0"}, **asked,
                  "q11": {"many": many, "bb": "end"}})  # fmt: skip
    assert [one.details["rules"] for one in check_sections(view(found))] == ["“q11 many”"]


def test_retries_that_multiply_too_much_are_named() -> None:
    again = {f"a{place}": {"to": "what", "again": "5"} for place in range(5)}
    found = list(check_sections(view(flow({"what": {**again, "out": "end"}}))))
    assert [(one.code, one.location.file) for one in found] == [
        ("flow-too-many-copies", "questions/what/options/a0/to/0/go")
    ]
    assert found[0].details["rules"].count("what a") == 5


def test_a_flow_of_too_many_questions_blames_no_rule_that_copies_a_few() -> None:
    asked = {f"q{place}": {"aa": f"q{place + 1}", "bb": "here"} for place in range(2000)}
    rules: Typed = [{"when": {"q1": "bb"}, "go": "rare"}, {"go": "end"}]
    found = flow({**asked, "q2000": {"aa": "end", "bb": "end"}, "here": {"aa": rules, "bb": "end"}})
    assert len(view(found).sections.of("here")) > 1
    assert [one.code for one in check_sections(view(found))] == ["flow-too-large"]


def test_a_flow_of_too_many_questions_blames_no_rule() -> None:
    asked: Asked = {f"q{place}": {"aa": f"q{place + 1}", "bb": "end"} for place in range(2000)}
    found = list(check_sections(view(flow({**asked, "q2000": {"aa": "end", "bb": "end"}}))))
    assert [(one.code, one.location.file) for one in found] == [("flow-too-large", "questions:")]
    assert found[0].details == {"most": "2000", "nodes": "2002"}


ORDER: Typed = [{"when": {"what": "bb"}, "go": "person"}, {"go": "desk"}]


def test_a_rule_for_all_outcomes_is_told_once_and_only_when_no_outcome_takes_it() -> None:
    asked: Asked = {"what": {"aa": "more", "bb": "end"}, "more": {"m1": "end", "m2": "fine"}}
    assert [one.code for one in check_rules(view(flow(asked, way_on=ORDER)))] == []
    asked = {"what": {"aa": "more", "bb": "person"}, "more": {"m1": "end", "m2": "fine"}}
    found = list(check_rules(view(flow(asked, way_on=ORDER))))
    assert [(one.code, one.location.file) for one in found] == [("flow-rule-never", "not_solved/0/when:")]
    assert found[0].details == {"label": "not_solved", "story": "aa → m1 → end"}


def test_a_rule_for_all_outcomes_is_too_early_only_when_it_is_so_for_all() -> None:
    asked: Asked = {"who": {"aa": "end", "bb": "what"}, "what": {"cc": "fine", "bb": "end"}}
    assert [one.code for one in check_rules(view(flow(asked, way_on=ORDER)))] == []
    late: Asked = {"who": {"aa": "end", "bb": "fine"}, "what": {"cc": "other", "bb": "other"}}
    codes = [(one.code, one.location.file) for one in check_rules(view(flow(late, way_on=ORDER)))]
    assert codes == [("flow-answer-too-early", "not_solved/0/when/what:")]

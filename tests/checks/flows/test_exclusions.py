"""Places that an answer rules out."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpcenter.checks.flows.exclusions import check_exclusions
from helpcenter.flow.journeys import journeys
from helpcenter.model.flows import Flow
from tests.flow.flows import Asked, Typed, flow, problems, random_flows, told, view

ASKED: Asked = {"button": {"grey": "state", "gone": "state", "fine": "state"}, "state": {"s1": "end", "s2": "other-end"}}


def barred(found: Flow, **outcomes: Any) -> Flow:
    """Return ``found`` with outcomes that answers rule out; ``_`` in a name stands for ``-``."""
    ends = dict(found.outcomes)
    for name, answers in outcomes.items():
        node = name.replace("_", "-")
        ends[node] = ends[node].model_copy(update={"not_after": answers})
    return found.model_copy(update={"outcomes": ends})


def ruled_out(found: Flow) -> list[tuple[str, str]]:
    return [(one.location.file, one.details["story"]) for one in check_exclusions(view(found))]


def test_each_answer_is_told_where_it_is_written_with_the_way() -> None:
    found = list(check_exclusions(view(barred(flow(ASKED), end={"button": ("grey", "gone")}))))
    assert [(one.code, one.location.file) for one in found] == [
        ("flow-ruled-out", "outcomes/end/not_after/button/0"),
        ("flow-ruled-out", "outcomes/end/not_after/button/1"),
    ]
    assert found[0].details == {"answer": "grey", "name": "end", "story": "grey → s1"}


def test_rules_keep_readers_away() -> None:
    rules: Typed = [{"when": {"button": ["grey", "gone"]}, "go": "other-end"}, {"go": "end"}]
    asked: Asked = {**ASKED, "state": {"s1": rules, "s2": "other-end"}}
    assert ruled_out(barred(flow(asked), end={"button": ("grey", "gone")})) == []
    assert ruled_out(barred(flow(asked), end={"button": ("fine",)})) == [("outcomes/end/not_after/button/0", "fine → s1")]


def test_one_of_several_questions_is_enough() -> None:
    assert ruled_out(barred(flow(ASKED), end={"button": ("fine",), "state": ("s2",)})) == [
        ("outcomes/end/not_after/button/0", "fine → s1")
    ]


def test_an_answer_that_was_changed_stands_no_more() -> None:
    asked: Asked = {
        "button": {"grey": {"to": "look"}, "fine": "end"},
        "look": {"again": {"to": "button", "again": "1"}, "no": "other-end"},
    }
    assert ruled_out(barred(flow(asked), end={"button": ("grey",)})) == []
    assert ruled_out(barred(flow(asked), other_end={"button": ("grey",)})) == [
        ("outcomes/other-end/not_after/button/0", "grey → no")
    ]


def test_an_option_is_ruled_out_where_it_is_offered() -> None:
    asked: Asked = {**ASKED, "state": {"s1": {"to": "end", "not_after": {"button": "grey"}}, "s2": "other-end"}}
    found = list(check_exclusions(view(flow(asked))))
    assert [one.location.file for one in found] == ["questions/state/options/s1/not_after/button/0"]
    assert found[0].details == {"answer": "grey", "name": "s1", "story": "grey"}


def test_an_option_that_is_used_up_is_not_offered() -> None:
    last = {"to": "what", "again": "1", "not_after": {"what": "back"}}
    asked: Asked = {"what": {"back": last, "on": "end"}}
    assert ruled_out(flow(asked)) == []
    assert ruled_out(flow({"what": {"back": {**last, "again": "2"}, "on": "end"}})) == [
        ("questions/what/options/back/not_after/what/0", "back")
    ]


def test_who_was_not_helped_before_can_be_ruled_out() -> None:
    found = flow({"what": {"aa": "end", "bb": "fine"}}, not_solved={"end": "fine"})
    assert ruled_out(barred(found, fine={"end": ("not-solved",)})) == [("outcomes/fine/not_after/end/0", "aa → end")]


def test_names_are_looked_up() -> None:
    found = flow({**ASKED, "state": {"s1": {"to": "end", "not_after": {"buton": "grey"}}, "s2": "other-end"}})
    assert told(problems(barred(found, end={"button": ("gray",)}))) == [
        ("flow-unknown-answer", "questions/state/options/s1/not_after/buton:"),
        ("flow-unknown-answer", "outcomes/end/not_after/button/0"),
    ]


@pytest.mark.parametrize("answers", [{}, {"button": ()}])
def test_nothing_is_ruled_out_by_nothing(answers: dict[str, tuple[str, ...]]) -> None:
    assert ruled_out(barred(flow(ASKED), end=answers)) == []


@given(random_flows(), st.sampled_from(["o0", "o1", "o2"]))
def test_an_answer_is_told_when_some_journey_ends_so(found: Flow, end: str) -> None:
    named = {node: tuple(question.options) for node, question in found.questions.items()}
    seen = view(barred(found, **{end: named}) if end in found.outcomes else found)
    expected = set()
    for journey in journeys(seen.graph, seen.sections):
        if journey and journey[-1].target == end and end in found.outcomes:
            last = {edge.node: edge.option for edge in journey if edge.node in named}
            expected |= {f"outcomes/{end}/not_after/{node}/{named[node].index(given)}" for node, given in last.items()}
    assert {one.location.file for one in check_exclusions(seen)} == expected

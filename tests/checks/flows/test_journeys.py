"""The journeys that writers promise."""

from __future__ import annotations

import pytest

from helpcenter.checks.flows.journeys import check_tests
from helpcenter.problems import Problem
from tests.flow.flows import Answers, Asked, flow, view

ASKED: Asked = {
    "what": {"aa": "more", "bb": "end", "cc": "other#there"},
    "more": {"m1": "fine", "m2": "end", "back": {"to": "what", "again": "1"}},
}


def promised(answers: Answers, outcome: str) -> list[Problem]:
    return list(
        check_tests(view(flow(ASKED, not_solved={"end": "person"}, outcomes=["lost"], tests=[(answers, outcome)])))
    )


@pytest.mark.parametrize(
    ("answers", "outcome"),
    [
        ({"what": "bb"}, "end"),
        ({"more": "m1", "what": "aa"}, "fine"),
        ({"what": ["aa", "bb"], "more": "back"}, "end"),
        ({"what": "bb", "end": "not-solved"}, "person"),
        ({"what": "cc"}, "other#there"),
        ({"what": "aa"}, "more"),
        ({}, "what"),
    ],
)
def test_a_promise_that_is_kept_is_not_told(answers: Answers, outcome: str) -> None:
    assert promised(answers, outcome) == []


@pytest.mark.parametrize(
    ("answers", "outcome", "details"),
    [
        ({"what": "bb"}, "fine", {"arrived": "end", "story": "bb", "route": "aa → m1"}),
        ({"what": "aa"}, "fine", {"arrived": "more", "story": "aa", "route": "aa → m1"}),
        ({}, "end", {"arrived": "what", "story": "what", "route": "bb"}),
        ({"what": "cc"}, "end", {"arrived": "other#there", "story": "cc", "route": "bb"}),
        ({"what": "bb"}, "lost", {"arrived": "end", "story": "bb", "route": "—"}),
        ({"what": "bb"}, "other#there", {"arrived": "end", "story": "bb", "route": "cc"}),
        ({"more": "m1"}, "fine", {"arrived": "what", "story": "what", "route": "aa → m1"}),
        ({"what": "bb", "end": "not-solved"}, "end", {"arrived": "person", "story": "bb → end", "route": "bb"}),
    ],
)
def test_a_promise_that_is_broken_is_told_with_both_ways(
    answers: Answers, outcome: str, details: dict[str, str]
) -> None:
    found = promised(answers, outcome)
    assert [(one.code, one.location.file) for one in found] == [("flow-test-failed", "tests/0/outcome")]
    assert found[0].details == {"name": outcome, "wanted": outcome, **details}


@pytest.mark.parametrize(
    ("answers", "question", "story"),
    [
        ({"what": "bb", "more": "m1"}, "more", "bb"),
        ({"what": ["bb", "aa"]}, "what", "bb"),
        ({"what": ["aa", "aa", "bb"], "more": ["back", "m2"]}, "what", "aa → back → aa → m2"),
        ({"what": ["aa", "aa"], "more": ["back", "back", "m2"]}, "more", "aa → back → aa → m2"),
    ],
)
def test_an_answer_that_nobody_asks_for_is_told(answers: Answers, question: str, story: str) -> None:
    found = promised(answers, "end")
    assert [(one.code, one.location.file) for one in found] == [("flow-test-unused", f"tests/0/answers/{question}:")]
    assert found[0].details == {"name": "end", "question": question, "story": story}


def test_every_test_is_run() -> None:
    tests = [({"what": "bb"}, "fine"), ({"what": "bb"}, "end"), ({"what": "cc"}, "end")]
    found = check_tests(view(flow(ASKED, tests=tests)))
    assert [one.location.file for one in found] == ["tests/0/outcome", "tests/2/outcome"]

"""Targets and answers that exist; what a writer probably meant."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from helpcenter.checks.flows.names import check_names
from helpcenter.flow.compiled import compiled
from helpcenter.model.fields import Status
from helpcenter.model.flows import Flow
from helpcenter.problems import Problem, Severity
from tests.flow.flows import Answers, Asked, flow, problems, told, view

OTHER = flow({"here": {"aa": "there", "bb": "oo"}, "there": {"aa": "oo", "bb": "oo"}}, flow_id="other")


def names(found: Flow, other: Flow = OTHER) -> list[Problem]:
    return list(check_names(view(found, other), {"flow": compiled(found), "other": compiled(other)}))


def leading(target: str, **more: Any) -> Flow:
    return flow({"what": {"aa": target, "bb": "more"}, "more": {"aa": "end", "bb": "end"}}, **more)


def without(found: Flow, node: str) -> Flow:
    return found.model_copy(update={"outcomes": {name: end for name, end in found.outcomes.items() if name != node}})


@pytest.mark.parametrize("target", ["more", "end", "other", "other#here", "other#there"])
def test_a_target_is_a_place_of_this_flow_or_a_flow_or_a_question_of_one(target: str) -> None:
    assert names(leading(target)) == []


@pytest.mark.parametrize(
    ("target", "guess"),
    [
        ("other#oo", "other"),
        ("other#thre", "other#there"),
        ("other#zz", "other"),
        ("othr#there", "other#there"),
        ("othr#zz", "other"),
        ("flow", "what"),
        ("flow#more", "more"),
        ("flow#mor", "more"),
        ("flow#zz", ""),
        ("gone#there", ""),
    ],
)
def test_a_target_that_does_not_exist_is_told_with_a_guess(target: str, guess: str) -> None:
    found = names(leading(target))
    assert told(found) == [("flow-unknown-target", "questions/what/options/aa/to/0/go")]
    assert found[0].details == {"id": target, "guess": guess, "story": "aa"}


@pytest.mark.parametrize(("target", "guess"), [("ende", "end"), ("mor", "more"), ("othr", "other"), ("zzzz", "")])
def test_a_plain_target_is_guessed_among_places_and_flows(target: str, guess: str) -> None:
    found = names(without(leading(target), target))
    assert [one.details["guess"] for one in found] == [guess]


def test_every_place_that_names_a_target_is_looked_at() -> None:
    asked: Asked = {
        "what": {
            "aa": [{"when": {"what": "aa"}, "go": "gone#one"}, {"go": "end"}],
            "bb": {"to": "gone#two", "again": "1"},
        }
    }
    found = flow(asked, not_solved={"end": {"go": "gone#three", "again": "1"}}, tests=[({"what": "aa"}, "gone#four")])
    assert told(names(found)) == [
        ("flow-unknown-target", "questions/what/options/aa/to/0/go"),
        ("flow-unknown-target", "questions/what/options/bb/to/0/go"),
        ("flow-unknown-target", "outcomes/end/not_solved/0/go"),
        ("flow-unknown-target", "tests/0/outcome"),
    ]


def test_nothing_is_said_of_what_may_be_in_a_flow_that_cannot_be_read() -> None:
    found = leading("broken#any")
    seen = view(found)
    flows = {"flow": compiled(found)}
    assert [one.code for one in check_names(seen, flows)] == ["flow-unknown-target"]
    seen.loaded = dataclasses.replace(seen.loaded, broken=frozenset({"broken"}))
    assert list(check_names(seen, flows)) == []
    seen.loaded = dataclasses.replace(seen.loaded, broken=frozenset(), complete=False)
    assert list(check_names(seen, flows)) == []


@pytest.mark.parametrize(
    ("own", "others", "codes"),
    [
        (Status.PUBLISHED, Status.PUBLISHED, []),
        (Status.PUBLISHED, Status.DRAFT, ["refers-to-draft"]),
        (Status.PUBLISHED, Status.RETIRED, ["refers-to-retired"]),
        (Status.DRAFT, Status.DRAFT, []),
        (Status.DRAFT, Status.RETIRED, []),
        (Status.RETIRED, Status.DRAFT, []),
    ],
)
def test_published_flows_lead_into_published_ones(own: Status, others: Status, codes: list[str]) -> None:
    found = names(
        leading("other#there", tests=[({"what": "aa"}, "other#there")]).model_copy(
            update={"status": own, "see": "reapply"}
        ),
        OTHER.model_copy(update={"status": others, "see": "reapply"}),
    )
    assert [one.code for one in found] == codes, "the test that promises the way is not told again"
    assert all(one.details["field"] == "to" and one.details["id"] == "other" for one in found)
    assert all((one.severity is Severity.WARNING) == (one.code == "refers-to-retired") for one in found)


def test_the_field_that_leads_on_from_an_outcome_is_called_by_its_name() -> None:
    found = names(flow({"what": {"aa": "end", "bb": "end"}}, not_solved={"end": "other"}),
                  OTHER.model_copy(update={"status": Status.DRAFT}))  # fmt: skip
    assert [(one.location.file, one.details["field"]) for one in found] == [
        ("outcomes/end/not_solved/0/go", "not_solved")
    ]


@pytest.mark.parametrize(("start", "guess"), [("wat", "what"), ("end", ""), ("zz", "")])
def test_the_start_is_a_question(start: str, guess: str) -> None:
    found = names(leading("end", start=start))
    assert told(found) == [("flow-unknown-start", "start")]
    assert found[0].details == {"id": start, "guess": guess}


@pytest.mark.parametrize(
    ("answers", "place", "guess"),
    [
        ({"waht": "aa"}, "tests/0/answers/waht:", "what"),
        ({"what": "cc"}, "tests/0/answers/what/0", ""),
        ({"what": ["aa", "bbb"]}, "tests/0/answers/what/1", "bb"),
        ({"end": "solved"}, "tests/0/answers/end/0", "not-solved"),
        ({"end": "not-solved"}, "tests/0/answers/end/0", "not-solved"),
        ({"more": "aa", "other": "aa"}, "tests/0/answers/other:", ""),
    ],
)
def test_a_test_gives_answers_that_exist(answers: Answers, place: str, guess: str) -> None:
    found = names(leading("end", tests=[(answers, "end")]))
    assert told(found) == [("flow-unknown-answer", place)]
    assert found[0].details["guess"] == guess


def test_a_test_may_go_on_from_an_outcome() -> None:
    ended = leading("end", not_solved={"end": "person"}, tests=[({"what": "aa", "end": "not-solved"}, "person")])
    assert told(problems(ended)) == []


@pytest.mark.parametrize(
    ("when", "place"),
    [
        ({"waht": "aa"}, "waht:"),
        ({"what": ["aa", "bbb"]}, "what/1"),
        ({"end": "not-solved"}, "end:"),
    ],
)
def test_a_rule_reads_answers_that_exist(when: Answers, place: str) -> None:
    asked: Asked = {
        "what": {"aa": "more", "bb": "more"},
        "more": {"aa": [{"when": dict(when), "go": "end"}, {"go": "end"}], "bb": "end"},
    }
    found = names(flow(asked, not_solved={"end": "person"}))
    assert told(found) == [("flow-unknown-answer", f"questions/more/options/aa/to/0/when/{place}")]


def test_nothing_more_is_said_of_a_flow_with_a_name_to_nothing() -> None:
    broken = flow({"what": {"aa": "gone#there", "bb": "what"}, "lost": {"aa": "end", "bb": "end"}})
    assert told(problems(broken)) == [("flow-unknown-target", "questions/what/options/aa/to/0/go")]

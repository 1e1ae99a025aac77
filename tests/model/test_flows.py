"""Guided flows as writers type them: what may be left out, what is short for what, and what is refused."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest
import yaml
from pydantic import ValidationError

from helpcenter.model.fields import Status
from helpcenter.model.flows import MOST_TIMES, Flow, Option, Outcome, OutcomeKind, Rule
from tests.making import FLOW

OPTION = {"label": "售后申请", "to": "status"}
OUTCOME = {"title": "问客服", "kind": "contact", "text": "让客服看一眼。"}


def typed() -> dict[str, Any]:
    data: dict[str, Any] = yaml.load(FLOW, Loader=yaml.BaseLoader)
    return data


def option(**fields: Any) -> Option:
    return Option.model_validate({**OPTION, **fields})


def outcome(**fields: Any) -> Outcome:
    return Outcome.model_validate({**OUTCOME, **fields})


def test_a_flow_keeps_what_was_typed_in_its_order() -> None:
    flow = Flow.model_validate(typed())
    assert (flow.id, flow.start, flow.heading, flow.teaser) == (
        "why-not", "what", "撤销不了？一步步找原因", "回答几个问题，找到办法。",
    )  # fmt: skip
    assert list(flow.questions) == ["what", "status", "parcel"]
    assert list(flow.questions["what"].options) == ["request", "order", "unsure"]
    assert flow.questions["status"].options["applied"].state == "applied"
    assert flow.outcomes["too-late"].kind is OutcomeKind.NOT_POSSIBLE
    assert flow.tests[-1].answers == {"what": ("request",), "status": ("applied", "refunding"), "parcel": ("again",)}


def test_what_is_left_out_has_a_meaning() -> None:
    flow = Flow.model_validate(
        {name: typed()[name] for name in ("id", "title", "summary", "topic", "start", "questions")}
    )
    assert (flow.outcomes, flow.tests, flow.sources, flow.aliases) == ({}, (), (), ())
    assert (flow.status, flow.audience) == (Status.PUBLISHED, ())
    assert (flow.owner, flow.reviewed, flow.contact, flow.related, flow.updated) == (None, None, (), None, None)


def test_a_flow_has_no_review_date_of_its_own_accord() -> None:
    flow = Flow.model_validate({**typed(), "owner": "team", "reviewed": "2026-11-20"})
    assert flow.updated == flow.reviewed


def test_a_target_alone_is_a_rule_without_a_condition() -> None:
    assert option().to == (Rule(go="status"),)
    assert option(to=[{"go": "status"}]) == option()
    assert option(to="other#status").to[0].go == "other#status"


def test_rules_keep_their_order_and_conditions_become_lists() -> None:
    found = option(to=[{"when": {"what": "aa", "more": ["m1", "m2"]}, "go": "one"}, {"go": "two", "again": "2"}])
    assert [(rule.when, rule.go, rule.again) for rule in found.to] == [
        ({"what": ("aa",), "more": ("m1", "m2")}, "one", None),
        ({}, "two", 2),
    ]


def test_where_an_outcome_leads_may_be_a_target_alone() -> None:
    assert outcome(not_solved="what").not_solved == outcome(not_solved={"go": "what"}).not_solved
    assert outcome(not_solved={"go": "what", "again": "1"}).not_solved == option(to=[{"go": "what", "again": "1"}]).to
    rules = [{"when": {"what": "aa"}, "go": "one"}, {"go": "two"}]
    assert outcome(not_solved=rules).not_solved == option(to=rules).to


def test_an_outcome_without_a_way_on_is_not_one_that_leads_nowhere() -> None:
    assert outcome().not_solved is None
    assert outcome(not_solved=[]).not_solved == ()


def test_a_flow_may_say_where_its_outcomes_lead() -> None:
    assert Flow.model_validate(typed()).not_solved == ()
    assert Flow.model_validate({**typed(), "not_solved": "ask"}).not_solved == (Rule(go="ask"),)


def test_answers_that_rule_out_are_lists() -> None:
    named = {"what": "aa", "more": ["m1", "m2"]}
    assert option(not_after=named).not_after == outcome(not_after=named).not_after
    assert outcome(not_after=named).not_after == {"what": ("aa",), "more": ("m1", "m2")}
    assert outcome().not_after == {}


@pytest.mark.parametrize("times", range(1, MOST_TIMES + 1))
def test_an_edge_may_be_taken_one_to_five_times(times: int) -> None:
    assert option(again=str(times)).again == times


@pytest.mark.parametrize("times", ["0", "6", "-1", "1.0", "一", "yes", "", " 1", "１", 1, True, ["1"]])
def test_no_other_number_of_times(times: Any) -> None:
    with pytest.raises(ValidationError) as error:
        option(again=times)
    assert [fault["type"] for fault in error.value.errors()] == ["bad_times"]


@pytest.mark.parametrize("kind", ["solved", "wait", "contact", "not-possible"])
def test_an_outcome_is_of_one_of_four_kinds(kind: str) -> None:
    assert outcome(kind=kind).kind == kind


WRONG: list[tuple[tuple[str, ...], Any]] = [
    (("start",), "What"),
    (("start",), None),
    (("title",), "两\n行"),
    (("summary",), " "),
    (("questions",), []),
    (("questions", "what", "ask"), ""),
    (("questions", "what", "help"), " "),
    (("questions", "what", "more"), "x"),
    (("questions", "what", "precautions"), "reapply#open-order"),
    (("questions", "what", "precautions"), ["reapply#"]),
    (("questions", "what", "options"), ["request"]),
    (("questions", "what", "options", "R"), OPTION),
    (("questions", "what", "options", "request", "label"), "两\n行"),
    (("questions", "what", "options", "request", "to"), "去 这里"),
    (("questions", "what", "options", "request", "to"), {"go": "status"}),
    (("questions", "what", "options", "request", "to"), [{"when": {"what": "aa"}}]),
    (("questions", "what", "options", "request", "to"), [{"when": ["what"], "go": "status"}]),
    (("questions", "what", "options", "request", "to"), [{"when": {"what": "A"}, "go": "status"}]),
    (("questions", "what", "options", "request", "to"), [{"if": {"what": "aa"}, "go": "status"}]),
    (("questions", "what", "options", "request", "state"), "Applied"),
    (("questions", "w"), {"ask": "问？", "options": {}}),
    (("outcomes", "too-late", "kind"), "good"),
    (("outcomes", "too-late", "text"), " "),
    (("outcomes", "too-late", "title"), None),
    (("outcomes", "too-late", "links"), ["https://example.com"]),
    (("outcomes", "too-late", "contact"), "Platform"),
    (("outcomes", "too-late", "not_solved"), ["what"]),
    (("outcomes", "too-late", "not_solved"), {"to": "what"}),
    (("outcomes", "too-late", "not_solved"), [{"when": {"what": "aa"}}]),
    (("outcomes", "too-late", "not_after"), ["what"]),
    (("outcomes", "too-late", "not_after"), {"what": "A"}),
    (("questions", "what", "options", "request", "not_after"), "what"),
    (("not_solved",), ["what"]),
    (("tests",), {"name": "x"}),
    (("status",), "retired"),
    (("flow",), "why-not"),
]


@pytest.mark.parametrize(("steps", "value"), WRONG, ids=[f"{'.'.join(steps)}={value}" for steps, value in WRONG])
def test_everything_else_is_refused(steps: tuple[str, ...], value: Any) -> None:
    data = deepcopy(typed())
    place: Any = data
    for step in steps[:-1]:
        place = place[step]
    place[steps[-1]] = value
    with pytest.raises(ValidationError):
        Flow.model_validate(data)


@pytest.mark.parametrize("field", ["id", "title", "summary", "topic", "start", "questions"])
def test_a_flow_leaves_nothing_out_that_it_needs(field: str) -> None:
    with pytest.raises(ValidationError):
        Flow.model_validate({name: value for name, value in typed().items() if name != field})


@pytest.mark.parametrize("field", ["name", "answers", "outcome"])
def test_a_promised_journey_leaves_nothing_out(field: str) -> None:
    data = typed()
    del data["tests"][0][field]
    with pytest.raises(ValidationError):
        Flow.model_validate(data)


def test_a_flow_does_not_change() -> None:
    flow = Flow.model_validate(typed())
    with pytest.raises(ValidationError):
        setattr(flow, "start", "status")  # noqa: B010 - mypy knows that it cannot change

"""Questions that everybody can answer, outcomes that give something to do."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from helpcenter.checks.flows.options import check_options
from helpcenter.checks.flows.view import CheckedFlow
from helpcenter.flow.compiled import compiled
from helpcenter.model.flows import Flow, Rule, Said
from helpcenter.problems import Severity
from tests.flow.flows import Asked, flow, loaded, view


def codes(found: Flow) -> list[str]:
    return [one.code for one in check_options(view(found))]


def asking(*labels: str) -> Flow:
    return flow({"what": {f"a{place}": {"to": "end", "label": label} for place, label in enumerate(labels)}})


@pytest.mark.parametrize("option", ["unsure", "unsure-what", "other", "other-state", "none", "unknown", "unknown-2"])
def test_an_option_is_a_way_out_by_its_id(option: str) -> None:
    assert codes(flow({"what": {"yes": "end", option: "end"}})) == []


@pytest.mark.parametrize("option", ["unsureness", "another", "nonesuch", "be-unsure", "yes"])
def test_other_ids_are_no_way_out(option: str) -> None:
    assert codes(flow({"what": {"aa": "end", option: "end"}})) == ["flow-no-unsure"]


@pytest.mark.parametrize(
    "label", ["我不确定", "不知道", "说不清是什么", "看不懂", "都不是", "其他情况", "I'm Not Sure", "None of these"]
)
def test_an_option_is_a_way_out_by_its_words(label: str) -> None:
    assert codes(asking("是", label)) == []


@pytest.mark.parametrize(
    ("number", "expected"),
    [(0, ["flow-one-option"]), (1, ["flow-one-option"]), (2, []), (8, []), (9, ["flow-many-options"])],
)
def test_there_are_two_to_eight_options(number: int, expected: list[str]) -> None:
    found = asking(*(f"不知道 {place}" for place in range(number)))
    assert codes(found) == expected


def test_only_what_misleads_is_an_error() -> None:
    found = {one.code: one.severity for one in check_options(view(asking(*"abcdefgha")))}
    assert found == {
        "flow-many-options": Severity.WARNING,
        "flow-no-unsure": Severity.WARNING,
        "flow-same-label": Severity.ERROR,
    }


def test_labels_that_look_alike_are_told_at_each_but_the_first() -> None:
    found = list(check_options(view(asking("不知道", "是", "是 ", "不 是", "不  是", "是"))))
    assert [(one.code, one.location.file, one.details["label"], one.details["first"]) for one in found] == [
        ("flow-same-label", "questions/what/options/a2/label", "是", "a1"),
        ("flow-same-label", "questions/what/options/a4/label", "不 是", "a3"),
        ("flow-same-label", "questions/what/options/a5/label", "是", "a1"),
    ]


@pytest.mark.parametrize(
    ("rules", "place"),
    [
        ([{"go": "end"}], None),
        ([{"when": {"what": "aa"}, "go": "end"}, {"go": "end"}], None),
        ([{"go": "what", "again": "1"}, {"go": "end"}], None),
        ([{"go": "what", "again": "1"}], None),
        ([{"when": {"what": "aa"}, "go": "end"}, {"go": "what", "again": "1"}], None),
        ([{"go": "end"}, {"when": {"what": "aa"}, "go": "end"}], None),
        ([{"when": {"what": "aa"}, "go": "end"}], "to/0"),
        ([{"when": {"what": "aa"}, "go": "end"}, {"when": {"what": ["aa", "unsure"]}, "go": "end"}], "to/1"),
        ([{"go": "what", "again": "1"}, {"when": {"what": "aa"}, "go": "end"}], "to/1"),
        ([], "to"),
    ],
)
def test_some_rule_has_no_condition(rules: list[dict[str, Any]], place: str | None) -> None:
    asked: Asked = {"what": {"aa": rules, "unsure": "end"}}
    found = list(check_options(view(flow(asked))))
    expected = [] if place is None else [("flow-no-default", f"questions/what/options/aa/{place}")]
    assert [(one.code, one.location.file) for one in found] == expected


@pytest.mark.parametrize(
    ("fields", "acts"),
    [
        ({}, False),
        ({"staff": "看 [这里](reapply)"}, False),
        ({"precautions": ("reapply#open-order",)}, False),
        ({"links": ("reapply",)}, True),
        ({"questions": ("can-withdraw",)}, True),
        ({"contact": ("platform",)}, True),
        ({"text": (Said(text="去[这里](reapply)看。"),)}, True),
        ({"text": (Said(text="看 https://example.com/help 。"),)}, True),
        ({"text": (Said(text="写信给 help@example.com"),)}, True),
        ({"text": (Said(when={"what": ("yes",)}, text="写信给 help@example.com"),)}, False),
        ({"not_solved": (Rule(go="end-2"),)}, True),
    ],
)
def test_an_outcome_gives_something_to_do(fields: dict[str, Any], acts: bool) -> None:
    found = flow({"what": {"yes": "end", "unsure": "end"}})
    ended = found.outcomes["end"].model_copy(update={"contact": (), **fields})
    seen = list(check_options(view(found.model_copy(update={"outcomes": {"end": ended}}))))
    assert [(one.code, one.location.file) for one in seen] == ([] if acts else [("flow-no-action", "outcomes/end:")])


def test_the_contact_of_the_flow_is_something_to_do_that_of_another_page_nearly() -> None:
    found = flow({"what": {"yes": "end", "unsure": "end"}})
    bare = found.model_copy(update={"outcomes": {"end": found.outcomes["end"].model_copy(update={"contact": ()})}})
    assert [one.severity for one in check_options(view(bare))] == ["warning"]
    assert list(check_options(view(bare.model_copy(update={"contact": ("platform",)})))) == []
    alone = loaded(bare)
    alone = replace(alone, center=replace(alone.center, contacts={}))
    assert [one.severity for one in check_options(CheckedFlow(compiled(bare), alone))] == ["error"]


def test_the_story_tells_how_one_comes_there() -> None:
    found = flow({"what": {"yes": "more", "unsure": "end"}, "more": {"only": "end"}})
    assert [one.details["story"] for one in check_options(view(found))] == ["yes"]

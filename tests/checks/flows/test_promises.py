"""Outcomes that promise what a state forbids, to somebody who told that state."""

from __future__ import annotations

from typing import Any

import pytest

from helpcenter.checks.flows.promises import check_promises
from helpcenter.model.flows import Flow, Said
from tests.flow.flows import Asked, Typed, flow, view

CLAIM = "现在就可以撤销。"
GOOD, BAD = {"to": "more", "state": "applied"}, {"to": "more", "state": "refunding"}


def claiming(asked: Asked, outcome: str, *, not_solved: Any = None, **fields: str) -> Flow:
    """Return a flow whose ``outcome`` says what ``fields`` say, else that the action is possible."""
    found = flow(asked, not_solved=not_solved or {})
    said = {"text": (Said(text=fields.pop("text", "别点。" if fields else CLAIM)),), **fields}
    says = found.outcomes[outcome].model_copy(update=said)
    return found.model_copy(update={"outcomes": {**found.outcomes, outcome: says}})


def stories(found: Flow) -> list[tuple[str, str]]:
    return [(one.location.file, one.details["story"]) for one in check_promises(view(found))]


def test_it_is_told_at_the_sentence_with_the_way() -> None:
    found = list(
        check_promises(view(claiming({"what": {"aa": BAD, "bb": GOOD}, "more": {"m1": "end", "m2": "fine"}}, "end")))
    )
    assert [(one.code, one.location.file) for one in found] == [("flow-claims-forbidden-action", "outcomes/end/text/0/text")]
    assert found[0].details == {"state": "退款中", "action": "撤销", "sentence": CLAIM, "story": "aa → m1"}


@pytest.mark.parametrize("option", ["end", GOOD, {"to": "end", "state": "gone"}])
def test_who_told_no_such_state_may_be_told_so(option: Typed) -> None:
    assert stories(claiming({"what": {"aa": option, "bb": "more"}, "more": {"m1": "end"}}, "end")) == []


def test_an_outcome_that_this_reader_does_not_reach_may_say_so() -> None:
    assert stories(claiming({"what": {"aa": BAD, "bb": "end"}, "more": {"m1": "fine"}}, "end")) == []


def test_a_rule_can_keep_the_reader_from_it() -> None:
    rules: Typed = [{"when": {"what": "aa"}, "go": "fine"}, {"go": "end"}]
    assert stories(claiming({"what": {"aa": BAD, "bb": GOOD}, "more": {"m1": rules, "m2": "fine"}}, "end")) == []
    rules = [{"when": {"what": "bb"}, "go": "fine"}, {"go": "end"}]
    assert stories(claiming({"what": {"aa": BAD, "bb": GOOD}, "more": {"m1": rules, "m2": "fine"}}, "end")) == [
        ("outcomes/end/text/0/text", "aa → m1")
    ]


def test_who_tells_another_state_later_has_corrected_it() -> None:
    asked: Asked = {
        "what": {"aa": {"to": "end", "state": "applied"}, "bb": BAD},
        "more": {"m1": {"to": "what", "again": "1"}, "m2": "fine"},
    }
    assert stories(claiming(asked, "end")) == []
    assert stories(claiming({**asked, "what": {**asked["what"], "cc": "end"}}, "end")) == [
        ("outcomes/end/text/0/text", "bb → m1 → cc")
    ]


def test_it_is_told_after_an_outcome_that_did_not_help() -> None:
    asked: Asked = {"what": {"aa": {"to": "fine", "state": "refunding"}, "bb": "fine"}}
    assert stories(claiming(asked, "end", not_solved={"fine": "end"})) == [("outcomes/end/text/0/text", "aa → fine")]


def test_a_copy_of_an_outcome_is_still_that_outcome() -> None:
    rules: Typed = [{"when": {"what": "aa"}, "go": "fine"}, {"go": "other#there"}]
    asked: Asked = {"what": {"bb": "end", "aa": BAD}, "more": {"m1": "end"}, "late": {"l1": rules, "l2": "fine"}}
    assert stories(claiming(asked, "end", not_solved={"end": "late"})) == [("outcomes/end/text/0/text", "aa → m1")]


def test_title_and_text_are_read_and_each_sentence_told() -> None:
    asked: Asked = {"what": {"aa": {"to": "end", "state": "refunding"}, "bb": "end"}}
    found = claiming(asked, "end", title="可以撤销", text=f"先看看。{CLAIM}还能撤销！")
    assert [(one.location.file, one.details["sentence"]) for one in check_promises(view(found))] == [
        ("outcomes/end/title", "可以撤销"),
        ("outcomes/end/text/0/text", CLAIM),
        ("outcomes/end/text/0/text", "还能撤销！"),
    ]


def test_a_state_is_told_once_for_an_outcome() -> None:
    asked: Asked = {
        "what": {"aa": BAD, "bb": {"to": "end", "state": "refunding"}},
        "more": {"m1": "end", "m2": "end"},
    }
    assert stories(claiming(asked, "end")) == [("outcomes/end/text/0/text", "aa → m1")]

"""What questions and outcomes refer to, beyond what golden cases show."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from helpcenter.addresses import Addresses
from helpcenter.checks.flows.references import check_flow_references
from helpcenter.model.flows import Flow
from helpcenter.problems import Problem
from tests.checks.flows.test_precautions import DANGER
from tests.flow.flows import flow, view

ASKED = {"what": {"aa": {"to": "end", "state": "applied"}, "bb": "end"}}


def referring(
    question: dict[str, Any] | None = None, outcome: dict[str, Any] | None = None, state: str = "applied"
) -> Flow:
    found = flow({"what": {"aa": {"to": "end", "state": state}, "bb": "end"}})
    asked = found.questions["what"].model_copy(update=question or {})
    ended = found.outcomes["end"].model_copy(update=outcome or {})
    return found.model_copy(update={"questions": {"what": asked}, "outcomes": {"end": ended}})


def references(found: Flow, **changes: Any) -> list[Problem]:
    seen = view(found, articles=[DANGER])
    seen.loaded = dataclasses.replace(seen.loaded, **changes)
    return list(check_flow_references(seen, Addresses(seen.loaded.center)))


def told(found: list[Problem]) -> list[tuple[str, str, str]]:
    return [(one.code, one.location.file, one.details.get("guess", "")) for one in found]


def test_what_exists_may_be_referred_to() -> None:
    outcome = {
        "links": ("danger", "danger#do-it", "can-withdraw", "danger#hot"),
        "questions": ("can-withdraw",),
        "precautions": ("danger#cold",),
    }
    assert references(referring({"precautions": ("danger#hot", "danger#cold")}, outcome)) == []


@pytest.mark.parametrize("place", ["question", "outcome"])
@pytest.mark.parametrize(
    ("link", "code", "guess"),
    [
        ("danger#do-it", "not-a-precaution", ""),
        ("danger", "not-a-precaution", ""),
        ("danger#hott", "unknown-part", "danger#hot"),
        ("dangr#hot", "unknown-id", "danger"),
        ("can-withdraw", "unknown-id", ""),
        ("flow#what", "unknown-id", ""),
    ],
)
def test_precautions_are_those_of_articles(place: str, link: str, code: str, guess: str) -> None:
    fields = {"precautions": ("danger#hot", link)}
    found = references(referring(fields) if place == "question" else referring(None, fields))
    node = "questions/what" if place == "question" else "outcomes/end"
    assert told(found) == [(code, f"{node}/precautions/1", guess)]


def test_a_precaution_that_a_step_is_named_like_is_guessed() -> None:
    twin = DANGER.model_copy(update={"steps": (DANGER.steps[0].model_copy(update={"id": "hott"}),)})
    seen = view(referring({"precautions": ("danger#hott",)}), articles=[twin])
    found = list(check_flow_references(seen, Addresses(seen.loaded.center)))
    assert told(found) == [("not-a-precaution", "questions/what/precautions/0", "danger#hot")]


@pytest.mark.parametrize(
    ("fields", "code", "place", "guess"),
    [
        ({"links": ("danger", "dangr")}, "unknown-id", "links/1", "danger"),
        ({"links": ("danger#do-i",)}, "unknown-part", "links/0", "danger#do-it"),
        ({"links": ("flow#what",)}, "refers-to-itself", "links/0", ""),
        ({"questions": ("danger",)}, "unknown-id", "questions/0", ""),
        ({"questions": ("can-withdrow",)}, "unknown-id", "questions/0", "can-withdraw"),
        ({"contact": ("platform", "platfrom")}, "unknown-contact", "contact/1", "platform"),
    ],
)
def test_a_reference_to_nothing_is_told(fields: dict[str, Any], code: str, place: str, guess: str) -> None:
    assert told(references(referring(None, fields))) == [(code, f"outcomes/end/{place}", guess)]


def test_a_state_is_one_of_the_table() -> None:
    assert told(references(referring(state="aplied"))) == [
        ("unknown-state", "questions/what/options/aa/state", "applied")
    ]


@pytest.mark.parametrize("changes", [{"unread": frozenset({"states.yaml"})}, {"broken": frozenset({"state aplied"})}])
def test_nothing_is_said_of_a_state_that_may_exist(changes: dict[str, Any]) -> None:
    assert references(referring(state="aplied"), **changes) == []


def test_nothing_is_said_of_contacts_that_could_not_be_read() -> None:
    assert references(referring(None, {"contact": ("gone",)}), unread=frozenset({"values.yaml"})) == []

"""Help that somebody had before, told against all ways that somebody can go."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpcenter.checks.flows.novelty import check_novelty
from helpcenter.flow.graph import NOT_SOLVED
from helpcenter.model.flows import Flow
from helpcenter.problems import Problem
from tests.flow.flows import flow, random_flows, view

ASKED = {"what": {"aa": "first", "bb": "second"}}
LED = {"first": "second", "second": "third", "third": []}


def offered(found: Flow, **contacts: tuple[str, ...]) -> Flow:
    """Return ``found`` with these contacts at its outcomes, and none at the others."""
    ends = {name: end.model_copy(update={"contact": contacts.get(name, ())}) for name, end in found.outcomes.items()}
    return found.model_copy(update={"outcomes": ends})


def told(found: Flow) -> list[Problem]:
    return list(check_novelty(view(found)))


def test_the_contact_of_an_outcome_before_the_last_is_told_with_the_way() -> None:
    (found,) = told(offered(flow(ASKED, not_solved=LED), first=("platform",), second=("merchant",), third=("platform",)))
    assert (found.code, found.location.file) == ("flow-nothing-new", "outcomes/second/not_solved/0/go")
    assert found.details == {"outcome": "second", "target": "third", "earlier": "first", "story": "aa → first"}


@pytest.mark.parametrize(
    ("contacts", "places"),
    [
        ({"first": ("platform",), "second": ("merchant",), "third": ("bank",)}, ["outcomes/third"]),
        ({"first": ("platform",), "third": ("platform", "merchant")}, []),
        ({"first": ("merchant",), "second": ("bank",), "third": ("platform",)}, []),
        ({"first": ("platform", "merchant"), "third": ("merchant",)}, ["outcomes/second/not_solved/0/go", "outcomes/third"]),
        ({}, []),
    ],
)
def test_who_helps_at_the_end_counts_too(contacts: dict[str, tuple[str, ...]], places: list[str]) -> None:
    """Those whom the flow leads to in the end are told of all but where they stand already."""
    assert [one.location.file for one in told(offered(flow(ASKED, not_solved=LED), **contacts))] == places


def test_an_outcome_that_was_there_before_is_nothing_new() -> None:
    led = {"first": "second", "second": {"go": "first", "again": "1"}}
    found = told(offered(flow({"what": {"aa": "first"}}, not_solved=led)))
    assert [(one.location.file, one.details["target"]) for one in found] == [
        ("outcomes/second/not_solved/0/go", "first"),
        ("outcomes/first/not_solved/0/go", "second"),
    ]


def ways(found: Flow) -> Iterator[tuple[str, list[str], str]]:
    """Yield each outcome on any way with the outcomes before it, and where who was not helped comes to from there."""
    seen = view(found).sections
    waiting: list[tuple[str, list[str]]] = [(seen.start, [])]
    while waiting:
        anchor, before = waiting.pop()
        section = seen.by_anchor.get(anchor)
        if section is None:
            continue
        is_end = section.node in found.outcomes
        if is_end:
            yield section.node, before, section.links[NOT_SOLVED][0].target if NOT_SOLVED in section.links else ""
        passed = [*before, section.node] if is_end else before
        waiting += [(target, passed) for _, target in section.links.values()]


def gives_again(found: Flow, node: str, before: list[str], target: str) -> bool:
    """Return whether ``target``, or the contact ``platform`` that helps at the end, was there ``before``."""
    own = set(found.outcomes[node].contact)
    wanted = set(found.outcomes[target].contact) if target in found.outcomes else {"platform"} if not target else set()
    known = any(wanted <= set(found.outcomes[one].contact) for one in before)
    return target in before or (bool(wanted - own) and known)


@given(random_flows(), st.lists(st.sampled_from([(), ("platform",), ("merchant",), ("platform", "merchant")]), min_size=3, max_size=3))
def test_exactly_those_are_told_who_may_come_to_nothing_new(found: Flow, contacts: list[tuple[str, ...]]) -> None:
    made = offered(found, **dict(zip(("o0", "o1", "o2"), contacts, strict=True)))
    wanted = {node for node, before, target in ways(made) if gives_again(made, node, before, target)}
    assert {one.details["outcome"] for one in told(made)} == wanted

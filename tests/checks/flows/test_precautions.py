"""Precautions that everybody must see, with networkx as the judge of dominators."""

from __future__ import annotations

from collections.abc import Collection

import networkx as nx
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from helpcenter.checks.flows.precautions import check_precautions
from helpcenter.checks.flows.view import CheckedFlow
from helpcenter.model.entries import Article
from helpcenter.model.flows import Flow, Said
from tests.flow.flows import flow, problems, random_flows, told, view

LINK = "danger#hot"
DANGER = Article.model_validate(
    {
        "id": "danger", "title": "危险", "summary": "小心。", "topic": "after-sales", "owner": "team",
        "reviewed": "2026-11-20", "steps": [{"id": "do-it", "title": "做"}],
        "precautions": [
            {"id": "hot", "title": "很烫", "text": "别碰。", "level": "danger", "must_see": "yes"},
            {"id": "cold", "title": "很冷", "text": "多穿。", "level": "notice"},
        ],
    }
)  # fmt: skip


def showing(found: Flow, shown: Collection[str], linked: Collection[str], link: str = LINK) -> Flow:
    """Return ``found`` with ``link`` shown by some nodes, and the article linked by some outcomes."""
    asked = {
        node: question.model_copy(update={"precautions": (link,) if node in shown else ()})
        for node, question in found.questions.items()
    }
    ends = {
        node: outcome.model_copy(
            update={
                "precautions": (link,) if node in shown else (),
                "links": ("danger#do-it",) if node in linked else (),
            }
        )
        for node, outcome in found.outcomes.items()
    }
    return found.model_copy(update={"questions": asked, "outcomes": ends})


def skipped(seen: CheckedFlow) -> set[str]:
    return {one.location.file.split("/")[1] for one in check_precautions(seen)}


def judge_of(seen: CheckedFlow) -> nx.DiGraph[str]:
    made: nx.DiGraph[str] = nx.DiGraph()
    for anchor, section in seen.sections.by_anchor.items():
        made.add_node(anchor)
        made.add_edges_from((anchor, target) for _, target in section.links.values())
    return made


@given(random_flows(rules=False), st.integers(0, 5), st.sampled_from(["0", "1", "2"]))
def test_a_question_that_dominates_every_way_is_enough(found: Flow, number: int, last: str) -> None:
    shown = f"q{number % len(found.questions)}"
    seen = view(showing(found, {shown}, found.outcomes), articles=[DANGER])
    assume(seen.order is not None)
    dominators = nx.immediate_dominators(judge_of(seen), seen.sections.start)
    for node in found.outcomes:
        copies = [section.anchor for section in seen.sections.of(node)]
        ways = [list(chain(dominators, copy)) for copy in copies]
        if all(len(seen.sections.of(asked)) < 2 for asked in found.questions):  # with copies the judge is the next test
            assert (node in skipped(seen)) == any(shown not in way for way in ways)
        elif any(shown not in {anchor.partition("~")[0] for anchor in way} for way in ways):
            assert node in skipped(seen) or len(seen.sections.of(shown)) > 1


def chain(dominators: dict[str, str], anchor: str) -> list[str]:
    """Return all dominators of ``anchor``, itself first."""
    found = [anchor]
    while (above := dominators.get(found[-1])) is not None and above != found[-1]:
        found.append(above)
    return found


@given(
    random_flows(),
    st.sets(st.sampled_from(["q0", "q1", "q2", "q3", "o1"]), max_size=3),
    st.sets(st.sampled_from(["o0", "o1", "o2"])),
)
def test_what_can_be_reached_without_passing_those_that_show_it_is_told(
    found: Flow, shown: set[str], linked: set[str]
) -> None:
    seen = view(showing(found, shown, linked), articles=[DANGER])
    assume(seen.sections.complete)
    judge = judge_of(seen)
    judge.remove_nodes_from([anchor for anchor in list(judge) if anchor.partition("~")[0] in shown])
    start = seen.sections.start
    reached = {start, *nx.descendants(judge, start)} if start in judge else set()
    expected = {anchor.partition("~")[0] for anchor in reached} & linked & found.outcomes.keys()
    assert skipped(seen) == expected


ASKED = {"what": {"aa": "warn", "bb": "end"}, "warn": {"aa": "end", "bb": "fine"}}


def test_the_way_that_skips_it_is_told_in_answers() -> None:
    found = problems(showing(flow(ASKED), {"warn"}, {"end", "fine"}), articles=[DANGER])
    assert told(found) == [("flow-skips-precaution", "outcomes/end/links:")]
    details = next(one.details for one in found if one.code == "flow-skips-precaution")
    assert details == {"outcome": "end", "precaution": "很烫", "link": "danger#hot", "story": "bb"}


def test_only_what_must_be_seen_must_be_seen() -> None:
    assert told(problems(showing(flow(ASKED), {"warn"}, {"end"}, "danger#cold"), articles=[DANGER])) == [
        ("flow-skips-precaution", "outcomes/end/links:")
    ], "another precaution of the same article is not enough"
    assert told(problems(showing(flow(ASKED), {"what"}, {"end"}), articles=[DANGER])) == []


def test_an_outcome_that_does_not_link_there_needs_no_precaution() -> None:
    assert told(problems(showing(flow(ASKED), (), ()), articles=[DANGER])) == []


def test_an_outcome_that_shows_it_is_enough_for_itself_and_for_what_follows() -> None:
    found = flow(ASKED, not_solved={"end": "fine"})
    assert told(problems(showing(found, {"end"}, {"end"}), articles=[DANGER])) == []
    assert told(problems(showing(found, {"end"}, {"fine"}), articles=[DANGER])) == [
        ("flow-skips-precaution", "outcomes/fine/links:")
    ], "it can be reached over warn"


def test_the_shortest_way_is_told() -> None:
    found = flow({"what": {"aa": "end", "bb": "fine"}}, not_solved={"end": {"go": "what", "again": "1"}})
    seen = view(showing(found, (), {"end"}), articles=[DANGER])
    assert len(seen.sections.of("end")) == 2
    assert [one.details["story"] for one in check_precautions(seen)] == ["aa"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("看[怎么做](danger)。", ["outcomes/end/links:"]),
        ("看[怎么做](danger#do-it)。", ["outcomes/end/links:"]),
        ("看[别的](reapply)。", []),
        ("danger", []),
    ],
)
def test_a_link_in_the_text_leads_there_too(text: str, places: list[str]) -> None:
    found = flow(ASKED)
    said = found.outcomes["end"].model_copy(update={"text": (Said(text=text),)})
    seen = view(found.model_copy(update={"outcomes": {**found.outcomes, "end": said}}), articles=[DANGER])
    assert [one.location.file for one in check_precautions(seen)] == places

"""Journeys through the sections: how many, which, how long, and a sample that takes every link."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

import pytest
from hypothesis import assume, given

from helpcenter.flow.graph import Graph
from helpcenter.flow.journeys import WALKS, Journey, count, covering, journeys, leaves_first, longest, questions_left
from helpcenter.flow.replay import replay
from helpcenter.flow.sections import Sections, specialise
from helpcenter.model.flows import Flow
from tests.flow.flows import Asked, graph, random_flows, tangles

MANY = 3000
Compiled = tuple[Graph, Sections, list[str]]

SMALL: Asked = {
    "what": {"aa": "more", "bb": "end"},
    "more": {"aa": "end", "bb": "good", "cc": "other#there"},
}


def made(found: Graph) -> Compiled:
    sections = specialise(found)
    order = leaves_first(sections)
    assert sections.complete and order is not None
    return found, sections, order


def small(**more: object) -> Compiled:
    return made(graph(SMALL, not_solved={"good": "person"}, **more))


def random(flow: Flow) -> Compiled:
    sections = specialise(Graph(flow))
    assume(sections.complete)
    compiled = made(Graph(flow))
    assume(count(*compiled) <= MANY)
    return compiled


def told(way: Journey) -> str:
    return " ".join(edge.option for edge in way)


def asked(way: Journey, found: Graph) -> int:
    return sum(found.asks(edge.node) for edge in way)


def ends(way: Journey, found: Graph) -> str:
    return way[-1].target if way else found.start


def test_leaves_come_first() -> None:
    _, sections, order = small()
    assert sorted(order) == sorted(sections.by_anchor)
    places = [order.index(anchor) for anchor in ("person", "good", "more", "what")]
    assert places == sorted(places)


@given(random_flows())
def test_every_section_comes_after_those_it_leads_to(flow: Flow) -> None:
    _, sections, order = random(flow)
    place = {anchor: number for number, anchor in enumerate(order)}
    assert place.keys() == sections.by_anchor.keys()
    for anchor, section in sections.by_anchor.items():
        assert all(place[after.anchor] < place[anchor] for after in sections.next_of(section))


@pytest.mark.parametrize(
    "cycle",
    [
        {"aa": {"on": "aa", "end": "oo"}},
        {"aa": {"on": "bb", "end": "oo"}, "bb": {"on": "aa", "end": "oo"}},
    ],
)
def test_a_circle_has_no_order(cycle: Asked) -> None:
    assert leaves_first(specialise(graph(cycle))) is None


def test_a_circle_over_an_outcome_has_no_order() -> None:
    assert leaves_first(specialise(graph({"aa": {"on": "oo", "end": "pp"}}, not_solved={"oo": "aa"}))) is None


def test_journeys_come_in_the_order_of_the_options_and_going_on_is_one_of_its_own() -> None:
    found, sections, _ = small()
    assert [told(way) for way in journeys(found, sections)] == ["aa aa", "aa bb", "aa bb not-solved", "aa cc", "bb"]
    assert [ends(way, found) for way in journeys(found, sections)] == ["end", "good", "person", "other#there", "end"]


def test_journeys_are_counted_without_being_made() -> None:
    assert count(*small()) == 5
    wide = {f"q{place}": {"aa": f"q{place + 1}", "bb": f"q{place + 1}", "cc": f"q{place + 1}"} for place in range(60)}
    assert count(*made(graph({**wide, "q60": {"aa": "end", "bb": "end"}}))) == 2 * 3**60


def test_a_question_that_retries_leave_empty_ends_no_journey() -> None:
    found = made(graph({"aa": {"on": {"to": "aa", "again": "1"}}}))
    assert count(*found) == 0
    assert list(journeys(*found[:2])) == []


@given(random_flows())
def test_there_are_as_many_journeys_as_are_counted_and_no_two_are_alike(flow: Flow) -> None:
    found, sections, order = random(flow)
    ways = list(journeys(found, sections))
    assert len(ways) == count(found, sections, order)
    assert len({tuple((edge.node, edge.option) for edge in way) for way in ways}) == len(ways)


def answers(way: Journey) -> dict[str, list[str]]:
    given: dict[str, list[str]] = {}
    for edge in way:
        given.setdefault(edge.node, []).append(edge.option)
    return given


@given(random_flows())
def test_every_journey_is_one_that_replay_takes_to_an_end(flow: Flow) -> None:
    found, sections, _ = random(flow)
    for way in list(journeys(found, sections))[:300]:
        walked = replay(found, answers(way))
        assert (walked.path, walked.place, walked.dropped) == (way, ends(way, found), ())
        assert found.is_outcome(walked.place)


def test_questions_left_are_the_fewest_and_the_most() -> None:
    assert questions_left(*small()) == {"what": (1, 2), "more": (1, 1), "end": (0, 0), "good": (0, 0), "person": (0, 0)}


def to_first_end(found: Graph, sections: Sections, anchor: str) -> Iterator[int]:
    """Yield how many questions each way asks from ``anchor`` to the first outcome."""
    section = sections.by_anchor.get(anchor)
    if section is None or found.is_outcome(section.node) or not section.links:
        yield 0
        return
    for _, target in section.links.values():
        yield from (found.asks(section.node) + number for number in to_first_end(found, sections, target))


@given(random_flows())
def test_questions_left_are_true_on_every_way(flow: Flow) -> None:
    found, sections, order = random(flow)
    left = questions_left(found, sections, order)
    assert left.keys() == sections.by_anchor.keys()
    for anchor in list(left)[:60]:
        numbers = list(to_first_end(found, sections, anchor))
        assert left[anchor] == (min(numbers), max(numbers))


def test_the_longest_journey_goes_on_from_outcomes() -> None:
    asks: Asked = {"aa": {"on": "good", "out": "bb"}, "bb": {"on": "end"}, "cc": {"on": "dd"}, "dd": {"on": "end"}}
    found = made(graph(asks, not_solved={"good": "cc"}))
    assert told(longest(*found)) == "on not-solved on on"


def test_a_journey_of_retries_is_longer() -> None:
    found = made(graph({"aa": {"on": "end", "back": {"to": "aa", "again": "2"}}}))
    assert told(longest(*found)) == "back back on"


@given(random_flows())
def test_no_journey_asks_more_than_the_longest(flow: Flow) -> None:
    found, sections, order = random(flow)
    way = longest(found, sections, order)
    assert asked(way, found) == max((asked(other, found) for other in journeys(found, sections)), default=0)
    assert replay(found, answers(way)).path == way


@given(random_flows())
def test_covering_takes_every_link(flow: Flow) -> None:
    found, sections, _ = random(flow)
    wanted = sum(len(section.links) for section in sections.by_anchor.values())
    sample = islice(covering(found, sections), wanted)
    taken = set()
    for way in sample:
        anchor = sections.start
        for edge in way:
            taken.add((anchor, edge.option))
            anchor = sections.by_anchor[anchor].links[edge.option][1]
        assert anchor not in sections.by_anchor or found.is_outcome(sections.by_anchor[anchor].node)
    assert len(taken) == wanted


def test_covering_adds_random_walks_that_a_seed_repeats() -> None:
    found, sections, _ = small()
    one, same, other = (list(covering(found, sections, seed)) for seed in (1, 1, 2))
    assert len(one) == WALKS + sum(len(section.links) for section in sections.by_anchor.values())
    assert one == same != other
    assert {told(way) for way in one} == {told(way) for way in journeys(found, sections)}


@given(tangles())
def test_there_is_an_order_when_there_is_no_circle_of_sections(flow: Flow) -> None:
    sections = specialise(Graph(flow))
    assume(sections.complete)
    seen: dict[str, int] = {}

    def cycles(anchor: str) -> bool:
        seen[anchor] = 1
        found = any(
            seen.get(after.anchor) == 1 or (after.anchor not in seen and cycles(after.anchor))
            for after in sections.next_of(sections.by_anchor[anchor])
        )
        seen[anchor] = 2
        return found

    assert (leaves_first(sections) is None) == cycles(sections.start)

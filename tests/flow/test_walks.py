"""The sections of a page lead where the replay of the answers leads: 100,000 random walks with changes."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from helpcenter.flow.graph import Graph
from helpcenter.flow.paths import walk
from helpcenter.flow.replay import Reason, replay
from helpcenter.flow.sections import Sections, said, specialise
from helpcenter.model.flows import Flow
from tests.flow.flows import random_flows

FLOWS, WALKS = 1000, 100
Pairs = list[tuple[str, str]]
Given = dict[str, list[str]]


def by_links(sections: Sections, given: Mapping[str, Sequence[str]]) -> tuple[Pairs, str, Pairs]:
    """Return the answers used, the node where links end, and the answers refused on the way; knows no rules."""
    waiting = {node: list(options) for node, options in given.items()}
    used: Pairs = []
    refused: Pairs = []
    anchor = sections.start
    while (section := sections.by_anchor.get(anchor)) is not None:
        options = waiting.get(section.node, [])
        while options and options[0] not in section.links:
            refused.append((section.node, options.pop(0)))
        if not options:
            return used, section.node, refused
        used.append((section.node, options.pop(0)))
        anchor = section.links[used[-1][1]][1]
    return used, anchor, refused


def agree(graph: Graph, sections: Sections, given: Given) -> None:
    """Hold replay and links to the same page state after ``given``."""
    replayed = replay(graph, given)
    used, place, refused = by_links(sections, given)
    assert list(replayed.answers) == used
    assert replayed.place == place
    dropped = [(gone.question, gone.option) for gone in replayed.dropped]
    assert dropped[: len(refused)] == refused
    assert all(gone.reason in (Reason.NOT_ASKED, Reason.UNKNOWN_QUESTION) for gone in replayed.dropped[len(refused) :])
    assert sorted(used + dropped) == sorted((node, option) for node, options in given.items() for option in options)
    found = walk(sections, used)
    assert (found.node if found else None) == (place if graph.is_inside(place) else None)
    if found is not None:
        parts = graph.flow.nodes[found.node].text
        assert [*found.says(parts)] == [*said(parts, dict(used))]


def walk_once(sections: Sections, chance: random.Random) -> tuple[Given, str]:
    """Follow random links to an end, or stop somewhere before it. Returns the answers and the node."""
    given: Given = {}
    anchor = sections.start
    while (section := sections.by_anchor.get(anchor)) is not None and section.links and chance.random() < 0.95:
        option = chance.choice(list(section.links))
        given.setdefault(section.node, []).append(option)
        anchor = section.links[option][1]
    return given, anchor if section is None else section.node


def changed(given: Given, graph: Graph, chance: random.Random) -> Given:
    """Return ``given`` with one answer changed, taken back, or given that nobody asked for."""
    after = {node: list(options) for node, options in given.items()}
    node = chance.choice([*given, *graph.nodes, "gone"])
    options = after.setdefault(node, [])
    option = chance.choice([*graph.options.get(node, ()), "gone"])
    kind = chance.random()
    if options and kind < 0.6:
        options[chance.randrange(len(options))] = option
    elif options and kind < 0.7:
        options.pop()
    else:
        options.insert(chance.randrange(len(options) + 1), option)
    return after


def test_links_and_replay_agree_on_random_walks_with_changes() -> None:
    walks = 0

    @settings(max_examples=FLOWS)
    @given(random_flows(), st.integers(0, 2**32))
    def holds(flow: Flow, seed: int) -> None:
        nonlocal walks
        graph = Graph(flow)
        sections = specialise(graph, most=100_000)
        assert sections.complete
        chance = random.Random(seed)
        for _ in range(WALKS):
            answers, place = walk_once(sections, chance)
            assert replay(graph, answers).place == place
            while chance.random() < 0.6:
                answers = changed(answers, graph, chance)
                agree(graph, sections, answers)
            walks += 1

    holds()
    assert walks >= 100_000


@given(random_flows(), st.integers(0, 2**32))
def test_a_change_keeps_every_later_answer_that_is_still_asked_for(flow: Flow, seed: int) -> None:
    """Answers that replay keeps lead to the same place by themselves, and none that was dropped could be added."""
    graph = Graph(flow)
    sections = specialise(graph)
    chance = random.Random(seed)
    answers, _ = walk_once(sections, chance)
    for _ in range(5):
        answers = changed(answers, graph, chance)
        replayed = replay(graph, answers)
        kept: Given = {}
        for node, option in replayed.answers:
            kept.setdefault(node, []).append(option)
        again = replay(graph, kept)
        assert (again.path, again.place, again.dropped) == (replayed.path, replayed.place, ())
        unused = {gone.option for gone in replayed.dropped if gone.question == replayed.place}
        links = by_links(sections, answers)
        assert links[1] == replayed.place
        here = walk(sections, replayed.answers)
        assert here is None or unused & here.links.keys() == set()


@given(random_flows())
def test_no_other_order_between_questions_matters(flow: Flow) -> None:
    graph = Graph(flow)
    sections = specialise(graph)
    chance = random.Random(1)
    for _ in range(5):
        answers, _ = walk_once(sections, chance)
        names = list(answers)
        chance.shuffle(names)
        assert replay(graph, {name: answers[name] for name in names}) == replay(graph, answers)

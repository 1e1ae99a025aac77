"""Rules and retries are compiled away: which copies a page needs, what they are called, and when they are too many."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest
from hypothesis import given

from helpcenter.flow.graph import Edge, Graph
from helpcenter.flow.sections import MOST_SECTIONS, Sections, live_answers, live_counters, specialise
from helpcenter.model.flows import Flow
from tests.flow.flows import Asked, Typed, graph, random_flows, sections

JOIN: Asked = {
    "what": {"goods": "state", "order": "state", "unsure": "state"},
    "state": {"new": "sent", "old": "sent"},
    "sent": {"yes": [{"when": {"what": "goods"}, "go": "ask"}, {"go": "late"}], "no": "late"},
}
"""Two questions before a rule that reads the first of them only."""


def links(found: Sections) -> dict[str, dict[str, str]]:
    return {
        anchor: {option: target for option, (_, target) in section.links.items()}
        for anchor, section in found.by_anchor.items()
    }


def test_a_flow_without_rules_and_retries_has_a_section_for_each_node_that_can_be_reached() -> None:
    found = sections(
        {"what": {"aa": "more", "bb": "end"}, "more": {"aa": "end", "bb": "other#there"}, "lost": {"aa": "end"}}
    )
    assert found.start == "what"
    assert found.complete
    assert links(found) == {
        "what": {"aa": "more", "bb": "end"},
        "more": {"aa": "end", "bb": "other#there"},
        "end": {},
    }
    assert all(section.anchor == section.node == anchor for anchor, section in found.by_anchor.items())


def test_a_node_is_copied_for_the_answers_that_rules_further_on_tell_apart() -> None:
    found = sections(JOIN)
    assert links(found) == {
        "what": {"goods": "state", "order": "state~0", "unsure": "state~0"},
        "state": {"new": "sent", "old": "sent"},
        "state~0": {"new": "sent~0", "old": "sent~0"},
        "sent": {"yes": "ask", "no": "late"},
        "sent~0": {"yes": "late", "no": "late"},
        "ask": {},
        "late": {},
    }


def test_copies_of_a_node_start_with_the_plain_one() -> None:
    found = sections(JOIN)
    assert [section.anchor for section in found.of("sent")] == ["sent", "sent~0"]
    assert found.of("gone") == []


def test_the_sections_after_one_are_those_inside_the_flow() -> None:
    found = sections({"what": {"aa": "end", "bb": "other", "cc": "end"}})
    assert [section.anchor for section in found.next_of(found.by_anchor["what"])] == ["end", "end"]


def test_a_link_knows_the_rule_it_stands_for() -> None:
    found = sections(JOIN)
    chosen = {anchor: found.by_anchor[anchor].links["yes"][0].steps[-2] for anchor in ("sent", "sent~0")}
    assert chosen == {"sent": 0, "sent~0": 1}


def test_an_answer_is_forgotten_once_no_rule_reads_it_any_more() -> None:
    more: Asked = {**JOIN, "late": {"aa": "end", "bb": "end"}}
    assert [section.anchor for section in sections(more).of("late")] == ["late"]


def test_an_anchor_names_several_answers_in_the_order_of_the_flow() -> None:
    both = {"what": "order", "state": "old"}
    found = sections({**JOIN, "sent": {"yes": [{"when": both, "go": "ask"}, {"go": "late"}], "no": "late"}})
    assert [section.anchor for section in found.of("sent")] == [
        "sent",
        "sent~~old",
        "sent~order",
        "sent~order~old",
    ]


def test_answers_that_all_rules_read_alike_share_a_copy_called_by_the_first() -> None:
    rules: Typed = [{"when": {"what": ["order", "unsure"]}, "go": "ask"}, {"go": "late"}]
    found = sections({**JOIN, "sent": {"yes": rules, "no": "late"}})
    assert [section.anchor for section in found.of("sent")] == ["sent", "sent~order"]
    assert found.by_anchor["sent~order"].links["yes"][1] == "ask"


def test_an_answer_not_given_is_empty_in_an_anchor() -> None:
    found = sections(
        {
            "what": {"aa": "more", "bb": "sent", "cc": "sent"},
            "more": {"aa": "sent", "bb": "sent"},
            "sent": {"yes": [{"when": {"what": "aa", "more": "bb"}, "go": "ask"}, {"go": "late"}], "no": "late"},
        }
    )
    assert [section.anchor for section in found.of("sent")] == ["sent", "sent~aa", "sent~aa~bb"]


def test_a_copy_without_any_answer_still_has_an_anchor_of_its_own() -> None:
    found = sections(
        {
            "what": {"aa": "more", "bb": "skip"},
            "more": {"bb": "sent", "aa": "sent"},
            "skip": {"aa": "wait", "bb": "wait"},
            "wait": {"aa": "sent", "bb": "sent"},
            "sent": {"yes": [{"when": {"more": "bb"}, "go": "ask"}, {"go": "late"}], "no": "late"},
        }
    )
    assert [section.anchor for section in found.of("sent")] == ["sent", "sent~0"]
    assert links(found)["wait"] == {"aa": "sent~0", "bb": "sent~0"}


def test_a_retry_is_a_copy_with_a_counter_in_its_anchor() -> None:
    found = sections(
        {"look": {"seen": "sure", "lost": "end"}, "sure": {"fine": "end", "back": {"to": "look", "again": "2"}}}
    )
    assert links(found) == {
        "look": {"seen": "sure", "lost": "end"},
        "sure": {"fine": "end", "back": "look~1"},
        "end": {},
        "look~1": {"seen": "sure~1", "lost": "end"},
        "sure~1": {"fine": "end", "back": "look~2"},
        "look~2": {"seen": "sure~2", "lost": "end"},
        "sure~2": {"fine": "end"},
    }


def test_a_retry_by_a_rule_gives_way_when_it_is_used_up() -> None:
    found = sections({"look": {"seen": [{"go": "look", "again": "1"}, {"go": "end"}], "lost": "end"}})
    assert links(found) == {
        "look": {"seen": "look~1", "lost": "end"},
        "look~1": {"seen": "end", "lost": "end"},
        "end": {},
    }


def test_a_retry_after_an_outcome_counts_too() -> None:
    found = sections({"look": {"seen": "good", "lost": "end"}}, not_solved={"good": {"go": "look", "again": "1"}})
    assert links(found) == {
        "look": {"seen": "good", "lost": "end"},
        "good": {"not-solved": "look~1"},
        "end": {},
        "look~1": {"seen": "good~1", "lost": "end"},
        "good~1": {},
    }


def test_answers_come_before_counters_in_an_anchor() -> None:
    found = sections(
        {
            "what": {"aa": "look", "bb": "look"},
            "look": {
                "seen": [{"when": {"what": "bb"}, "go": "end"}, {"go": "late"}],
                "back": {"to": "look", "again": "1"},
            },
        }
    )
    assert [section.anchor for section in found.of("look")] == ["look", "look~bb", "look~~1", "look~bb~1"]


def test_matched_and_fired_name_rules_by_their_place() -> None:
    rules: Typed = [{"when": {"what": "goods"}, "go": "ask"}, {"when": {"what": "goods"}, "go": "never"},
             {"when": {"what": "what"}, "go": "never"}, {"go": "late"}]  # fmt: skip
    found = sections({**JOIN, "sent": {"yes": rules, "no": "late"}})
    place = ("questions", "sent", "options", "yes", "to")
    assert [index for index in range(4) if (*place, index, "go") in found.matched] == [0, 1, 3]
    assert [index for index in range(4) if (*place, index, "go") in found.fired] == [0, 3]


def test_a_missing_start_is_a_page_of_one_empty_section() -> None:
    found = sections({"what": {"aa": "end", "bb": "end"}}, start="gone")
    assert links(found) == {"gone": {}}


def chain(length: int) -> Graph:
    asked: Asked = {f"q{place}": {"aa": f"q{place + 1}", "bb": "end"} for place in range(length - 1)}
    return graph({**asked, f"q{length - 1}": {"aa": "end", "bb": "end"}})


def test_as_many_sections_as_are_allowed_are_complete() -> None:
    found = specialise(chain(4), most=5)
    assert (found.complete, len(found.by_anchor)) == (True, 5)


def test_one_section_too_many_stops() -> None:
    found = specialise(chain(5), most=5)
    assert (found.complete, len(found.by_anchor)) == (False, 5)


def test_a_page_holds_two_thousand_sections() -> None:
    assert MOST_SECTIONS == 2000
    assert specialise(chain(1999)).complete
    assert not specialise(chain(2000)).complete


def test_rules_that_multiply_beyond_measure_stop() -> None:
    asked: Asked = {f"q{place}": {"aa": f"q{place + 1}", "bb": f"q{place + 1}"} for place in range(11)}
    read = {f"q{place}": "aa" for place in range(11)}
    found = specialise(graph({**asked, "q11": {"aa": [{"when": read, "go": "rare"}, {"go": "end"}], "bb": "end"}}))
    assert (found.complete, len(found.by_anchor)) == (False, MOST_SECTIONS)


@given(random_flows())
def test_anchors_are_the_node_and_a_tail_and_the_first_copy_is_plain(flow: Flow) -> None:
    found = specialise(Graph(flow))
    seen: set[str] = set()
    for anchor, section in found.by_anchor.items():
        node, tilde, _ = anchor.partition("~")
        assert node == section.node
        assert bool(tilde) == (node in seen)
        seen.add(node)
        if found.complete:
            outside = {target for _, target in section.links.values()} - found.by_anchor.keys()
            assert outside <= {"other#there"}


def test_anchors_change_only_with_ids() -> None:
    flow = graph(JOIN).flow
    said = {node: asked.model_copy(update={"ask": "别的说法？"}) for node, asked in flow.questions.items()}
    assert links(specialise(Graph(flow.model_copy(update={"questions": said})))) == links(sections(JOIN))


def read_later(graph: Graph, name: str, reads: Callable[[Edge], Iterable[str]], *, forgets: bool) -> set[str]:
    """Return from where an edge or a text that reads ``name`` is reached without answering it anew: the definition."""
    found = {edge.node for edge in graph.all_edges() if name in reads(edge)} - ({name} if forgets else set())
    found |= {node for node in graph.nodes if name in graph.read_in(node)}
    while True:
        more = (
            {edge.node for edge in graph.all_edges() if edge.target in found} - found - ({name} if forgets else set())
        )
        if not more:
            return found
        found |= more


@given(random_flows())
def test_live_answers_are_those_that_some_way_on_reads(flow: Flow) -> None:
    found = Graph(flow)
    live = live_answers(found)
    for question in found.choosing:
        expected = read_later(found, question, lambda edge: edge.when, forgets=True)
        assert {node for node in found.nodes if question in live[node]} == expected


@given(random_flows())
def test_live_counters_are_those_that_some_way_on_reads(flow: Flow) -> None:
    found = Graph(flow)
    live = live_counters(found)
    assert live.keys() == set(found.nodes)
    for counter in {edge.counter for edge in found.all_edges()} - {""}:
        expected = read_later(found, counter, lambda edge: [edge.counter], forgets=False)
        assert {node for node in found.nodes if counter in live[node]} == expected


@pytest.mark.parametrize(
    ("node", "live"),
    [("what", set()), ("state", {"what"}), ("sent", {"what"}), ("ask", set()), ("late", set())],
)
def test_an_answer_is_live_between_its_question_and_its_rule(node: str, live: set[str]) -> None:
    assert live_answers(graph(JOIN))[node] == live


def test_an_answer_asked_anew_before_the_rule_is_not_live_before_it() -> None:
    asked: Asked = {
        "what": {"aa": "skip", "bb": "skip"},
        "skip": {"aa": {"to": "what", "again": "1"}, "bb": "sent"},
        "sent": {"aa": {"to": "what", "again": "1"}, "bb": [{"when": {"what": "aa"}, "go": "one"}, {"go": "two"}]},
    }
    live = live_answers(graph(asked))
    assert {node: set(names) for node, names in live.items()} == {
        "what": set(), "skip": {"what"}, "sent": {"what"}, "one": set(), "two": set(),
    }  # fmt: skip


def test_the_first_copy_answers_to_its_full_name_too() -> None:
    found = sections(JOIN)
    assert [(section.anchor, section.alias) for section in found.of("sent")] == [
        ("sent", "sent~goods"),
        ("sent~0", ""),
    ]
    assert [section.alias for section in found.by_anchor.values() if section.node in ("what", "ask", "late")] == ["", "", ""]


@given(random_flows())
def test_every_copy_keeps_its_full_name_when_options_change_places(flow: Flow) -> None:
    turned = {
        node: question.model_copy(update={"options": dict(reversed(question.options.items()))})
        for node, question in flow.questions.items()
    }
    first, other = (specialise(Graph(one)) for one in (flow, flow.model_copy(update={"questions": turned})))
    assert _names(first) == _names(other)


def _names(found: Sections) -> set[str]:
    """Return the full names of all copies that are told apart by answers."""
    anchors = {section.alias or section.anchor for section in found.by_anchor.values()}
    return {anchor.removesuffix("~0") for anchor in anchors}

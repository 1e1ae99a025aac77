"""The state of a flow is a replay of its answers: what is used, where it leads, and what is dropped and why."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpcenter.flow.graph import Graph
from helpcenter.flow.replay import Dropped, Given, Reason, replay
from helpcenter.model.flows import Flow
from tests.flow.flows import graph, random_flows

RULES = graph(
    {
        "what": {"goods": "state", "order": "state", "unsure": "end"},
        "state": {"new": "sent", "old": "end"},
        "sent": {
            "yes": [
                {"when": {"what": ["goods", "unsure"], "state": "new"}, "go": "ask"},
                {"when": {"what": "goods"}, "go": "never"},
                {"go": "late"},
            ],
            "no": "now",
        },
    },
    not_solved={"now": "ask"},
)
RETRIES = graph(
    {
        "look": {"seen": "sure", "lost": "end"},
        "sure": {
            "fine": "good",
            "option": {"to": "look", "again": "1"},
            "rule": [{"go": "look", "again": "2"}, {"go": "end"}],
        },
    },
    not_solved={"good": {"go": "look", "again": "1"}},
)
JUMPS = graph({"what": {"mine": "end", "yours": "other#there", "theirs": "other"}})


def unused(found: Graph, given: Given) -> list[tuple[str, str, Reason]]:
    return [(gone.question, gone.option, gone.reason) for gone in replay(found, given).dropped]


def test_without_answers_the_first_question_is_asked() -> None:
    found = replay(RULES, {})
    assert (found.path, found.place, found.dropped, found.answers) == ((), "what", (), ())


@pytest.mark.parametrize(
    ("answers", "place"),
    [
        ({"what": "goods", "state": "new", "sent": "yes"}, "ask"),
        ({"what": "order", "state": "new", "sent": "yes"}, "late"),
        ({"what": "goods", "state": "new", "sent": "no"}, "now"),
        ({"what": "goods", "state": "new", "sent": "no", "now": "not-solved"}, "ask"),
        ({"what": "unsure"}, "end"),
        ({"what": "goods"}, "state"),
        ({"sent": "yes", "state": "new", "what": "goods"}, "ask"),
    ],
)
def test_answers_lead_by_the_first_rule_that_matches_in_whatever_order_they_come(
    answers: dict[str, str], place: str
) -> None:
    found = replay(RULES, answers)
    assert (found.place, found.dropped) == (place, ())
    assert dict(found.answers) == answers


def test_the_path_names_the_rules_that_were_taken() -> None:
    steps = [edge.steps for edge in replay(RULES, {"what": "order", "state": "new", "sent": "yes"}).path]
    assert steps[-1] == ("questions", "sent", "options", "yes", "to", 2, "go")
    assert len(steps) == 3


@pytest.mark.parametrize(
    ("answers", "place", "dropped"),
    [
        ({"gone": "goods"}, "what", [("gone", "goods", Reason.UNKNOWN_QUESTION)]),
        ({"what": "gone"}, "what", [("what", "gone", Reason.UNKNOWN_OPTION)]),
        ({"what": ["gone", "unsure"]}, "end", [("what", "gone", Reason.UNKNOWN_OPTION)]),
        ({"what": ["unsure", "goods"]}, "end", [("what", "goods", Reason.NOT_ASKED)]),
        ({"what": "unsure", "state": "new"}, "end", [("state", "new", Reason.NOT_ASKED)]),
        ({"state": "new"}, "what", [("state", "new", Reason.NOT_ASKED)]),
        ({"what": "unsure", "end": "not-solved"}, "end", [("end", "not-solved", Reason.UNKNOWN_OPTION)]),
        ({"what": []}, "what", []),
    ],
)
def test_an_answer_of_no_use_is_dropped_and_named(
    answers: Given, place: str, dropped: list[tuple[str, str, Reason]]
) -> None:
    assert replay(RULES, answers).place == place
    assert unused(RULES, answers) == dropped


def test_all_that_is_dropped_is_named() -> None:
    answers = {"gone": ["g1", "g2"], "state": ["bad", "new"], "what": "order", "now": "not-solved"}
    assert unused(RULES, answers) == [
        ("state", "bad", Reason.UNKNOWN_OPTION),
        ("gone", "g1", Reason.UNKNOWN_QUESTION),
        ("gone", "g2", Reason.UNKNOWN_QUESTION),
        ("now", "not-solved", Reason.NOT_ASKED),
    ]


def test_a_changed_answer_keeps_what_is_still_asked_and_drops_the_rest() -> None:
    before = {"what": "goods", "state": "new", "sent": "yes"}
    assert replay(RULES, {**before, "what": "order"}).answers == (("what", "order"), ("state", "new"), ("sent", "yes"))
    assert replay(RULES, {**before, "what": "order"}).place == "late"
    assert replay(RULES, {**before, "state": "old"}).dropped == (Dropped("sent", "yes", Reason.NOT_ASKED),)
    assert replay(RULES, {**before, "what": "unsure"}).answers == (("what", "unsure"),)


def test_a_question_asked_again_takes_its_answers_one_after_the_other() -> None:
    found = replay(RETRIES, {"look": ["seen", "lost"], "sure": "option"})
    assert found.answers == (("look", "seen"), ("sure", "option"), ("look", "lost"))
    assert (found.place, found.dropped) == ("end", ())


def test_one_answer_to_a_question_asked_twice_leaves_the_second_time_open() -> None:
    assert replay(RETRIES, {"look": "seen", "sure": "option"}).place == "look"


def test_a_retry_of_an_option_is_used_up() -> None:
    answers = {"look": ["seen", "seen"], "sure": ["option", "option"]}
    assert replay(RETRIES, answers).place == "sure"
    assert unused(RETRIES, answers) == [("sure", "option", Reason.USED_UP)]


def test_a_used_up_answer_makes_room_for_the_next() -> None:
    assert replay(RETRIES, {"look": ["seen", "seen"], "sure": ["option", "option", "fine"]}).place == "good"


def test_a_retry_of_a_rule_gives_way_to_the_next_rule() -> None:
    for times, place in ((1, "look"), (2, "look"), (3, "end")):
        found = replay(RETRIES, {"look": ["seen"] * times, "sure": ["rule"] * times})
        assert (found.place, found.dropped) == (place, ()), times


def test_a_way_on_from_an_outcome_can_be_used_up() -> None:
    answers = {"look": ["seen", "seen"], "sure": ["fine", "fine"], "good": ["not-solved", "not-solved"]}
    found = replay(RETRIES, answers)
    assert (found.place, [edge.node for edge in found.path]) == ("good", ["look", "sure", "good", "look", "sure"])
    assert unused(RETRIES, answers) == [("good", "not-solved", Reason.USED_UP)]


def test_retries_count_each_for_itself() -> None:
    answers = {"look": ["seen"] * 4, "sure": ["option", "rule", "rule", "option"]}
    found = replay(RETRIES, answers)
    assert found.place == "sure"
    assert unused(RETRIES, answers) == [("sure", "option", Reason.USED_UP)]


def test_a_rule_reads_the_last_answer_of_a_question_asked_again() -> None:
    found = graph(
        {
            "look": {"seen": "sure", "lost": "sure"},
            "sure": {
                "back": {"to": "look", "again": "1"},
                "done": [{"when": {"look": "lost"}, "go": "bad"}, {"go": "good"}],
            },
        }
    )
    assert replay(found, {"look": ["lost", "seen"], "sure": ["back", "done"]}).place == "good"
    assert replay(found, {"look": ["seen", "lost"], "sure": ["back", "done"]}).place == "bad"


def test_a_rule_may_read_the_answer_just_given() -> None:
    found = graph({"what": {"aa": [{"when": {"what": "aa"}, "go": "yes"}, {"go": "no"}], "bb": "no"}})
    assert replay(found, {"what": "aa"}).place == "yes"


def test_an_option_without_a_last_rule_may_lead_nowhere() -> None:
    found = graph({"what": {"aa": "next", "bb": "next"}, "next": {"on": [{"when": {"what": "aa"}, "go": "end"}]}})
    assert replay(found, {"what": "aa", "next": "on"}).place == "end"
    assert unused(found, {"what": "bb", "next": "on"}) == [("next", "on", Reason.USED_UP)]


@pytest.mark.parametrize(("option", "place"), [("mine", "end"), ("yours", "other#there"), ("theirs", "other")])
def test_a_jump_to_another_flow_ends_the_replay(option: str, place: str) -> None:
    found = replay(JUMPS, {"what": option, "there": "yes"})
    assert found.place == place
    assert found.dropped == (Dropped("there", "yes", Reason.UNKNOWN_QUESTION),)


def test_a_circle_that_a_writer_forgot_to_limit_ends_with_the_answers() -> None:
    found = replay(graph({"aa": {"on": "bb", "end": "oo"}, "bb": {"on": "aa"}}), {"aa": ["on"] * 9, "bb": ["on"] * 9})
    assert (found.place, len(found.path)) == ("aa", 18)


names = st.sampled_from(["q0", "q1", "q2", "q3", "o0", "gone", ""])
letters = st.sampled_from(["q0a", "q0b", "q1a", "q1b", "q2a", "not-solved", "gone", ""])


@given(random_flows(), st.dictionaries(names, st.one_of(letters, st.lists(letters, max_size=4))))
def test_any_answers_are_used_or_named_and_never_an_error(flow: Flow, answers: dict[str, str | list[str]]) -> None:
    found = replay(Graph(flow), answers)
    used = [*found.answers, *((gone.question, gone.option) for gone in found.dropped)]
    listed = {node: [options] if isinstance(options, str) else options for node, options in answers.items()}
    assert sorted(used) == sorted((node, option) for node, options in listed.items() for option in options)
    assert [gone.question for gone in found.dropped if gone.reason is Reason.UNKNOWN_QUESTION] == [
        node for node in listed if node not in Graph(flow).nodes for _ in listed[node]
    ]

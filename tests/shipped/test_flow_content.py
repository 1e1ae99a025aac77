"""The shipped flows lead to every cause and speak of every state as the table of states allows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from helpcenter.build import Prepared
from helpcenter.checks.action_words import action_words
from helpcenter.flow.compiled import Compiled
from helpcenter.flow.coverage import coverage, explore
from helpcenter.flow.graph import NOT_SOLVED
from helpcenter.flow.journeys import Journey, journeys
from helpcenter.flow.paths import path_to, paths_from, section_paths
from helpcenter.model.flows import Doing, Outcome, all_said
from helpcenter.model.states import Allowed, StateTable

ROOT = Path(__file__).parents[2]
STATES = {
    "applied": Allowed.YES,
    "negotiating": Allowed.YES,
    "rejected": Allowed.YES,
    "wait_return": Allowed.YES,
    "returning": Allowed.ASK,
    "received": Allowed.NO,
    "exchange_shipping": Allowed.NO,
    "mediation": Allowed.ASK,
    "refunding": Allowed.NO,
    "withdrawing": Allowed.NO,
    "refund_failed": Allowed.NO,
    "withdrawn": Allowed.NO,
    "closed_timeout": Allowed.NO,
    "closed_rejected": Allowed.NO,
    "completed": Allowed.NO,
}
"""The states of a request, and whether it can be withdrawn in each."""
TABLE = StateTable.model_validate(yaml.load((ROOT / "content/states.yaml").read_text(encoding="utf-8"), yaml.BaseLoader))
claims = action_words(TABLE).claims
MOST_ANSWERS = 6
CUSTOMERS, MERCHANTS = "why-cannot-cancel", "customer-wants-cancel"
REFUSED = {"symptom": {"button", "failed"}, "can-operate": {"blocked", "unable"}}
"""Answers that say that the button is grey, missing or refused, or that nobody can press it."""
PRESS = re.compile("点“(?:撤销申请|取消售后)”")
SHOPPERS = {"platform", "merchant", "mediation", "bank", "police", "regulator"}
"""Ways to a person that are those of shoppers."""
CONSEQUENCES = ("cancel-after-sales#irreversible", "cancel-after-sales#attempts")


@pytest.fixture(scope="module")
def flows(shipped: Prepared) -> dict[str, Compiled]:
    return shipped.flows


def telling(compiled: Compiled) -> list[tuple[str, str]]:
    """Return each state that an option tells, with the anchor that the option leads to."""
    found = []
    for section in compiled.sections.by_anchor.values():
        question = compiled.flow.questions.get(section.node)
        for option, (_, anchor) in section.links.items():
            state = question.options[option].state if question else None
            if state is not None:
                found.append((state, anchor))
    return found


def test_both_flows_are_there_and_large_enough(flows: dict[str, Compiled]) -> None:
    assert set(flows) == {CUSTOMERS, MERCHANTS}
    assert len(flows[CUSTOMERS].flow.questions) >= 12
    assert len(flows[CUSTOMERS].flow.outcomes) >= 15


def test_the_table_has_one_row_for_each_state(shipped: Prepared) -> None:
    rows = [(row.id, row.allowed) for row in shipped.loaded.center.states]
    assert dict(rows) == STATES
    assert len(rows) == len(STATES)
    assert all(row.question for row in shipped.loaded.center.states)


def test_customers_can_tell_every_state(flows: dict[str, Compiled]) -> None:
    assert {state for state, _ in telling(flows[CUSTOMERS])} == set(STATES)


def test_the_answer_to_each_state_names_its_question(shipped: Prepared, flows: dict[str, Compiled]) -> None:
    questions = {row.id: row.question for row in shipped.loaded.center.states}
    outcomes = flows[CUSTOMERS].flow.outcomes
    for state, anchor in telling(flows[CUSTOMERS]):
        ends = {end.partition("~")[0] for end in paths_from(flows[CUSTOMERS].sections, anchor)}
        named = {link.partition("#")[0] for end in ends & set(outcomes) for link in outcomes[end].questions}
        assert questions[state] in named, state


def test_no_way_from_a_state_that_forbids_it_says_that_withdrawing_is_possible(flows: dict[str, Compiled]) -> None:
    forbidden = {state for state, allowed in STATES.items() if allowed is Allowed.NO}
    for compiled in flows.values():
        outcomes = compiled.flow.outcomes
        for state, anchor in telling(compiled):
            ends = {end.partition("~")[0] for end in paths_from(compiled.sections, anchor)} & set(outcomes)
            said = [claim for end in ends for claim in claims(f"{outcomes[end].title}\n{outcomes[end].text}")]
            assert state not in forbidden or said == [], state


def test_who_may_withdraw_learns_attempts_window_new_request_and_order(flows: dict[str, Compiled]) -> None:
    promising = {
        (compiled.flow.id, node): outcome
        for compiled in flows.values()
        for node, outcome in compiled.flow.outcomes.items()
        if any(claims(f"{outcome.title}\n{all_said(outcome.text)}"))
    }
    assert len(promising) >= 2
    for (flow, node), outcome in promising.items():
        assert set(CONSEQUENCES) <= set(outcome.precautions), (flow, node)
        assert "售后期" in all_said(outcome.text), (flow, node)
        assert "订单" in all_said(outcome.text), (flow, node)


def test_every_cause_is_at_most_six_answers_away(shipped: Prepared, flows: dict[str, Compiled]) -> None:
    near: dict[str, int] = {}
    for compiled in flows.values():
        found = section_paths(compiled.sections)
        for anchor in found:
            node = compiled.flow.nodes.get(anchor.partition("~")[0])
            for link in node.questions if isinstance(node, (Doing, Outcome)) else ():
                near[link] = min(near.get(link, 99), len(path_to(anchor, found)))
    entries = [entry for entry in shipped.loaded.center.faq.values() if entry.topic != "refund-return"]  # flows are about withdrawing
    causes = [f"{entry.id}#{cause.id}" for entry in entries for cause in entry.causes]
    assert len(causes) >= 30
    assert {cause: near.get(cause) for cause in causes if near.get(cause, 99) > MOST_ANSWERS} == {}


def test_all_journeys_arrive_and_every_edge_has_a_test(flows: dict[str, Compiled]) -> None:
    for compiled in flows.values():
        walked, covered = explore(compiled), coverage(compiled)
        assert walked.walked == walked.total > 100
        assert walked.lost == ()
        assert covered.untested == ()
        assert covered.edges.percent == covered.nodes.percent == 100


def test_customers_and_merchants_find_the_flows(shipped: Prepared) -> None:
    offered = {entry.flow.partition("#")[0] for entry in shipped.loaded.center.articles.values() if entry.flow}
    assert offered == {CUSTOMERS, MERCHANTS}


def tells_to_withdraw(outcome: Outcome) -> bool:
    """Return whether ``outcome`` says that withdrawing is possible, or to press the button of it."""
    return any(claims(f"{outcome.title}\n{all_said(outcome.text)}")) or PRESS.search(all_said(outcome.text)) is not None


def ended(compiled: Compiled) -> Iterator[tuple[Journey, dict[str, str], Outcome]]:
    """Yield every journey that ends in an outcome, with its last answer to each question."""
    for journey in journeys(compiled.graph, compiled.sections):
        outcome = compiled.flow.outcomes.get(journey[-1].target)
        if outcome is not None:
            yield journey, {edge.node: edge.option for edge in journey}, outcome


def test_nobody_is_told_to_press_a_button_that_was_just_said_to_be_refused(flows: dict[str, Compiled]) -> None:
    found, allowed = [], set()
    for compiled in flows.values():
        for journey, answers, outcome in ended(compiled):
            if not tells_to_withdraw(outcome):
                continue
            refused = any(answers.get(question) in options for question, options in REFUSED.items())
            found += [[edge.option for edge in journey]] if refused else []
            allowed |= set() if refused else {journey[-1].target}
    assert found == []
    assert {"withdraw-now", "withdraw-return", "withdraw-rejected", "guide-self"} <= allowed


def test_no_outcome_that_tells_to_withdraw_forgets_who_cannot(flows: dict[str, Compiled]) -> None:
    outcomes = flows[CUSTOMERS].flow.outcomes
    pressing = {node for node, outcome in outcomes.items() if PRESS.search(all_said(outcome.text))}
    assert len(pressing) >= 4
    assert {node for node in pressing if not set(outcomes[node].not_after.get("symptom", ())) >= REFUSED["symptom"]} == set()


def contacts(compiled: Compiled, journey: Journey) -> list[str]:
    """Return the ways to a person that a reader of ``journey`` is shown, not being helped by any."""
    outcomes = compiled.flow.outcomes
    shown = [name for edge in journey if edge.target in outcomes for name in outcomes[edge.target].contact]
    goes_on = any(edge.target in outcomes for edge in compiled.graph.options[journey[-1].target].get(NOT_SOLVED, ()))
    return [*shown, *(() if goes_on else compiled.flow.contact)]


def test_who_was_not_helped_is_never_shown_the_same_contact_again(flows: dict[str, Compiled]) -> None:
    for compiled in flows.values():
        shown = [contacts(compiled, journey) for journey, _, _ in ended(compiled)]
        assert [names for names in shown if len(names) != len(set(names))] == []
        assert max(map(len, shown)) >= 3


def test_every_outcome_leads_on_to_a_person(flows: dict[str, Compiled]) -> None:
    for compiled in flows.values():
        outcomes = compiled.flow.outcomes
        for anchor, section in compiled.sections.by_anchor.items():
            if section.node in outcomes and not section.links:
                assert compiled.flow.contact not in ((), outcomes[section.node].contact), anchor
            if section.node in outcomes:
                ends = {end.partition("~")[0] for end in paths_from(compiled.sections, anchor)} & set(outcomes)
                assert any(outcomes[end].contact for end in ends), anchor


def test_merchants_and_agents_are_sent_to_their_own_people(shipped: Prepared, flows: dict[str, Compiled]) -> None:
    compiled = flows[MERCHANTS]
    shown: dict[str, set[str]] = {"merchant": set(), "agent": set()}
    for journey, answers, _ in ended(compiled):
        names = set(contacts(compiled, journey))
        assert not names & SHOPPERS
        role = answers.get("who-helps") or answers.get("consent", "")
        shown.get(role, set()).update(names)
    assert shown == {"merchant": {"merchant-service", "hotline"}, "agent": {"supervisor", "specialist", "hotline"}}
    for entry in shipped.loaded.center.entries():
        assert "consumer" in entry.audience or not SHOPPERS & set(entry.contact), entry.id

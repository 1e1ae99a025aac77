"""The shipped flows lead to every cause and speak of every state as the table of states allows."""

from __future__ import annotations

import pytest

from generator.build import Prepared
from generator.checks.states import claims
from generator.flow.compiled import Compiled
from generator.flow.coverage import coverage, explore
from generator.flow.routes import route_to, section_routes, ways_from
from generator.states import Withdraw

STATES = {
    "applied": Withdraw.YES,
    "negotiating": Withdraw.YES,
    "rejected": Withdraw.YES,
    "wait_return": Withdraw.YES,
    "returning": Withdraw.ASK,
    "received": Withdraw.NO,
    "exchange_shipping": Withdraw.NO,
    "mediation": Withdraw.ASK,
    "refunding": Withdraw.NO,
    "withdrawing": Withdraw.NO,
    "refund_failed": Withdraw.NO,
    "withdrawn": Withdraw.NO,
    "closed_timeout": Withdraw.NO,
    "closed_rejected": Withdraw.NO,
    "completed": Withdraw.NO,
}
"""The states of a request, and whether it can be withdrawn in each."""
MOST_ANSWERS = 6
CUSTOMERS, MERCHANTS = "why-cannot-cancel", "customer-wants-cancel"
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
    rows = [(row.id, row.withdraw) for row in shipped.loaded.center.states]
    assert dict(rows) == STATES
    assert len(rows) == len(STATES)
    assert all(row.question for row in shipped.loaded.center.states)


def test_customers_can_tell_every_state(flows: dict[str, Compiled]) -> None:
    assert {state for state, _ in telling(flows[CUSTOMERS])} == set(STATES)


def test_the_answer_to_each_state_names_its_question(shipped: Prepared, flows: dict[str, Compiled]) -> None:
    questions = {row.id: row.question for row in shipped.loaded.center.states}
    outcomes = flows[CUSTOMERS].flow.outcomes
    for state, anchor in telling(flows[CUSTOMERS]):
        ends = {end.partition("~")[0] for end in ways_from(flows[CUSTOMERS].sections, anchor)}
        named = {link.partition("#")[0] for end in ends & set(outcomes) for link in outcomes[end].questions}
        assert questions[state] in named, state


def test_no_way_from_a_state_that_forbids_it_says_that_withdrawing_is_possible(flows: dict[str, Compiled]) -> None:
    forbidden = {state for state, withdraw in STATES.items() if withdraw is Withdraw.NO}
    for compiled in flows.values():
        outcomes = compiled.flow.outcomes
        for state, anchor in telling(compiled):
            ends = {end.partition("~")[0] for end in ways_from(compiled.sections, anchor)} & set(outcomes)
            said = [claim for end in ends for claim in claims(f"{outcomes[end].title}\n{outcomes[end].text}")]
            assert state not in forbidden or said == [], state


def test_who_may_withdraw_learns_attempts_window_new_request_and_order(flows: dict[str, Compiled]) -> None:
    promising = {
        (compiled.flow.id, node): outcome
        for compiled in flows.values()
        for node, outcome in compiled.flow.outcomes.items()
        if any(claims(f"{outcome.title}\n{outcome.text}"))
    }
    assert len(promising) >= 2
    for (flow, node), outcome in promising.items():
        assert set(CONSEQUENCES) <= set(outcome.precautions), (flow, node)
        assert "售后期" in outcome.text, (flow, node)
        assert "订单" in outcome.text, (flow, node)


def test_every_cause_is_at_most_six_answers_away(shipped: Prepared, flows: dict[str, Compiled]) -> None:
    near: dict[str, int] = {}
    for compiled in flows.values():
        found = section_routes(compiled.sections)
        for anchor in found:
            outcome = compiled.flow.outcomes.get(anchor.partition("~")[0])
            for link in outcome.questions if outcome else ():
                near[link] = min(near.get(link, 99), len(route_to(anchor, found)))
    causes = [f"{entry.id}#{cause.id}" for entry in shipped.loaded.center.faq.values() for cause in entry.causes]
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

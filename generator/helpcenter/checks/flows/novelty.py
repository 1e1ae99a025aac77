"""Who was not helped is led to something that the way there has not offered them before."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from helpcenter.checks.flows.view import CheckedFlow
from helpcenter.flow.graph import NOT_SOLVED
from helpcenter.flow.paths import path_to, paths_from
from helpcenter.flow.sections import Section
from helpcenter.model.flows import Outcome, OutcomeKind
from helpcenter.model.key_path import KeyPath
from helpcenter.problems import Problem, warning


class Offer(NamedTuple):
    """What who was not helped comes to: an outcome, or who helps at the end; what it is called, and who is named there.

    ``steps`` is the way to where that is written.
    """

    node: str
    title: str
    contacts: frozenset[str]
    steps: KeyPath


def check_novelty(view: CheckedFlow) -> Iterator[Problem]:
    """Yield a warning for each outcome from which some are led on to what an earlier outcome offered them.

    What the outcome itself offers already is told by ``check_contacts``.
    """
    before, told = _outcomes_before(view), set()
    for section in view.sections.by_anchor.values():
        outcome = view.flow.outcomes.get(section.node)
        offer = _offer(view, section, outcome) if outcome and section.node not in told else None
        passed = _named(view, before[section.anchor]) if offer else ()
        earlier = next((node for node in passed if offer and _gave(view, node, offer)), None)
        if outcome and offer and earlier:
            told.add(section.node)
            facts = {"outcome": outcome.title, "target": offer.title, "earlier": view.graph.name(earlier)}
            place = view.origin.at(*offer.steps)
            yield warning("flow-nothing-new", place, story=_story(view, earlier, section), **facts)


def _offer(view: CheckedFlow, section: Section, outcome: Outcome) -> Offer | None:
    """Return what an outcome leads to who was not helped; None for a question, a step, another flow or nothing."""
    own, place = set(outcome.contact), ("outcomes", section.node)
    if NOT_SOLVED in section.links:
        edge, _ = section.links[NOT_SOLVED]
        there = view.flow.outcomes.get(edge.target)
        if there is None:
            return None
        contacts = frozenset(there.contact if there.kind is OutcomeKind.CONTACT else ())
        steps = edge.steps if edge.steps[0] == "outcomes" else place
        return Offer(edge.target, there.title, contacts if contacts - own else frozenset(), steps)
    center = view.loaded.center
    people = frozenset(center.people_of(view.flow))
    names = [center.contacts[name].label for name in sorted(people) if name in center.contacts]
    return Offer("", names[0], people, place) if names and people - own else None


def _gave(view: CheckedFlow, earlier: str, offer: Offer) -> bool:
    """Return whether an ``earlier`` outcome is what is offered, or named all who are."""
    named = set(view.flow.outcomes[earlier].contact)
    return earlier == offer.node or (bool(offer.contacts) and offer.contacts <= named)


def _outcomes_before(view: CheckedFlow) -> dict[str, int]:
    """Return for each section which outcomes somebody may have passed on the way to it, as bits in their order."""
    bits = {node: 1 << place for place, node in enumerate(view.flow.outcomes)}
    before = dict.fromkeys(view.sections.by_anchor, 0)
    for section in (view.sections.by_anchor[anchor] for anchor in reversed(view.order or ()) if anchor in before):
        for _, target in section.links.values():
            if target in before:
                before[target] |= before[section.anchor] | bits.get(section.node, 0)
    return before


def _named(view: CheckedFlow, bits: int) -> Iterator[str]:
    return (node for place, node in enumerate(view.flow.outcomes) if bits >> place & 1)


def _story(view: CheckedFlow, earlier: str, section: Section) -> str:
    """Tell a way by an ``earlier`` outcome."""
    ways = ((copy, paths_from(view.sections, copy.anchor)) for copy in view.sections.of(earlier))
    copy, found = next((copy, found) for copy, found in ways if section.anchor in found)
    return view.story([*path_to(copy.anchor, view.walked), *path_to(section.anchor, found)])

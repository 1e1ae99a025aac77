"""Who was not helped is not led to the contact that stands there already."""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.checks.flows.view import CheckedFlow
from helpcenter.flow.graph import NOT_SOLVED
from helpcenter.model.flows import OutcomeKind
from helpcenter.problems import Problem, warning


def check_contacts(view: CheckedFlow) -> Iterator[Problem]:
    """Yield a warning for each outcome from which somebody is led on to the same contact."""
    outcomes, told = view.flow.outcomes, set()
    for section in view.sections.by_anchor.values():
        edge, _ = section.links.get(NOT_SOLVED, (None, ""))
        here = outcomes.get(section.node)
        if edge is None or here is None or not here.contact or edge.target not in outcomes or section.node in told:
            continue
        there = outcomes[edge.target]
        if there.kind is OutcomeKind.CONTACT and there.contact and set(there.contact) <= set(here.contact):
            told.add(section.node)
            place = view.origin.at("outcomes", section.node, "contact")
            yield warning("flow-same-contact", place, outcome=here.title, target=there.title, contact=there.contact[0])

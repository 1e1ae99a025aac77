"""What must hold in a flow, one family of rules a module.

The families stand on each other: while a target is missing nothing is said of ways, and while a flow's ways lead in
cycles nothing of its rules and tests, so that one mistake is one finding.
"""

from __future__ import annotations

from collections.abc import Iterator

from helpcenter.addresses import Addresses
from helpcenter.checks.flows.contacts import check_contacts
from helpcenter.checks.flows.cycles import check_cycles
from helpcenter.checks.flows.exclusions import check_exclusions
from helpcenter.checks.flows.journeys import check_tests
from helpcenter.checks.flows.lengths import check_lengths
from helpcenter.checks.flows.names import check_names
from helpcenter.checks.flows.novelty import check_novelty
from helpcenter.checks.flows.options import check_options
from helpcenter.checks.flows.platforms import check_flow_platforms
from helpcenter.checks.flows.precautions import check_precautions
from helpcenter.checks.flows.presses import check_presses
from helpcenter.checks.flows.promises import check_promises
from helpcenter.checks.flows.reachability import check_ways
from helpcenter.checks.flows.references import check_flow_references
from helpcenter.checks.flows.rules import check_rules, check_sections
from helpcenter.checks.flows.states import check_told_states
from helpcenter.checks.flows.texts import check_parts
from helpcenter.checks.flows.view import CheckedFlow
from helpcenter.flow.compiled import Compiled
from helpcenter.problems import Problem, has_errors
from helpcenter.sources.loading import Loaded


def check_flows(loaded: Loaded, addresses: Addresses, flows: dict[str, Compiled]) -> Iterator[Problem]:
    """Yield every problem of every flow."""
    views = [CheckedFlow(compiled, loaded) for compiled in flows.values()]
    sound = []
    for view in views:
        yield from check_flow_references(view, addresses)
        yield from check_options(view)
        yield from check_told_states(view)
        names = list(check_names(view, flows))
        yield from names
        if not has_errors(names):
            sound.append(view)
    for view in sound:
        yield from check_ways(view)
    yield from check_cycles(sound)
    for view in sound:
        if view.order is not None or not view.sections.complete:
            yield from check_journeys(view)


def check_journeys(view: CheckedFlow) -> Iterator[Problem]:
    """Yield the problems that show only when a flow without cycles is walked."""
    yield from check_sections(view)
    yield from check_tests(view)
    if view.order is not None:
        yield from check_rules(view)
        yield from check_parts(view)
        yield from check_lengths(view)
        yield from check_precautions(view)
        yield from check_contacts(view)
        yield from check_novelty(view)
        yield from check_promises(view)
        yield from check_presses(view)
        yield from check_exclusions(view)
        yield from check_flow_platforms(view)

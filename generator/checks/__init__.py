"""What must hold between entries. One family of rules a module; each takes what was loaded and yields problems."""

from __future__ import annotations

from generator.addresses import Addresses
from generator.checks.anchors import check_anchors
from generator.checks.flows import check_flows
from generator.checks.freshness import check_freshness
from generator.checks.images import check_images
from generator.checks.ordinary import check_ordinary
from generator.checks.public import check_public
from generator.checks.references import check_references
from generator.checks.search_tests import check_search_tests
from generator.checks.sources import check_sources
from generator.checks.states import check_states
from generator.checks.texts import check_texts
from generator.flow.compiled import Compiled
from generator.loading import Loaded
from generator.ordinary_texts import OrdinaryText
from generator.problems import Problem
from generator.project import Project
from generator.texts import Texts


def check(
    loaded: Loaded,
    project: Project,
    texts: Texts,
    ordinary: tuple[OrdinaryText, ...],
    addresses: Addresses,
    flows: dict[str, Compiled],
    public: frozenset[str],
) -> list[Problem]:
    """Run every check. Returns all problems, in no order."""
    return [
        *check_references(loaded, project, addresses),
        *check_anchors(loaded),
        *check_texts(loaded, texts),
        *check_images(loaded, project, texts),
        *check_public(loaded, project, texts, ordinary, public),
        *check_ordinary(loaded, project, ordinary),
        *check_freshness(loaded, project),
        *check_flows(loaded, addresses, flows),
        *check_states(loaded),
        *check_search_tests(loaded, addresses),
        *check_sources(loaded),
    ]

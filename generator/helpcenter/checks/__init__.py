"""What must hold between entries. One family of rules a module; each takes what was loaded and yields problems."""

from __future__ import annotations

from helpcenter.addresses import Addresses
from helpcenter.checks.anchors import check_anchors
from helpcenter.checks.desk import check_desk
from helpcenter.checks.excerpts import excerpts
from helpcenter.checks.flows import check_flows
from helpcenter.checks.freshness import check_freshness
from helpcenter.checks.headings import check_headings
from helpcenter.checks.images import check_images
from helpcenter.checks.ordinary import check_ordinary
from helpcenter.checks.platforms import check_platforms
from helpcenter.checks.promises import check_promises
from helpcenter.checks.public import check_public
from helpcenter.checks.references import check_references
from helpcenter.checks.replies import check_replies
from helpcenter.checks.screens import check_screens
from helpcenter.checks.search_tests import check_search_tests
from helpcenter.checks.sequences import check_sequences
from helpcenter.checks.sources import check_sources
from helpcenter.checks.state_order import check_state_order
from helpcenter.checks.states import check_states
from helpcenter.checks.texts import check_texts
from helpcenter.checks.words import check_words
from helpcenter.flow.compiled import Compiled
from helpcenter.links.kept import Promises
from helpcenter.problems import Problem
from helpcenter.project import Project
from helpcenter.sources.loading import Loaded
from helpcenter.texts.all_texts import Texts
from helpcenter.texts.ordinary_texts import OrdinaryText


def check(
    loaded: Loaded,
    project: Project,
    texts: Texts,
    ordinary: tuple[OrdinaryText, ...],
    addresses: Addresses,
    flows: dict[str, Compiled],
    public: frozenset[str],
    promises: Promises,
) -> list[Problem]:
    """Run every check. Returns all problems, in no order."""
    found = excerpts(loaded.center, project.memory)
    return [
        *check_references(loaded, project, addresses),
        *check_anchors(loaded, {name: held.repeated for name, held in found.items()}),
        *check_headings(loaded, {name: held.bare for name, held in found.items()}),
        *check_texts(loaded, texts),
        *check_images(loaded, project, texts),
        *check_public(loaded, project, texts, ordinary, public),
        *check_ordinary(loaded, project, ordinary),
        *check_freshness(loaded, project),
        *check_flows(loaded, addresses, flows),
        *check_states(loaded),
        *check_state_order(loaded, {name: held.drawn for name, held in found.items()}),
        *check_screens(loaded, texts, {name: held.screens for name, held in found.items()}),
        *check_search_tests(loaded, addresses),
        *check_platforms(loaded, {name: held.limited for name, held in found.items()}),
        *check_sources(loaded, {name: held.nameless for name, held in found.items()}),
        *check_desk(loaded),
        *check_replies(loaded, {name: held.greetings for name, held in found.items()}),
        *check_sequences(loaded, {name: held.disordered for name, held in found.items()}),
        *check_words(loaded, project),
        *check_promises(loaded, promises, public),
    ]

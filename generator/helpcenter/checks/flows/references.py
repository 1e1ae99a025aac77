"""What questions and outcomes of a flow refer to exists: articles, FAQ entries, precautions, contacts, states."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from helpcenter.addresses import Addresses
from helpcenter.checks.flows.view import CheckedFlow
from helpcenter.checks.links import check_link
from helpcenter.checks.references import check_contacts
from helpcenter.model.flows import Outcome, Question
from helpcenter.model.key_path import KeyPath
from helpcenter.problems import Problem, problem
from helpcenter.suggestions import nearest


def check_flow_references(view: CheckedFlow, addresses: Addresses) -> Iterator[Problem]:
    """Yield a problem for each reference to nothing."""
    flow, loaded = view.flow, view.loaded
    for node, typed in flow.nodes.items():
        steps: KeyPath = (flow.area(node), node)
        yield from _check_precautions(typed.precautions, steps, view, addresses)
        if not isinstance(typed, Outcome):
            for option, led in typed.options.items():
                if led.state is not None:
                    yield from _check_state(led.state, (*flow.way_to(node, option), "state"), view)
        if not isinstance(typed, Question):
            yield from _check_links(typed.links, (*steps, "links"), view, addresses, addresses.known())
            yield from _check_links(typed.questions, (*steps, "questions"), view, addresses, loaded.center.faq)
        if isinstance(typed, Outcome):
            yield from check_contacts(typed.contact, view.origin, loaded, (*steps, "contact"))


def _check_links(
    links: Iterable[str], steps: KeyPath, view: CheckedFlow, addresses: Addresses, known: Iterable[str]
) -> Iterator[Problem]:
    for index, link in enumerate(links):
        yield from check_link(link, view.origin, (*steps, index), view.loaded, addresses, known, view.flow)


def _check_precautions(
    links: Iterable[str], steps: KeyPath, view: CheckedFlow, addresses: Addresses
) -> Iterator[Problem]:
    articles = view.loaded.center.articles
    for index, link in enumerate(links):
        article_id, _, part = link.partition("#")
        at = (*steps, "precautions", index)
        found = list(check_link(link, view.origin, at, view.loaded, addresses, articles, view.flow))
        yield from found
        if not found and article_id in articles and part not in _precaution_ids(article_id, view):
            yield problem("not-a-precaution", view.origin.at(*at), target=link, guess=_guess(article_id, part, view))


def _precaution_ids(article_id: str, view: CheckedFlow) -> Container[str]:
    return [precaution.id for precaution in view.loaded.center.articles[article_id].precautions]


def _guess(article_id: str, part: str, view: CheckedFlow) -> str:
    ids = [precaution.id for precaution in view.loaded.center.articles[article_id].precautions]
    guess = nearest(part, ids)
    return f"{article_id}#{guess}" if guess else ""


def _check_state(state: str, steps: KeyPath, view: CheckedFlow) -> Iterator[Problem]:
    known = [row.id for row in view.loaded.center.states]
    if state not in known and f"state {state}" not in view.loaded.broken and view.loaded.knows("states.yaml"):
        yield problem("unknown-state", view.origin.at(*steps), id=state, guess=nearest(state, known))

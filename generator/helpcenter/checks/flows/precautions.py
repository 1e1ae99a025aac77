"""Who is sent to an article has seen its precautions marked ``must_see``: they dominate every way there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpcenter.checks.flows.view import CheckedFlow
from helpcenter.flow.paths import path_to, section_paths
from helpcenter.model.flows import Outcome, Question
from helpcenter.problems import Problem, problem

_LINK = re.compile(r"\]\(([a-z0-9-]{2,40})[#)]")


def check_precautions(view: CheckedFlow) -> Iterator[Problem]:
    """Yield a problem for each outcome and each precaution of an article it leads to that some way skips.

    A question or outcome shows a precaution when it lists it. With those that show it taken away, no way may be left
    (Prosser 1959: a set of nodes dominates another when every way passes it).
    """
    nodes: dict[str, Question | Outcome] = {**view.flow.questions, **view.flow.outcomes}
    for link, title in _must_see(view):
        shown = {node for node, typed in nodes.items() if link in typed.precautions}
        found = section_paths(view.sections, without=shown)
        reached = {anchor.partition("~")[0]: anchor for anchor in reversed(found)}
        for node, outcome in view.flow.outcomes.items():
            if link.partition("#")[0] in _articles(outcome) and node not in shown and node in reached:
                place = view.origin.at("outcomes", node, "links", key=True)
                way = view.story(path_to(reached[node], found))
                facts = {"outcome": outcome.title, "precaution": title, "link": link, "story": way}
                yield problem("flow-skips-precaution", place, **facts)


def _articles(outcome: Outcome) -> list[str]:
    """Return the ids that an outcome sends its reader to, by its links and by those in its text."""
    return [*(target.partition("#")[0] for target in outcome.links), *_LINK.findall(outcome.text)]


def _must_see(view: CheckedFlow) -> Iterator[tuple[str, str]]:
    """Yield link and title of each ``must_see`` precaution of the articles that outcomes lead to."""
    linked = dict.fromkeys(article for outcome in view.flow.outcomes.values() for article in _articles(outcome))
    for article_id in linked:
        article = view.loaded.center.articles.get(article_id)
        for precaution in article.precautions if article else ():
            if precaution.must_see:
                yield f"{article_id}#{precaution.id}", precaution.title

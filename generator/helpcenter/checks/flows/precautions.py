"""Who is sent to an article has seen its precautions marked ``must_see``: they dominate every way there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from helpcenter.checks.flows.view import CheckedFlow
from helpcenter.flow.paths import path_to, section_paths
from helpcenter.flow.sections import Section
from helpcenter.model.flows import Question
from helpcenter.problems import Problem, problem

_LINK = re.compile(r"\]\(([a-z0-9-]{2,40})[#)]")


def check_precautions(view: CheckedFlow) -> Iterator[Problem]:
    """Yield a problem for each outcome, step and precaution of an article it leads to that some way skips.

    What lists a precaution shows it. With those that show it taken away, no way may be left (Prosser 1959: a set of
    nodes dominates another when every way passes it).
    """
    articles = {anchor: _articles(view, section) for anchor, section in view.sections.by_anchor.items()}
    for link, title in _must_see(view, articles):
        shown = {node for node, typed in view.flow.nodes.items() if link in typed.precautions}
        found, told = section_paths(view.sections, without=shown), set(shown)
        for anchor in found:
            node = view.sections.by_anchor[anchor].node if anchor in articles else ""
            if node not in told and link.partition("#")[0] in articles.get(anchor, ()):
                told.add(node)
                place = view.origin.at(view.flow.area(node), node, "links", key=True)
                way = view.story(path_to(anchor, found))
                facts = {"outcome": view.graph.name(node), "precaution": title, "link": link, "story": way}
                yield problem("flow-skips-precaution", place, **facts)


def _articles(view: CheckedFlow, section: Section) -> list[str]:
    """Return the ids that an outcome or a step sends its reader to, by its links and by those in its text."""
    node = view.flow.node(section.node)
    if isinstance(node, Question):
        return []
    texts = [text for _, text in view.said(section)]
    return [*(target.partition("#")[0] for target in node.links), *_LINK.findall("\n".join(texts))]


def _must_see(view: CheckedFlow, articles: Mapping[str, list[str]]) -> Iterator[tuple[str, str]]:
    """Yield link and title of each ``must_see`` precaution of the articles that readers are sent to."""
    for article_id in dict.fromkeys(article for linked in articles.values() for article in linked):
        article = view.loaded.center.articles.get(article_id)
        for precaution in article.precautions if article else ():
            if precaution.must_see:
                yield f"{article_id}#{precaution.id}", precaution.title

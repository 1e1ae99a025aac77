"""Answers that rule out an outcome or an option (``not_after``), and the ways on which they stand."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from helpcenter.flow.graph import Edge
from helpcenter.flow.paths import Paths, paths
from helpcenter.flow.sections import Sections
from helpcenter.model.flows import Answers, Flow
from helpcenter.model.key_path import KeyPath

Standing = tuple[str, str]
"""An anchor, and the last answer to a question if it is one of those that were asked about, else ''."""


@dataclass(frozen=True, slots=True)
class Exclusion:
    """After none of ``answers`` may a reader come to ``node``, or with ``option`` be offered it there.

    ``steps`` is where the outcome or the option is written.
    """

    node: str
    option: str
    answers: Answers
    steps: KeyPath


def exclusions(flow: Flow) -> Iterator[Exclusion]:
    """Yield what answers rule out in ``flow``."""
    for node, choice in flow.choosing.items():
        for option, typed in choice.options.items():
            if typed.not_after:
                yield Exclusion(node, option, typed.not_after, flow.way_to(node, option))
    for node, outcome in flow.outcomes.items():
        if outcome.not_after:
            yield Exclusion(node, "", outcome.not_after, ("outcomes", node))


def standing_paths(sections: Sections, question: str, options: Collection[str]) -> Paths[Standing]:
    """Return shortest ways to every section and exit, for each of ``options`` that may stand there.

    An answer to ``question`` stands until the question is answered again. Linear in sections times ``options``.
    """

    def edges(place: Standing) -> Iterable[tuple[Edge, Standing]]:
        section = sections.by_anchor.get(place[0])
        if section is None:
            return
        for edge, target in section.links.values():
            answered = edge.option if edge.option in options else ""
            yield edge, (target, answered if section.node == question else place[1])

    return paths((sections.start, ""), edges)

"""What is known to work in a flow: journeys that were walked, and how much of it the writers' tests take."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from helpcenter.flow.compiled import Compiled
from helpcenter.flow.graph import Edge, Graph
from helpcenter.flow.journeys import MOST_JOURNEYS, Journey, count, covering, journeys
from helpcenter.flow.replay import replay


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    part: int
    whole: int

    @property
    def percent(self) -> int:
        """The share in whole percent, rounded down, so that 100 means all."""
        return 100 * self.part // self.whole if self.whole else 100


@dataclass(frozen=True, slots=True)
class Coverage:
    """What the writers' tests take of a flow, and the edges that none of them takes."""

    nodes: Share
    edges: Share
    journeys: Share
    untested: tuple[Edge, ...]


@dataclass(frozen=True, slots=True)
class Exploration:
    """Journeys walked of all there are; ``lost`` are those that end at no outcome or are replayed differently."""

    walked: int
    total: int
    lost: tuple[Journey, ...]


def given(journey: Iterable[Edge]) -> dict[str, list[str]]:
    """Return the answers of a journey as ``replay`` takes them."""
    answers: dict[str, list[str]] = {}
    for edge in journey:
        answers.setdefault(edge.node, []).append(edge.option)
    return answers


def distinct(walks: Iterable[Journey]) -> Iterator[Journey]:
    """Yield each journey once."""
    seen = set()
    for walk in walks:
        told = tuple(edge.steps for edge in walk)
        if told not in seen:
            seen.add(told)
            yield walk


def explore(compiled: Compiled) -> Exploration:
    """Walk every journey when there are at most ``MOST_JOURNEYS``, else every link and random ones."""
    graph, sections = compiled.graph, compiled.sections
    assert compiled.order is not None, "only flows without cycles can be explored"
    total = count(graph, sections, compiled.order)
    walks = list(journeys(graph, sections) if total <= MOST_JOURNEYS else distinct(covering(graph, sections)))
    return Exploration(len(walks), total, tuple(walk for walk in walks if not _arrives(walk, graph)))


def coverage(compiled: Compiled) -> Coverage:
    """Return what the tests of a flow take."""
    graph = compiled.graph
    assert compiled.order is not None, "only flows without cycles have journeys to count"
    walks = [replay(graph, test.answers).path for test in compiled.flow.tests]
    taken = {edge.steps for walk in walks for edge in walk}
    passed = {graph.start} | {edge.target for walk in walks for edge in walk} if walks else set()
    rules = graph.rules()
    return Coverage(
        Share(len(passed & set(graph.nodes)), len(graph.nodes)),
        Share(sum(edge.steps in taken for edge in rules), len(rules)),
        Share(sum(_ends(walk, graph) for walk in distinct(walks)), count(graph, compiled.sections, compiled.order)),
        tuple(edge for edge in rules if edge.steps not in taken),
    )


def _ends(journey: Journey, graph: Graph) -> bool:
    return bool(journey) and graph.is_outcome(journey[-1].target)


def _arrives(journey: Journey, graph: Graph) -> bool:
    end = journey[-1].target if journey else graph.start
    walked = replay(graph, given(journey))
    return graph.is_outcome(end) and walked.place == end and walked.path == journey and not walked.dropped
